/// What a notebook prints beside its cells, `In [3]:` and `Out[4]:`, which is no text of theirs.
enum NotebookPrompts {
    /// The lines without prompts; a page with one alone is no notebook.
    static func cleared(_ lines: [[PageWord]]) -> [[PageWord]] {
        let prompts = lines.map(prompt)
        guard prompts.count(where: { $0 > 0 }) >= 2 else { return lines }
        return zip(lines, prompts).map { Array($0.dropFirst($1)) }
    }

    /// How many words of a line are its prompt: `In [3]:` is two, `Out[4]:` one.
    private static func prompt(_ line: [PageWord]) -> Int {
        guard let text = line.first?.text.lowercased(), let name = ["in", "out"].first(where: text.hasPrefix) else {
            return 0
        }
        if text.count > name.count { return isNumber(text.dropFirst(name.count)) ? 1 : 0 }
        return line.count > 1 && isNumber(line[1].text[...]) ? 2 : 0
    }

    private static func isNumber(_ text: Substring) -> Bool {
        guard text.hasPrefix("["), let end = text.lastIndex(of: "]") else { return false }
        return text.dropFirst().prefix(upTo: end).allSatisfy { $0.isNumber || $0 == "*" }
    }
}
