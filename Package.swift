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
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "counterpart",
  products: [.executable(name: "counterpart", targets: ["counterpart"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
    .package(url: "https://github.com/apple/swift-log", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.0"),
    .package(url: "https://github.com/apple/swift-system", from: "1.5.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
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
    room("Archive", "CZlib"),
    room("Workbooks", "Domain", "Tabular", "Archive"),
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
    room("Intake", "Domain", "Tabular", "Workbooks", "Diaries", "Hashing", yams),
    room("Merging", "Domain", "Tabular", "Intake"),
    room("ICalendar", "Domain", "Hashing", "CLibical"),
    room("Diaries", "Domain", "CLibical"),
    room("Reports", "Domain", "Tabular", "WhatIf", "Checking", "Allocation"),
    room("Generation", "Domain", "Tabular"),
    // shell (input and output)
    room(
      "Solving", "Domain", "Algebra", "Intake", "Opportunities", "Pairing", "Visits", "Reasons", "WhatIf",
      "GLPK", "Merging", "Spool", "Archive",
      subprocess, system),
    room("Spool", "Archive", "Hashing", "CLinux"),
    room("Ledger", "Domain", grdb),
    room(
      "Coordinator", "Domain", "Tabular", "Intake", "Merging", "Checking", "WhatIf", "ICalendar", "Reports",
      "Solving", "Spool", "Ledger", "Hashing",
      logging),
    // bytes from outside, for those who try what no bytes may bring about
    room("Fuzzing", "Domain", "Tabular", "Intake", "Merging"),
    room(
      "Serving", "Domain", "Spool", "Ledger", "Coordinator", "CZlib",
      httpTypes, hummingbird, logging, nio, nioHTTPTypes, nioPosix),
    // composition
    .executableTarget(
      name: "counterpart",
      dependencies: [
        "Domain", "Tabular", "Intake", "WhatIf", "Checking", "Allocation", "ICalendar", "Reports",
        "Generation", "Solving", "Spool", "Ledger", "Coordinator", "Serving",
        argumentParser, logging,
      ],
      swiftSettings: strict),

    suite("Fuzzing", "Fuzzing"),
    // what tests of several rooms share
    .target(name: "Fixtures", path: "Tests/Fixtures", swiftSettings: strict),

    suite("Hashing", "Hashing"),
    suite("CLinux", "CLinux"),
    suite("Spool", "Spool", "Archive", "Hashing", "CZlib"),
    suite(
      "Coordinator", "Coordinator", "counterpart", "Domain", "Fixtures", "Ledger", "Spool", "Solving",
      logging,
      subprocess, system),
    suite(
      "Serving", "Serving", "Archive", "Coordinator", "counterpart", "Domain", "Fixtures", "Ledger", "Spool",
      httpTypes, logging,
      nio, nioEmbedded, nioHTTPTypes, subprocess, system, yams),
    suite("Algebra", "Algebra"),
    suite("GLPK", "GLPK", "Algebra"),
    suite("Pairing", "Pairing", "Domain"),
    suite("Allocation", "Allocation", "Domain"),
    suite("Reasons", "Reasons", "Domain", "Intake", "Generation", "Opportunities", "Pairing", "Visits"),
    suite("Agreement", "Domain", "Opportunities", "Pairing", "Visits", "Reasons", "Checking"),
    suite("Tutorial", "Domain", "Intake", "Opportunities", "Visits", "Checking"),
    suite("Reference", "Domain", "Algebra", "GLPK", "Opportunities", "Pairing", "Visits", "Intake"),
    .testTarget(
      name: "ICalendarTests", dependencies: ["ICalendar", "Domain", "CLibical"], exclude: ["Golden"],
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
    .testTarget(
      name: "WorkbooksTests", dependencies: ["Workbooks", "Tabular", "Fixtures"], exclude: ["Books"],
      swiftSettings: strict),
    suite("Intake", "Intake", "Domain", "Tabular", "Fixtures"),
    suite("Merging", "Merging", "Domain", "Intake", "Tabular", "Fixtures"),
    suite("Checking", "Checking", "Domain"),
    suite("Slurm", "Solving", "Domain", "Fixtures", "counterpart", subprocess, system),
    suite("Solving", "Solving", "Domain", "Fixtures", "Intake", "counterpart", subprocess, system),
    suite("Command", "counterpart", "Fixtures", "Generation", "Tabular", subprocess, system),
    suite(
      "Scenario", "counterpart", "Domain", "Generation", "Intake", "Tabular", "Fixtures", subprocess, system),
  ],
  swiftLanguageModes: [.v6]
)

// Linked with libFuzzer by Scripts/fuzz alone.
if Context.environment["COUNTERPART_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz", dependencies: ["Fuzzing"],
      swiftSettings: strict))
}
