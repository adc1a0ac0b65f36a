import Evaluation
import Foundation
import Recognition
import Tuning

/// A made-up study, built as JSON since only a study makes a `StudyResult`.
enum Fixture {
    struct Contender {
        let id: String
        let name: String
        let roles: [String]
        /// Field accuracy and CER of text, scan, screen, photo.
        let fields: [Double]
        let errors: [Double]
        let cpu: Double
    }

    static let winner = Contender(
        id: "aaaaaaaaaaaa", name: "psm 6 oem 1 eng 300dpi +background+deskew+rules", roles: ["candidate", "winner"],
        fields: [0.995, 0.871, 0.968, 0.642], errors: [0.002, 0.039, 0.018, 0.052], cpu: 1.12)
    static let incumbent = Contender(
        id: "bbbbbbbbbbbb", name: "guide: psm 6 oem 3", roles: ["incumbent"], fields: [0.912, 0.801, 0.951, 0.312],
        errors: [0.021, 0.071, 0.024, 0.271], cpu: 1.31)
    static let defaults = Contender(
        id: "cccccccccccc", name: "Tesseract defaults", roles: ["defaults"], fields: [0.861, 0.592, 0.648, 0.104],
        errors: [0.032, 0.149, 0.189, 0.292], cpu: 1.42)

    static func result(kept: Bool = false, partial: Bool = false) throws -> StudyResult {
        var contenders = [winner, incumbent, defaults]
        if kept {
            contenders[0] = Contender(
                id: winner.id, name: winner.name, roles: ["candidate"], fields: winner.fields, errors: winner.errors,
                cpu: winner.cpu)
            contenders[1] = Contender(
                id: incumbent.id, name: incumbent.name, roles: ["incumbent", "winner"], fields: incumbent.fields,
                errors: incumbent.errors, cpu: incumbent.cpu)
        }
        let data = try JSONSerialization.data(withJSONObject: object(contenders, kept: kept, partial: partial))
        return try StudyJSON.value(StudyResult.self, from: data)
    }

    private static let kinds = ["text", "scan", "screen", "photo"]

    private static func object(_ contenders: [Contender], kept: Bool, partial: Bool) throws -> [String: Any] {
        let others = crowd()
        let parts = ["tune", "validation"].flatMap { split in
            kinds.map { ["split": split, "kind": $0, "documents": 12, "pages": 13] as [String: Any] }
        }
        return [
            "schemaVersion": 1, "run": run(),
            "mix": ["weights": ["text": 0.3, "scan": 0.2, "screen": 0.3, "photo": 0.2]],
            "corpus": [
                "path": "corpus", "hash": String(repeating: "c0ffee", count: 10), "parts": parts, "partial": partial,
                "layouts": ["classic", "broadcast", "club", "ledger", "web"],
            ] as [String: Any],
            "settings": try (contenders + others).map(setting),
            "summaries": contenders.flatMap { summaries($0, "tune") + summaries($0, "validation") }
                + others.flatMap { summaries($0, "tune") },
            "pages": contenders.flatMap(pages),
            "merged": [["kept": winner.id, "others": [others[0].id], "documents": 48] as [String: Any]],
            "infeasible": [
                [
                    "name": "psm 6 oem 0 eng", "settings": try settings(RecognitionSettings(engine: .legacyOnly)),
                    "reason": "the model eng has no legacy part, which OEM 0 needs",
                ] as [String: Any]
            ],
            "rungs": [rung(1, 8, 14, 7), rung(2, 24, 7, 4), rung(3, 48, 4, 4)],
            "dropped": others.suffix(6).map {
                ["setting": $0.id, "rung": 1, "documents": 8, "reason": "12 points behind the best after 8 documents"]
            } as [[String: Any]],
            "machine": machine(contenders), "decision": decision(contenders, kept: kept),
            "provenance": [["name": "tesseract", "value": "5.3.0"], ["name": "CPU", "value": "Example <CPU> & Co"]],
            "timings": [
                ["stage": "search", "wallSeconds": 312.0, "cpuSeconds": 598.0, "readings": 510] as [String: Any]
            ],
        ]
    }

    private static func run() -> [String: Any] {
        [
            "id": "20261123-201530", "started": "2026-11-23T20:15:30Z", "finished": "2026-11-23T20:24:51Z",
            "tool": "cricksy-bench 0.1.0", "command": ["cricksy-bench", "sweep", "--corpus", "corpus"],
            "search": "halving", "budgetSeconds": 600.0, "seed": 1, "resamples": 2_000, "intervalLevel": 0.95,
            "concurrency": 2, "normalization": "card-1", "resumed": false,
        ]
    }

    /// Settings without a role, spread over cost and accuracy.
    private static func crowd() -> [Contender] {
        var generator = SplitMix64(seed: 5)
        return (0..<11).map { number in
            let cpu = 0.7 + Double(generator.next(below: 120)) / 100
            let quality = 0.55 + 0.3 * Double(generator.next(below: 100)) / 100
            return Contender(
                id: String(format: "d%011d", number), name: "psm \(3 + number % 9) oem 1 eng \(150 + 50 * number)dpi",
                roles: [], fields: [0.99, quality, quality + 0.1, quality - 0.3], errors: [0.01, 0.1, 0.05, 0.2],
                cpu: cpu)
        }
    }

    private static func settings(_ settings: RecognitionSettings) throws -> Any {
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(settings))
    }

    private static func setting(_ contender: Contender) throws -> [String: Any] {
        [
            "id": contender.id, "name": contender.name, "roles": contender.roles,
            "settings": try settings(RecognitionSettings()),
        ]
    }

    private static func rung(_ number: Int, _ documents: Int, _ entered: Int, _ survived: Int) -> [String: Any] {
        [
            "number": number, "documents": documents, "entered": entered, "survived": survived, "cpuSeconds": 140.0,
            "wallSeconds": 75.0,
        ]
    }

    // MARK: - Figures

    private static func summaries(_ contender: Contender, _ split: String) -> [[String: Any]] {
        let byKind = kinds.enumerated().map { index, kind in
            summary(contender, split, kind, contender.fields[index], contender.errors[index], documents: 12)
        }
        let weights = [0.3, 0.2, 0.3, 0.2]
        let fields = zip(weights, contender.fields).reduce(0) { $0 + $1.0 * $1.1 }
        let errors = zip(weights, contender.errors).reduce(0) { $0 + $1.0 * $1.1 }
        return byKind + [summary(contender, split, nil, fields, errors, documents: 48)]
    }

    private static func summary(
        _ contender: Contender, _ split: String, _ kind: String?, _ fields: Double, _ errors: Double, documents: Int
    ) -> [String: Any] {
        let scale = kind == "text" && contender.roles.contains("winner") ? 0.004 : 1.0
        var summary: [String: Any] = [
            "setting": contender.id, "split": split,
            "figures": figures(fields, errors, cpu: contender.cpu * scale, documents: documents),
        ]
        summary["kind"] = kind
        return summary
    }

    private static func figures(_ fields: Double, _ errors: Double, cpu: Double, documents: Int) -> [String: Any] {
        let spread = 0.2 * fields * (1 - fields) + 0.004
        return [
            "documents": documents, "pages": documents + 1, "failures": 0,
            "cerMicro": estimate(errors, errors * 0.3), "cerMacro": estimate(errors * 1.1, errors * 0.3),
            "cerCodePoints": errors, "cerOrderFree": errors * 0.4, "werMicro": estimate(errors * 2.2, errors * 0.5),
            "werMacro": estimate(errors * 2.3, errors * 0.5), "numbersF1": 1 - errors, "emptyReferences": 0,
            "fieldAccuracy": estimate(fields, spread), "fieldAccuracyByLayout": fields - 0.01,
            "fields": ["name", "dismissal", "runs", "bowlingOvers", "total"].map {
                ["field": $0, "right": Int(fields * 400), "wrong": 12, "missed": 9, "invented": 3] as [String: Any]
            },
            "rowsRight": Int(fields * fields * 400), "rows": 400, "cardsRight": Int(fields * fields * fields * 12),
            "cards": documents, "cardsClosing": documents / 2, "cpuSecondsPerPage": estimate(cpu, cpu * 0.04),
            "latency": latency(cpu, count: documents), "peakResidentBytes": 150 << 20,
        ]
    }

    private static func estimate(_ value: Double, _ half: Double) -> [String: Any] {
        ["value": value, "low": max(0, value - half), "high": value + half]
    }

    private static func latency(_ seconds: Double, count: Int) -> [String: Any] {
        var latency: [String: Any] = ["count": count, "p50": seconds * 0.97, "max": seconds * 1.9]
        if count >= 30 { latency["p90"] = seconds * 1.4 }
        return latency
    }

    private static func pages(_ contender: Contender) -> [[String: Any]] {
        kinds.indices.flatMap { index in (0..<4).map { page(contender, kind: index, number: $0) } }
    }

    private static func page(_ contender: Contender, kind: Int, number: Int) -> [String: Any] {
        let right = Int(contender.fields[kind] * 180) - number * 5
        let error = contender.errors[kind]
        return [
            "setting": contender.id, "document": "\(kinds[kind])-00\(number)", "split": "validation",
            "kind": kinds[kind], "layout": "classic", "pages": 1, "cer": error, "wer": error * 2,
            "fieldsRight": right, "fieldsTotal": 180, "rowsRight": right / 10, "rows": 22, "cardRight": false,
            "closes": number == 0, "cpuSeconds": contender.cpu, "wallSeconds": contender.cpu * 1.05,
            "cells": (0..<min(60, 180 - right)).map(cell),
        ]
    }

    private static func cell(_ number: Int) -> [String: Any] {
        [
            "path": "innings/0/batting/\(number)/runs", "field": "runs", "outcome": "wrong", "expected": "1\(number)",
            "found": "<\(number)>",
        ]
    }

    // MARK: - Machine and decision

    private static func machine(_ contenders: [Contender]) -> [String: Any] {
        var points: [[String: Any]] = []
        for contender in contenders {
            let most = contender.roles.contains("winner") ? 4 : 2
            for concurrency in 1...most { points.append(point(contender, concurrency)) }
        }
        return [
            "points": points, "chosenConcurrency": 2,
            "reason": "the least concurrency with at least 97% of the highest throughput (1.72 pages/s at 3) is 2",
        ]
    }

    private static func point(_ contender: Contender, _ concurrency: Int) -> [String: Any] {
        let speedup: Double = [1.0, 1.9, 1.93, 1.88][concurrency - 1]
        let rate: Double = speedup / contender.cpu
        let seconds: Double = contender.cpu * Double(concurrency) / speedup
        let memory: [Int] = [30 + 110 * concurrency, 22 + 90 * concurrency, 34 + 128 * concurrency]
        return [
            "setting": contender.id, "concurrency": concurrency, "documents": 40, "pages": 44,
            "wallSeconds": 44 / rate, "pagesPerSecond": rate, "cpuSecondsPerPage": contender.cpu,
            "latency": latency(seconds, count: 40), "residentBytes": memory[0] << 20,
            "proportionalBytes": memory[1] << 20, "peakBytes": memory[2] << 20,
            "childPeakBytes": [Int](repeating: 128 << 20, count: concurrency),
        ]
    }

    private static func decision(_ contenders: [Contender], kept: Bool) -> [String: Any] {
        [
            "winner": kept ? incumbent.id : winner.id, "candidate": winner.id, "incumbentKept": kept,
            "selectionRule": "On the tune split: the best field accuracy, the least CPU among equals.",
            "confirmationRule": "On the validation split: better in one and not worse in the other.",
            "reasons": [kept ? "The candidate may cost more CPU." : "It reads more fields at less cost."],
            "comparisons": [incumbent, defaults].map { comparison(with: $0, passes: !kept) },
        ]
    }

    private static func comparison(with other: Contender, passes: Bool) -> [String: Any] {
        let difference: [String: Any] = ["value": 0.094, "low": 0.071, "high": 0.118]
        let ratio: [String: Any] = ["value": winner.cpu / other.cpu, "low": 0.83, "high": 0.88]
        return [
            "setting": winner.id, "against": other.id, "role": other.roles[0], "split": "validation", "documents": 48,
            "fieldAccuracyDifference": difference, "cpuRatio": ratio, "passes": passes,
            "finding": "better in field accuracy and in CPU",
        ]
    }
}
