/// Lists of names: `A, B and C`.
enum NameList {
    private static let titles: Set = ["capt", "lieut", "sergt", "prof"]

    static func names(in words: [PageWord]) -> [Read<String>] {
        var names: [Read<String>] = []
        var current: [PageWord] = []
        func finish() {
            while current.count > 1, let last = current.last, Int(last.key) != nil { current.removeLast() }
            // `... and A. Fourie. 175 Station Road`
            if let end = current.firstIndex(where: {
                $0.text.hasSuffix(".") && $0.key.utf8.count >= 4 && !titles.contains($0.key)
            }) {
                current.removeSubrange((end + 1)...)
            }
            if let marked = NameText.marked(current), let read = Read(marked.name, from: marked.words) {
                names.append(read)
            }
            current = []
        }
        /// `Baker, OJ, Wood, T`
        func goesOnWithInitials(_ index: Int) -> Bool {
            guard current.count == 1, index + 1 < words.count, NameText.isInitials(words[index + 1]) else {
                return false
            }
            return [",", ";"].contains(words[index + 1].text.last) || index + 2 == words.count
        }
        for (index, word) in words.enumerated() {
            if let last = current.last, last.page == word.page,
                word.left - last.right > 1.5 * word.height || word.top > last.bottom
            {
                let isList = words.contains { $0.text.hasSuffix(",") || $0.text.hasSuffix(";") }
                if !isList { finish() }
            }
            if word.key == "and" || word.key == "&" || word.text == "\u{2022}" || word.text == "\u{B7}" {
                finish()
                continue
            }
            current.append(word)
            if let last = word.text.last, last == "," || last == ";", !goesOnWithInitials(index) { finish() }
        }
        finish()
        return names
    }
}
