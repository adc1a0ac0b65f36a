import CeleryQueue
import Foundation
import Testing

/// Something that Celery itself put on Redis; see Tests/Fixtures/celery/capture.py.
struct Capture: CustomTestStringConvertible {
    let version: String
    let name: String
    let key: String
    let value: [UInt8]

    var testDescription: String { "\(version) \(name) \(key)" }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/celery")

    static let all: [Capture] = ["5.4.0", "5.7.0"].flatMap { version in
        lines("celery-\(version).jsonl").map { line in
            Capture(
                version: version, name: line["name"]?.asText ?? "", key: line["key"]?.asText ?? "",
                value: Array((line["value"]?.asText ?? "").utf8))
        }
    }

    /// Captures of one name, of both versions.
    static func named(_ name: String) -> [Capture] { all.filter { $0.name == name } }

    /// The lines of a file as JSON.
    static func lines(_ file: String) -> [JSON] {
        let text = (try? String(contentsOf: folder.appending(path: file), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { try? JSON(parsing: Array($0.utf8)) }
    }

    /// The message, also out of a value of `unacked`.
    func envelope() throws -> Envelope {
        if let element = try JSON(parsing: value).asArray?.first {
            return try Envelope(parsing: element.encodedBytes)
        }
        return try Envelope(parsing: value)
    }
}

/// What a real Python worker answered to a control command.
struct CapturedReply: CustomTestStringConvertible {
    let command: String
    let arguments: String
    let payload: JSON?

    var testDescription: String { "\(command) \(arguments)" }

    static func all(_ file: String) -> [CapturedReply] {
        let text = (try? String(contentsOf: Capture.folder.appending(path: file), encoding: .utf8)) ?? ""
        let lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        return zip(lines, lines.dropFirst()).compactMap { head, reply in
            guard let match = head.wholeMatch(of: /### (\w+) args=(.*) dest=.*/) else { return nil }
            let replies = (try? JSON(parsing: Array(reply.utf8)))?.asArray ?? []
            return CapturedReply(
                command: String(match.1), arguments: String(match.2), payload: replies.first?["worker1@vm"])
        }
    }
}

extension JSON {
    /// Equal whatever the order of members is.
    var unordered: JSON {
        switch self {
        case .array(let values): .array(values.map(\.unordered))
        case .object(let members):
            .object(members.map { .init($0.key, $0.value.unordered) }.sorted { $0.key < $1.key })
        case .null, .bool, .integer, .bigInteger, .decimal, .text: self
        }
    }
}
