/// The role of an EC2 instance, by IMDSv2: a token first, which a request smuggled through a proxy cannot get.
/// Source: Amazon EC2 User Guide, "Use the Instance Metadata Service". IMDSv1 is never used.
struct InstanceMetadataProvider: CredentialsProvider {
    var environment: Environment
    var http: CredentialsHTTP

    var place: String { "instance metadata at \(address)" }

    func load() async throws(ObjectStorageError) -> SourcedCredentials? {
        if environment["AWS_EC2_METADATA_DISABLED"]?.lowercased() == "true" { return nil }
        guard let parts = CurlText.parts(ofURL: address), ["http", "https"].contains(parts.scheme),
            !parts.hasUser
        else {
            throw .badSource("AWS_EC2_METADATA_SERVICE_ENDPOINT is not an address: write http://host.")
        }
        guard let token = await token() else { return nil }
        let path = "/latest/meta-data/iam/security-credentials/"
        let list = try await get(path, token)
        // 404: an instance without a role, so not set up here.
        if list.status == 404 { return nil }
        let role = String(decoding: list.body, as: UTF8.self).split(whereSeparator: \.isNewline).first
            .map(String.init)
        guard list.isSuccess, let role, role.wholeMatch(of: /[A-Za-z0-9+=,.@_-]{1,128}/) != nil else {
            throw .badSource("Instance metadata answered \(list.status) for the role. Check the instance profile.")
        }
        let answer = try await get(path + role, token)
        guard answer.isSuccess else {
            throw .badSource(
                "Instance metadata answered \(answer.status) for role \(role). Check the instance profile.")
        }
        let credentials = try MetadataDocument.credentials(answer.body, "Instance metadata")
        return SourcedCredentials(credentials: credentials, source: .instanceMetadata(role: role))
    }

    private var address: String {
        if let address = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT"] {
            return address.hasSuffix("/") ? String(address.dropLast()) : address
        }
        let mode = environment["AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE"]?.lowercased()
        return mode == "ipv6" ? "http://[fd00:ec2::254]" : "http://169.254.169.254"
    }

    /// Nil where nothing answers: most machines are no EC2 instances, and each try costs a second.
    private func token() async -> HTTPHeader? {
        let answer = try? await http.send(
            .put, address + "/latest/api/token",
            headers: [HTTPHeader("x-aws-ec2-metadata-token-ttl-seconds", "21600")])
        guard let answer, answer.isSuccess, !answer.body.isEmpty, answer.body.count <= 1024,
            answer.body.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { return nil }
        return HTTPHeader("x-aws-ec2-metadata-token", String(decoding: answer.body, as: UTF8.self))
    }

    private func get(_ path: String, _ token: HTTPHeader) async throws(ObjectStorageError) -> HTTPResponse {
        try await http.send(.get, address + path, headers: [token])
    }
}
