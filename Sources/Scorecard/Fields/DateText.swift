internal import Recognition

/// Dates as cards print them.
enum DateText {
    private static let months: Set<String> = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
    ]
    private static let weekdays: Set<String> = [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "wed", "thu",
        "fri", "sat", "sun",
    ]

    /// Whether the word is the name of a day.
    static func isWeekday(_ word: PageWord) -> Bool { weekdays.contains(word.key) }

    /// Whether a row is the head of a paper's page, whose date is that of the paper: `April 21, 1910. CRICKET: A WEEKLY RECORD. 77`.
    static func isOfPeriodical(_ words: [PageWord]) -> Bool {
        guard words.count >= 6, [words[0], words[words.count - 1]].contains(where: isPage),
            let days = range(in: words), days.count < 5
        else { return false }
        let isFirst = days.lowerBound == 0
        guard isFirst || days.upperBound == words.count, isPage(isFirst ? words[words.count - 1] : words[0]) else {
            return false
        }
        let title = isFirst ? words[days.upperBound...].dropLast() : words[..<days.lowerBound].dropFirst()
        guard title.count >= 2 else { return false }
        return title.allSatisfy { $0.text == $0.text.uppercased() } && title.contains { $0.key.utf8.count > 3 }
    }

    private static func isPage(_ word: PageWord) -> Bool { Int(word.text).map { 1...1999 ~= $0 } == true }

    /// Whether a dash stands between two days, `31 March - 4 April`.
    static func isBetweenDays(_ words: [PageWord], at dash: Int) -> Bool {
        dash > 0 && dash + 2 < words.count && months.contains(words[dash - 1].key) && isDay(words[dash + 1])
            && months.contains(words[dash + 2].key)
    }

    /// The words of a date: a numeric one, or a month with the figures around it, and the weekday before them.
    static func range(in words: [PageWord]) -> Range<Int>? {
        if let index = words.firstIndex(where: { isNumeric($0.text) }) {
            return (index > 0 && isWeekday(words[index - 1]) ? index - 1 : index)..<(index + 1)
        }
        // `331 for 8 dec` is no day in December.
        guard let month = words.firstIndex(where: { months.contains($0.key) && !$0.text.hasPrefix("dec") }) else {
            return nil
        }
        let start = start(of: words, before: month)
        let end = end(of: words, behind: month)
        // The clock of a screen says no date of a match: `Sun 28 Aug 13:25`.
        if end < words.count, isTime(words[end]), !words[start..<end].contains(where: isYear) { return nil }
        // Nor does that of what somebody wrote: `August 11, 2006 at 7:06 am`.
        if end + 1 < words.count, words[end].text == "at", isTime(words[end + 1]) { return nil }
        return words[start..<end].contains(where: \.hasDigit) ? start..<end : nil
    }

    /// Where the days before a month begin: `5th, 6th, 7th July`, `30 and 31 May`, `31 March - 4 April`.
    private static func start(of words: [PageWord], before month: Int) -> Int {
        var start = month
        while start > 0, belongs(words[start - 1]), !isNumber(words[start - 1]) {
            start -= 1
            if start > 1, isAnd(words[start - 1]), isDay(words[start - 2]) { start -= 1 }
        }
        return words[start..<month].firstIndex { !$0.isDash } ?? month
    }

    /// Where what follows a month ends, with the year at the latest: `12, 13, 14, 1920`, `- 4 April 2016`.
    private static func end(of words: [PageWord], behind month: Int) -> Int {
        var end = month + 1
        while end < words.count, belongs(words[end]), !isTime(words[end]),
            end - month <= 3 || isListed(words, end, month: month)
        {
            end += 1
            if end + 1 < words.count, isAnd(words[end]), isDay(words[end + 1]) { end += 1 }
            // `February 26 and March 5`
            if end + 2 < words.count, isAnd(words[end]), months.contains(words[end + 1].key), isDay(words[end + 2]) {
                end += 3
            }
            if isYear(words[end - 1]), !goesOn(words[(end - 1)...]) { break }
        }
        return end
    }

    /// Whether days of the next year follow one, `31st December 1979, 1st, 2nd January 1980`.
    private static func goesOn(_ words: ArraySlice<PageWord>) -> Bool {
        guard words.first?.text.hasSuffix(",") == true else { return false }
        let days = words.dropFirst().prefix { isDay($0) && !isYear($0) }
        return 1...3 ~= days.count && words.dropFirst(1 + days.count).first.map { months.contains($0.key) } == true
    }

    /// Whether a day, a month or a year follows others after commas or a dash.
    private static func isListed(_ words: [PageWord], _ index: Int, month: Int) -> Bool {
        guard index <= month + 8 else { return false }
        let before = words[index - 1]
        return before.text.hasSuffix(",") || before.isDash || isAnd(before)
            || isDay(before) && months.contains(words[index].key)
            || months.contains(before.key) && (isYear(words[index]) || isDay(words[index]))
    }

    private static func isYear(_ word: PageWord) -> Bool {
        let digits = word.text.filter { !",.)".contains($0) }
        return digits.utf8.count == 4 && Int(digits) != nil
    }

    private static func isAnd(_ word: PageWord) -> Bool { word.text == "and" || word.text == "&" }

    private static func isDay(_ word: PageWord) -> Bool {
        ordinal(word).flatMap { Int($0) }.map { 1...31 ~= $0 } == true
    }

    /// The digits of `12` and `3rd`; nil for other words.
    private static func ordinal(_ word: PageWord) -> Substring? {
        let digits = word.key.prefix { $0.isNumber }
        return !digits.isEmpty && ordinalEnds.contains(word.key.dropFirst(digits.count)) ? digits : nil
    }

    /// `13:25`
    private static func isTime(_ word: PageWord) -> Bool { word.hasDigit && word.text.dropLast().contains(":") }

    /// The number of a match before its day: `Match 52 - 9 September`, `1, 9 June`.
    private static func isNumber(_ word: PageWord) -> Bool {
        word.hasDigit && ",:".contains(word.text.last ?? " ") && Int(word.key) != nil
            || !areDays(word.text) && Int(word.key).map { $0 > 31 } == true
    }

    private static func belongs(_ word: PageWord) -> Bool {
        isWeekday(word) || months.contains(word.key) || word.isDash || areDays(word.text) || ordinal(word) != nil
    }

    private static let ordinalEnds: Set<Substring> = ["", "st", "nd", "rd", "th"]

    /// `27,29,30` and `18-22` before the month of a match of several days.
    private static func areDays(_ text: String) -> Bool {
        let days = text.split(omittingEmptySubsequences: false) { ",-\u{2013}&".contains($0) }.map { Int($0) ?? 0 }
        return days.count > 1 && days.allSatisfy { 1...31 ~= $0 } && zip(days, days.dropFirst()).allSatisfy(<)
    }

    /// `12/06/2024`, `2024-06-12`, `12.6.24`.
    private static func isNumeric(_ printed: String) -> Bool {
        let text = printed.hasPrefix("(") && printed.hasSuffix(")") ? printed.dropFirst().dropLast() : printed[...]
        // Most words have no separator.
        guard text.utf8.count(where: { $0 == 0x2F || $0 == 0x2D || $0 == 0x2E }) >= 2 else { return false }
        let parts = text.split(whereSeparator: { "/-.".contains($0) })
        guard parts.count == 3 else { return false }
        let isNamed = months.contains(parts[1].lowercased())
        let figures = isNamed ? [parts[0], parts[2]] : parts
        guard isNamed || Set(text.filter { "/-.".contains($0) }).count == 1 else { return false }
        guard figures.allSatisfy({ $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == 0x2C } }) else {
            return false
        }
        if isNamed || parts.contains(where: { $0.utf8.count == 4 }) { return true }
        // `0-7-1` is the end of an analysis.
        return parts.allSatisfy { $0.utf8.count <= 2 } && parts.prefix(2).allSatisfy { Int($0) != 0 }
    }
}
