import Algebra
import Testing

@Suite struct MathProgTextTests {
  @Test func `data are written in the order in which they were added`() {
    var data = MathProgData()
    data.comment("two teams\nand a gap")
    data.table("TEAMS", ["approved", "weight"], [["R0A", 1, .real(0.5)], ["1e5", 0, .real(2)]])
    data.set("DAYS", [[1], [-3]])
    data.set("MEETINGS", [["R0A", 1], ["1e5", -3]])
    data.set("NONE", [])
    data.table(nil, ["drive"], [["R0A", "1e5", 75]])
    data.parameter("gap_min", 14)
    data.parameter("word", "it's")
    #expect(
      data.text == """
        data;

        # two teams and a gap
        param : TEAMS : approved weight :=
         'R0A' 1 0.5
         '1e5' 0 2.0
        ;
        set DAYS :=
         1
         -3
        ;
        set MEETINGS :=
         ('R0A',1)
         ('1e5',-3)
        ;
        set NONE :=
        ;
        param : drive :=
         'R0A' '1e5' 75
        ;
        param gap_min := 14;
        param word := 'it''s';

        end;

        """)
  }

  @Test(arguments: [
    ("plain", "'plain'"), ("it's", "'it''s'"), ("", "''"), ("Ä b", "'Ä b'"), ("a\nb\u{7F}c", "'a b c'"),
    (String(repeating: "é", count: 60), "'" + String(repeating: "é", count: 50) + "'"),
  ])
  func `words are quoted, freed of control characters and cut at 100 bytes`(text: String, literal: String) {
    #expect(MathProgSymbol.text(text).literal == literal)
  }

  @Test(arguments: [(0.05, "0.05"), (-2, "-2.0"), (1e-7, "1e-07"), (.infinity, "0"), (.nan, "0")])
  func `numbers are written so that they are read as the same number`(number: Double, literal: String) {
    #expect(MathProgSymbol.real(number).literal == literal)
  }

  @Test func `names of rows are those of the translator`() {
    #expect(MathProgSymbol.name("cost", []) == "cost")
    #expect(MathProgSymbol.name("x", [12]) == "x[12]")
    #expect(MathProgSymbol.name("u", ["R0A--RJ1"]) == "u[R0A--RJ1]")
    #expect(MathProgSymbol.name("u", ["A+B", -1]) == "u[A+B,-1]")
    #expect(MathProgSymbol.name("u", ["1e5", "a b", "it's"]) == "u['1e5','a b','it''s']")
  }
}
