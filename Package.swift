// swift-tools-version: 6.2
import PackageDescription

/// CI builds with warnings as errors; a newer compiler on a user's machine may warn without breaking `make bench`.
let warnings: [SwiftSetting] = Context.environment["CI"] == nil ? [] : [.treatAllWarnings(as: .error)]

let strictSettings: [SwiftSetting] =
    [
        .swiftLanguageMode(.v6),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + warnings

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strictSettings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, swiftSettings: strictSettings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["ChildProcesses"], swiftSettings: strictSettings)
}

func systemLibrary(_ name: String, pkgConfig: String? = nil) -> Target {
    .systemLibrary(name: name, path: "Sources/C/\(name)", pkgConfig: pkgConfig)
}

let arguments: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let database: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let histogram: Target.Dependency = .product(name: "Histogram", package: "hdrhistogram-swift")
let httpServer: [Target.Dependency] = [
    .product(name: "Hummingbird", package: "hummingbird"), .product(name: "HummingbirdCore", package: "hummingbird"),
    .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]
let lifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let xml: Target.Dependency = .product(name: "XMLCoder", package: "XMLCoder")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")

/// What CTesseractShim defines in libgomp's place; a program's own symbols come first only when it exports them.
let sequentialOpenMP = [
    "GOMP_parallel", "GOMP_parallel_sections", "GOMP_sections_next", "GOMP_sections_end_nowait",
]

func exported(_ symbols: [String]) -> LinkerSetting {
    .unsafeFlags(symbols.flatMap { ["-Xlinker", "--export-dynamic-symbol=\($0)"] }, .when(platforms: [.linux]))
}

let cTargets: [Target] = [
    systemLibrary("CCurl"),
    systemLibrary("CHiredis"),
    systemLibrary("CLeptonica"),
    systemLibrary("CLibPQ", pkgConfig: "libpq"),
    systemLibrary("COpenSSL"),
    systemLibrary("CPangoCairo", pkgConfig: "pangocairo"),
    systemLibrary("CZlib"),
    .target(name: "CJemalloc", path: "Sources/C/CJemalloc", linkerSettings: [.linkedLibrary("jemalloc")]),
    .target(
        name: "CPopplerShim", path: "Sources/C/CPopplerShim", linkerSettings: [.linkedLibrary("poppler-cpp")]),
    .target(
        name: "CTesseractShim", path: "Sources/C/CTesseractShim",
        linkerSettings: [.linkedLibrary("tesseract"), .linkedLibrary("lept"), exported(sequentialOpenMP)]),
    .target(name: "CProcessShim", path: "Sources/C/CProcessShim"),
]

let pureTargets: [Target] = [
    room("Recognition"),
    room("Scorecard", ["Recognition"]),
    room("Evaluation"),
    room("OCRWire", ["Recognition", "Scorecard"]),
    room("TunedConfiguration", ["Recognition", crypto]),
]

let adapterTargets: [Target] = [
    room("TesseractOCR", ["Recognition", "CTesseractShim", "CLeptonica", "CPopplerShim"]),
    room("CardReading", ["TesseractOCR", "Scorecard", "Recognition"]),
    room("OCRChild", ["OCRWire", "CProcessShim", "Recognition", "Scorecard"]),
    room("OCRPool", ["OCRWire", "CProcessShim", "Recognition", "Scorecard"]),
    room("CeleryQueue", ["Redis", "CZlib"]),
    room("ObjectStorage", ["CCurl", crypto]),
    room("Loopback", [lifecycle, unixSignals, logging] + httpServer),
    room("Postgres", ["CLibPQ"]),
    room("Redis", ["CHiredis", "COpenSSL"]),
    room("Corpus", ["Scorecard", "Evaluation", "Recognition", "CPangoCairo", "CLeptonica", crypto]),
]

let applicationTargets: [Target] = [
    room(
        "ScorecardWorker",
        [
            "CeleryQueue", "Redis", "TrialQueue", "Postgres", "ObjectStorage", "OCRPool", "OCRWire", "Scorecard",
            "TunedConfiguration", "Recognition", lifecycle, unixSignals, logging,
        ] + httpServer),
    room(
        "Tuning",
        [
            "Corpus", "OCRPool", "OCRWire", "Evaluation", "TunedConfiguration", "Recognition", "Scorecard", database,
            histogram, crypto,
        ]
    ),
    room(
        "Labelling",
        [
            "Loopback", "Corpus", "OCRPool", "OCRWire", "Scorecard", "Recognition",
            .product(name: "Hummingbird", package: "hummingbird"),
            .product(name: "HummingbirdCore", package: "hummingbird"),
            .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "NIOCore", package: "swift-nio"),
        ]),
    room("UploadImport", ["Corpus", "Postgres", "ObjectStorage", "Recognition"]),
    room("TrialQueue", ["CeleryQueue", "Redis", "OCRWire", "Recognition", "TunedConfiguration", crypto]),
    room("Reporting", ["Loopback", "Tuning", "Evaluation", "TunedConfiguration", "Recognition", mustache, xml]),
]

let programTargets: [Target] = [
    program(
        "cricksy-reader",
        ["OCRChild", "CardReading", "TesseractOCR", "OCRWire", "Recognition", "Scorecard", "CJemalloc"]),
    program(
        "cricksy-worker",
        [
            "ScorecardWorker", "OCRPool", "OCRWire", "Scorecard", "TunedConfiguration", "Recognition", "CJemalloc",
            arguments, logging,
        ]),
    program(
        "cricksy-bench",
        [
            "Reporting", "Tuning", "TrialQueue", "CeleryQueue", "Redis", "Labelling", "Loopback", "UploadImport",
            "Corpus",
            "Evaluation", "Scorecard", "OCRPool", "OCRWire", "TunedConfiguration", "Recognition", "CJemalloc",
            arguments,
        ]),
]

/// Programs that only tests run; never installed.
let supportTargets: [Target] = [
    .target(name: "ChildProcesses", path: "Tests/Support/child-processes", swiftSettings: strictSettings),
    .executableTarget(
        name: "fault-reader", dependencies: ["OCRChild", "OCRWire", "Recognition", "Scorecard"],
        path: "Tests/Support/fault-reader", swiftSettings: strictSettings),
    .executableTarget(
        name: "noop-worker", dependencies: ["CeleryQueue", "Redis"], path: "Tests/Support/noop-worker",
        swiftSettings: strictSettings),
]

let testTargets: [Target] = [
    tests("EvaluationTests", ["Evaluation"]),
    tests("ScorecardTests", ["Scorecard", "Recognition"]),
    tests("TunedConfigurationTests", ["TunedConfiguration", "Recognition"]),
    tests("TesseractOCRTests", ["TesseractOCR", "Recognition"]),
    tests("CardReadingTests", ["CardReading", "TesseractOCR", "Recognition", "Scorecard"]),
    tests("OCRWireTests", ["OCRWire", "Recognition", "Scorecard"]),
    tests("OCRPoolTests", ["OCRPool", "OCRWire", "CProcessShim", "Recognition", "Scorecard", "fault-reader"]),
    tests(
        "TuningTests",
        [
            "Tuning", "Corpus", "Evaluation", "OCRPool", "OCRWire", "Recognition", "Scorecard", "TunedConfiguration",
        ]),
    tests(
        "LabellingTests", ["Labelling", "Corpus", "OCRPool", "OCRWire", "Recognition", "Scorecard", "cricksy-reader"]),
    tests(
        "UploadImportTests", ["UploadImport", "Corpus", "Recognition", "Scorecard", "cricksy-bench", "cricksy-reader"]),
    tests("PostgresTests", ["Postgres"]),
    tests(
        "ReportingTests", ["Reporting", "Loopback", "Tuning", "Evaluation", "Recognition", "TunedConfiguration"]),
    tests("ObjectStorageTests", ["ObjectStorage"]),
    tests(
        "ScorecardWorkerTests",
        [
            "ScorecardWorker", "CeleryQueue", "Postgres", "ObjectStorage", "OCRPool", "OCRWire", "Scorecard",
            "Recognition", "TunedConfiguration", "Redis", lifecycle, logging, "cricksy-worker", "cricksy-reader",
        ]),
    tests("CorpusTests", ["Corpus", "Evaluation", "Recognition", "Scorecard"]),
    tests("RedisTests", ["Redis"]),
    tests("CeleryQueueTests", ["CeleryQueue", "Redis"]),
    tests(
        "TrialQueueTests",
        ["TrialQueue", "CeleryQueue", "Redis", "OCRWire", "Recognition", "Scorecard", "TunedConfiguration"]),
    tests("HouseTests", []),
    tests(
        "IntegrationTests",
        [
            "Corpus", "OCRPool", "OCRWire", "Recognition", "Scorecard", "cricksy-worker", "cricksy-bench",
            "cricksy-reader",
        ]),
]

let package = Package(
    name: "cricksy-ocr",
    products: [
        .executable(name: "cricksy-worker", targets: ["cricksy-worker"]),
        .executable(name: "cricksy-bench", targets: ["cricksy-bench"]),
        .executable(name: "cricksy-reader", targets: ["cricksy-reader"]),
        // For Benchmarks/, which is a package of its own.
        .library(name: "Recognition", targets: ["Recognition"]),
        .library(name: "Scorecard", targets: ["Scorecard"]),
        .library(name: "Evaluation", targets: ["Evaluation"]),
        .library(name: "OCRWire", targets: ["OCRWire"]),
        .library(name: "OCRPool", targets: ["OCRPool"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/CoreOffice/XMLCoder", from: "0.18.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: cTargets + pureTargets + adapterTargets + applicationTargets + programTargets + supportTargets
        + testTargets,
    cxxLanguageStandard: .cxx17
)
