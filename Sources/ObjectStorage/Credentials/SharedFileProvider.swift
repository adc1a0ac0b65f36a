internal import FoundationEssentials

/// A profile of `~/.aws/credentials`, then of `~/.aws/config`, which other tools write.
struct SharedFileProvider: CredentialsProvider {
    var environment: Environment

    var place: String { "\(credentialsFile) (profile \(profile))" }

    private var profile: String { environment["AWS_PROFILE"] ?? "default" }
    private var credentialsFile: String {
        environment["AWS_SHARED_CREDENTIALS_FILE"] ?? environment.awsFile("credentials")
    }
    private var configFile: String { environment["AWS_CONFIG_FILE"] ?? environment.awsFile("config") }

    func load() async throws(ObjectStorageError) -> SourcedCredentials? {
        var isProfileKnown = false
        for (path, section) in [(credentialsFile, profile), (configFile, Self.configSection(profile))] {
            guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { continue }
            guard let settings = SharedFile(text).sections[section] else { continue }
            isProfileKnown = true
            if let credentials = try credentials(settings, path) {
                return SourcedCredentials(credentials: credentials, source: .sharedFile(path: path, profile: profile))
            }
        }
        if isProfileKnown || environment["AWS_PROFILE"] == nil { return nil }
        throw .badSource(
            "AWS_PROFILE is \(profile), but neither \(credentialsFile) nor \(configFile) has that profile."
        )
    }

    private func credentials(_ settings: [String: String], _ path: String) throws(ObjectStorageError) -> Credentials? {
        guard let key = settings["aws_access_key_id"] else {
            let unsupported = ["role_arn", "credential_process", "sso_session", "sso_start_url"]
            guard let name = unsupported.first(where: { settings[$0] != nil }) else { return nil }
            throw .badSource(
                "Profile \(profile) in \(path) uses \(name), which the worker does not support. "
                    + "Give it keys, or set AWS_WEB_IDENTITY_TOKEN_FILE and AWS_ROLE_ARN.")
        }
        let credentials = Credentials(
            accessKeyID: key, secretAccessKey: settings["aws_secret_access_key"] ?? "",
            sessionToken: settings["aws_session_token"])
        guard credentials.areHeaderSafe else {
            throw .badSource("Profile \(profile) in \(path) lacks aws_secret_access_key or holds a blank in a key.")
        }
        return credentials
    }

    private static func configSection(_ profile: String) -> String {
        profile == "default" ? profile : "profile \(profile)"
    }
}

/// AWS's INI dialect: `[section]`, `name = value`, comments with `#` or `;`, indented lines belong to the line before.
struct SharedFile {
    private(set) var sections: [String: [String: String]] = [:]

    init(_ text: String) {
        var section: String?
        for line in text.split(whereSeparator: \.isNewline) {
            guard let first = line.first, !first.isWhitespace, first != "#", first != ";" else {
                continue
            }
            if first == "[" {
                section = line.dropFirst().prefix { $0 != "]" }.split(separator: " ").joined(separator: " ")
                if let section { sections[section, default: [:]].merge([:]) { $1 } }
            } else if let section, let equals = line.firstIndex(of: "=") {
                let name = Self.trimmed(line[..<equals]).lowercased()
                sections[section, default: [:]][name] = Self.trimmed(line[line.index(after: equals)...])
            }
        }
    }

    /// A comment may follow a value after a blank.
    private static func trimmed(_ text: Substring) -> String {
        let value = text.firstRange(of: /\s[#;]/).map { text[..<$0.lowerBound] } ?? text
        return String(value.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
