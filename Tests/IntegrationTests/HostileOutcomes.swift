import ChildProcesses
import Foundation
import OCRPool
import Recognition
import Scorecard

/// One file of the hostile set and how reading it may end.
struct HostileFile: Sendable {
    let name: String
    let harm: String
    /// Names of endings, as hostile_files.py lists them.
    let expected: Set<String>
    private let bytes: [UInt8]

    /// Runs the script and reads its table.
    static func makeAll(in scratch: ScratchDirectory) throws -> [HostileFile] {
        let script = Process()
        script.executableURL = URL(filePath: "/usr/bin/env")
        script.arguments = ["python3", "-B", Repository.fixture("hostile_files.py"), scratch.url.path]
        script.standardOutput = FileHandle.nullDevice
        try script.start()
        script.waitUntilExit()
        let table = try String(contentsOf: scratch.url.appending(path: "table.tsv"), encoding: .utf8)
        return try table.split(separator: "\n").map { line in
            let columns = line.split(separator: "\t").map(String.init)
            return HostileFile(
                name: columns[0], harm: columns[2], expected: Set(columns[1].split(separator: " ").map(String.init)),
                bytes: [UInt8](try Data(contentsOf: scratch.url.appending(path: columns[0]))))
        }
    }

    /// A file that must be answered has time for it on a busy machine; one that may run out of time runs out soon.
    var hardLimit: Duration { expected.contains("time") ? .seconds(4) : .seconds(20) }

    private var softLimit: Duration { hardLimit / 2 }

    /// PDFs once from their picture and once from their text layer.
    private var plan: ReadPlan {
        var fromPicture = RecognitionSettings.tesseractDefaults
        fromPicture.textLayer = .ignore
        var fromText = fromPicture
        fromText.textLayer = .preferWhenSound
        return .all(name.hasSuffix(".pdf") ? [fromPicture, fromText] : [fromPicture])
    }

    /// How every setting ended, and the reader's peak of resident memory where it lived to tell.
    func read(by pool: ReaderPool) async -> (endings: [Ending], peak: Int) {
        do throws(PoolError) {
            let options = ReadOptions(softLimit: softLimit, hardLimit: hardLimit)
            let answer = try await pool.read(bytes, plan: plan, options: options)
            return (answer.results.map(Ending.init), answer.usage.peakResidentBytes)
        } catch {
            return ([Ending(error)], 0)
        }
    }
}

/// How a document ended.
struct Ending: Sendable {
    let name: String
    let detail: String

    init(_ result: Result<ReadDocument, RecognitionFailure>) {
        switch result {
        case .success(let document):
            let text = document.text.trimmingCharacters(in: .whitespacesAndNewlines)
            name = text.contains("187") ? "text" : text.isEmpty ? "blank" : "other"
            detail = String(text.prefix(60))
        case .failure(let failure):
            name = Self.name(of: failure)
            detail = failure.sentence
        }
    }

    init(_ error: PoolError) {
        name =
            switch error.reason {
            case .timeout: "time"
            case .outOfMemory, .memoryLimit: "memory"
            default: "\(error.reason)"
            }
        detail = error.description
    }

    private static func name(of failure: RecognitionFailure) -> String {
        switch failure {
        case .emptyFile: "empty"
        case .unsupportedFormat: "unsupported"
        case .encryptedPDF: "encrypted"
        case .corruptFile: "corrupt"
        case .limitExceeded: "limit"
        case .deadlineExceeded: "time"
        case .outOfMemory: "memory"
        case .infeasibleSettings: "infeasible"
        case .engineFailure: "engine"
        }
    }
}

/// The largest resident size of any reader that this process started, seen from outside: a reader that was killed
/// cannot tell it.
struct ReaderMemoryWatch: Sendable {
    private let task = Task {
        var peak = 0
        while !Task.isCancelled {
            for process in Self.children() { peak = max(peak, Self.peak(of: process)) }
            try? await Task.sleep(for: .milliseconds(50))
        }
        return peak
    }

    /// Stops watching; the peak in bytes.
    func end() async -> Int {
        task.cancel()
        return await task.value
    }

    private static func children() -> [String] {
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
        return threads.flatMap { thread in
            let list = try? String(contentsOfFile: "/proc/self/task/\(thread)/children", encoding: .utf8)
            return (list ?? "").split(separator: " ").map(String.init)
        }
    }

    private static func peak(of process: String) -> Int {
        let status = (try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)) ?? ""
        guard status.hasPrefix("Name:\tcricksy-reader"),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kibibytes = line.split(separator: " ").compactMap({ Int($0) }).first
        else { return 0 }
        return kibibytes << 10
    }
}

/// Where libraries put temporary files.
enum SharedDirectories {
    /// What the readers' user has there, without the scratch directories of tests that run at the same time. A pool that
    /// root started has readers of nobody's, which tells their files from those of other programs.
    static func entriesOfReaders() -> Set<String> {
        let reader = geteuid() == 0 ? 65534 : geteuid()
        let found = ["/tmp", "/dev/shm"].flatMap { folder in
            ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
        }
        return Set(
            found.filter { path in
                let owner = try? FileManager.default.attributesOfItem(atPath: path)[.ownerAccountID] as? NSNumber
                return owner?.uint32Value == reader && !path.contains("/cricksy-")
            })
    }
}
