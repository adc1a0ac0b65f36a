package import OCRPool
internal import Recognition
internal import Scorecard
internal import TunedConfiguration

/// Reads the probe pages with the tuned settings before the first upload is taken: libraries and models can have the
/// same versions and read otherwise, and a machine can have the same CPUs and be slower.
package struct StartProbe {
    let pool: ReaderPool
    let tuned: TunedSettings
    let limit: Duration

    /// - Parameters:
    ///   - tuned: held against the engine and the machine.
    ///   - limit: all pages are read within this time or nothing is said.
    package init(pool: ReaderPool, tuned: TunedSettings, limit: Duration = .seconds(2)) {
        self.pool = pool
        self.tuned = tuned
        self.limit = limit
    }

    /// The settings as they are after the probe.
    ///
    /// - Parameter skips: `--skip-probe`.
    package func run(skips: Bool) async -> TunedSettings {
        guard tuned.wantsProbe else { return tuned.probed(.unneeded) }
        if skips { return tuned.probed(.skipped) }
        let start = ContinuousClock.now
        let profiles = tuned.profiles
        do throws(ProbeFault) {
            let result = try await ProbePage.probe { (page) async throws(ProbeFault) in
                try await read(page, profiles)
            }
            return tuned.probed(.finished(result, seconds: (ContinuousClock.now - start).inSeconds))
        } catch {
            return tuned.probed(.unfinished(reason: error.reason))
        }
    }

    /// Each page may take its share of the time, so that no reader has to be killed over it.
    private func read(
        _ page: ProbePage, _ profiles: [RecognitionProfile]
    ) async throws(ProbeFault) -> (text: String, cpuSeconds: Double) {
        let rounds = (ProbePage.all.count + pool.size - 1) / pool.size
        let options = ReadOptions(softLimit: limit / rounds)
        let answer: ReadAnswer
        do throws(PoolError) {
            answer = try await pool.read(page.bytes, plan: .byKind(profiles), options: options)
        } catch {
            throw ProbeFault(reason: error.description)
        }
        switch answer.results.first {
        case .success(let document)?: return (document.text, answer.usage.cpuSeconds)
        case .failure(.deadlineExceeded)?: throw ProbeFault(reason: "the machine is too busy")
        case .failure(let failure)?: return (failure.sentence, answer.usage.cpuSeconds)
        case nil: return ("", answer.usage.cpuSeconds)
        }
    }
}

private struct ProbeFault: Error {
    let reason: String
}
