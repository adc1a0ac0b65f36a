internal import Recognition
internal import TunedConfiguration

/// The machine half: what the pool does with the winner at each concurrency, and with the other contenders beside it.
struct MachineStage {
    let request: StudyRequest
    let store: StudyStore
    let executor: any LoadExecutor
    let progress: ProgressTracker
    /// Memory that readers may fill.
    var memoryBytes = MachineFingerprint.current().usableMemoryBytes

    /// What is measured: the winner at these concurrencies, and whether the other contenders stand beside it.
    private struct Plan {
        var steps: [Int]
        var hasOthers: Bool
        var documents: Int
    }

    /// Measures the curve and chooses.
    func run(
        winner: SearchSpace.Point, others: [SearchSpace.Point], table: MeasurementTable
    ) async throws(TuningError) -> MachineResult {
        let plan = plan(winner: winner, others: others, table: table)
        let documents = documents(count: plan.documents)
        let others = plan.hasOthers ? others : []
        progress.begin(
            "machine", "\(plan.steps.count) levels of concurrency",
            remaining: documents.count * (plan.steps.count + 2 * others.count))
        var points: [MachinePoint] = []
        for concurrency in plan.steps {
            points.append(try await point(winner, concurrency, documents))
        }
        let choice = MachineChoice(points, memoryBytes: memoryBytes)
        for other in others {
            for concurrency in Set([1, choice.concurrency]).sorted() {
                points.append(try await point(other, concurrency, documents))
            }
        }
        let own = points.filter { $0.setting == winner.id }.withSlowdowns
        return MachineResult(
            points: own + points.filter { $0.setting != winner.id }, chosenConcurrency: choice.concurrency,
            reason: choice.reason, childMemoryBytes: choice.childMemoryBytes)
    }

    /// 1, 2, ... to twice the processors; on larger machines powers of two, the processors and twice the processors.
    package static func concurrencies(processors: Int) -> [Int] {
        if processors <= 4 { return Array(1...(2 * max(1, processors))) }
        let powers = (0..<20).map { 1 << $0 }.filter { $0 < 2 * processors }
        return Set(powers + [processors, 2 * processors]).sorted()
    }

    private func point(
        _ point: SearchSpace.Point, _ concurrency: Int, _ documents: [StudyDocument]
    ) async throws(TuningError) -> MachinePoint {
        let (id, names) = (point.id, documents.map(\.id))
        let load: LoadMeasurement
        if let known = try store.load(setting: id, concurrency: concurrency, documents: names) {
            load = known
            progress.advance(documents.count, wallSeconds: nil)
        } else {
            load = try await executor.load(documents, plan: .byKind(point.allProfiles), concurrency: concurrency)
            try store.add(load, setting: id, concurrency: concurrency, documents: names)
            progress.advance(documents.count, wallSeconds: load.wallSeconds * Double(request.concurrency))
        }
        return MachinePoint(load, setting: id, concurrency: concurrency, documents: documents)
    }

    // MARK: - Documents

    /// As much as the machine's share of the budget allows, counted by what the documents cost before: the whole
    /// curve with the other contenders, the curve alone, or only one reader and one for each processor.
    private func plan(
        winner: SearchSpace.Point, others: [SearchSpace.Point], table: MeasurementTable
    ) -> Plan {
        let wall = { (point: SearchSpace.Point) in
            table.value(.wallPerPage, of: point.id, on: request.documents, mix: request.mix) ?? 1
        }
        let speedup = { (concurrency: Int) in Double(min(concurrency, request.processors)) }
        let beside = others.reduce(0) { $0 + wall($1) * (1 + 1 / speedup(request.processors)) }
        let seconds = request.budgetSeconds * StudyRequest.machineShare
        let steps = Self.concurrencies(processors: request.processors)
        for (steps, hasOthers) in [(steps, true), (steps, false), (Set([1, request.processors]).sorted(), false)] {
            let once = steps.reduce(hasOthers ? beside : 0) { $0 + wall(winner) / speedup($1) }
            let documents = Int(min(60, seconds / max(once, 1e-6)))
            if documents >= 8 { return Plan(steps: steps, hasOthers: hasOthers, documents: documents) }
        }
        return Plan(steps: Set([1, request.processors]).sorted(), hasOthers: false, documents: 8)
    }

    /// Documents in the proportions of the mix, the kinds spread evenly; few documents are read more than once.
    func documents(count: Int) -> [StudyDocument] {
        Self.documents(
            count: count, of: request.documents(in: .tune) + request.documents(in: .validation), mix: request.mix)
    }

    static func documents(count: Int, of all: [StudyDocument], mix: Mix) -> [StudyDocument] {
        guard let weights = mix.weights(among: Set(all.map(\.kind))) else { return [] }
        let kinds = InputKind.allCases.filter { weights[$0] != nil }
        var dealt: [InputKind: Int] = [:]
        return (1...count).compactMap { total in
            // The kind that is furthest behind its share comes next.
            let behind = { (kind: InputKind) in Double(total) * (weights[kind] ?? 0) - Double(dealt[kind] ?? 0) }
            guard let kind = kinds.max(by: { behind($0) < behind($1) }) else { return nil }
            let ofKind = all.filter { $0.kind == kind }
            let document = ofKind[(dealt[kind] ?? 0) % ofKind.count]
            dealt[kind, default: 0] += 1
            return document
        }
    }
}
