import Foundation
import Testing

/// Holds the code to ARCHITECTURE.md, "Who may know whom".
@Suite struct DependencyTests {
    /// Every target with the targets and products that it may import.
    static let table: [String: Set<String>] = [
        "cricksy-worker": [
            "ScorecardWorker", "OCRPool", "OCRWire", "Scorecard", "TunedConfiguration", "Recognition", "CJemalloc",
            "ArgumentParser", "Logging",
        ],
        "cricksy-bench": [
            "Reporting", "Tuning", "TrialQueue", "CeleryQueue", "Redis", "Labelling", "Loopback", "UploadImport",
            "Corpus",
            "Evaluation", "Scorecard", "OCRPool", "OCRWire", "TunedConfiguration", "Recognition", "CJemalloc",
            "ArgumentParser",
        ],
        "cricksy-reader": [
            "OCRChild", "CardReading", "TesseractOCR", "OCRWire", "Recognition", "Scorecard", "CJemalloc",
        ],
        "ScorecardWorker": [
            "CeleryQueue", "Redis", "TrialQueue", "Postgres", "ObjectStorage", "OCRPool", "OCRWire", "Scorecard",
            "TunedConfiguration", "Recognition", "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore",
            "NIOPosix", "ServiceLifecycle", "UnixSignals", "Logging",
        ],
        // People's own cards: corrected in a browser over the bench's own pool, for nothing else may touch their bytes.
        "Labelling": [
            "Loopback", "Corpus", "OCRPool", "OCRWire", "Scorecard", "Recognition", "Hummingbird", "HummingbirdCore",
            "HTTPTypes", "NIOCore",
        ],
        // Pages for a browser on this machine alone: a card on the desk, a study that runs.
        "Loopback": [
            "Hummingbird", "HummingbirdCore", "HTTPTypes", "NIOCore", "NIOPosix", "ServiceLifecycle", "UnixSignals",
            "Logging",
        ],
        // A tuner's trials on their way through Celery: what bench and worker say to each other, and neither knows the other.
        "TrialQueue": ["CeleryQueue", "Redis", "OCRWire", "Recognition", "TunedConfiguration", "Crypto"],
        // The one way from the worker's stores to a corpus: read only, and no edge between bench and worker.
        "UploadImport": ["Corpus", "Postgres", "ObjectStorage", "Recognition"],
        "Reporting": ["Loopback", "Tuning", "Evaluation", "TunedConfiguration", "Recognition", "Mustache", "XMLCoder"],
        "Tuning": [
            "Corpus", "OCRPool", "OCRWire", "Evaluation", "TunedConfiguration", "Recognition", "Scorecard", "GRDB",
            "Histogram",
            "Crypto",
        ],
        "Corpus": ["Scorecard", "Evaluation", "Recognition", "CPangoCairo", "CLeptonica", "Crypto"],
        "CardReading": ["TesseractOCR", "Scorecard", "Recognition"],
        "TesseractOCR": ["Recognition", "CTesseractShim", "CLeptonica", "CPopplerShim"],
        "CeleryQueue": ["Redis", "CZlib"],
        "ObjectStorage": ["CCurl", "Crypto"],
        "Postgres": ["CLibPQ"],
        "Redis": ["CHiredis", "COpenSSL"],
        "OCRPool": ["OCRWire", "CProcessShim", "Recognition", "Scorecard"],
        "OCRChild": ["OCRWire", "CProcessShim", "Recognition", "Scorecard"],
        "OCRWire": ["Recognition", "Scorecard"],
        "TunedConfiguration": ["Recognition", "Crypto"],
        "Scorecard": ["Recognition"],
        "Evaluation": [],
        "Recognition": [],
        "CLeptonica": [], "CLibPQ": [], "CPangoCairo": [], "CJemalloc": [], "CPopplerShim": [], "CTesseractShim": [],
        "CProcessShim": [], "CZlib": [], "CCurl": [], "CHiredis": [], "COpenSSL": [],
    ]

    static let systemModules: Set<String> = [
        "Foundation", "FoundationEssentials", "Glibc", "Musl", "Darwin", "Synchronization", "Dispatch", "CDispatch",
    ]
    static let readerTargets = [
        "Recognition", "Scorecard", "OCRWire", "OCRChild", "TesseractOCR", "CardReading", "cricksy-reader",
    ]

    @Test func packageDeclaresNoMoreThanTheTable() throws {
        let data = try Repository.output(
            of: "swift", ["package", "--scratch-path", NSTemporaryDirectory() + "cricksy-dump", "dump-package"])
        let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let targets = try #require(package["targets"] as? [[String: Any]])
        var seen: Set<String> = []
        for target in targets where target["type"] as? String != "test" {
            let name = try #require(target["name"] as? String)
            let path = target["path"] as? String ?? ""
            if path.hasPrefix("Tests/") { continue }
            seen.insert(name)
            let allowed = try #require(DependencyTests.table[name], "\(name) is not in the table")
            let declared = names(of: target["dependencies"] as? [[String: Any]] ?? [])
            #expect(declared.subtracting(allowed).isEmpty, "\(name) declares more than it may")
        }
        #expect(seen == Set(DependencyTests.table.keys))
    }

    @Test func sourcesImportNoMoreThanTheTable() throws {
        for (target, allowed) in DependencyTests.table
        where !target.hasPrefix("C") || ["Corpus", "CardReading", "CeleryQueue"].contains(target) {
            for (module, file) in try imports(of: target) {
                #expect(
                    allowed.contains(module) || DependencyTests.systemModules.contains(module),
                    "\(file) imports \(module)")
            }
        }
    }

    @Test func cModulesAreImportedInternally() throws {
        for target in DependencyTests.table.keys.sorted() {
            for file in try Repository.sources(of: target) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for line in text.split(separator: "\n")
                where line.contains(/^\s*(public\s+|package\s+)?import\s+C[A-Z]/) {
                    Issue.record("\(file.lastPathComponent): \(line)")
                }
            }
        }
    }

    @Test func readerNeverImportsFullFoundation() throws {
        for target in DependencyTests.readerTargets {
            for (module, file) in try imports(of: target) { #expect(module != "Foundation", "\(file)") }
        }
    }

    @Test(arguments: [
        (
            "cricksy-reader", ["libtesseract", "libleptonica", "libpoppler-cpp", "libjemalloc"],
            ["libFoundation.so", "libpq", "libsqlite3", "libpango"]
        ),
        (
            "cricksy-worker", ["libjemalloc"],
            ["libtesseract", "libleptonica", "liblept.", "libpoppler", "libpango", "libsqlite3"]
        ),
        (
            "cricksy-bench", ["libjemalloc", "libpango", "libsqlite3", "libpq", "libcurl", "libhiredis"],
            ["libtesseract", "libpoppler"]
        ),
    ])
    func programsLinkWhatTheirLineSays(program: String, wanted: [String], unwanted: [String]) throws {
        let path = Repository.programs.appending(path: program).path
        let direct = try directLibraries(of: path)
        for library in wanted where library != "libleptonica" {
            #expect(direct.contains { $0.hasPrefix(library) }, "\(program) lacks \(library)")
        }
        for library in unwanted {
            #expect(!direct.contains { $0.hasPrefix(library) }, "\(program) links \(library)")
        }
    }

    private func names(of dependencies: [[String: Any]]) -> Set<String> {
        Set(
            dependencies.compactMap { dependency in
                (dependency.values.first as? [Any])?.first as? String
            })
    }

    private func imports(of target: String) throws -> [(module: String, file: String)] {
        try Repository.sources(of: target).flatMap { file in
            try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
                guard
                    let match = line.firstMatch(
                        of: /^\s*(?:internal |public |package )?import (?:struct |func |enum )?(\w+)/)
                else { return nil }
                return (String(match.1), "\(target)/\(file.lastPathComponent)")
            }
        }
    }

    /// What the program itself asks for, without what its libraries ask for in turn.
    private func directLibraries(of path: String) throws -> [String] {
        let text = String(decoding: try Repository.output(of: "readelf", ["-d", path]), as: UTF8.self)
        return text.matches(of: /\(NEEDED\).*\[(.+)\]/).map { String($0.1) }
    }
}
