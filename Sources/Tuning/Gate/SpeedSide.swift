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
    /// Has instructions counted from now on where that makes readings slow.
    func startCounting() async
    /// Reads so much of a document.
    func read(_ part: SpeedPart, of document: StudyDocument) async throws(TuningError) -> ReadingCost
    /// Reads so much of a document several times; what that cost together.
    func read(_ part: SpeedPart, of document: StudyDocument, times: Int) async throws(TuningError) -> ReadingCost
    /// Ends the process.
    func finish() async
}

extension SpeedSide {
    /// One reading after another.
    public func read(
        _ part: SpeedPart, of document: StudyDocument, times: Int
    ) async throws(TuningError) -> ReadingCost {
        var cost = try await read(part, of: document)
        for _ in 1..<max(1, times) { cost = cost + (try await read(part, of: document)) }
        return cost
    }

    /// Nothing: they are counted from the first.
    public func startCounting() async {}
}

/// Two builds' readers where instructions are counted.
public struct CountedSides: Sendable {
    let base: any SpeedSide
    let head: any SpeedSide

    /// Creates a pair.
    public init(base: any SpeedSide, head: any SpeedSide) {
        self.base = base
        self.head = head
    }

    func count(
        _ schedule: SpeedSchedule, progress: @Sendable (StudyProgress) -> Void
    ) async throws(TuningError) -> InstructionCount {
        do throws(TuningError) {
            return try await InstructionCount.measure(
                base: base, head: head, documents: schedule.round(0).map(\.document), progress: progress)
        } catch {
            throw .reader("Valgrind cannot count their instructions (\(error)); go by the clock with --skip-valgrind")
        }
    }
}

/// A build's reader, in the pool that ships.
public actor PoolSide: SpeedSide {
    private let name: String
    private let files: SpeedFiles
    private let configuration: PoolConfiguration
    private let profiles: [RecognitionProfile]
    private let callgrind: Callgrind?
    private var pool: ReaderPool?
    private var counter: (any InstructionCounting)?
    private var counted: UInt64?
    /// The reader's.
    private var processID: Int32?

    /// Creates a side that has no process yet.
    ///
    /// - Parameters:
    ///   - name: stands in sentences, `the base`.
    ///   - callgrind: counts the instructions of its readers, which then take far longer; nil to leave that to
    ///     the processor.
    /// - Throws: `TuningError` when the reader cannot be run in Valgrind.
    public init(
        _ name: String, files: SpeedFiles, configuration: PoolConfiguration, profiles: [RecognitionProfile],
        callgrind: Callgrind? = nil
    ) throws(TuningError) {
        self.name = name
        self.files = files
        self.profiles = profiles
        self.callgrind = callgrind
        var one = try callgrind?.configuration(configuration, name: name) ?? configuration
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
        try await read(part, of: document, times: 1)
    }

    /// Reads so much of a document several times; Valgrind is asked once, for to ask it takes as long as to read a sliver.
    public func read(
        _ part: SpeedPart, of document: StudyDocument, times: Int
    ) async throws(TuningError) -> ReadingCost {
        var cost = self.cost(of: try await answer(part, document))
        for _ in 1..<max(1, times) { cost = cost + self.cost(of: try await answer(part, document)) }
        cost.instructions = instructions()
        return cost
    }

    private func answer(_ part: SpeedPart, _ document: StudyDocument) async throws(TuningError) -> ReadAnswer {
        if pool == nil { try await restart() }
        guard let pool else { throw .reader("\(name) has no reader") }
        let bytes = try files.bytes(part, of: document)
        do throws(PoolError) {
            return try await pool.read(bytes, plan: .all(ReadPlan.byKind(profiles).settings(for: document.kind)))
        } catch {
            throw .reader("\(name) could not read \(document.id): \(error.description)")
        }
    }

    /// Ends the process.
    public func finish() async {
        await pool?.shutdown()
        pool = nil
        counter = nil
        counted = nil
        processID = nil
    }

    /// Has Valgrind count from now on; a document must have been read before.
    public func startCounting() {
        guard let callgrind, let processID else { return }
        counter = CallgrindCounter(callgrind, processID: processID)
        counted = counter?.value
    }

    private func cost(of answer: ReadAnswer) -> ReadingCost {
        let usage = answer.usage
        processID = usage.processID
        return ReadingCost(
            cpuSeconds: usage.cpuSeconds, wallSeconds: answer.wall.seconds, peakBytes: usage.peakResidentBytes,
            residentBytes: usage.residentBytes)
    }

    /// Instructions since the last time. The first reading tells whose to count, so it has none; a reader that waits runs none.
    private func instructions() -> Double? {
        guard let processID else { return nil }
        guard let counter, counter.processID == processID else {
            if callgrind == nil {
                counter = InstructionCounter(processID: processID)
                counted = counter?.value
            }
            return nil
        }
        let before = counted
        counted = counter.value
        return before.flatMap { before in counted.map { Double($0 - before) } }
    }
}
