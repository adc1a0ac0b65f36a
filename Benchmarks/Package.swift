// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the shipped one does not depend on the harness. `make -C Benchmarks` runs it.
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "cricksy-ocr", path: ".."),
        // No traits: time is measured, so neither the malloc nor the ARC interposer is wanted.
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    ],
    targets: [
        .executableTarget(
            name: "HotPaths",
            dependencies: [
                .product(name: "Benchmark", package: "benchmark"),
                .product(name: "Evaluation", package: "cricksy-ocr"),
                .product(name: "OCRWire", package: "cricksy-ocr"),
                .product(name: "Recognition", package: "cricksy-ocr"),
                .product(name: "Scorecard", package: "cricksy-ocr"),
            ],
            path: "Benchmarks/HotPaths",
            swiftSettings: [.swiftLanguageMode(.v6)],
            plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
        .executableTarget(
            name: "pool-loop",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "OCRPool", package: "cricksy-ocr"),
                .product(name: "OCRWire", package: "cricksy-ocr"),
                .product(name: "Recognition", package: "cricksy-ocr"),
                .product(name: "Scorecard", package: "cricksy-ocr"),
            ],
            path: "SideBySide/PoolLoop",
            swiftSettings: [.swiftLanguageMode(.v6)]),
        .executableTarget(
            name: "reading-cost",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "OCRPool", package: "cricksy-ocr"),
                .product(name: "OCRWire", package: "cricksy-ocr"),
                .product(name: "Recognition", package: "cricksy-ocr"),
                .product(name: "Scorecard", package: "cricksy-ocr"),
            ],
            path: "ReadingCost",
            swiftSettings: [.swiftLanguageMode(.v6)]),
    ]
)
