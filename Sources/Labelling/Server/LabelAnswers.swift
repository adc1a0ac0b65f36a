internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import Loopback
internal import NIOCore
internal import OCRWire
internal import Scorecard

/// What the server says to a request.
struct LabelAnswers: Sendable {
    let session: LabelSession
    let doorkeeper: RequestGuard
    let onClose: @Sendable () -> Void

    /// A card's truth and text are far smaller.
    private static let largestBody = 8 << 20

    func answer(to request: Request) async -> Response {
        if let refusal = doorkeeper.refusal(of: request.head) { return LoopbackAnswer.turnedAway(refusal) }
        let path = request.uri.path.dropFirst(doorkeeper.token.utf8.count + 1)
        switch request.method {
        case .get: return get(path)
        case .post: return await post(path, request)
        default: return text(.methodNotAllowed, "Only GET and POST are answered.")
        }
    }

    private func get(_ path: Substring) -> Response {
        switch path {
        case "": Response(status: .movedPermanently, headers: [.location: "/\(doorkeeper.token)/"])
        case "/": response(.ok, "text/html; charset=utf-8", LabelPage.html)
        case "/page.css": response(.ok, "text/css; charset=utf-8", LabelPage.css)
        case "/page.js": response(.ok, "text/javascript; charset=utf-8", LabelPage.script)
        case "/draft.json": json(.ok, session.draft)
        default: picture(path) ?? text(.notFound, "There is no such page.")
        }
    }

    private func picture(_ path: Substring) -> Response? {
        guard path.hasPrefix("/pages/"), path.hasSuffix(".jpg"), let number = Int(path.dropFirst(7).dropLast(4)),
            let picture = session.drafted.pictures.first(where: { $0.page == number })
        else { return nil }
        return LoopbackAnswer.response(.ok, "image/jpeg", ByteBuffer(bytes: picture.jpeg))
    }

    private func post(_ path: Substring, _ request: Request) async -> Response {
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
            return text(.unsupportedMediaType, "Only JSON is taken.")
        }
        guard let body = try? await request.body.collect(upTo: Self.largestBody) else {
            return text(.contentTooLarge, "The card is too large.")
        }
        switch path {
        case "/check": return json(session.check(Array(body.readableBytesView)))
        case "/save": return json(await session.save(Array(body.readableBytesView)))
        case "/close":
            onClose()
            return json(.ok, .object([.init("closed", .bool(true))]), [.connection: "close"])
        default: return text(.notFound, "There is no such page.")
        }
    }

    private func json(_ answer: LabelSession.Answer) -> Response {
        switch answer {
        case .accepted(let value): json(.ok, value)
        case .refused(let sentence): json(.unprocessableContent, .object([.init("error", .text(sentence))]))
        }
    }

    private func json(_ status: HTTPResponse.Status, _ value: OrderedJSON, _ headers: HTTPFields = [:]) -> Response {
        LoopbackAnswer.response(status, "application/json", ByteBuffer(string: value.encoded()), headers)
    }

    private func text(_ status: HTTPResponse.Status, _ sentence: String) -> Response {
        LoopbackAnswer.text(status, sentence)
    }

    private func response(_ status: HTTPResponse.Status, _ type: String, _ text: String) -> Response {
        LoopbackAnswer.response(status, type, ByteBuffer(string: text))
    }
}
