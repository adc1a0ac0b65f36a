// swift-tools-version: 6.2
import PackageDescription

// A package of its own: everything in it is built for libFuzzer and the address sanitizer, our rooms included, which are
// linked in as folders. `make fuzz` in the root runs it. Nothing of C is in it.
let instrumented: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .unsafeFlags(["-sanitize=fuzzer,address", "-parse-as-library", "-enable-testing"]),
]

func room(_ name: String, _ dependencies: [Target.Dependency] = [], sources: [String]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, sources: sources, swiftSettings: instrumented)
}

func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: dependencies + ["CFuzzMain"], swiftSettings: instrumented,
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

let package = Package(
    name: "fuzz",
    targets: [
        .target(name: "CFuzzMain"),
        room("Recognition"),
        room("Scorecard", ["Recognition"]),
        room("OCRWire", ["Recognition", "Scorecard"]),
        room(
            "TesseractOCR", ["Recognition"],
            sources: [
                "DocumentFormat.swift", "ExifOrientation.swift", "GIFFirstFrame.swift", "JPEGStructure.swift",
                "PNGChunks.swift", "TIFFDirectories.swift",
            ]),
        fuzzer("fuzz-frames", ["OCRWire", "Recognition", "Scorecard"]),
        fuzzer("fuzz-headers", ["TesseractOCR", "Recognition"]),
        room("FuzzValues", ["Scorecard", "Recognition"]),
        fuzzer("fuzz-preview", ["FuzzValues", "Scorecard"]),
        fuzzer("fuzz-cards", ["FuzzValues", "Scorecard"]),
        fuzzer("fuzz-pages", ["Recognition", "Scorecard"]),
        .executableTarget(
            name: "fuzz-seeds", dependencies: ["OCRWire", "Recognition", "Scorecard"],
            swiftSettings: instrumented, linkerSettings: [.unsafeFlags(["-sanitize=address"])]),
    ]
)
