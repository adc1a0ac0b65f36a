internal import Recognition
internal import Tuning

/// A setting that stands in every table and plot: what is held against what.
struct Contender {
    let setting: StudySetting
    /// Its strongest role; decides colour and mark.
    let role: SettingRole
    /// `winner`, `incumbent, kept`, `Tesseract's defaults`.
    let title: String

    var id: SettingID { setting.id }
    /// The title in the middle of a sentence, without what became of it.
    var noun: String { title.prefix { $0 != "," && $0 != "(" }.trimmed }
    var name: String { setting.name }

    /// Winner, incumbent, defaults and a candidate that failed, each setting once.
    static func all(in result: StudyResult) -> [Contender] {
        let order: [SettingRole] = [.winner, .candidate, .incumbent, .defaults]
        var contenders: [Contender] = []
        for role in order {
            guard let setting = result.setting(role), !contenders.contains(where: { $0.id == setting.id }) else {
                continue
            }
            contenders.append(Contender(setting: setting, role: role, title: title(of: setting)))
        }
        return contenders
    }

    private static func title(of setting: StudySetting) -> String {
        let roles = setting.roles
        if roles.contains(.winner) {
            if roles.contains(.incumbent) { return roles.contains(.defaults) ? "defaults, kept" : "incumbent, kept" }
            return "winner"
        }
        if roles.contains(.candidate) { return "candidate, not confirmed" }
        if roles.contains(.incumbent) { return roles.contains(.defaults) ? "incumbent (defaults)" : "incumbent" }
        return "Tesseract's defaults"
    }
}

extension InputKind {
    /// For people.
    var label: String {
        switch self {
        case .text: "text PDF"
        case .scan: "scan"
        case .screen: "screen"
        case .photo: "photo"
        }
    }
}

extension StudyResult {
    /// Kinds that have figures on a split, in their own order.
    func kinds(on split: StudySplit) -> [InputKind] {
        InputKind.allCases.filter { kind in summaries.contains { $0.split == split && $0.kind == kind } }
    }
}
