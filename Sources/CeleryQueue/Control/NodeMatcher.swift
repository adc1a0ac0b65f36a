/// Which nodes a control request is for.
public enum NodeMatcher: Sendable, Hashable {
    case everybody
    case names([String])
    /// `*`, `?` and `[...]`.
    case glob(String)
    /// A regular expression that matches from the beginning of the name.
    case pcre(String)
    /// A matcher that does not exist: nobody answers.
    case nobody

    /// Longest pattern that is tried.
    static let longestPattern = 1000

    /// Whether a node of this name is meant.
    public func matches(_ node: String) -> Bool {
        switch self {
        case .everybody: true
        case .names(let names): names.contains(node)
        case .glob(let pattern):
            Self.glob(Array(pattern.unicodeScalars)[...], matches: Array(node.unicodeScalars)[...])
        case .pcre(let pattern): Self.regex(pattern, matches: node)
        case .nobody: false
        }
    }

    private static func regex(_ pattern: String, matches node: String) -> Bool {
        guard pattern.utf8.count <= longestPattern, let regex = try? Regex(pattern) else { return false }
        return (try? regex.prefixMatch(in: node)) != nil
    }
}

// MARK: Globs

extension NodeMatcher {
    private typealias Scalars = ArraySlice<Unicode.Scalar>

    /// As Python's `fnmatchcase`, in time proportional to both lengths at worst.
    private static func glob(_ pattern: Scalars, matches text: Scalars) -> Bool {
        var (pattern, text) = (pattern, text)
        var retry: (pattern: Scalars, text: Scalars)?
        while !text.isEmpty {
            if pattern.first == "*" {
                pattern.removeFirst()
                retry = (pattern, text)
            } else if let rest = step(pattern, over: text[text.startIndex]) {
                (pattern, text) = (rest, text.dropFirst())
            } else if let last = retry {
                // The last star takes one character more.
                (pattern, text) = (last.pattern, last.text.dropFirst())
                retry = (pattern, text)
            } else {
                return false
            }
        }
        return pattern.allSatisfy { $0 == "*" }
    }

    /// The pattern after one that matches the character; nil if it does not.
    private static func step(_ pattern: Scalars, over scalar: Unicode.Scalar) -> Scalars? {
        guard let first = pattern.first else { return nil }
        if first == "?" { return pattern.dropFirst() }
        if first == "[", let (set, rest) = bracket(pattern) { return set(scalar) ? rest : nil }
        return first == scalar ? pattern.dropFirst() : nil
    }

    /// Reads `[abc]`, `[a-z]` or `[!abc]`; nil when it is not closed, which makes the bracket a plain character.
    private static func bracket(_ pattern: Scalars) -> (set: (Unicode.Scalar) -> Bool, rest: Scalars)? {
        var body = pattern.dropFirst()
        let isNegated = body.first == "!"
        if isNegated { body.removeFirst() }
        // A closing bracket in the first place is one of the characters.
        guard let end = body.dropFirst().firstIndex(of: "]") else { return nil }
        let members = Array(body[..<end])
        return ({ contains(members, $0) != isNegated }, pattern[(end + 1)...])
    }

    private static func contains(_ members: [Unicode.Scalar], _ scalar: Unicode.Scalar) -> Bool {
        var index = 0
        while index < members.count {
            if index + 2 < members.count, members[index + 1] == "-" {
                if members[index] <= scalar, scalar <= members[index + 2] { return true }
                index += 3
            } else {
                if members[index] == scalar { return true }
                index += 1
            }
        }
        return false
    }
}
