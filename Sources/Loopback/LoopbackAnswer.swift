public import HTTPTypes
public import Hummingbird
internal import HummingbirdCore
public import NIOCore

/// Answers that stay in the browser they were made for.
public enum LoopbackAnswer {
    /// What a page may load when everything is from its own server.
    public static let ownFiles = """
        default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; \
        base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """
    /// What a report may load: styles and pictures within itself, a script and data of its own server.
    public static let wholeReport = """
        default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'self'; connect-src 'self'; \
        base-uri 'none'; form-action 'none'; frame-ancestors 'none'
        """

    /// An answer that nobody keeps, frames or guesses the type of.
    public static func response(
        _ status: HTTPResponse.Status, _ type: String, _ body: ByteBuffer, _ headers: HTTPFields = [:],
        policy: String = ownFiles
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        headers[.xContentTypeOptions] = "nosniff"
        headers[.crossOriginResourcePolicy] = "same-origin"
        headers[.contentSecurityPolicy] = policy
        if let referrer = HTTPField.Name("Referrer-Policy") { headers[referrer] = "no-referrer" }
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: body))
    }

    /// One sentence.
    public static func text(_ status: HTTPResponse.Status, _ sentence: String) -> Response {
        response(status, "text/plain; charset=utf-8", ByteBuffer(string: sentence + "\n"))
    }

    /// The answer to whoever is turned away.
    public static func turnedAway(_ refusal: RequestGuard.Refusal) -> Response {
        switch refusal {
        case .foreignHost: text(.misdirectedRequest, "This server answers to 127.0.0.1 only.")
        case .foreignOrigin: text(.forbidden, "This server answers its own page only.")
        case .noToken: text(.notFound, "Open the address that cricksy-bench printed.")
        }
    }
}
