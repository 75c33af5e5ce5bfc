import CLibical
import Glibc

/// A component of libical with its properties and parts, freed when it goes.
struct CalendarComponent: ~Copyable {
  private let pointer: OpaquePointer?

  /// An empty component.
  init(_ kind: icalcomponent_kind) { pointer = icalcomponent_new(kind) }

  deinit { icalcomponent_free(pointer) }

  /// Adds a property, and a parameter to it; the component owns both from then on.
  func add(_ property: OpaquePointer?, _ parameter: OpaquePointer? = nil) {
    if let parameter { icalproperty_add_parameter(property, parameter) }
    icalcomponent_add_property(pointer, property)
  }

  /// Adds a property that is in no standard, whose value is text.
  func add(_ name: String, _ value: String) {
    let property = icalproperty_new_x(CalendarText.marked(value))
    icalproperty_set_x_name(property, name)
    add(property)
  }

  /// Adds a part, which this component owns from then on.
  func adopt(_ part: consuming CalendarComponent) {
    icalcomponent_add_component(pointer, part.released())
  }

  /// The component as text, folded at 75 octets, its lines ending in CRLF.
  var bytes: [UInt8] {
    // The `_r` function hands over memory of ours; the other's ring buffer is overwritten under load.
    guard let text = icalcomponent_as_ical_string_r(pointer) else { return [] }
    defer { icalmemory_free_buffer(text) }
    return CalendarText.escapingMarked(Array(UnsafeRawBufferPointer(start: text, count: strlen(text))))
  }

  private consuming func released() -> OpaquePointer? {
    let pointer = pointer
    discard self
    return pointer
  }
}
