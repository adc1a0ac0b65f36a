internal import Corpus
internal import Foundation
internal import OCRPool
internal import Reporting
internal import Tuning

/// Has the worst pages of a finished run read again and drawn, by readers of their own, for its report.
struct WorstPagesReading {
    let corpus: Corpus
    let readers: ReaderOptions
    /// Whether cards of real people are shown.
    let withCrops: Bool

    /// Reads them and keeps them in the run's directory.
    func run(_ result: StudyResult, into directory: RunDirectory) async throws -> StudyExhibits {
        let executor = try await PoolExecutor(
            corpus: corpus, configuration: try readers.configuration(concurrency: 1))
        let exhibits: StudyExhibits
        do {
            exhibits = try await executor.exhibits(of: result, split: result.evidenceSplit, withCrops: withCrops)
        } catch {
            await executor.finish()
            throw error
        }
        await executor.finish()
        try directory.write(exhibits)
        return exhibits
    }
}
