/// Keys from the settings.
struct SettingsProvider: CredentialsProvider {
    var keys: AccessKeys?
    var place: String { "CRICKSY_S3_ACCESS_KEY" }

    func load() async throws(ObjectStorageError) -> SourcedCredentials? {
        guard let keys else { return nil }
        let credentials = Credentials(accessKeyID: keys.accessKey, secretAccessKey: keys.secretKey)
        guard credentials.areHeaderSafe else {
            throw .badSource("CRICKSY_S3_ACCESS_KEY or CRICKSY_S3_SECRET_KEY is empty or holds a blank. Set both.")
        }
        return SourcedCredentials(credentials: credentials, source: .settings)
    }
}

/// Keys from the environment.
struct EnvironmentProvider: CredentialsProvider {
    var environment: Environment
    var place: String { "AWS_ACCESS_KEY_ID" }

    func load() async throws(ObjectStorageError) -> SourcedCredentials? {
        guard let key = environment["AWS_ACCESS_KEY_ID"] else { return nil }
        guard let secret = environment["AWS_SECRET_ACCESS_KEY"] else {
            throw .badSource("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY. Set both or neither.")
        }
        let credentials = Credentials(
            accessKeyID: key, secretAccessKey: secret, sessionToken: environment["AWS_SESSION_TOKEN"])
        guard credentials.areHeaderSafe else {
            throw .badSource(
                "AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY or AWS_SESSION_TOKEN holds a blank. Set it again."
            )
        }
        return SourcedCredentials(credentials: credentials, source: .environment)
    }
}
