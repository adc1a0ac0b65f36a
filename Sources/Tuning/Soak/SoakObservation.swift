internal import Foundation
internal import OCRPool
internal import OCRWire
internal import Recognition
internal import Scorecard
internal import Synchronization

/// Counts what became of the documents.
final class SoakTally: Sendable {
    private let counts = Mutex((results: 0, failures: [String: Int]()))

    var results: Int { counts.withLock { $0.results } }
    var failures: [String: Int] { counts.withLock { $0.failures } }

    func count(_ result: ReadResult?) {
        switch result {
        case .success: counts.withLock { $0.results += 1 }
        case .failure(let failure): count(failure: failure.sentence)
        case nil: count(failure: "there was no profile to read with")
        }
    }

    func count(failure: String) {
        counts.withLock { $0.failures[failure, default: 0] += 1 }
    }
}

extension SoakCheckpoint {
    /// What this process and its readers hold on to now.
    static func now(documents: Int, seconds: Double) -> SoakCheckpoint {
        let memory = ProcessTree.sample()
        return SoakCheckpoint(
            documents: documents, seconds: seconds, residentBytes: memory.residentBytes,
            proportionalBytes: memory.proportionalBytes, peakBytes: memory.peakResidentBytes,
            descriptors: (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0,
            processes: memory.processes, zombies: ProcessTree.zombies())
    }
}

/// Where programs leave files behind.
enum SharedFolders {
    static func files() -> Set<String> {
        Set(
            ["/tmp", "/dev/shm"].flatMap { folder in
                ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).map { "\(folder)/\($0)" }
            })
    }
}
