public import Foundation
public import Tuning

/// What earlier runs found, in short.
public struct StudyHistory: Sendable, Equatable {
    /// One finished run.
    public struct Entry: Sendable, Equatable {
        /// Name of the run.
        public var run: String
        /// When it ended.
        public var finished: Date
        /// Hash of its corpus; runs compare when it is the same.
        public var corpusHash: String
        /// Whether it used only a part of the corpus.
        public var partial: Bool
        /// Name of the winning setting.
        public var winner: String
        /// Whether the incumbent stayed.
        public var incumbentKept: Bool
        /// The split that the figures are of.
        public var split: StudySplit
        /// Fields right of the winner, weighted by the mix.
        public var fieldAccuracy: Estimate?
        /// CPU seconds per page of the winner.
        public var cpuSecondsPerPage: Estimate?
    }

    /// The runs, the oldest first.
    public private(set) var entries: [Entry]

    /// Creates a history of entries in any order; a run is in it once.
    public init(_ entries: [Entry] = []) {
        var seen = Set<String>()
        self.entries = entries.sorted { ($0.finished, $0.run) < ($1.finished, $1.run) }.filter {
            seen.insert($0.run).inserted
        }
    }

    /// Reads the newest `result.json` files under a directory of runs. What is no finished run of this layout is passed
    /// over.
    ///
    /// - Parameter most: runs that are read at most.
    public static func read(directory: String, most: Int = 40) -> StudyHistory {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        let entries = names.sorted().reversed().lazy.compactMap { name -> Entry? in
            let path = RunDirectory(path: "\(directory)/\(name)").result
            guard let data = FileManager.default.contents(atPath: path) else { return nil }
            return (try? StudyJSON.value(ShortResult.self, from: data))?.entry
        }
        return StudyHistory(Array(entries.prefix(most)))
    }

    /// The history with a run in it, in place of what was read of it.
    public func including(_ result: StudyResult) -> StudyHistory {
        StudyHistory([Entry(result)] + entries)
    }
}

extension StudyHistory.Entry {
    /// A finished study in short.
    public init(_ result: StudyResult) {
        let split = result.evidenceSplit
        let figures = result.figures(of: result.decision.winner, on: split, kind: nil)
        self.init(
            run: result.run.id, finished: result.run.finished, corpusHash: result.corpus.hash,
            partial: result.corpus.partial, winner: result.setting(result.decision.winner)?.name ?? "",
            incumbentKept: result.decision.incumbentKept, split: split, fieldAccuracy: figures?.fieldAccuracy,
            cpuSecondsPerPage: figures?.cpuSecondsPerPage)
    }
}

/// The few values of a `result.json` that history needs, so that one of another version can be read too.
private struct ShortResult: Decodable {
    struct Run: Decodable {
        let id: String
        let finished: Date
    }

    struct Corpus: Decodable {
        let hash: String
        let partial: Bool?
    }

    struct Setting: Decodable {
        let id: String
        let name: String
    }

    struct Summary: Decodable {
        struct Figures: Decodable {
            let fieldAccuracy: Estimate?
            let cpuSecondsPerPage: Estimate?
        }

        let setting: String
        let split: StudySplit
        let kind: String?
        let figures: Figures
    }

    struct Verdict: Decodable {
        let winner: String
        let incumbentKept: Bool
    }

    let run: Run
    let corpus: Corpus
    let settings: [Setting]
    let summaries: [Summary]
    let decision: Verdict

    var entry: StudyHistory.Entry {
        let own = summaries.filter { $0.setting == decision.winner && $0.kind == nil }
        let shown = StudySplit.inOrderOfEvidence.lazy.compactMap { split in own.first { $0.split == split } }.first
        return StudyHistory.Entry(
            run: run.id, finished: run.finished, corpusHash: corpus.hash, partial: corpus.partial ?? false,
            winner: settings.first { $0.id == decision.winner }?.name ?? "", incumbentKept: decision.incumbentKept,
            split: shown?.split ?? .tune, fieldAccuracy: shown?.figures.fieldAccuracy,
            cpuSecondsPerPage: shown?.figures.cpuSecondsPerPage)
    }
}
