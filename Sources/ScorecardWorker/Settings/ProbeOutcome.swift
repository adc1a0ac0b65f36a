public import TunedConfiguration

/// What became of the probe with which a worker starts.
public enum ProbeOutcome: Sendable, Hashable {
    /// There is nothing to hold it against: no file, nothing recorded in it, or its recognition half is stale already.
    case unneeded
    /// `--skip-probe`.
    case skipped
    /// It was not done in time, or a reader died; this says nothing about the file.
    case unfinished(reason: String)
    /// All pages were read, in this many elapsed seconds.
    case finished(ProbeResult, seconds: Double)
}
