import Foundation
import FoundationXML

/// A report's page taken apart by an XML parser, which accepts nothing that is not well formed.
final class ReportHTML: NSObject, XMLParserDelegate {
    struct Table {
        var caption = ""
        /// The section that it stands in.
        var section = ""
        var columns: [String] = []
        var columnScopes = 0
        var rows: [[String]] = []
    }

    private(set) var ids: [String] = []
    private(set) var links: [String] = []
    private(set) var sources: [String] = []
    private(set) var headings: [Int] = []
    private(set) var sections: [String] = []
    private(set) var tables: [Table] = []
    private(set) var namelessPictures = 0
    private(set) var pictures: [String] = []
    private(set) var problem: String?
    private var text = ""
    private var table: Table?
    private var row: [String] = []
    private var open: [String] = []

    init(_ html: String) {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        if !parser.parse() {
            problem = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "not well formed")"
        }
    }

    func tables(in section: String) -> [Table] { tables.filter { $0.section == section } }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        open.append(name)
        attributes["id"].map { ids.append($0) }
        if let link = attributes["href"] { name == "a" || name == "use" ? links.append(link) : sources.append(link) }
        attributes["src"].map { sources.append($0) }
        switch name {
        case "h1", "h2", "h3", "h4": headings.append(Int(name.dropFirst()) ?? 0)
        case "section": sections.append(attributes["id"] ?? "")
        case "table": table = Table(section: sections.last ?? "")
        case "tr": row = []
        case "th", "td":
            text = ""
            if attributes["scope"] == "col" { table?.columnScopes += 1 }
        case "caption": text = ""
        case "svg":
            pictures.append(attributes["aria-label"] ?? "")
            if attributes["role"] != "img" || attributes["aria-label"]?.isEmpty != false { namelessPictures += 1 }
        default: break
        }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        // Small print stands under the figure, not in it.
        if open.last != "small", open.last != "summary", !open.contains("details") { text += string }
    }

    func parser(
        _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
    ) {
        open.removeLast()
        switch name {
        case "caption": table?.caption = text
        case "th", "td": row.append(text)
        case "tr":
            if open.last == "thead" { table?.columns = row } else { table?.rows.append(row) }
        case "table":
            if let table { tables.append(table) }
            table = nil
        default: break
        }
    }
}
