public import OCRPool
public import Recognition
internal import Scorecard
public import TunedConfiguration

extension ProbeResult {
    /// Reads the probe pages as a worker does when it starts: with a reader that has read nothing before.
    ///
    /// - Parameter configuration: its concurrency is not used; one reader reads all pages.
    public static func recorded(
        with profiles: [RecognitionProfile], configuration: PoolConfiguration
    ) async throws(TuningError) -> ProbeResult {
        var configuration = configuration
        configuration.concurrency = 1
        do throws(PoolError) {
            let pool = try await ReaderPool(configuration)
            let result: Result<ProbeResult, PoolError>
            do throws(PoolError) {
                result = .success(
                    try await ProbePage.probe { (page) async throws(PoolError) in
                        try await pool.read(page, profiles)
                    })
            } catch {
                result = .failure(error)
            }
            await pool.shutdown()
            return try result.get()
        } catch {
            throw .reader(error.description)
        }
    }
}

extension ReaderPool {
    fileprivate func read(
        _ page: ProbePage, _ profiles: [RecognitionProfile]
    ) async throws(PoolError) -> (text: String, cpuSeconds: Double) {
        let answer = try await read(page.bytes, plan: .byKind(profiles))
        return switch answer.results.first {
        case .success(let document)?: (document.text, answer.usage.cpuSeconds)
        case .failure(let failure)?: (failure.sentence, answer.usage.cpuSeconds)
        case nil: ("", answer.usage.cpuSeconds)
        }
    }
}
