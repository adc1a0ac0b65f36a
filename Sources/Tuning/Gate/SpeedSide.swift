public import Corpus
public import OCRPool
internal import OCRWire
public import Recognition

/// What one reading cost the process that read.
public struct ReadingCost: Codable, Sendable, Hashable {
    /// CPU seconds, user and system.
    public var cpuSeconds: Double
    /// Seconds from the request to the end of the answer.
    public var wallSeconds: Double
    /// Instructions outside the kernel; nil where they cannot be counted.
    public var instructions: Double?
    /// Largest resident size, in bytes.
    public var peakBytes: Int
    /// Resident size afterwards, in bytes.
    public var residentBytes: Int

    /// Creates a cost.
    public init(
        cpuSeconds: Double, wallSeconds: Double, instructions: Double? = nil, peakBytes: Int, residentBytes: Int
    ) {
        self.cpuSeconds = cpuSeconds
        self.wallSeconds = wallSeconds
        self.instructions = instructions
        self.peakBytes = peakBytes
        self.residentBytes = residentBytes
    }

    /// One after the other in the same process.
    static func + (first: ReadingCost, second: ReadingCost) -> ReadingCost {
        ReadingCost(
            cpuSeconds: first.cpuSeconds + second.cpuSeconds, wallSeconds: first.wallSeconds + second.wallSeconds,
            instructions: first.instructions.flatMap { count in second.instructions.map { count + $0 } },
            peakBytes: max(first.peakBytes, second.peakBytes), residentBytes: second.residentBytes)
    }
}

/// One of the two builds that a gate holds against each other: a process that reads documents one by one.
public protocol SpeedSide: Sendable {
    /// Ends the process and starts another.
    func restart() async throws(TuningError)
    /// Reads a document.
    func read(_ document: StudyDocument) async throws(TuningError) -> ReadingCost
    /// Ends the process.
    func finish() async
}

/// A build's reader, in the pool that ships.
public actor PoolSide: SpeedSide {
    private let name: String
    private let corpus: Corpus
    private let configuration: PoolConfiguration
    private let profiles: [RecognitionProfile]
    private var pool: ReaderPool?
    private var counter: InstructionCounter?
    private var files: [String: [UInt8]] = [:]

    /// Creates a side that has no process yet.
    ///
    /// - Parameter name: stands in sentences, `the base`.
    public init(
        _ name: String, corpus: Corpus, configuration: PoolConfiguration, profiles: [RecognitionProfile]
    ) {
        self.name = name
        self.corpus = corpus
        self.profiles = profiles
        var one = configuration
        one.concurrency = 1
        one.recycling = RecyclingPolicy(tasks: nil, residentBytes: nil)
        self.configuration = one
    }

    /// Ends the process and starts another.
    public func restart() async throws(TuningError) {
        await finish()
        do throws(PoolError) {
            pool = try await ReaderPool(configuration)
        } catch {
            let cause = error.sentence.hasSuffix(".") ? String(error.sentence.dropLast()) : error.sentence
            throw .reader(
                "\(name), \(configuration.program), cannot be measured beside this program (\(cause)); "
                    + "gate accuracy alone, without --against")
        }
    }

    /// Reads a document.
    public func read(_ document: StudyDocument) async throws(TuningError) -> ReadingCost {
        if pool == nil { try await restart() }
        guard let pool else { throw .reader("\(name) has no reader") }
        let bytes = try bytes(of: document)
        let before = counter?.value
        do throws(PoolError) {
            let answer = try await pool.read(bytes, plan: .all(ReadPlan.byKind(profiles).settings(for: document.kind)))
            return cost(answer, before: before)
        } catch {
            throw .reader("\(name) could not read \(document.id): \(error.description)")
        }
    }

    /// Ends the process.
    public func finish() async {
        await pool?.shutdown()
        pool = nil
        counter = nil
    }

    private func bytes(of document: StudyDocument) throws(TuningError) -> [UInt8] {
        if let bytes = files[document.id] { return bytes }
        guard let bytes = try corpus.bytes(of: [document]).first else {
            throw .unusableCorpus("there is no document \(document.id)")
        }
        files[document.id] = bytes
        return bytes
    }

    /// The first reading tells whose instructions to count, so it has none.
    private func cost(_ answer: ReadAnswer, before: UInt64?) -> ReadingCost {
        let usage = answer.usage
        var instructions: Double?
        if let counter, counter.processID == usage.processID, let before, let after = counter.value {
            instructions = Double(after - before)
        } else {
            counter = InstructionCounter(processID: usage.processID)
        }
        return ReadingCost(
            cpuSeconds: usage.cpuSeconds, wallSeconds: answer.wall.seconds, instructions: instructions,
            peakBytes: usage.peakResidentBytes, residentBytes: usage.residentBytes)
    }
}

/// A side with so much more real work: after a document it reads a cheap one until the share is made up.
actor SlowedSide: SpeedSide {
    private let side: any SpeedSide
    private let share: Double
    private let filler: StudyDocument
    private var owed = 0.0
    private var fillerSeconds = 0.0

    /// - Parameters:
    ///   - share: CPU seconds more, 0.05 for 5%.
    ///   - filler: a document that costs little, so that the share can be met.
    init(_ side: any SpeedSide, share: Double, filler: StudyDocument) {
        self.side = side
        self.share = share
        self.filler = filler
    }

    func restart() async throws(TuningError) { try await side.restart() }

    func read(_ document: StudyDocument) async throws(TuningError) -> ReadingCost {
        var cost = try await side.read(document)
        owed += share * cost.cpuSeconds
        while owed > fillerSeconds / 2 {
            let more = try await side.read(filler)
            fillerSeconds = more.cpuSeconds
            owed -= more.cpuSeconds
            cost = cost + more
        }
        return cost
    }

    func finish() async { await side.finish() }
}
