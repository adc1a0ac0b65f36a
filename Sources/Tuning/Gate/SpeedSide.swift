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
    /// Reads so much of a document.
    func read(_ part: SpeedPart, of document: StudyDocument) async throws(TuningError) -> ReadingCost
    /// Ends the process.
    func finish() async
}

/// A build's reader, in the pool that ships.
public actor PoolSide: SpeedSide {
    private let name: String
    private let files: SpeedFiles
    private let configuration: PoolConfiguration
    private let profiles: [RecognitionProfile]
    private var pool: ReaderPool?
    private var counter: InstructionCounter?

    /// Creates a side that has no process yet.
    ///
    /// - Parameter name: stands in sentences, `the base`.
    public init(
        _ name: String, files: SpeedFiles, configuration: PoolConfiguration, profiles: [RecognitionProfile]
    ) {
        self.name = name
        self.files = files
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

    /// Reads so much of a document, by the settings of its kind.
    public func read(_ part: SpeedPart, of document: StudyDocument) async throws(TuningError) -> ReadingCost {
        if pool == nil { try await restart() }
        guard let pool else { throw .reader("\(name) has no reader") }
        let bytes = try files.bytes(part, of: document)
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
