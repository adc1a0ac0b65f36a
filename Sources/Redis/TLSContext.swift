internal import COpenSSL
internal import Glibc

/// OpenSSL's settings for one connection; made anew each time, so that renewed certificates are seen.
final class TLSContext {
    fileprivate let raw: OpaquePointer

    init(_ settings: RedisTLS) throws(LinkFailure) {
        ERR_clear_error()
        guard let raw = SSL_CTX_new(TLS_client_method()) else { throw .because(.tls(opensslWords())) }
        self.raw = raw
        guard cricksy_set_minimum_tls_1_2(raw) == 1 else { throw .because(.tls(opensslWords())) }
        cricksy_forbid_renegotiation(raw)
        // Never ask a terminal for a key's pass phrase.
        SSL_CTX_set_default_passwd_cb(raw) { _, _, _, _ in 0 }
        SSL_CTX_set_verify(raw, settings.verifiesCertificate ? SSL_VERIFY_PEER : SSL_VERIFY_NONE, nil)
        if settings.verifiesCertificate { try loadAuthorities(settings) }
        try loadIdentity(settings)
    }

    deinit { SSL_CTX_free(raw) }

    private func loadAuthorities(_ settings: RedisTLS) throws(LinkFailure) {
        if let file = settings.authorityFile {
            try load("ssl_ca_certs", file) { SSL_CTX_load_verify_file(raw, file) }
        }
        if let directory = settings.authorityDirectory {
            try load("ssl_ca_path", directory) { SSL_CTX_load_verify_dir(raw, directory) }
        }
        if settings.authorityFile == nil, settings.authorityDirectory == nil {
            SSL_CTX_set_default_verify_paths(raw)
        }
    }

    private func loadIdentity(_ settings: RedisTLS) throws(LinkFailure) {
        guard let certificate = settings.certificateFile else {
            guard settings.keyFile == nil else {
                throw .because(.tlsFile("ssl_keyfile needs ssl_certfile, the certificate for this key."))
            }
            return
        }
        try load("ssl_certfile", certificate) { SSL_CTX_use_certificate_chain_file(raw, certificate) }
        let key = settings.keyFile ?? certificate
        try load(settings.keyFile == nil ? "ssl_certfile" : "ssl_keyfile", key) {
            SSL_CTX_use_PrivateKey_file(raw, key, SSL_FILETYPE_PEM)
        }
    }

    private func load(_ option: String, _ path: String, _ body: () -> Int32) throws(LinkFailure) {
        guard access(path, R_OK) == 0 else {
            throw .because(.tlsFile("\(option) \(printable(path)) cannot be read: \(kernelWords(errno))."))
        }
        ERR_clear_error()
        guard body() == 1 else {
            throw .because(
                .tlsFile("\(option) \(printable(path)) cannot be used (\(opensslWords())); it must be unencrypted PEM.")
            )
        }
    }
}

/// A TLS session whose records are handed in and out as bytes; it never sees the socket.
final class TLSSession {
    private let context: TLSContext
    private let raw: OpaquePointer
    private let incoming: OpaquePointer
    private let outgoing: OpaquePointer

    /// For a host's name or address; nil for a socket in the file system.
    init(_ settings: RedisTLS, host: String) throws(LinkFailure) {
        context = try TLSContext(settings)
        guard let raw = SSL_new(context.raw) else { throw .because(.tls(opensslWords())) }
        guard let incoming = BIO_new(BIO_s_mem()), let outgoing = BIO_new(BIO_s_mem()) else {
            SSL_free(raw)
            throw .because(.tls(opensslWords()))
        }
        SSL_set_bio(raw, incoming, outgoing)
        SSL_set_connect_state(raw)
        self.raw = raw
        self.incoming = incoming
        self.outgoing = outgoing
        setHost(host, verify: settings.verifiesCertificate && settings.verifiesHostName)
    }

    /// Frees the two buffers as well.
    deinit { SSL_free(raw) }

    private func setHost(_ host: String, verify: Bool) {
        var address = in6_addr()
        let isAddress = inet_pton(AF_INET, host, &address) == 1 || inet_pton(AF_INET6, host, &address) == 1
        if !isAddress { _ = cricksy_set_server_name(raw, host) }
        guard verify else { return }
        SSL_set_hostflags(raw, UInt32(X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS))
        if isAddress {
            X509_VERIFY_PARAM_set1_ip_asc(SSL_get0_param(raw), host)
        } else {
            SSL_set1_host(raw, host)
        }
    }

    /// Takes records that came from the server.
    func feed(_ records: UnsafeRawBufferPointer) {
        BIO_write(incoming, records.baseAddress, Int32(records.count))
    }

    /// Moves records for the server to the output.
    func drain(into output: inout [UInt8]) {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        while true {
            let count = BIO_read(outgoing, &buffer, Int32(buffer.count))
            guard count > 0 else { return }
            output.append(contentsOf: buffer[..<Int(count)])
        }
    }

    /// Goes on with the handshake; true when it is done.
    func handshake() throws(LinkFailure) -> Bool {
        ERR_clear_error()
        let result = SSL_do_handshake(raw)
        if result == 1 { return true }
        return try !isWaiting(result)
    }

    /// Makes records of plain bytes.
    func encrypt(_ bytes: UnsafeRawBufferPointer) throws(LinkFailure) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = UnsafeRawBufferPointer(rebasing: rest.prefix(1 << 20))
            ERR_clear_error()
            let count = SSL_write(raw, part.baseAddress, Int32(part.count))
            guard count > 0 else { throw .because(.tls(opensslWords())) }
            rest = rest.dropFirst(Int(count))
        }
    }

    /// Plain bytes from the records taken so far: 0 when more records are needed, nil when the server has ended.
    func decrypt(into buffer: UnsafeMutableRawBufferPointer) throws(LinkFailure) -> Int? {
        ERR_clear_error()
        let count = SSL_read(raw, buffer.baseAddress, Int32(buffer.count))
        if count > 0 { return Int(count) }
        return try isWaiting(count) ? 0 : nil
    }

    /// Says goodbye to the server.
    func finish() { SSL_shutdown(raw) }

    /// Whether a call only needs more records; false when the server has said goodbye.
    private func isWaiting(_ result: Int32) throws(LinkFailure) -> Bool {
        switch SSL_get_error(raw, result) {
        case SSL_ERROR_WANT_READ, SSL_ERROR_WANT_WRITE: return true
        case SSL_ERROR_ZERO_RETURN: return false
        default: throw .because(failure)
        }
    }

    private var failure: RedisError.ConnectFailure.Reason {
        let verdict = SSL_get_verify_result(raw)
        guard verdict == X509_V_OK || SSL_get_verify_mode(raw) == SSL_VERIFY_NONE else {
            return .untrusted(String(cString: X509_verify_cert_error_string(verdict)))
        }
        return .tls(opensslWords())
    }
}

/// OpenSSL's words for the first error in its queue.
private func opensslWords() -> String {
    let code = ERR_get_error()
    guard code != 0, let words = ERR_reason_error_string(code) else { return "unknown TLS error" }
    return String(cString: words)
}
