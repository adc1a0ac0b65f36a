public import Corpus
internal import FoundationEssentials
internal import OCRWire
internal import Recognition
public import Scorecard

/// A card of a corpus as `corpus show` draws it: its pages as they are, and the truth where it stands on them.
public struct TruthSheet: Sendable {
    private let document: CorpusDocument
    private let truth: Scorecard
    private let kept: CardBoxes?
    private let drafted: DraftedCard

    /// Creates a sheet.
    ///
    /// - Parameter kept: the places that were kept with the truth.
    public init(_ document: CorpusDocument, truth: Scorecard, kept: CardBoxes?, drafted: DraftedCard) {
        self.document = document
        self.truth = truth
        self.kept = kept
        self.drafted = drafted
    }

    /// A page of its own for these sheets, with everything in it.
    public static func html(_ sheets: [TruthSheet]) -> String {
        let title = sheets.count == 1 ? sheets[0].document.id : "\(sheets.count) cards"
        return """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>\(escaped(title))</title><style>\(PageColours.sheet)\(TruthSheet.style)</style></head><body>
            <p class="legend"><span class="same">the truth, read so</span> <span class="other">the truth, read otherwise</span>
            Hold the pointer over a value for its place in truth.json.</p>
            \(sheets.map(\.html).joined(separator: "\n"))
            </body></html>

            """
    }

    private var html: String {
        let values = PlacedTruth(truth, kept: kept, reading: drafted.document.reading)
        let otherwise = values.placed.count { $0.readAs != nil }
        return """
            <section id="\(Self.escaped(document.id))"><h1>\(Self.escaped(document.id))</h1>
            <p class="about">\(Self.escaped("\(document.split.rawValue), \(document.kind.rawValue), \(document.layout)")) · \
            \(values.placed.count) values in their places, \(otherwise) of them read otherwise, \
            \(values.homeless.count) without a place\(laws)</p>
            \(drafted.pictures.map { page($0, values) }.joined())
            \(table(values.homeless))
            </section>
            """
    }

    private var laws: String {
        let broken = LawChecker.check(truth).filter { !$0.holds && !$0.soft }
        let said = broken.map { Self.escaped(LawSentence.describe($0, in: truth)) }.joined(separator: " ")
        return said.isEmpty ? "" : " · <span class=\"other\">\(said)</span>"
    }

    private func page(_ picture: PagePicture, _ values: PlacedTruth) -> String {
        guard let page = drafted.document.pages.first(where: { $0.index == picture.page }), page.width > 0 else {
            return ""
        }
        let ratio = Double(page.height) / Double(page.width)
        let marks = values.marks(on: picture.page).map { mark($0, ratio: ratio) }.joined()
        let picture = Data(picture.jpeg).base64EncodedString()
        return """
            <div class="pair" style="--picture:url(data:image/jpeg;base64,\(picture));--ratio:\(1 / ratio)">
            <div class="page"></div><div class="page truth">\(marks)</div></div>
            """
    }

    private func mark(_ value: PlacedTruth.Value, ratio: Double) -> String {
        let box = value.place.box
        let title = value.path + (value.readAs.map { ", read as \($0)" } ?? "")
        let shares = [("left", box.x), ("top", box.y), ("min-width", box.width), ("height", box.height)]
        let style = shares.map { "\($0.0):\(Self.rounded($0.1 * 100))%" }.joined(separator: ";")
        // As high as its box and, of many letters, no wider.
        let size = Self.rounded(min(box.height * ratio * 86, box.width * 180 / Double(max(1, value.text.count))))
        return """
            <span class="\(value.readAs == nil ? "same" : "other")" title="\(Self.escaped(title))" \
            style="\(style);font-size:\(size)cqw">\(Self.escaped(value.text))</span>
            """
    }

    private func table(_ values: [(path: String, text: String)]) -> String {
        guard !values.isEmpty else { return "" }
        let rows = values.map { "<tr><td>\(Self.escaped($0.path))</td><td>\(Self.escaped($0.text))</td></tr>" }
        return "<table><caption>Without a place on the page</caption>\(rows.joined())</table>"
    }

    private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }

    private static let style = """
        body{margin:0;padding:20px 28px 60px;background:var(--paper);color:var(--ink);font:14px/1.45 system-ui,\
        -apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif}
        h1{font-size:20px;margin:34px 0 2px}
        p{margin:0 0 12px}
        .about,.legend{color:var(--soft)}
        .legend .same,.about .same{color:var(--good)}.legend .other,.about .other{color:var(--bad)}
        .pair{display:grid;grid-template-columns:1fr 1fr;gap:14px;margin-bottom:14px}
        .page{position:relative;aspect-ratio:var(--ratio);container-type:inline-size;border:1px solid var(--line);\
        background:#fff;overflow:hidden}
        .page::before{content:"";position:absolute;inset:0;background:var(--picture) 0 0/100% 100% no-repeat}
        .truth::before{opacity:.2}
        .truth span{position:absolute;white-space:nowrap;line-height:1;display:flex;align-items:center;\
        background:rgba(255,255,255,.72);border-radius:2px}
        .truth .same{color:#075c3e;box-shadow:0 0 0 1px #0b6b4b44}
        .truth .other{color:#b3160a;font-weight:600;box-shadow:0 0 0 1.5px #b3160a}
        table{border-collapse:collapse;font-variant-numeric:tabular-nums}
        caption{text-align:left;color:var(--soft);padding-bottom:4px}
        td{padding:3px 18px 3px 0;border-top:1px solid var(--faint)}
        @media(max-width:900px){.pair{grid-template-columns:1fr}}
        """
}
