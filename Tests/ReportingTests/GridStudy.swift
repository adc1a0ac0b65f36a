import Foundation
import Recognition
import Tuning

/// A made-up study over a whole grid with known effects: two segmentations by two heights by two looks, in which one
/// setting left early.
enum GridStudy {
    struct Point {
        let settings: RecognitionSettings
        let id: String
        /// Fields right of 100, before the document's own part.
        let right: Int
        let cpu: Double
    }

    /// PSM 6 is 10 points better than PSM 3 for half the time, a height 4 points, a second look 2; nothing interacts.
    static let points: [Point] = [3, 6].flatMap { psm in
        [nil, 28].flatMap { height in
            [false, true].map { look in
                var settings = RecognitionSettings(
                    pageSegmentation: PageSegmentationMode(rawValue: psm) ?? .automatic,
                    preparation: PagePreparation(targetTextHeight: height))
                settings.secondLook = look ? .doubtful : nil
                let right = 70 + (psm == 6 ? 10 : 0) + (height == nil ? 0 : 4) + (look ? 2 : 0)
                return Point(
                    settings: settings, id: "\(psm)-\(height ?? 0)-\(look)", right: right,
                    cpu: (psm == 6 ? 1 : 2) + (look ? 0.5 : 0))
            }
        }
    }

    static let winner = "6-28-true"
    static let early = "3-28-false"
    static let documents = 12

    /// - Parameter earlyDocuments: how many documents the setting that left early has read.
    static func result(earlyDocuments: Int = 4) throws -> StudyResult {
        var result = try Fixture.result()
        result.settings = try decode(points.map(setting))
        result.pages = try decode(
            points.flatMap { point in
                (0..<(point.id == early ? earlyDocuments : documents)).map { page(point, $0, "tune") }
            }
                + points.filter { $0.id == winner }.flatMap { point in
                    (0..<documents).map { page(point, $0, "validation") }
                })
        let (figures, template) = (result.summaries, try require(result.summaries.first))
        result.summaries = points.flatMap { point in
            [StudySplit.tune, .validation].map { split in
                var summary = figures.first { $0.split == split && $0.kind == nil } ?? template
                summary.setting = point.id
                summary.figures.peakResidentBytes = (point.cpu > 1.9 ? 90 : 120) << 20
                return summary
            }
        }
        (result.decision.winner, result.decision.candidate) = (winner, winner)
        (result.decision.comparisons, result.merged, result.dropped, result.machine.points) = ([], [], [], [])
        return result
    }

    private static func decode<Value: Decodable>(_ object: Any) throws -> Value {
        try StudyJSON.value(Value.self, from: JSONSerialization.data(withJSONObject: object))
    }

    private static func setting(_ point: Point) throws -> [String: Any] {
        [
            "id": point.id, "name": point.settings.description,
            "settings": try JSONSerialization.jsonObject(with: JSONEncoder().encode(point.settings)),
            "roles": point.id == winner
                ? ["candidate", "winner"] : point.id == "3-0-false" ? ["defaults", "incumbent"] : [],
        ]
    }

    /// Later documents are harder for every setting alike.
    private static func page(_ point: Point, _ number: Int, _ split: String) -> [String: Any] {
        let kinds = ["text", "scan", "screen", "photo"]
        let right = point.right - 2 * (number / 4)
        return [
            "setting": point.id, "document": "\(split)-\(number)", "split": split, "kind": kinds[number % 4],
            "layout": ["classic", "ledger", "club"][number % 3], "pages": 1, "cer": 0.1, "wer": 0.2,
            "fieldsRight": right, "fieldsTotal": 100, "rowsRight": 5, "rows": 10, "cardRight": false,
            "closes": false, "cpuSeconds": point.cpu * (1 + Double(number / 4)), "wallSeconds": point.cpu,
            "cells": [
                cell("117", "177", "wrong"), cell("42", nil, "missed"), cell("1", "7", "wrong"),
                cell("35", "4", "wrong"), cell("Smith", "Smlth", "wrong"), cell("20", "2", "wrong"),
            ],
        ]
    }

    private static func cell(_ printed: String, _ read: String?, _ outcome: String) -> [String: Any] {
        var cell: [String: Any] = [
            "path": "innings/0/batting/0/runs", "field": "runs", "outcome": outcome, "expected": printed,
        ]
        cell["found"] = read
        return cell
    }
}

private func require<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.coderValueNotFound) }
    return value
}
