internal import Recognition

/// Names of grounds as the heads of cards print them: `Border League, Mill Lane, 26 May 2013`, `played at Bay Park No. 1 on ...`.
enum GroundText {
    /// The ground beside a date: what `at` names, what ends like a ground, else the last of several parts.
    static func ground(_ before: ArraySlice<PageWord>, _ after: ArraySlice<PageWord>) -> [PageWord]? {
        if let at = before.lastIndex(where: { $0.key == "at" }), at + 1 < before.endIndex {
            return withTown(Array(before[(at + 1)...]))
        }
        // `1 June 2013, at Mill Lane`
        if let at = after.firstIndex(where: { $0.text == "at" }), at <= after.startIndex + 1, at + 1 < after.endIndex {
            return withTown(Array(after[(at + 1)...]))
        }
        let all = [before, after].flatMap { parts(Array($0)) }
        if let ground = all.firstIndex(where: isGround) { return withTown(Array(all[ground...].joined())) }
        // `City League, Bagh-e-Jinnah, 24 Jun 2021, 16 Ov.`
        let heads = parts(Array(before)).filter { !$0.allSatisfy(DateText.isWeekday) }
        guard all.count >= 2, let last = heads.count >= 2 ? heads.last : all.last, last.allSatisfy({ !$0.hasDigit }),
            !isSentence(last)
        else {
            return nil
        }
        // `1st T20I, Lake Sports Club, Essendon, 11 Dec 2024`
        let places = heads.drop { $0.contains { $0.hasDigit || competitions.contains($0.key) } }
        let whole = Array(places.joined())
        return places.count == 2 && isGroundAndTown(whole) ? whole : last
    }

    /// The ground in the line above the days, where the sides, the competition or the kind of match have lines of their own above it.
    ///
    /// - Parameter lines: the words of the rows above, the nearest last.
    static func ground(above days: [PageWord], in lines: [[PageWord]], isKind: ([String]) -> Bool) -> [PageWord]? {
        guard let dates = DateText.range(in: days), dates.lowerBound == 0, let ground = lines.last,
            let before = lines.dropLast().last
        else { return nil }
        if SidesText.sides(before).count == 2, isGroundAndTown(ground) { return ground }
        guard isTown(ground) else { return nil }
        if isKind(before.map(\.key)) { return ground }
        let isAlone = dates.upperBound == days.count && ground.count > 1 && SidesText.sides(ground).isEmpty
        let isCompetition = before.contains { competitions.contains($0.key) } || isTown(before)
        return isAlone && isCompetition && lines.count == 3 && SidesText.sides(lines[0]).count == 2 ? ground : nil
    }

    /// `Trent Bridge, Nottingham` and nothing else.
    static func isGroundAndTown(_ words: [PageWord]) -> Bool {
        let parts = parts(words)
        guard 2...3 ~= parts.count, parts.dropLast().allSatisfy({ $0.last?.text.hasSuffix(",") == true }),
            words.count == parts.joined().count, parts.dropFirst().allSatisfy({ isTown($0) })
        else { return false }
        return isGroundOfNames(parts[0]) || parts.count == 2 && isTown(parts[0])
    }

    private static func isGroundOfNames(_ words: [PageWord]) -> Bool {
        isGround(words) && words.allSatisfy { $0.text.first?.isUppercase == true && !competitions.contains($0.key) }
    }

    /// The first part of the words, with the road and the town behind it: `Aigburth, Liverpool, August 7`.
    private static func withTown(_ words: [PageWord]) -> [PageWord]? {
        let parts = parts(words)
        guard var place = parts.first else { return nil }
        for part in parts.dropFirst().prefix(2) {
            guard place.last?.text.hasSuffix(",") == true, isTown(part) else { break }
            place += part
        }
        return place
    }

    /// Whether the words name a place: up to three with capitals, and no competition.
    static func isTown(_ words: [PageWord]) -> Bool {
        words.count <= 3 && !isSentence(words) && DateText.range(in: words) == nil
            && words.allSatisfy { word in
                word.text.first?.isUppercase == true && !word.hasDigit && !competitions.contains(word.key)
            }
    }

    private static let competitions: Set<String> = [
        "league", "cup", "trophy", "shield", "championship", "premiership", "division", "div", "series", "group",
        "round",
        "final", "friendly", "match", "test", "odi", "t20", "day", "tour", "conference", "section",
    ]

    /// The words between commas, slashes and bars, without the `on` of a date.
    static func parts(_ words: [PageWord]) -> [[PageWord]] {
        var parts: [[PageWord]] = [[]]
        for word in words {
            // A bar between two names is read as an I.
            let isBar = word.source == .ocr && (word.text == "I" || word.text == "l") && word.width < 0.4 * word.height
            if isBar || word.text == "/" || word.text == "|" || word.isDash || word.text == "," {
                parts.append([])
                continue
            }
            if word.key != "on" { parts[parts.count - 1].append(word) }
            if word.text.hasSuffix(",") || word.text.hasSuffix(";") { parts.append([]) }
        }
        return parts.filter { part in part.contains { $0.key.contains(where: \.isLetter) } }
    }

    /// Whether the words end like the name of a ground; a number or a letter behind it tells one of several.
    static func isGround(_ words: [PageWord]) -> Bool {
        var keys = words.map(\.key)
        guard keys.count <= 6, !isSentence(words), words.first?.text.first?.isLowercase != true else { return false }
        while keys.count > 1, let last = keys.last, last.isEmpty || last == "no" || Int(last) != nil || last.count == 1
        {
            keys.removeLast()
        }
        guard let last = keys.last, keys.count > 1 || named.contains(last) else { return false }
        return names.contains(last) || named.contains(last) || keys.contains("maidan") || keys.contains("stadium")
            || keys.contains { $0.hasPrefix("sportpark") }
    }

    /// The ground behind the sides in `Cork v Clontarf at Castle Avenue. Toss: ...`; nil where none is named.
    static func ground(behindSides words: [PageWord]) -> [PageWord]? {
        guard let at = words.lastIndex(where: { $0.text == "at" }), at + 1 < words.count,
            words[..<at].contains(where: { $0.key == "v" || $0.key == "vs" })
        else { return nil }
        let rest = words[(at + 1)...]
        let end = rest.firstIndex { $0.text.hasSuffix(".") && $0.key.utf8.count > 3 } ?? words.count - 1
        let name = withTown(Array(words[(at + 1)...end])) ?? []
        return 1...6 ~= name.count && name[0].text.first?.isUppercase == true && !name.contains(where: \.hasDigit)
            ? name : nil
    }

    /// Whether the name may as well be that of a league, `North West Metro Turf 2`.
    static func isDoubtful(_ name: String) -> Bool { name.lowercased().contains("turf") }

    private static func isSentence(_ words: [PageWord]) -> Bool {
        words.contains {
            ["v", "vs", "versus", "won", "beat", "elected", "chose", "by", "toss", "published", "updated"].contains(
                $0.key)
        }
    }

    private static let names: Set<String> = [
        "ground", "grounds", "park", "oval", "stadium", "lane", "road", "green", "gardens", "arena", "common", "meadow",
        "meadows", "field", "fields", "reserve", "recreation", "riverside", "maidan", "savannah", "domain", "turf",
        "sportpark", "showground", "showgrounds", "complex", "academy",
    ]
    private static let named: Set<String> = ["lord's", "lords", "mcg", "scg", "waca", "gabba", "maidan", "riverside"]
}
