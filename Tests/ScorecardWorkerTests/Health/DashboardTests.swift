import Foundation
import Testing

/// deploy/grafana-dashboard.json asks for nothing that the worker does not serve.
@Suite struct DashboardTests {
    private static func dashboard() throws -> [String: Any] {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../../deploy/grafana-dashboard.json")
        return try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    }

    private static func panels() throws -> [[String: Any]] {
        try #require(try dashboard()["panels"] as? [[String: Any]])
    }

    private static func expressions(_ panel: [String: Any]) -> [String] {
        (panel["targets"] as? [[String: Any]] ?? []).compactMap { $0["expr"] as? String }
    }

    @Test func everyMetricIsServed() async throws {
        let server = try await MetricsTests.busyServer()
        let served = Set(try await server.metricFamilies().values.flatMap { $0.samples.map(\.name) })
        try await server.stop()
        let asked = try Self.panels().flatMap(Self.expressions).flatMap { expression in
            expression.matches(of: /\b(?:celery|flower|cricksy)_[a-z_]+/).map { String($0.output) }
        }
        #expect(asked.count > 40)
        for name in asked { #expect(served.contains(name), "\(name)") }
    }

    @Test func variablesAreUsed() throws {
        let templating = try #require(try Self.dashboard()["templating"] as? [String: Any])
        let variables = try #require(templating["list"] as? [[String: Any]])
        #expect(variables.compactMap { $0["name"] as? String } == ["datasource", "worker"])
        for panel in try Self.panels() where panel["type"] as? String != "row" {
            let source = panel["datasource"] as? [String: String]
            #expect(source?["uid"] == "${datasource}")
            for expression in Self.expressions(panel) {
                #expect(expression.contains("$worker") || expression.contains("by (queue_name)"), "\(expression)")
            }
        }
    }

    @Test func panelsHaveTheirOwnPlaces() throws {
        let panels = try Self.panels()
        let ids = panels.compactMap { $0["id"] as? Int }
        #expect(Set(ids).count == panels.count)
        let places = panels.compactMap { $0["gridPos"] as? [String: Int] }
        let squares = places.flatMap { place in
            let (x, y) = (place["x"] ?? 0, place["y"] ?? 0)
            return (0..<(place["w"] ?? 0)).flatMap { dx in (0..<(place["h"] ?? 0)).map { dy in [x + dx, y + dy] } }
        }
        #expect(Set(squares).count == squares.count && squares.allSatisfy { $0[0] < 24 })
    }
}
