/// A text that must not be printed: a password, or a URL that holds one. Every way of printing it masks it.
public struct Secret: Sendable, Hashable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The text itself, for the client that logs in with it.
    public let exposed: String
    private let isURL: Bool

    /// Hides a text, and nothing but the password of a URL.
    public init(_ text: String, isURL: Bool = false) {
        exposed = text
        self.isURL = isURL
    }

    /// `***`; of a URL all but its password: `redis://user:***@host:6379/0`.
    public var description: String { isURL ? Mask.url(exposed) ?? Mask.stars : Mask.stars }
    /// As `description`.
    public var debugDescription: String { description }
    /// As `description`.
    public var customMirror: Mirror { Mirror(self, children: ["masked": description]) }
}

/// Takes passwords out of texts. Where it cannot tell it takes too much.
enum Mask {
    static let stars = "***"

    /// The URL without its password; nil when the text is no URL and may be anything.
    static func url(_ text: String) -> String? {
        guard let mark = text.firstRange(of: "://"), mark.lowerBound > text.startIndex else { return nil }
        let scheme = text[..<mark.lowerBound]
        guard scheme.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }) else {
            return nil
        }
        return (scheme + "://" + masked(address: text[mark.upperBound...])).quotable
    }

    /// What stands behind the scheme of a URL, without its password.
    static func masked(address: Substring) -> String {
        // A password may hold "/", "?" or "@" by mistake: all up to the last "@" counts as login.
        guard let at = address.lastIndex(of: "@") else { return masked(query: address) }
        return masked(login: address[..<at]) + "@" + masked(query: address[address.index(after: at)...])
    }

    private static func masked(login: Substring) -> String {
        guard let colon = login.firstIndex(of: ":") else {
            // A user's name is a plain word; what is not may be half a password.
            return login.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "_-.".contains($0)) }
                ? String(login) : stars
        }
        return login[..<colon] + ":" + stars
    }

    private static func masked(query rest: Substring) -> String {
        guard let mark = rest.firstIndex(of: "?") else { return String(rest) }
        let pairs = rest[rest.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let masked = pairs.map { pair in
            guard let equals = pair.firstIndex(of: "="), isSecret(key: pair[..<equals]) else { return String(pair) }
            return pair[...equals] + stars
        }
        return rest[...mark] + masked.joined(separator: "&")
    }

    /// Whether what stands behind this name is nobody's business. `ssl_keyfile` is a path.
    static func isSecret(key: some StringProtocol) -> Bool {
        let name = key.lowercased()
        if name.hasSuffix("file") { return false }
        return name.contains("%")
            || ["pass", "pwd", "secret", "token", "credential", "key", "signature"].contains { name.contains($0) }
    }
}
