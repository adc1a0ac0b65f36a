internal import Corpus
internal import Foundation
internal import OCRPool
internal import Recognition
internal import TunedConfiguration
internal import Tuning

/// What both builds that a gate compares have in common.
struct GateBench {
    private(set) var schedule: SpeedSchedule
    private let files: SpeedFiles
    private let configuration: PoolConfiguration
    private let profiles: [RecognitionProfile]
    private let callgrind: Callgrind?
    private let folder: String

    /// Cuts the documents, and makes a directory for Valgrind's files.
    init(_ options: GateOptions, _ speed: GateSpeedOptions) async throws {
        let corpus = try CorpusDirectory.load(at: options.corpus)
        configuration = try options.readers.configuration(concurrency: 1)
        profiles = try TunedConfiguration.load(path: options.tuned).recognition.profiles
        schedule = try SpeedSchedule(
            corpus.documents.map(StudyDocument.init), count: speed.documents, seed: speed.seed)
        let reader = try await PoolExecutor(corpus: corpus, configuration: configuration)
        do {
            files = try await SpeedFiles(schedule.documents, reader: reader, profiles: profiles)
        } catch {
            await reader.finish()
            throw error
        }
        await reader.finish()
        schedule.whole = files.cheapestPicture ?? schedule.whole
        folder = FileManager.default.temporaryDirectory.appending(path: "cricksy-gate-\(UUID().uuidString)").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        // In Valgrind a reader is not locked in, so it gets nothing that strangers sent.
        let measured = Set(schedule.documents.map(\.id))
        let isOurs = corpus.documents.allSatisfy { !measured.contains($0.id) || $0.provenance == nil }
        callgrind = speed.skipValgrind || !isOurs ? nil : Callgrind(folder: folder)
    }

    /// The builds' readers; of the base what is not given is the head's.
    func sides(base program: String? = nil, profiles: [RecognitionProfile]? = nil) throws -> (
        base: PoolSide, head: PoolSide
    ) {
        try sides(program, profiles, callgrind: nil)
    }

    /// The same in Valgrind; nil where it is not there or not wanted.
    func counted(base program: String? = nil, profiles: [RecognitionProfile]? = nil) throws -> CountedSides? {
        guard let callgrind else { return nil }
        let sides = try sides(program, profiles, callgrind: callgrind)
        return CountedSides(base: sides.base, head: sides.head)
    }

    /// Removes Valgrind's files.
    func clean() { try? FileManager.default.removeItem(atPath: folder) }

    private func sides(
        _ program: String?, _ profiles: [RecognitionProfile]?, callgrind: Callgrind?
    ) throws -> (base: PoolSide, head: PoolSide) {
        var base = configuration
        base.program = program ?? configuration.program
        return (
            try PoolSide(
                "the base", files: files, configuration: base, profiles: profiles ?? self.profiles, callgrind: callgrind
            ),
            try PoolSide(
                "the head", files: files, configuration: configuration, profiles: self.profiles, callgrind: callgrind)
        )
    }
}
