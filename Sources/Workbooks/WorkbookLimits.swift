public import Archive

/// What is too much for one workbook.
public struct WorkbookLimits: Sendable, Equatable {
  /// What may be in the archive that a workbook is.
  public var archive: ZipLimits
  /// Sheets at most.
  public var sheets: Int
  /// Cells of one sheet at most, and of the rectangle around those that are not blank.
  public var cells: Int
  /// Bytes of text in the cells of one sheet.
  public var textBytes: Int
  /// Bytes in one cell.
  public var cellBytes: Int

  /// Limits far above any programme's tables: 2,000 parts of 256 MiB together, 200 sheets, 2,000,000 cells and 64 MiB of
  /// text a sheet.
  public init(
    archive: ZipLimits = ZipLimits(entries: 2000, totalBytes: 256 << 20, ratio: 200, freeBytes: 4 << 20),
    sheets: Int = 200, cells: Int = 2_000_000, textBytes: Int = 64 << 20, cellBytes: Int = 4096
  ) {
    self.archive = archive
    self.sheets = sheets
    self.cells = cells
    self.textBytes = textBytes
    self.cellBytes = cellBytes
  }
}
