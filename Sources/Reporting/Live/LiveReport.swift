internal import Foundation
public import Loopback
internal import Mustache
public import Tuning

/// A run in the browser: as it stands while the sweep works, its report when it is done.
public actor LiveReport {
    private let directory: RunDirectory
    private let context: @Sendable () -> ReportContext
    private var study: LiveStudy?
    private var last: (at: ContinuousClock.Instant, snapshot: LiveSnapshot)?
    private var finished: (written: Date, html: String)?

    /// Looks on again after this long.
    private static let interval: Duration = .seconds(1)

    /// Shows a run, be it begun or not.
    ///
    /// - Parameter context: what the report shows beside the study, asked for when it is drawn.
    public init(_ directory: RunDirectory, context: @escaping @Sendable () -> ReportContext) {
        self.directory = directory
        self.context = context
    }

    /// The page of a path; nil where there is none.
    public func page(_ path: String) -> PageServer.Page? {
        switch path {
        case "/": page("text/html; charset=utf-8") { try report() ?? live(LiveTemplate.page) }
        case "/live": page("text/html; charset=utf-8") { isFinished ? LiveTemplate.over : try live(LiveTemplate.body) }
        case "/status.json": page("application/json") { String(decoding: try StudyJSON.file(status()), as: UTF8.self) }
        case "/live.js": PageServer.Page(type: "text/javascript; charset=utf-8", text: LiveTemplate.script)
        default: nil
        }
    }

    private func page(_ type: String, _ text: () throws -> String) -> PageServer.Page {
        do {
            return PageServer.Page(type: type, text: try text())
        } catch {
            return PageServer.Page(type: "text/plain; charset=utf-8", text: LivePage.sentence(of: error) + "\n")
        }
    }

    // MARK: - The finished run

    /// A result that is there, and nobody who is still at work on it.
    private var isFinished: Bool {
        FileManager.default.fileExists(atPath: directory.result)
            && directory.progressOfWork() == nil
    }

    private func report() throws -> String? {
        guard isFinished else { return nil }
        let attributes = try? FileManager.default.attributesOfItem(atPath: directory.result)
        let written = attributes?[.modificationDate] as? Date ?? .distantPast
        if let finished, finished.written == written { return finished.html }
        let html = try StudyReport(directory.readResult(), context: context()).html()
        finished = (written, html)
        return html
    }

    // MARK: - The running one

    /// What a script may read.
    private struct Status: Encodable {
        let isFinished: Bool
        let study: LiveSnapshot?
    }

    private func status() throws -> Status {
        Status(isFinished: isFinished, study: isFinished ? nil : try snapshot())
    }

    private func live(_ template: String) throws -> String {
        try LiveTemplate.render(template, LivePage(try snapshot(), directory))
    }

    private func snapshot() throws -> LiveSnapshot {
        let now = ContinuousClock.now
        if let last, now - last.at < Self.interval { return last.snapshot }
        if study == nil { study = try LiveStudy(directory) }
        guard let snapshot = try study?.snapshot() else {
            throw TuningError.cannotRead(path: directory.study, reason: "it cannot be opened")
        }
        last = (now, snapshot)
        return snapshot
    }
}
