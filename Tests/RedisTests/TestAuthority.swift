import ChildProcesses
import Foundation
import Testing

/// A CA of our own and what it signs, made by openssl.
final class TestAuthority: Sendable {
    let directory: URL

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "cricksy-ca-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=ca -keyout ca.key -out ca.pem"
        )
        for name in ["good", "client", "expired", "elsewhere"] {
            try openssl(
                "req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=\(name) -keyout \(name).key -out \(name).csr"
            )
        }
        try sign("good", "subjectAltName=IP:127.0.0.1,DNS:localhost")
        try sign("client", "subjectAltName=DNS:client")
        try sign("elsewhere", "subjectAltName=DNS:elsewhere.example")
        try signExpired("expired", "subjectAltName=IP:127.0.0.1")
        try openssl(
            "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=127.0.0.1"
                + " -addext subjectAltName=IP:127.0.0.1 -keyout lone.key -out lone.pem")
    }

    deinit { try? FileManager.default.removeItem(at: directory) }

    func path(_ name: String) -> String { directory.appending(path: name).path }

    /// redis-server's options for a certificate.
    func options(_ name: String, clients: String = "no", _ more: [String] = []) -> [String] {
        [
            "--tls-cert-file", path("\(name).pem"), "--tls-key-file", path("\(name).key"), "--tls-ca-cert-file",
            path("ca.pem"), "--tls-auth-clients", clients,
        ] + more
    }

    private func sign(_ name: String, _ extensions: String) throws {
        try Data(extensions.utf8).write(to: directory.appending(path: "ext"))
        try openssl(
            "x509 -req -in \(name).csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out \(name).pem")
    }

    /// openssl 3.0 sets dates in the past only as `openssl ca`.
    private func signExpired(_ name: String, _ extensions: String) throws {
        let configuration = """
            [ca]\ndefault_ca=d\n[d]\ndatabase=index\nserial=serial\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p
            x509_extensions=e\n[p]\ncommonName=supplied\n[e]\n\(extensions)\n
            """
        try Data(configuration.utf8).write(to: directory.appending(path: "ca.conf"))
        try Data().write(to: directory.appending(path: "index"))
        try Data("77\n".utf8).write(to: directory.appending(path: "serial"))
        try openssl(
            "ca -batch -config ca.conf -in \(name).csr -cert ca.pem -keyfile ca.key -startdate 20200101000000Z"
                + " -enddate 20200102000000Z -out \(name).pem -notext")
    }

    private func openssl(_ arguments: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/openssl")
        process.arguments = arguments.split(separator: " ").map(String.init)
        process.currentDirectoryURL = directory
        process.standardError = FileHandle(forWritingAtPath: "/dev/null")
        process.standardOutput = FileHandle(forWritingAtPath: "/dev/null")
        try process.start()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "openssl \(arguments)")
    }
}
