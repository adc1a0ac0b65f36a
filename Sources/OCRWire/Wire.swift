/// What both sides of the process boundary must agree on.
///
/// The channel is a stream socket. Each frame is a 4-byte little-endian payload length, a type byte, and the payload.
///
/// ```
/// parent -> child   greeting, then requests, each with the document's memfd beside its first byte
/// child -> parent   hello | startFailure, then for each request: accepted, pictures if asked for, one result for each
///                   setting, end
/// ```
public enum Wire {
    /// Raised whenever a frame changes its layout.
    public static let version: UInt32 = 3
    /// Largest payload of a frame.
    public static let maximumFrameBytes = 8 << 20
    /// Most bytes that all frames of one answer may have together.
    public static let maximumAnswerBytes = 64 << 20
    /// Most bytes of one page's picture; ten of them fit an answer.
    public static let maximumPictureBytes = 4 << 20
    /// Bytes before a payload: length and type.
    public static let frameHeaderBytes = 5
    /// The descriptor on which a child finds its channel.
    public static let channelDescriptor: Int32 = 3
}

/// The type byte of a frame.
public enum FrameType: UInt8, Sendable {
    case greeting = 1
    case hello = 2
    case startFailure = 3
    case request = 4
    case accepted = 5
    case result = 6
    case end = 7
    case picture = 8
}

/// How a child ends by itself.
public enum ReaderExitCode {
    /// The parent closed the channel.
    public static let endOfInput: Int32 = 0
    /// Started without a channel, by hand for instance (EX_USAGE).
    public static let noChannel: Int32 = 64
    /// Said why in a `startFailure` frame (EX_UNAVAILABLE).
    public static let startFailed: Int32 = 69
    /// The parent broke the protocol (EX_PROTOCOL).
    public static let protocolError: Int32 = 76
    /// A library ran out of memory where no error can be returned (EX_OSERR).
    public static let outOfMemory: Int32 = 71
    /// The kernel refused a system call (EX_NOPERM); see `SandboxViolation`.
    public static let sandboxViolation: Int32 = 77
}
