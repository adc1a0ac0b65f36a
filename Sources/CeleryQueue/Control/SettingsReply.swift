extension WorkerSnapshot {
    /// The answer to `conf`: settings that somebody has set, or all. Secrets are masked.
    func conf(withDefaults: Bool) -> JSON {
        .object(
            settings.filter { withDefaults || !$0.isDefault }
                .map { .init($0.name, SettingMask.masked($0.name, $0.value)) })
    }

    /// The text that `report` answers with.
    var report: String {
        let settings = conf(withDefaults: false).asObject ?? []
        let results = settings.first { $0.key == "result_backend" }?.value.asText ?? "disabled"
        let lines = [
            "", "software -> " + software.joined(separator: " "), "platform -> " + platform.joined(separator: " "),
            "settings -> transport:redis results:" + results, "",
        ]
        return (lines + settings.map { "\($0.key): \($0.value.pythonRepr)" }).joined(separator: "\n") + "\n"
    }
}

/// Hides what must not be shown, by Celery's rules.
enum SettingMask {
    static let mask = "********"
    private static let hidden = [
        "API", "TOKEN", "KEY", "SECRET", "PASS", "PROFANITIES_LIST", "SIGNATURE", "DATABASE",
    ]

    /// The value of a setting as it may be shown.
    static func masked(_ name: String, _ value: JSON) -> JSON {
        if let members = value.asObject {
            return .object(members.map { .init($0.key, masked($0.key, $0.value)) })
        }
        if hidden.contains(where: name.uppercased().contains) { return .text(mask) }
        let isURL = name.lowercased().contains("broker_url") || name.lowercased().contains("backend")
        if isURL, let url = value.asText { return .text(maskedURL(url)) }
        return value
    }

    /// A URL, or several between semicolons, without passwords.
    static func maskedURL(_ urls: String) -> String {
        urls.split(separator: ";", omittingEmptySubsequences: false).map { maskedOne(String($0)) }
            .joined(separator: ";")
    }

    private static func maskedOne(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        // A password may hold any character but these by mistake; the last `@` of the authority counts.
        let end = rest.firstIndex { "/?#".contains($0) } ?? rest.endIndex
        var output = maskedUser(rest[..<end]) + rest[end...]
        if let start = output.firstRange(of: "password=") {
            let stop = output[start.upperBound...].firstIndex(of: "&") ?? output.endIndex
            output.replaceSubrange(start.upperBound..<stop, with: mask)
        }
        return url[..<scheme.upperBound] + output
    }

    private static func maskedUser(_ authority: Substring) -> String {
        guard let at = authority.lastIndex(of: "@"), let colon = authority[..<at].firstIndex(of: ":") else {
            return String(authority)
        }
        return authority[...colon] + mask + authority[at...]
    }
}
