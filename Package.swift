// swift-tools-version: 6.2
import PackageDescription

/// Every room of the house compiles under the same strict settings; see docs/architecture.md.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

func room(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func suite(_ name: String, _ dependencies: Target.Dependency...) -> Target {
  .testTarget(name: name + "Tests", dependencies: dependencies, swiftSettings: strict)
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "counterpart",
  products: [.executable(name: "counterpart", targets: ["counterpart"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.0", traits: []),
  ],
  targets: [
    // ground
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CLibical", providers: [.apt(["libical-dev"])]),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "CLinux"),
    room("Hashing"),
    room("Domain"),
    room("Tabular"),
    room("Algebra"),
    room("GLPK", "Algebra", "CGLPK"),
    // core (pure)
    room("Opportunities", "Domain"),
    room("Pairing", "Domain", "Opportunities", "Algebra", "GLPK"),
    room("Visits", "Domain", "Opportunities", "Algebra", "GLPK"),
    room("WhatIf", "Domain"),
    room("Checking", "Domain"),
    room("Allocation", "Domain"),
    room("Reasons", "Domain", "Opportunities", "Visits", "GLPK"),
    // edge (pure)
    room("Intake", "Domain", "Tabular", "Hashing", yams),
    room("Merging", "Domain", "Tabular", "Intake"),
    room("ICalendar", "Domain", "CLibical"),
    room("Diaries", "Domain", "CLibical"),
    room("Reports", "Domain", "Tabular", "WhatIf", "Checking", "Allocation"),
    room("Generation", "Domain", "Tabular"),
    // shell (input and output)
    room(
      "Solving", "Domain", "Algebra", "Intake", "Opportunities", "Pairing", "Visits", "Reasons", "WhatIf",
      "GLPK", "Merging", "Spool",
      subprocess, system),
    room("Spool", "Hashing", "CLinux", "CZlib"),
    room("Ledger", "Domain", grdb),
    room(
      "Coordinator", "Domain", "Tabular", "Intake", "Merging", "Checking", "WhatIf", "ICalendar", "Reports",
      "Solving", "Spool", "Ledger", "Hashing",
      logging),
    // composition
    .executableTarget(
      name: "counterpart",
      dependencies: [
        "Domain", "Tabular", "Intake", "WhatIf", "Checking", "Allocation", "ICalendar", "Reports",
        "Generation", "Solving", "Spool", "Ledger", "Coordinator",
        argumentParser, logging,
      ],
      swiftSettings: strict),

    suite("Hashing", "Hashing"),
    suite("CLinux", "CLinux"),
    suite("Spool", "Spool", "Hashing", "CZlib"),
    suite(
      "Coordinator", "Coordinator", "counterpart", "Domain", "Ledger", "Spool", "Solving", logging,
      subprocess, system),
    suite("Algebra", "Algebra"),
    suite("GLPK", "GLPK", "Algebra"),
    suite("Pairing", "Pairing", "Domain"),
    suite("Allocation", "Allocation", "Domain"),
    suite("Reasons", "Reasons", "Domain", "Intake", "Generation", "Opportunities", "Pairing", "Visits"),
    suite("Agreement", "Domain", "Opportunities", "Pairing", "Visits", "Checking"),
    suite("Tutorial", "Domain", "Intake", "Opportunities", "Visits", "Checking"),
    suite("Reference", "Domain", "Algebra", "GLPK", "Opportunities", "Pairing", "Visits", "Intake"),
    .testTarget(
      name: "ICalendarTests", dependencies: ["ICalendar", "Domain"], exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Domain", "Tabular", "Checking", "Allocation"],
      exclude: ["Golden"],
      swiftSettings: strict),
    suite("Diaries", "Diaries", "Domain"),
    suite("Generation", "Generation", "Domain", "Tabular", "Intake"),
    suite("Ledger", "Ledger", "Domain", grdb),
    suite("WhatIf", "WhatIf", "Domain"),
    suite("Tabular", "Tabular"),
    suite("Intake", "Intake", "Domain", "Tabular"),
    suite("Merging", "Merging", "Domain", "Intake", "Tabular"),
    suite("Checking", "Checking", "Domain"),
    suite("Solving", "Solving", "Domain", "Intake", "counterpart", subprocess, system),
    suite("Command", "counterpart", "Generation", "Tabular", subprocess, system),
    suite("Scenario", "counterpart", "Domain", "Generation", "Intake", "Tabular", subprocess, system),
  ],
  swiftLanguageModes: [.v6]
)
