package import FoundationEssentials

/// What a request is signed with. Never printed.
package struct Credentials: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    var accessKeyID: String
    var secretAccessKey: String
    var sessionToken: String?
    /// Nil when they do not expire.
    var expiration: Date?

    package init(
        accessKeyID: String, secretAccessKey: String, sessionToken: String? = nil, expiration: Date? = nil
    ) {
        self.accessKeyID = accessKeyID
        self.secretAccessKey = secretAccessKey
        self.sessionToken = sessionToken
        self.expiration = expiration
    }

    package var description: String { "credentials ****\(accessKeyID.suffix(4))" }
    package var debugDescription: String { description }
    package var customMirror: Mirror { Mirror(self, children: []) }

    /// Secrets go into headers; a line break in one would start another header.
    var areHeaderSafe: Bool {
        [accessKeyID, secretAccessKey, sessionToken ?? "x"].allSatisfy { text in
            !text.isEmpty && text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        }
    }

    func expires(within seconds: Double, of now: Date) -> Bool {
        expiration.map { $0.timeIntervalSince(now) < seconds } ?? false
    }
}

/// Where the credentials in use came from.
public enum CredentialsSource: Sendable, Equatable {
    /// `CRICKSY_S3_ACCESS_KEY` and `CRICKSY_S3_SECRET_KEY`.
    case settings
    /// `AWS_ACCESS_KEY_ID` and its companions.
    case environment
    /// A profile in one of AWS's shared files.
    case sharedFile(path: String, profile: String)
    /// A token file exchanged at STS for a role's credentials.
    case webIdentity(role: String)
    /// The container's credentials endpoint.
    case container(address: String)
    /// The EC2 instance's role, by IMDSv2.
    case instanceMetadata(role: String)

    /// For `config explain`: one line without a secret.
    public var description: String {
        switch self {
        case .settings: "CRICKSY_S3_ACCESS_KEY and CRICKSY_S3_SECRET_KEY"
        case .environment: "AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
        case .sharedFile(let path, let profile): "\(path), profile \(profile)"
        case .webIdentity(let role): "web identity, role \(role)"
        case .container(let address): "container credentials at \(address)"
        case .instanceMetadata(let role): "instance metadata (IMDSv2), role \(role)"
        }
    }
}

/// Credentials and where they came from.
struct SourcedCredentials: Sendable, Equatable {
    var credentials: Credentials
    var source: CredentialsSource
}

/// One place where credentials may be.
protocol CredentialsProvider: Sendable {
    /// What an operator may look at, for the sentence that says that there are none.
    var place: String { get }
    /// Nil when the place is not set up here; an error when it is, but gives none.
    func load() async throws(ObjectStorageError) -> SourcedCredentials?
}

extension ObjectStorageError {
    /// A source of credentials is set up wrongly.
    static func badSource(_ sentence: String) -> ObjectStorageError {
        ObjectStorageError(.credentialsUnavailable(sentence, isTransient: false))
    }

    /// A source of credentials does not answer.
    static func silentSource(_ sentence: String) -> ObjectStorageError {
        ObjectStorageError(.credentialsUnavailable(sentence, isTransient: true))
    }
}

/// What the environment says, with empty values taken for none.
struct Environment: Sendable {
    var values: [String: String]

    subscript(_ name: String) -> String? { values[name].flatMap { $0.isEmpty ? nil : $0 } }

    /// `~/.aws/` and a file's name.
    func awsFile(_ name: String) -> String { "\(self["HOME"] ?? "/root")/.aws/\(name)" }
}

/// The dates of AWS's answers: `2026-01-31T12:00:00Z`, with a fraction or without.
enum AWSDate {
    static func date(of text: String) -> Date? {
        let whole =
            text.split(separator: ".").first.map { $0.hasSuffix("Z") ? String($0) : "\($0)Z" } ?? text
        return try? Date(whole, strategy: .iso8601)
    }
}
