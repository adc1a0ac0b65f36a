internal import Recognition

/// Words that stand on one line of sight, left to right, whatever lines the engine saw.
struct VisualRow {
    var words: [PageWord]
    var top: Double
    var bottom: Double

    var midY: Double { (top + bottom) / 2 }
    var height: Double { bottom - top }
    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.reduce(0) { max($0, $1.right) } }
    var text: String { words.map(\.text).joined(separator: " ") }

    /// Whether a clock begins the row, as in a program's log: `16:44 Hill 235-6 (71.3 overs) A Lee c Fox b Rowe 100`.
    var isLogged: Bool {
        // Nearly all rows begin with a letter.
        guard let first = words.first, first.text.utf8.count >= 5, first.hasDigit else { return false }
        let clock = first.text.split(separator: ":")
        return clock.count == 2 && clock.allSatisfy { $0.utf8.count == 2 && Int($0) != nil }
    }

    /// The row's words whose middle lies between the bounds; nil when there are none.
    func clipped(from left: Double, to right: Double) -> VisualRow? {
        let inside = words.filter { $0.midX >= left && $0.midX < right }
        return inside.isEmpty ? nil : VisualRow(inside)
    }

    /// The row elsewhere on the level ground; the boxes of its words on the page stay what they are.
    func moved(across: Double, down: Double) -> VisualRow {
        var row = self
        for index in words.indices {
            row.words[index].left += across
            row.words[index].right += across
            row.words[index].top += down
            row.words[index].bottom += down
        }
        row.top += down
        row.bottom += down
        return row
    }

    /// The words behind a keyword that is not in print; no row where there are none.
    static func titled(_ keyword: [String], _ words: [PageWord]) -> [VisualRow] {
        guard let first = words.first else { return [] }
        return [VisualRow(keyword.map { first.part($0, from: 0, to: 0) } + words)]
    }

    init(_ words: [PageWord]) {
        self.words = words
        top = words.reduce(.infinity) { min($0, $1.top) }
        bottom = words.reduce(-.infinity) { max($0, $1.bottom) }
    }
}

/// Groups the words of a page into rows.
enum VisualRows {
    /// Rows from top to bottom.
    static func group(_ words: [PageWord]) -> [VisualRow] {
        let typical = Slope.median(words.map(\.height))
        guard typical > 0 else { return [] }
        let order = words.indices.sorted { words[$0].midY < words[$1].midY }
        var groups: [Group] = []
        // Dots and dashes are too low to say where their line is; they join the lines that the others make.
        for index in order where words[index].height >= 0.45 * typical { join(words[index], at: index, &groups) }
        groups.sort { $0.midY < $1.midY }
        var strays: [Group] = []
        for index in order where words[index].height < 0.45 * typical {
            joinSmall(words[index], at: index, &groups, &strays)
        }
        return (groups + strays).map { group in
            SplitDecimals.joined(Bars.resolved(group.members.map { words[$0] }.sorted { $0.left < $1.left }))
        }
        .filter { !$0.isEmpty }.map { VisualRow($0) }.sorted { $0.midY < $1.midY }
    }

    private struct Group {
        var members: [Int]
        var midY: Double
        var height: Double

        /// Takes in a word; place and height are those of the mean.
        mutating func add(_ index: Int, _ word: PageWord) {
            members.append(index)
            midY += (word.midY - midY) / Double(members.count)
            height += (word.height - height) / Double(members.count)
        }
    }

    private static func join(_ word: PageWord, at index: Int, _ groups: inout [Group]) {
        // Words come from top to bottom, so that only the last few groups can be near.
        let near = groups.indices.suffix(12).min {
            (groups[$0].midY - word.midY).magnitude < (groups[$1].midY - word.midY).magnitude
        }
        if let near, (groups[near].midY - word.midY).magnitude < 0.45 * min(word.height, groups[near].height) {
            groups[near].add(index, word)
        } else {
            groups.append(Group(members: [index], midY: word.midY, height: word.height))
        }
    }

    private static func joinSmall(
        _ word: PageWord, at index: Int, _ groups: inout [Group], _ strays: inout [Group]
    ) {
        var (low, high) = (0, groups.count)
        while low < high {
            let middle = (low + high) / 2
            if groups[middle].midY < word.midY { low = middle + 1 } else { high = middle }
        }
        let near = [low - 1, low].filter(groups.indices.contains).min {
            (groups[$0].midY - word.midY).magnitude < (groups[$1].midY - word.midY).magnitude
        }
        if let near, (groups[near].midY - word.midY).magnitude < 0.75 * groups[near].height {
            groups[near].members.append(index)
        } else if let last = strays.indices.last, (strays[last].midY - word.midY).magnitude < word.height {
            strays[last].members.append(index)
        } else {
            strays.append(Group(members: [index], midY: word.midY, height: word.height))
        }
    }
}

/// Upright bars: an initial I before a name, else a ruling line.
private enum Bars {
    static func resolved(_ words: [PageWord]) -> [PageWord] {
        guard words.contains(where: { $0.text == "|" }) else { return words }
        return words.indices.compactMap { index in
            guard words[index].text == "|" else { return words[index] }
            let isLetter = isInitial(words, index) || isLastInitial(words, index)
            return isLetter ? words[index].part("I", from: 0, to: 1) : nil
        }
    }

    /// `Raghunathan I`: a space behind a name, and white space behind it.
    private static func isLastInitial(_ words: [PageWord], _ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (bar, name) = (words[index], words[index - 1])
        guard name.key.utf8.count >= 3, name.text.contains(where: \.isUppercase), name.text.last?.isLowercase == true,
            bar.height < 1.1 * name.height
        else { return false }
        let before = bar.left - name.right
        let behind = index + 1 < words.count ? words[index + 1].left - bar.right : .infinity
        return before > 0.15 * name.height && before < 0.7 * name.height && behind > 2 * name.height
    }

    /// The `B` of `I B Siddiqui`.
    private static func isInitialOfName(_ words: [PageWord], _ index: Int) -> Bool {
        guard index + 1 < words.count else { return false }
        let (initial, next) = (words[index], words[index + 1])
        return next.left - initial.right < initial.height && next.key.utf8.count >= 3
            && next.text.first?.isUppercase == true
    }

    private static func isInitial(_ words: [PageWord], _ index: Int) -> Bool {
        guard index + 1 < words.count else { return false }
        let (bar, next) = (words[index], words[index + 1])
        guard bar.height < 1.35 * next.height, next.text.unicodeScalars.first?.properties.isUppercase == true,
            next.key.utf8.count >= 2 || isInitialOfName(words, index + 1)
        else { return false }
        // A rule stands in the middle of white space, an initial a space before its name.
        let behind = next.left - bar.right
        let before = index > 0 ? bar.left - words[index - 1].right : .infinity
        return behind < 0.7 * next.height && before > 0.15 * next.height && behind < 1.5 * before
    }
}

/// `140.` and `00`: a fixed-width font has wide gaps at its points.
private enum SplitDecimals {
    static func joined(_ words: [PageWord]) -> [PageWord] {
        guard words.contains(where: { $0.text.utf8.last == UInt8(ascii: ".") }) else { return words }
        var joined: [PageWord] = []
        for word in words {
            if let last = joined.last, areParts(last, word) {
                joined[joined.count - 1] = last.joined(with: word)
            } else {
                joined.append(word)
            }
        }
        return joined
    }

    private static func areParts(_ one: PageWord, _ next: PageWord) -> Bool {
        guard one.text.hasSuffix("."), one.source == .ocr, next.left - one.right < 1.1 * one.height else {
            return false
        }
        let (whole, fraction) = (one.text.dropLast().utf8, next.text.utf8)
        func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
        return (2...3).contains(whole.count) && (1...2).contains(fraction.count) && whole.allSatisfy(isDigit)
            && fraction.allSatisfy(isDigit)
    }
}
