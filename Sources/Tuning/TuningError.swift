/// Why a study could not be made; each is one sentence on a terminal and one exit code.
public enum TuningError: Error, Sendable, Equatable {
    /// `--mix` cannot be used.
    case invalidMix(String)
    /// A setting of a name that there is not.
    case unknownSetting(String)
    /// A setting with a value that it cannot have.
    case invalidSetting(key: String, value: String, allowed: String)
    /// `--space` cannot be used.
    case invalidSpace(path: String, reason: String)
    /// `--incumbent` cannot be used.
    case invalidIncumbent(String)
    /// The corpus does not have what a study needs.
    case unusableCorpus(String)
    /// The study's database cannot be opened, read or written.
    case store(path: String, reason: String)
    /// `--resume` names a run that cannot go on.
    case cannotResume(run: String, reason: String)
    /// The readers cannot be used at all.
    case reader(String)
    /// The broker of a fleet cannot be used.
    case fleet(String)
    /// Every setting failed, so that there is nothing to choose from.
    case nothingFeasible(String)
    /// No setting keeps the limits of `--max-rss`, `--max-p95` and `--min-accuracy`.
    case limitsNotMet(String)
    /// A tuned file does not hold what a plan is computed from.
    case cannotPlan(String)
    /// A file of the run cannot be written.
    case cannotWrite(path: String, reason: String)
    /// A file of an earlier run or a baseline cannot be read.
    case cannotRead(path: String, reason: String)

    /// One sentence: what, why, and what to do.
    public var sentence: String {
        switch self {
        case .invalidMix(let reason):
            "The mix cannot be used: \(reason); write it as text=.3,scan=.2,screen=.3,photo=.2."
        case .unknownSetting(let name):
            "There is no setting '\(name)'; the names are \(SettingsKey.allCases.map(\.rawValue).joined(separator: ", "))"
                + " and variable.NAME for Tesseract's own variables."
        case .invalidSetting(let key, let value, let allowed):
            "The setting \(key) cannot be '\(value)'; it takes \(allowed)."
        case .invalidSpace(let path, let reason): "The search space \(path) cannot be used: \(reason)."
        case .invalidIncumbent(let reason): "The incumbent cannot be used: \(reason)."
        case .unusableCorpus(let reason): "The corpus cannot be used for tuning: \(reason)."
        case .store(let path, let reason): "The study \(path) cannot be used: \(reason)."
        case .cannotResume(let run, let reason): "The run \(run) cannot be resumed: \(reason); start a new one."
        case .reader(let reason): "The readers cannot be used: \(reason)."
        case .fleet(let reason): "The broker of --broker cannot be used: \(reason)"
        case .nothingFeasible(let reason): "No setting could read anything: \(reason)."
        case .limitsNotMet(let reason):
            "No setting of the space keeps the limits; of the best on the tune split, \(reason). Widen limit or space."
        case .cannotPlan(let reason): "No plan can be made: \(reason)."
        case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)."
        case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason)."
        }
    }
}
