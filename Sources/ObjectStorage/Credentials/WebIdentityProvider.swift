internal import FoundationEssentials

/// A token that the platform puts into a file, exchanged at STS for a role's credentials. The request is not signed.
struct WebIdentityProvider: CredentialsProvider {
    var environment: Environment
    var region: String
    var http: CredentialsHTTP

    var place: String { "AWS_WEB_IDENTITY_TOKEN_FILE" }

    func load() async throws(ObjectStorageError) -> SourcedCredentials? {
        guard let file = environment["AWS_WEB_IDENTITY_TOKEN_FILE"] else { return nil }
        guard let role = environment["AWS_ROLE_ARN"] else {
            throw .badSource("AWS_WEB_IDENTITY_TOKEN_FILE is set without AWS_ROLE_ARN. Set both or neither.")
        }
        // Read anew every time: the platform replaces it.
        guard
            let token = try? String(contentsOfFile: file, encoding: .utf8).filter({ !$0.isWhitespace }),
            !token.isEmpty
        else {
            throw .badSource("AWS_WEB_IDENTITY_TOKEN_FILE names \(file), which cannot be read or is empty.")
        }
        let answer = try await http.send(
            .post, address, headers: [HTTPHeader("content-type", "application/x-www-form-urlencoded")],
            body: Array(form(role, token).utf8))
        return SourcedCredentials(credentials: try credentials(answer), source: .webIdentity(role: role))
    }

    private var address: String {
        let region = environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? region
        return environment["AWS_ENDPOINT_URL_STS"]
            ?? "https://sts.\(region).\(AWSPartition.domain(of: region))/"
    }

    private func form(_ role: String, _ token: String) -> String {
        SignatureV4.canonicalQuery([
            ("Action", "AssumeRoleWithWebIdentity"), ("Version", "2011-06-15"), ("RoleArn", role),
            ("RoleSessionName", environment["AWS_ROLE_SESSION_NAME"] ?? "cricksy-worker"),
            ("WebIdentityToken", token),
        ])
    }

    private func credentials(_ answer: HTTPResponse) throws(ObjectStorageError) -> Credentials {
        let leaves = XMLLeaves(answer.body)
        guard answer.isSuccess else {
            let code = ServerText.safe(leaves?["Code"])
            if code == "IDPCommunicationError" {
                throw .silentSource("STS cannot reach the identity provider (\(code)).")
            }
            throw .badSource(
                "STS does not give the role of AWS_ROLE_ARN (\(answer.status) \(code)). Check the role's trust policy."
            )
        }
        guard let leaves, let key = leaves["AccessKeyId"], let secret = leaves["SecretAccessKey"],
            let token = leaves["SessionToken"],
            let expiration = leaves["Expiration"].flatMap(AWSDate.date)
        else { throw .badSource("STS answered without credentials. Check AWS_ENDPOINT_URL_STS.") }
        return try CredentialsHTTP.checked(
            Credentials(
                accessKeyID: key, secretAccessKey: secret, sessionToken: token, expiration: expiration),
            "STS")
    }
}
