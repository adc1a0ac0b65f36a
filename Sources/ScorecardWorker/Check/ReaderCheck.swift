internal import OCRPool
internal import OCRWire
internal import Recognition
internal import TunedConfiguration

/// Starts one reader and holds the tuned file against it.
struct ReaderCheck {
    private let readers: ReaderSettings
    private let tuned: TunedSettings

    init(_ configuration: WorkerConfiguration) {
        readers = configuration.readers
        tuned = configuration.tuned
    }

    var findings: [Finding] {
        get async {
            let start = ContinuousClock.now
            do throws(PoolError) {
                let pool = try await pool()
                let seconds = (ContinuousClock.now - start).inSeconds
                let probed = await StartProbe(pool: pool, tuned: tuned.checked(against: pool.hello))
                    .run(skips: readers.skipsProbe)
                await pool.shutdown()
                return found(pool.hello, probed, seconds: seconds)
            } catch {
                let reader = Finding.failed(
                    "reader", error.description,
                    remedy: "Install cricksy-reader beside cricksy-worker, with the models.")
                return [reader, tunedFinding(tuned)]
            }
        }
    }

    private func pool() async throws(PoolError) -> ReaderPool {
        try await ReaderPool(
            PoolConfiguration(
                program: try ReaderProgram.find(readers.program), modelDirectory: readers.modelDirectory,
                startLimit: WorkerCheck.limit - .seconds(1),
                sandbox: SandboxOrder(policy: readers.sandbox, addressSpaceBytes: readers.addressSpaceBytes)))
    }

    private func found(_ hello: ReaderHello, _ probed: TunedSettings, seconds: Double) -> [Finding] {
        let engine = EngineFingerprint(hello, models: tuned.models)
        let versions = "Tesseract \(engine.tesseract), Leptonica \(engine.leptonica), Poppler \(engine.poppler)"
        return [
            .good("reader", "\(versions); ready after \(((seconds * 100).rounded() / 100).plain) s"),
            .check(
                "reader sandbox", !hello.sandbox.isEmpty, hello.sandboxSentence,
                remedy: "Use a kernel with seccomp and Landlock, and leave --sandbox at require."),
            models(hello), tunedFinding(probed),
        ]
    }

    private func models(_ hello: ReaderHello) -> Finding {
        let wanted = Set(tuned.profiles.flatMap(\.settings.allModels))
        let there = Set(hello.models.map(\.name))
        let missing = wanted.subtracting(there).sorted()
        return .check(
            "models", missing.isEmpty,
            missing.isEmpty
                ? "\(wanted.sorted().joined(separator: ", ")) in \(hello.modelDirectory)"
                : "\(missing.joined(separator: ", ")) not in \(hello.modelDirectory)",
            otherwise: .failed,
            remedy: "Install tesseract-ocr-\(missing.first ?? "eng"), or name the models' directory with --tessdata.")
    }

    private func tunedFinding(_ tuned: TunedSettings) -> Finding {
        .check(
            "tuned file", tuned.word == "current", tuned.sentences.joined(separator: " "),
            remedy:
                "Run `cricksy-bench sweep` and `cricksy-bench promote` on this machine; `cricksy-bench machine` where "
                + "only the machine half is stale.")
    }
}
