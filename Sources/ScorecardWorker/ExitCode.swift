/// Exit codes of `cricksy-worker`, after sysexits.h; the README lists them.
public enum WorkerExitCode {
    /// A document cannot be read: damaged, unsupported, encrypted, empty or over a limit.
    public static let badDocument: Int32 = 65
    /// A file is missing or cannot be opened.
    public static let missingFile: Int32 = 66
    /// The reader died or ran out of time.
    public static let readerUnavailable: Int32 = 69
    /// The pidfile's owner lives, or the file cannot be written; Celery's code.
    public static let cannotCreate: Int32 = 73
    /// The tuned file or another setting is wrong, or the reader program is missing.
    public static let badConfiguration: Int32 = 78
}
