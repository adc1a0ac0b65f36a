internal import FoundationEssentials

/// The credentials endpoint of ECS and EKS.
/// Source: AWS SDKs and Tools Reference Guide, "Container credential provider".
struct ContainerProvider: CredentialsProvider {
    var environment: Environment
    var http: CredentialsHTTP

    var place: String { "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and _FULL_URI" }

    func load() async throws(ObjectStorageError) -> SourcedCredentials? {
        guard let address = try address() else { return nil }
        let answer = try await http.send(.get, address, headers: try authorization())
        guard answer.isSuccess else {
            throw .badSource(
                "The container's credentials endpoint answered \(answer.status). Check the task's or pod's role."
            )
        }
        let credentials = try MetadataDocument.credentials(answer.body, "The container's credentials endpoint")
        return SourcedCredentials(credentials: credentials, source: .container(address: Self.withoutQuery(address)))
    }

    private func address() throws(ObjectStorageError) -> String? {
        if let path = environment["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI"] {
            guard path.hasPrefix("/") else {
                throw .badSource("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI does not begin with a slash.")
            }
            return "http://169.254.170.2\(path)"
        }
        guard let address = environment["AWS_CONTAINER_CREDENTIALS_FULL_URI"] else { return nil }
        guard Self.isAllowed(address) else {
            throw .badSource(
                "AWS_CONTAINER_CREDENTIALS_FULL_URI is neither https nor an address of this machine or its container host."
            )
        }
        return address
    }

    /// Without TLS only what cannot be another machine on the network.
    static func isAllowed(_ address: String) -> Bool {
        guard let parts = CurlText.parts(ofURL: address), !parts.hasUser else { return false }
        if parts.scheme == "https" { return true }
        let hosts = ["localhost", "[::1]", "169.254.170.2", "169.254.170.23", "[fd00:ec2::23]"]
        return parts.scheme == "http"
            && (hosts.contains(parts.host)
                || parts.host.wholeMatch(of: /127\.\d{1,3}\.\d{1,3}\.\d{1,3}/) != nil)
    }

    private func authorization() throws(ObjectStorageError) -> [HTTPHeader] {
        var token = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN"]
        if let file = environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] {
            token = try? String(contentsOfFile: file, encoding: .utf8)
            if token == nil {
                throw .badSource("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE names \(file), which cannot be read.")
            }
        }
        guard let token else { return [] }
        // A line break would start another header.
        guard token.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) else {
            throw .badSource("The container's authorization token holds a line break or another control character.")
        }
        return [HTTPHeader("authorization", token)]
    }

    private static func withoutQuery(_ address: String) -> String {
        String(address.prefix { $0 != "?" && $0 != "#" })
    }
}

/// The JSON that container endpoints and instance metadata answer.
enum MetadataDocument {
    private struct Document: Decodable {
        var AccessKeyId: String
        var SecretAccessKey: String
        var Token: String?
        var Expiration: String?
    }

    static func credentials(_ body: [UInt8], _ name: String) throws(ObjectStorageError) -> Credentials {
        guard let document = try? JSONDecoder().decode(Document.self, from: Data(body)) else {
            throw .badSource("\(name) answered without credentials. Check the role attached to this machine.")
        }
        let expiration = document.Expiration.flatMap(AWSDate.date)
        if document.Expiration != nil, expiration == nil {
            throw .badSource("\(name) gave a date that is none.")
        }
        return try CredentialsHTTP.checked(
            Credentials(
                accessKeyID: document.AccessKeyId, secretAccessKey: document.SecretAccessKey,
                sessionToken: document.Token, expiration: expiration),
            name)
    }
}
