internal import Foundation
internal import Mustache
internal import Recognition
public import Tuning

/// A picture of a document that a page can show.
public struct DocumentPicture: Sendable {
    /// `image/png` or `image/jpeg`.
    public var mediaType: String
    /// The file's bytes; nothing here decodes them.
    public var bytes: [UInt8]

    /// Creates a picture.
    public init(mediaType: String, bytes: [UInt8]) {
        self.mediaType = mediaType
        self.bytes = bytes
    }
}

/// An evaluation for people: a page that needs nothing else, and the same in Markdown.
public struct EvaluationReport {
    private let evaluation: CorpusEvaluation
    private let command: String
    private let picture: (String) -> DocumentPicture?

    /// Creates a report.
    ///
    /// - Parameters:
    ///   - command: the command line that makes it again.
    ///   - picture: the picture of a document by its identifier; nil when there is none or it must not be shown.
    public init(
        _ evaluation: CorpusEvaluation, command: String, picture: @escaping (String) -> DocumentPicture?
    ) {
        self.evaluation = evaluation
        self.command = command
        self.picture = picture
    }

    private var tables: EvaluationTables { EvaluationTables(evaluation) }

    /// The summary for a repository.
    public func markdown() -> String {
        var parts = [
            "# Evaluation", "`\(command)`, corpus \(evaluation.corpusHash.prefix(12))", EvaluationTables.legend,
        ]
        for split in tables.splits {
            parts += ["## \(split.rawValue.uppercasedFirst) split", tables.contenders(on: split).markdown]
            for contender in evaluation.contenders {
                parts += ["### \(contender.name)", tables.groups(of: contender, on: split).markdown]
                if let sentence = tables.negatives(of: contender, on: split) { parts.append(sentence) }
            }
            let crops = crops(on: split)
            if !crops.isEmpty { parts += ["### Telling errors", crops.map(\.markdown).joined()] }
        }
        return parts.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
    }

    /// One HTML page with everything in it.
    public func html() throws(ReportError) -> String {
        var library = MustacheLibrary()
        let templates = [("evaluation", EvaluationTemplate.page), ("table", ReportTemplate.table)]
        for (name, text) in templates {
            do {
                try library.register(text, named: name)
            } catch {
                throw .template(name: name, reason: "\(error)")
            }
        }
        let page = EvaluationPage(
            command: command, corpus: String(evaluation.corpusHash.prefix(12)), legend: EvaluationTables.legend,
            sections: tables.splits.map(section))
        guard let html = library.render(page, withTemplate: "evaluation") else {
            throw .template(name: "evaluation", reason: "it is not there")
        }
        return html
    }

    /// Writes `evaluation.html` and `evaluation.md` into a directory, making it where there is none.
    public func write(directory: String) throws(ReportError) {
        let files = [("evaluation.html", try html()), ("evaluation.md", markdown())]
        for (name, text) in files {
            let path = directory + "/" + name
            do {
                try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
                try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
            } catch {
                throw .cannotWrite(path: path, reason: error.localizedDescription)
            }
        }
    }

    private func section(_ split: StudySplit) -> EvaluationPage.Section {
        let comparison = HTMLTable(tables.contenders(on: split), caption: "All contenders on the same pages")
        let groups = evaluation.contenders.map { contender in
            let negatives = tables.negatives(of: contender, on: split) ?? ""
            return HTMLTable(tables.groups(of: contender, on: split), caption: "\(contender.name). \(negatives)")
        }
        return EvaluationPage.Section(
            title: "\(split.rawValue.uppercasedFirst) split", tables: [comparison] + groups, crops: crops(on: split))
    }

    /// The first contender's telling errors.
    private func crops(on split: StudySplit) -> [Crop] {
        guard let contender = evaluation.contenders.first else { return [] }
        let pages = evaluation.pages.filter { $0.setting == contender.id && $0.split == split }
        return TellingCells(pages).entries.map { Crop($0, picture: picture($0.page.document)) }
    }
}

/// The page as its template sees it.
struct EvaluationPage {
    struct Section {
        let title: String
        let tables: [HTMLTable]
        let crops: [Crop]
    }

    let style = ReportStyle.sheet + Crop.style
    let command: String
    let corpus: String
    let legend: String
    let sections: [Section]
}

extension HTMLTable {
    /// The table of a terminal on a page.
    init(_ table: TextTable, caption: String) {
        self.init(
            caption: caption,
            columns: table.columns.map {
                $0.alignment == .right ? .number($0.title) : .text($0.title.isEmpty ? "part" : $0.title)
            },
            rows: table.rows.map { row in
                Row(zip(table.columns, row).map { $0.0.alignment == .right ? .number($0.1) : .text($0.1) })
            }, layout: "dense")
    }
}

/// The page's template, in Mustache.
enum EvaluationTemplate {
    static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>Evaluation</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <main>
        <header>
        <p class="eyebrow">Cricksy OCR · corpus {{corpus}}</p>
        <h1>Evaluation</h1>
        <pre>{{command}}</pre>
        <p>{{legend}}</p>
        </header>
        {{#sections}}
        <section>
        <h2>{{title}}</h2>
        {{#tables}}{{> table}}{{/tables}}
        {{#crops}}<figure class="crop">{{{svg}}}<figcaption>{{title}}<br/>printed <b>{{printed}}</b>, \
        read <b>{{read}}</b>{{#note}} · {{.}}{{/note}}</figcaption></figure>
        {{/crops}}
        </section>
        {{/sections}}
        <footer>Written by cricksy-bench. This page needs no network.</footer>
        </main>
        </body>
        </html>

        """
}
