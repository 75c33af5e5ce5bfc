import GRDB

/// The form of the database, as a list of steps. A step that was ever released is never edited: a new one is added.
enum Schema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("001 first") { database in
      for statement in inputs + jobs + releases + feeds + audit { try database.execute(sql: statement) }
    }
    return migrator
  }
}
