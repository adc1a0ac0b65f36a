internal import HTTPTypes
internal import Hummingbird
internal import HummingbirdCore
internal import NIOCore
internal import Scorecard

/// What the health server says to a request.
struct HealthAnswers: Sendable {
    let metrics: WorkerMetrics
    let gauges: @Sendable () async -> WorkerGauges
    let readiness: @Sendable () async -> Readiness

    func answer(to request: Request) async -> Response {
        switch (request.method, request.uri.path) {
        case (.get, let path): await get(path)
        case (.head, let path): await get(path).createHeadResponse()
        case (_, "/livez"), (_, "/readyz"), (_, "/metrics"):
            error(.methodNotAllowed, "Only GET and HEAD are answered.", [.allow: "GET, HEAD"])
        default: notFound
        }
    }

    private func get(_ path: String) async -> Response {
        switch path {
        case "/livez": json(.ok, .object([.init("alive", .bool(true))]))
        case "/readyz": await ready()
        case "/metrics": await scrape()
        default: notFound
        }
    }

    private func ready() async -> Response {
        let readiness = await readiness()
        let checks = readiness.checks.map { check in
            OrderedJSON.Member(
                check.name, .object([.init("ok", .bool(check.isGood)), .init("detail", .text(check.detail))]))
        }
        return json(
            readiness.isReady ? .ok : .serviceUnavailable,
            .object([.init("ready", .bool(readiness.isReady)), .init("checks", .object(checks))]))
    }

    private func scrape() async -> Response {
        let families = WorkerFamilies(tallies: metrics.snapshot, gauges: await gauges())
        return response(.ok, PrometheusText.contentType, PrometheusText.text(of: families.all))
    }

    private var notFound: Response { error(.notFound, "There are /livez, /readyz and /metrics.") }

    private func error(_ status: HTTPResponse.Status, _ sentence: String, _ headers: HTTPFields = [:]) -> Response {
        json(status, .object([.init("error", .text(sentence))]), headers)
    }

    private func json(_ status: HTTPResponse.Status, _ value: OrderedJSON, _ headers: HTTPFields = [:]) -> Response {
        response(status, "application/json", value.encoded() + "\n", headers)
    }

    private func response(
        _ status: HTTPResponse.Status, _ type: String, _ text: String, _ headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        headers[.cacheControl] = "no-store"
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
