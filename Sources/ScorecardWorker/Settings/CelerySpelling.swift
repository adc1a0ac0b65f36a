/// Turns the command line of a Celery worker into that of `cricksy-worker run`, so that an old unit file needs nothing
/// but the program's path changed.
public enum CelerySpelling {
    /// Arguments for `run` when these are a Celery worker's, or else the arguments as they are.
    ///
    /// Understood are `-A app worker -l info -c 4`, `worker -A app ...` and, from units that ran `python -m celery`,
    /// `-m celery -A app worker ...`; options before the subcommand go behind it, and every one gets its long name.
    ///
    /// - Parameter arguments: those behind the program's name.
    public static func arguments(_ arguments: [String]) -> [String] {
        var rest = arguments[...]
        let isModule = rest.starts(with: ["-m", "celery"])
        if isModule { rest = rest.dropFirst(2) }
        let before = options(&rest)
        guard rest.first == "worker" else { return isModule ? Array(arguments.dropFirst(2)) : arguments }
        rest.removeFirst()
        return ["run"] + before + options(&rest) + rest
    }

    /// Takes options off the front up to the first word that is none, and spells them out.
    static func options(_ rest: inout ArraySlice<String>) -> [String] {
        var taken: [String] = []
        while let word = rest.first, word.hasPrefix("-"), word != "-", word != "--" {
            rest.removeFirst()
            taken += word.hasPrefix("--") ? long(word, &rest) : short(word, &rest)
        }
        return taken
    }

    private static func long(_ word: String, _ rest: inout ArraySlice<String>) -> [String] {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 1, let name = parts.first, let row = SettingsTable.row(named: String(name)) else {
            return [word]
        }
        return spelled(row, value: row.isToggle ? nil : rest.popFirst())
    }

    /// `-c 4`, `-c4`, and letters that share a dash: `-EDc4`.
    private static func short(_ word: String, _ rest: inout ArraySlice<String>) -> [String] {
        var letters = word.dropFirst()
        var taken: [String] = []
        while let letter = letters.popFirst() {
            guard let row = SettingsTable.row(short: letter) else { return taken + ["-\(letter)\(letters)"] }
            if row.isToggle {
                taken += spelled(row, value: nil)
            } else {
                return taken + spelled(row, value: letters.isEmpty ? rest.popFirst() : String(letters))
            }
        }
        return taken
    }

    /// A value that is missing is left to the parser, which says so.
    private static func spelled(_ row: Setting, value: String?) -> [String] {
        [value.map { "\(row.flag)=\($0)" } ?? row.flag]
    }
}
