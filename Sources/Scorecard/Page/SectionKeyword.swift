internal import Recognition

/// What a row announces with its first words.
enum SectionKeyword: Hashable {
    case extras, extrasPart, total, wicketsLost, didNotBat, fallOfWickets, bowling, footer
}

/// Finds the keyword a row begins with, a misread letter forgiven in the longer ones.
enum SectionKeywords {
    /// The keyword and how many words it takes; nil when the row begins with none.
    static func leading(_ words: [PageWord]) -> (keyword: SectionKeyword, count: Int)? {
        if let found = leading(words[...], atLeast: 1) { return found }
        let specks = words.prefix(2).prefix { $0.source == .ocr && $0.key.utf8.count <= 2 && $0.confidence < 0.7 }.count
        guard specks > 0 else { return nil }
        if let sum = leading(words[specks...], atLeast: 1), sum.keyword == .extras || sum.keyword == .total,
            words[specks...].dropFirst(sum.count).contains(where: \.hasDigit)
        {
            return (sum.keyword, sum.count + specks)
        }
        guard let found = leading(words[specks...], atLeast: 3) else { return nil }
        return (found.keyword, found.count + specks)
    }

    /// - Parameter least: words of the keyword; behind specks only a long one is believed.
    private static func leading(
        _ words: ArraySlice<PageWord>, atLeast least: Int
    ) -> (keyword: SectionKeyword, count: Int)? {
        guard let first = words.first?.key, !first.isEmpty else { return nil }
        let length = first.utf8.count
        // Most rows begin with no keyword: lengths alone tell.
        guard entriesByLength.indices.contains(length) else { return nil }
        for entry in entriesByLength[length] where entry.keys.count >= least && entry.keys.count <= words.count {
            guard matches(first, entry.keys[0], entry) else { continue }
            guard zip(entry.keys, words).allSatisfy({ matches($1.key, $0, entry) }) else { continue }
            if first != entry.keys[0], isPlayer(words, entry) { continue }
            // `Page, b Cromb 0`
            if first == "page", words.dropFirst().first?.hasDigit == false { continue }
            if entry.mayBeName, words.count(where: { Double($0.text) != nil }) >= 2,
                !words.contains(where: { ":,".contains($0.text.last ?? " ") && !$0.text.hasPrefix("(") })
            {
                continue
            }
            // The figures of a grid are its first row, no part of the keyword.
            let count = entry.keys.count { Int($0) == nil }
            return (entry.keyword, count + SecondLanguage.length(words.dropFirst(count)))
        }
        return nil
    }

    /// Whether a name a letter from a keyword begins the row of a player, `Boiling 9 0 40 1`, `Hourn 14.2 3 44 2`, `Targett b Hall 12`.
    private static func isPlayer(_ words: ArraySlice<PageWord>, _ entry: Entry) -> Bool {
        guard entry.keys.count == 1, [.bowling, .footer, .extrasPart].contains(entry.keyword) else { return false }
        return words.count(where: { Double($0.text) != nil }) >= 3
            || words.count > 3 && DismissalParser.begins(Array(words), at: 1)
    }

    /// `Kent Fall of Wickets`, a title of nothing but names before the keyword; nil for other rows.
    static func fallTitle(_ words: [PageWord]) -> (keyword: SectionKeyword, count: Int)? {
        guard 4...8 ~= words.count, Array(words.suffix(3).map(\.key)) == ["fall", "of", "wickets"],
            words.allSatisfy({ !$0.hasDigit && !":,".contains($0.text.last ?? " ") })
        else { return nil }
        return (.fallOfWickets, words.count)
    }

    private struct Entry {
        var keyword: SectionKeyword
        var keys: [String]
        /// Bytes of the first key.
        var length: Int
        /// Whether players are called so: `DNB Nguyen c Hall b Page 12 30`, `Page not out 3 9`.
        var mayBeName: Bool { keys == ["dnb"] || keys == ["page"] }
    }

    private static let entries: [Entry] = {
        let table: [(SectionKeyword, String)] = [
            (.didNotBat, "did not bat"), (.didNotBat, "didnot bat"), (.didNotBat, "dnb"), (.didNotBat, "yet to bat"),
            (.didNotBat, "still to bat"), (.didNotBat, "to bat"), (.didNotBat, "did not bat"),
            (.didNotBat, "didn't bat"), (.fallOfWickets, "fall of wickets"), (.fallOfWickets, "fall of wicket"),
            (.fallOfWickets, "fall der wickets"), (.fallOfWickets, "fall of the wickets"),
            (.fallOfWickets, "the fall of the wickets"),
            (.fallOfWickets, "fall of wkts"), (.fallOfWickets, "fow"), (.fallOfWickets, "fall"),
            (.fallOfWickets, "wickets fell"), (.fallOfWickets, "wicket 1 2"), (.fallOfWickets, "wkt 1 2"),
            (.fallOfWickets, "wickets 1 2"), (.fallOfWickets, "wkts 1 2"), (.extras, "extras"), (.extras, "extra"),
            (.extras, "ext"), (.extras, "ex"),
            (.extras, "sundries"),
            (.extras, "total extras"), (.extras, "byes &c"), (.extras, "byes etc"), (.extrasPart, "leg byes"),
            (.extrasPart, "legbyes"), (.extrasPart, "byes"),
            (.extrasPart, "wides"), (.extrasPart, "wide balls"), (.extrasPart, "no balls"), (.extrasPart, "noballs"),
            (.extrasPart, "penalty"),
            (.extrasPart, "penalties"), (.total, "innings total"), (.total, "grand total"), (.total, "total"),
            (.total, "totals"), (.total, "tot"), (.total, "total:"),
            (.wicketsLost, "wickets lost"), (.footer, "starting score"), (.footer, "runs scored"),
            (.bowling, "bowling"), (.bowling, "bowlers"),
            (.footer, "toss"), (.footer, "umpires"), (.footer, "umpire"), (.footer, "result"), (.footer, "scorers"),
            (.footer, "partnerships"), (.footer, "powerplay"), (.footer, "powerplays"),
            (.footer, "man of"), (.footer, "player of"), (.footer, "points"), (.footer, "venue"),
            (.footer, "referee"), (.footer, "match referee"), (.footer, "target"), (.footer, "run rate"),
            (.footer, "strategic"), (.footer, "timeout"), (.footer, "hours"), (.footer, "scored by"),
            (.footer, "scored with"), (.footer, "page"), (.footer, "printed"),
            (.footer, "generated"), (.footer, "powered"), (.footer, "copyright"),
            (.didNotBat, "niet aan slag"), (.didNotBat, "niet gebat"), (.didNotBat, "nicht geschlagen"),
            (.didNotBat, "ikke inde"), (.didNotBat, "n'ont pas batt\u{E9}"), (.didNotBat, "non hanno battuto"),
            (.didNotBat, "no batearon"), (.fallOfWickets, "val van de wickets"), (.fallOfWickets, "val van wickets"),
            (.fallOfWickets, "g\u{E6}rdefald"),
            (.fallOfWickets, "chute des guichets"), (.fallOfWickets, "caduta dei wicket"),
            (.extras, "extra's"), (.extras, "ekstra"), (.extras, "suppl\u{E9}ments"), (.total, "totaal"),
            (.total, "gesamt"),
            (.total, "ialt"), (.total, "i alt"), (.total, "totale"),
        ]
        return table.map { keyword, text in
            let keys = text.words.map(String.init)
            return Entry(keyword: keyword, keys: keys, length: keys[0].utf8.count)
        }
    }()

    /// By the length of a word, in bytes, the entries whose first key it may be with a letter more or less.
    private static let entriesByLength: [[Entry]] = {
        let longest = entries.map(\.length).max() ?? 0
        return (0...(longest + 1)).map { length in entries.filter { ($0.length - length).magnitude <= 1 } }
    }()

    private static func matches(_ found: String, _ keyword: String, _ entry: Entry) -> Bool {
        if found == keyword { return true }
        // The other words of a long keyword vouch for a short one.
        guard keyword.utf8.count >= (entry.keys.count > 2 ? 4 : 5), isOneEditApart(found.utf8, keyword.utf8) else {
            return false
        }
        // A word that means something of its own is not a misspelling of another.
        return HeaderWords.term(found) == nil
    }

    /// Whether one letter put in, left out or changed makes one word of the other.
    static func isOneEditApart(_ one: String.UTF8View, _ other: String.UTF8View) -> Bool {
        guard (one.count - other.count).magnitude <= 1 else { return false }
        let found = one.withContiguousStorageIfAvailable { one in
            other.withContiguousStorageIfAvailable { other in isOneEditApart(one, other) }
        }
        return (found ?? nil) ?? false
    }

    private static func isOneEditApart(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
        let (short, long) = one.count <= other.count ? (one, other) : (other, one)
        var place = 0
        while place < short.count, short[place] == long[place] { place += 1 }
        // The first difference is the one edit: what is behind it must be the same.
        let behind = short.count == long.count ? min(place + 1, short.count) : place
        return short[behind...].elementsEqual(long[min(place + 1, long.count)...])
    }
}
