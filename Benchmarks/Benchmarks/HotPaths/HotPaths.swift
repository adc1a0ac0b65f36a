import Benchmark
import Evaluation
import OCRWire
import Recognition
import Scorecard

/// What runs once for every page, or for every page and setting.
/// Names without spaces: the harness writes thresholds of others and does not find them again.
let benchmarks: @Sendable () -> Void = {
    // Shared machines disturb wall time: only a doubling is called a change.
    Benchmark.defaultConfiguration = .init(
        metrics: [.wallClock], warmupIterations: 2, maxDuration: .seconds(1),
        thresholds: [.wallClock: .init(relative: [.p90: 100])])
    editDistance()
    scoring()
    cards()
}

private func editDistance() {
    // About 2% of the symbols are misread.
    for length in [5_000, 100_000] {
        let (printed, read) = Sample.text(length)
        Benchmark("edit-distance-\(length)") { benchmark in
            for _ in benchmark.scaledIterations { blackHole(EditDistance.between(printed, read)) }
        }
    }
    let unrelated = (Sample.text(100_000).printed, Array(Sample.text(100_000).printed.reversed()))
    Benchmark("edit-distance-100000-unrelated") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(EditDistance.between(unrelated.0, unrelated.1)) }
    }
}

private func scoring() {
    let card = Sample.card
    let misread = card.replacing("4.0", with: "4.O").replacing("man 1", with: "rnan 1")
    Benchmark("text-score") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(TextScore(reference: card, hypothesis: misread)) }
    }
}

private func cards() {
    let page = Sample.page
    let reading = ScorecardReader().read(pages: [page])
    precondition(reading.card.innings.count == 2, "the sample is no longer read as a card of two innings")
    Benchmark("card-reading") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(ScorecardReader().read(pages: [page])) }
    }
    let document = ReadDocument(kind: .scan, format: .tiff, pages: [page], reading: reading, cost: ReadCost())
    let message = ReaderMessage.result(id: 1, index: 0, .success(document))
    Benchmark("frame-encoding") { benchmark in
        for _ in benchmark.scaledIterations { blackHole(try message.encoded()) }
    }
    Benchmark("frame-decoding") { benchmark in
        let bytes = try message.encoded()
        benchmark.startMeasurement()
        for _ in benchmark.scaledIterations {
            var buffer = FrameBuffer()
            bytes.withUnsafeBytes { buffer.append($0) }
            blackHole(try buffer.nextReaderMessage())
        }
    }
}
