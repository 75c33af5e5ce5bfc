import Algebra
import Testing

@Suite struct TextTests {
  static func example() throws -> Model {
    var model = Model("two teams\nand a line break")
    let x = try model.addBinary("x[1,A]")
    let same = try model.addBinary("x(1,A)")
    let n = try model.addInteger("2 visits", lower: -3, upper: 8)
    let free = try model.addContinuous("free", lower: nil)
    let exponent = try model.addInteger("e5")
    let unnamed = try model.addInteger(lower: nil, upper: 4)
    let fixed = try model.addBinary("fixed")
    try model.setBounds(of: fixed, lower: 1, upper: 1)
    try model.maximise(3 * x - 2 * n + same + 12)
    try model.add("cap", x + 2 * n - 4 * free <= 7)
    try model.add("cap", exponent + unnamed >= -1)
    try model.add("obj", sum([Variable]()) <= 0)
    try model.add("", x - fixed == 0, lazy: true)
    return model
  }

  @Test func `LP text`() throws {
    #expect(
      try Self.example().lpText == """
        \\ two teams\u{FFFD}and a line break
        \\ variable x(1,A) is x[1,A]
        \\ variable x(1,A)_2 is x(1,A)
        \\ variable _2_visits is 2 visits
        \\ variable _free is free
        \\ variable _e5 is e5
        \\ row cap_2 is cap
        \\ row obj_2 is obj
        Maximize
         obj: + 3 x(1,A) + x(1,A)_2 - 2 _2_visits + 12 constant
        Subject To
         cap: + x(1,A) + 2 _2_visits - 4 _free <= 7
         cap_2: + _e5 + x6 >= -1
         obj_2: 0 x(1,A) <= 0
        \\ lazy:
         r4: + x(1,A) - fixed = 0
        Bounds
         constant = 1
         -3 <= _2_visits <= 8
         _free free
         -inf <= x6 <= 4
         fixed = 1
        Generals
         _2_visits
         _e5
         x6
         fixed
        Binaries
         x(1,A)
         x(1,A)_2
        End

        """)
  }

  @Test func `MPS text`() throws {
    #expect(
      try Self.example().mpsText == """
        * two teams\u{FFFD}and a line break
        * the model maximises: its objective is printed negated
        * variable x(1,A) is x[1,A]
        * variable x(1,A)_2 is x(1,A)
        * variable _2_visits is 2 visits
        * variable _free is free
        * variable _e5 is e5
        * row cap_2 is cap
        * row obj_2 is obj
        NAME model
        ROWS
         N obj
         L cap
         G cap_2
         L obj_2
         E r4
        COLUMNS
         marker 'MARKER' 'INTORG'
         x(1,A) obj -3
         x(1,A) cap 1
         x(1,A) r4 1
         x(1,A)_2 obj -1
         _2_visits obj 2
         _2_visits cap 2
         marker 'MARKER' 'INTEND'
         _free cap -4
         marker 'MARKER' 'INTORG'
         _e5 cap_2 1
         x6 cap_2 1
         fixed r4 -1
         marker 'MARKER' 'INTEND'
         constant obj -12
        RHS
         rhs cap 7
         rhs cap_2 -1
        BOUNDS
         FX bounds constant 1
         LO bounds x(1,A) 0
         UP bounds x(1,A) 1
         LO bounds x(1,A)_2 0
         UP bounds x(1,A)_2 1
         LO bounds _2_visits -3
         UP bounds _2_visits 8
         FR bounds _free
         PL bounds _e5
         MI bounds x6
         UP bounds x6 4
         FX bounds fixed 1
        ENDATA

        """)
  }

  @Test func `long rows are broken between terms`() throws {
    var model = Model()
    let x = try (0..<30).map { try model.addBinary("x[\($0)]") }
    try model.minimise(sum(x))
    try model.add("all", sum(x) { 10 * $0 } <= 100)
    let lines = model.lpText.split(separator: "\n")
    #expect(lines.allSatisfy { $0.utf8.count <= 110 })
    #expect(lines.filter { $0.contains("10 x(29)") }.count == 1)
  }

  @Test func `an empty model is still legal text`() {
    #expect(
      Model().lpText == """
        \\ model
        Minimize
         obj: 0 constant
        Subject To
         none: 0 constant >= 0
        Bounds
         constant = 1
        End

        """)
  }

  @Test func `names far too long stay unique`() throws {
    var model = Model()
    for _ in 0..<3 { _ = try model.addBinary(String(repeating: "a", count: 300)) }
    let stem = String(repeating: "a", count: 240)
    let binaries = model.lpText.split(separator: "\n").drop { $0 != "Binaries" }.dropFirst().dropLast()
    #expect(binaries.elementsEqual([" \(stem)", " \(stem)_2", " \(stem)_3"]))
  }

  @Test func `the same model gives the same bytes`() throws {
    #expect(try Self.example().lpText == Self.example().lpText)
    #expect(try Self.example().mpsText == Self.example().mpsText)
  }
}
