internal import FoundationEssentials

/// Signs requests for one bucket, sends them once, and says what the answers mean.
struct BucketClient: Sendable {
    let address: BucketAddress
    let credentials: CredentialsCache
    private let configuration: ObjectStoreConfiguration
    private let threads: TransferThreads
    private let now: @Sendable () -> Date

    init(_ configuration: ObjectStoreConfiguration, now: @escaping @Sendable () -> Date) throws(ObjectStorageError) {
        self.configuration = configuration
        self.now = now
        address = try BucketAddress(configuration)
        threads = TransferThreads(count: configuration.connections)
        credentials = CredentialsCache(Self.providers(configuration, threads), now: now)
    }

    /// The order of the AWS chain; settings of ours come first.
    private static func providers(
        _ configuration: ObjectStoreConfiguration, _ threads: TransferThreads
    ) -> [any CredentialsProvider] {
        if configuration.accessKeys != nil { return [SettingsProvider(keys: configuration.accessKeys)] }
        let environment = Environment(values: configuration.environment)
        let http = CredentialsHTTP(
            threads: threads, certificateAuthorities: configuration.certificateAuthorities,
            connectTimeout: configuration.connectTimeout)
        var nearby = http
        nearby.connectTimeout = .seconds(1)
        return [
            EnvironmentProvider(environment: environment),
            SharedFileProvider(environment: environment),
            WebIdentityProvider(environment: environment, region: configuration.region, http: http),
            ContainerProvider(environment: environment, http: nearby),
            InstanceMetadataProvider(environment: environment, http: nearby),
        ]
    }

    func head(
        _ key: ObjectKey, _ deadline: ContinuousClock.Instant
    ) async throws(ObjectStorageError) -> ObjectDescription {
        let answer = try await exchange { used in
            let answer = await send(.head, key, used, limit: 0, deadline)
            // Answers to HEAD have no body, so a GET asks for the reason.
            guard case .success(let response) = answer, (400..<500).contains(response.status) else { return answer }
            let explained = await send(.get, key, used, limit: 0, deadline)
            guard case .success(let reason) = explained, !reason.isSuccess else { return answer }
            return explained
        }
        try requireSuccess(answer)
        guard let size = answer.contentLength else {
            throw ObjectStorageError(.unexpectedAnswer(status: answer.status, code: "without a length"))
        }
        return ObjectDescription(size: size, etag: answer.headers["etag"])
    }

    func get(
        _ key: ObjectKey, limit: Int, expectedBytes: Int, _ deadline: ContinuousClock.Instant
    ) async throws(ObjectStorageError) -> [UInt8] {
        let answer = try await exchange { used in
            await send(.get, key, used, limit: limit, expectedBytes: expectedBytes, deadline) { answer in
                answer.isSuccess ? answer.fault(expectedBytes: expectedBytes) : nil
            }
        }
        try requireSuccess(answer)
        return answer.body
    }

    /// The answer to a GET, and its fault when it is no success.
    func probe(
        _ key: ObjectKey, _ deadline: ContinuousClock.Instant
    ) async throws(ObjectStorageError) -> (HTTPResponse, ObjectStorageError?) {
        let answer = try await exchange { used in await send(.get, key, used, limit: 1 << 20, deadline) }
        return (answer, answer.isSuccess ? nil : ObjectStorageError(answer: answer, clockSkew: clockSkew(answer)))
    }

    /// By how many seconds the server's clock is ahead.
    func clockSkew(_ answer: HTTPResponse) -> Int? {
        answer.headers["date"].flatMap(CurlText.seconds).map { $0 - Int(now().timeIntervalSince1970) }
    }

    private func requireSuccess(_ answer: HTTPResponse) throws(ObjectStorageError) {
        if !answer.isSuccess { throw ObjectStorageError(answer: answer, clockSkew: clockSkew(answer)) }
    }

    /// Sends; once more when the server does not accept the credentials and there are others by now.
    private func exchange(
        _ send: (Credentials) async -> Result<HTTPResponse, TransferFailure>
    ) async throws(ObjectStorageError) -> HTTPResponse {
        let used = try await credentials.current().credentials
        let answer = try Self.received(await send(used))
        guard !answer.isSuccess,
            case .credentialsRejected = ObjectStorageError(answer: answer, clockSkew: nil).reason,
            let fresh = try await replacement(of: used)
        else { return answer }
        return try Self.received(await send(fresh.credentials))
    }

    /// Nil also when the source is set up wrongly by now: then the server's refusal says more.
    private func replacement(of used: Credentials) async throws(ObjectStorageError) -> SourcedCredentials? {
        do throws(ObjectStorageError) {
            return try await credentials.replacement(of: used)
        } catch {
            if error.disposition == .transient { throw error }
            return nil
        }
    }

    private static func received(
        _ result: Result<HTTPResponse, TransferFailure>
    ) throws(ObjectStorageError) -> HTTPResponse {
        switch result {
        case .success(let response): return response
        case .failure(let failure): throw ObjectStorageError(transfer: failure)
        }
    }

    private func send(
        _ method: HTTPRequest.Method, _ key: ObjectKey, _ used: Credentials, limit: Int,
        expectedBytes: Int = 0, _ deadline: ContinuousClock.Instant,
        verify: @escaping @Sendable (HTTPResponse) -> TransferFailure? = { _ in nil }
    ) async -> Result<HTTPResponse, TransferFailure> {
        let path = address.path(of: key)
        let request = HTTPRequest(
            method: method, url: "\(address.scheme)://\(address.authority)\(path)",
            headers: headers(method, path, used), bodyLimit: limit, expectedBytes: expectedBytes,
            limits: configuration.limits, deadline: deadline,
            certificateAuthorities: configuration.certificateAuthorities)
        return await threads.perform(request, verify: verify)
    }

    private func headers(_ method: HTTPRequest.Method, _ path: String, _ used: Credentials) -> [HTTPHeader] {
        let signature = SignatureV4(credentials: used, region: configuration.region, service: "s3", date: now())
        var headers = [
            HTTPHeader("host", address.authority), HTTPHeader("x-amz-date", signature.timestamp),
            HTTPHeader("x-amz-content-sha256", SignatureV4.emptyPayloadHash),
        ]
        // Without this S3 keeps its checksums to itself.
        if method == .get { headers.append(HTTPHeader("x-amz-checksum-mode", "ENABLED")) }
        if let token = used.sessionToken { headers.append(HTTPHeader("x-amz-security-token", token)) }
        let authorization = signature.authorization(
            method: method.rawValue, path: path, query: [], headers: headers,
            payloadHash: SignatureV4.emptyPayloadHash)
        return headers + [HTTPHeader("authorization", authorization)]
    }
}

extension HTTPResponse {
    /// What is wrong with a downloaded object.
    /// - Parameter expectedBytes: what HEAD said. Another size means another object, or a part of it.
    fileprivate func fault(expectedBytes: Int) -> TransferFailure? {
        let checksum = Checksum.given(by: headers)
        let isProven = checksum?.matches(body) ?? false
        if !isProven, let error = XMLLeaves(body), error.root == "Error" {
            return .errorDocument(code: ServerText.safe(error["Code"]))
        }
        if body.count != expectedBytes || contentLength.map({ $0 != body.count }) ?? false {
            return .truncated
        }
        return checksum.flatMap { isProven ? nil : .corrupt(checksum: $0.name) }
    }
}
