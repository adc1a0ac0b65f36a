internal import CCurl

/// One libcurl handle, used by one thread. It keeps its connection between requests.
final class CurlHandle {
    private let handle: UnsafeMutableRawPointer
    /// The first option that libcurl refused; nothing is sent without all of them.
    private var setup = CURLE_OK
    private var message = [CChar](repeating: 0, count: Int(CURL_ERROR_SIZE))

    private static let isInitialized = ccurl_initialize() == CURLE_OK

    /// Nil when libcurl has no memory.
    init?() {
        guard Self.isInitialized, let handle = curl_easy_init() else { return nil }
        self.handle = handle
    }

    deinit { curl_easy_cleanup(handle) }

    /// Sends a request and takes the answer. Blocks for at most the request's limits.
    func perform(_ request: HTTPRequest, _ cancellation: CancellationFlag) -> Result<HTTPResponse, TransferFailure> {
        let remaining = ContinuousClock.now.duration(to: request.deadline)
        guard remaining > .milliseconds(1) else { return .failure(.timedOut) }
        if cancellation.isSet { return .failure(.cancelled) }
        let sink = ResponseSink(request, cancellation)
        curl_easy_reset(handle)
        setup = CURLE_OK
        let headers = HeaderList(request.headers)
        setPlainOptions(request, remaining)
        setMethod(request)
        set(CURLOPT_HTTPHEADER, headers.list)
        setReceivers(sink)
        let code = withExtendedLifetime((sink, headers)) { performWithMessage() }
        curl_easy_reset(handle)
        return outcome(code, sink)
    }

    private func set(_ option: CURLoption, _ value: Int) { note(ccurl_set_number(handle, option, value)) }
    private func set(_ option: CURLoption, _ value: String) { note(ccurl_set_text(handle, option, value)) }
    private func set(_ option: CURLoption, _ value: UnsafeMutableRawPointer?) {
        note(ccurl_set_pointer(handle, option, value))
    }
    private func set(_ option: CURLoption, _ receiver: @escaping curl_write_callback) {
        note(ccurl_set_receiver(handle, option, receiver))
    }
    private func setProgress(_ progress: @escaping curl_xferinfo_callback) {
        note(ccurl_set_progress(handle, progress))
    }
    private func note(_ code: CURLcode) {
        if setup == CURLE_OK { setup = code }
    }

    private func performWithMessage() -> CURLcode {
        message.withUnsafeMutableBufferPointer { buffer in
            buffer.update(repeating: 0)
            set(CURLOPT_ERRORBUFFER, buffer.baseAddress)
            return setup == CURLE_OK ? curl_easy_perform(handle) : setup
        }
    }

    private func setPlainOptions(_ request: HTTPRequest, _ remaining: Duration) {
        set(CURLOPT_URL, request.url)
        // What is signed is what is sent: libcurl would fold `//`, `a/../b` and the like.
        set(CURLOPT_PATH_AS_IS, 1)
        set(CURLOPT_PROTOCOLS_STR, request.url.hasPrefix("http:") ? "http" : "https")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_1_1)
        set(CURLOPT_SSL_VERIFYPEER, 1)
        set(CURLOPT_SSL_VERIFYHOST, 2)
        set(CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2)
        if let file = request.certificateAuthorities { set(CURLOPT_CAINFO, file) }
        if !request.usesProxy { set(CURLOPT_PROXY, "") }
        set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_MAXCONNECTS, 2)
        set(CURLOPT_TCP_KEEPALIVE, 1)
        set(CURLOPT_BUFFERSIZE, 128 << 10)
        set(CURLOPT_TIMEOUT_MS, remaining.milliseconds)
        set(CURLOPT_CONNECTTIMEOUT_MS, request.limits.connect.milliseconds)
        set(CURLOPT_LOW_SPEED_LIMIT, request.limits.slowestBytesPerSecond)
        set(CURLOPT_LOW_SPEED_TIME, request.limits.slowPeriod)
    }

    private func setMethod(_ request: HTTPRequest) {
        switch request.method {
        case .get: set(CURLOPT_HTTPGET, 1)
        case .head: set(CURLOPT_NOBODY, 1)
        case .put: set(CURLOPT_CUSTOMREQUEST, "PUT")
        case .post:
            set(CURLOPT_POSTFIELDSIZE, request.body.count)
            let body = request.body
            body.withUnsafeBytes {
                // Copied by libcurl during the call.
                set(CURLOPT_COPYPOSTFIELDS, UnsafeMutableRawPointer(mutating: $0.baseAddress))
            }
        }
    }

    private func setReceivers(_ sink: ResponseSink) {
        let context = Unmanaged.passUnretained(sink).toOpaque()
        set(CURLOPT_HEADERDATA, context)
        set(CURLOPT_WRITEDATA, context)
        set(CURLOPT_XFERINFODATA, context)
        set(CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
            guard let context else { return 0 }
            let sink = Unmanaged<ResponseSink>.fromOpaque(context).takeUnretainedValue()
            return sink.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
                ? size * count : 0
        }
        set(CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
            guard let context else { return 0 }
            let sink = Unmanaged<ResponseSink>.fromOpaque(context).takeUnretainedValue()
            return sink.takeBody(UnsafeRawBufferPointer(start: bytes, count: size * count))
                ? size * count : 0
        }
        set(CURLOPT_NOPROGRESS, 0)
        setProgress { context, _, _, _, _ in
            guard let context else { return 1 }
            return Unmanaged<ResponseSink>.fromOpaque(context).takeUnretainedValue().isCancelled ? 1 : 0
        }
    }

    private func outcome(_ code: CURLcode, _ sink: ResponseSink) -> Result<HTTPResponse, TransferFailure> {
        if let refusal = sink.refusal { return .failure(refusal) }
        if code == CURLE_OK || sink.holdsCutError { return .success(sink.response) }
        switch code {
        case CURLE_ABORTED_BY_CALLBACK: return .failure(.cancelled)
        case CURLE_OPERATION_TIMEDOUT: return .failure(.timedOut)
        case CURLE_PARTIAL_FILE: return .failure(.truncated)
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR:
            return .failure(.untrusted(reason(code)))
        case CURLE_SSL_CACERT_BADFILE, CURLE_URL_MALFORMAT:
            return .failure(.unusable(reason(code)))
        default: return .failure(.broken(reason(code)))
        }
    }

    /// libcurl's words: a host, a port and what happened. Never a header.
    private func reason(_ code: CURLcode) -> String {
        let written = message.withUnsafeBufferPointer { buffer in
            String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
        }
        let text = written.isEmpty ? String(cString: curl_easy_strerror(code)) : written
        return String(
            text.unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(200).map(
                Character.init))
    }
}

/// The headers of one request in libcurl's form.
private final class HeaderList {
    private(set) var list: UnsafeMutablePointer<curl_slist>?

    init(_ headers: [HTTPHeader]) {
        for header in headers { append("\(header.name): \(header.value)") }
        append("User-Agent: cricksy-worker")
        // Without this libcurl asks before it sends a long body.
        append("Expect:")
    }

    deinit { curl_slist_free_all(list) }

    private func append(_ line: String) {
        if let longer = curl_slist_append(list, line) { list = longer }
    }
}

/// What libcurl knows about dates and addresses.
enum CurlText {
    /// Seconds since 1970 of a date as HTTP writes it.
    static func seconds(ofHTTPDate text: String) -> Int? {
        let seconds = curl_getdate(text, nil)
        return seconds < 0 ? nil : Int(seconds)
    }

    /// The parts of a http or https address; nil when it is none.
    static func parts(ofURL text: String) -> URLParts? {
        guard let url = curl_url() else { return nil }
        defer { curl_url_cleanup(url) }
        guard curl_url_set(url, CURLUPART_URL, text, 0) == CURLUE_OK else { return nil }
        func part(_ part: CURLUPart) -> String? {
            var value: UnsafeMutablePointer<CChar>?
            guard curl_url_get(url, part, &value, 0) == CURLUE_OK, let value else { return nil }
            defer { curl_free(value) }
            return String(cString: value)
        }
        guard let scheme = part(CURLUPART_SCHEME), let host = part(CURLUPART_HOST) else { return nil }
        return URLParts(
            scheme: scheme, host: host.lowercased(), port: part(CURLUPART_PORT),
            path: part(CURLUPART_PATH) ?? "/",
            hasUser: part(CURLUPART_USER) != nil || part(CURLUPART_PASSWORD) != nil,
            hasQuery: part(CURLUPART_QUERY) != nil || part(CURLUPART_FRAGMENT) != nil)
    }
}

/// An address taken apart.
struct URLParts: Sendable, Equatable {
    var scheme: String
    /// An IPv6 address keeps its brackets.
    var host: String
    var port: String?
    var path: String
    var hasUser: Bool
    var hasQuery: Bool

    /// As the `Host` header has it: without the port that the scheme means anyway.
    var authority: String {
        guard let port, port != (scheme == "https" ? "443" : "80") else { return host }
        return "\(host):\(port)"
    }
}

extension Duration {
    /// Rounded up, at least one.
    var milliseconds: Int {
        let (seconds, attoseconds) = components
        return max(1, Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000))
    }
}
