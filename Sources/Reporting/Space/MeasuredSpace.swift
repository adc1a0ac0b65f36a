internal import Evaluation
internal import Foundation
internal import Recognition
internal import Tuning

/// The settings of a study on the tune split, on one scale although some were read on fewer documents than others.
///
/// A contender has read every document. What another setting gains over it on the documents that both read is added to
/// the contender's figure of the whole split (the difference estimator of survey sampling; for costs, the ratio
/// estimator), so that a setting that left early is neither flattered nor punished by the documents that it met.
struct MeasuredSpace {
    struct Point {
        let setting: StudySetting
        let values: SettingValues
        /// Documents of the tune split that it has read.
        let documents: Int
        /// Fields right, 0 to 1.
        let accuracy: Double
        /// CPU seconds per page.
        let cpu: Double
        /// Peak resident size of the reader, in bytes; an upper bound, see `Figures.peakResidentBytes`.
        let memory: Int?

        func value(_ measure: Measure) -> Double? {
            switch measure {
            case .accuracy: accuracy
            case .cpu: cpu
            case .memory: memory.map(Double.init)
            }
        }
    }

    let points: [Point]
    let axes: [SettingAxis]
    /// The contender that all are held against.
    let anchor: SettingID?
    private let rows: [SettingID: [String: PageRow]]
    private let mix: Mix

    init(_ result: StudyResult) {
        mix = result.mix
        var rows: [SettingID: [String: PageRow]] = [:]
        for page in result.pages where page.split == .tune { rows[page.setting, default: [:]][page.document] = page }
        let count = { (id: SettingID) in rows[id]?.count ?? 0 }
        let most = rows.values.map(\.count).max() ?? 0
        let anchor = Contender.all(in: result).map(\.id).first { count($0) == most && most > 0 }
        (self.rows, self.anchor) = (rows, anchor)
        guard let anchor else {
            (points, axes) = ([], [])
            return
        }
        let scale = PairedScale(rows: rows, anchor: anchor, mix: result.mix)
        points = result.settings.compactMap { setting in
            // Settings by kind of input are several points of the space at once.
            guard setting.profiles == nil else { return nil }
            let documents = Set((rows[setting.id] ?? [:]).keys)
            guard let figures = scale.figures(of: setting.id, on: documents) else { return nil }
            return Point(
                setting: setting, values: SettingValues(setting.settings), documents: documents.count,
                accuracy: figures.accuracy, cpu: figures.cpu,
                memory: result.figures(of: setting.id, on: .tune, kind: nil)?.peakResidentBytes)
        }
        axes = SettingAxis.all(of: points.map(\.values))
    }

    /// Settings that differ in nothing but an axis, two and more.
    func siblings(on axis: SettingAxis) -> [[Point]] {
        let others = axes.filter { $0 != axis }
        let groups = Dictionary(grouping: points) { point in others.map { point.values[$0] } }
        return groups.values.filter { $0.count > 1 }.sorted { $0[0].setting.id < $1[0].setting.id }
    }

    /// The same settings with the figures of the documents that all of them have read.
    func paired(_ points: [Point]) -> [Point] {
        guard let anchor else { return [] }
        let common = points.map { Set((rows[$0.setting.id] ?? [:]).keys) }.reduce(nil) { (all: Set<String>?, next) in
            all?.intersection(next) ?? next
        }
        let scale = PairedScale(rows: rows, anchor: anchor, mix: mix)
        return points.compactMap { point in
            scale.figures(of: point.setting.id, on: common ?? []).map { figures in
                Point(
                    setting: point.setting, values: point.values, documents: common?.count ?? 0,
                    accuracy: figures.accuracy, cpu: figures.cpu, memory: point.memory)
            }
        }
    }

    /// Row of a setting on a document.
    func row(_ setting: SettingID, _ document: String) -> PageRow? { rows[setting]?[document] }

    /// Documents that a setting has read, in order.
    func documents(of setting: SettingID) -> [String] { (rows[setting] ?? [:]).keys.sorted() }
}

/// What is looked at.
enum Measure: CaseIterable {
    case accuracy, cpu, memory

    var title: String {
        switch self {
        case .accuracy: "fields right"
        case .cpu: "CPU per page"
        case .memory: "peak memory, at most"
        }
    }

    func text(_ value: Double) -> String {
        switch self {
        case .accuracy: Format.percent(value)
        case .cpu: Format.seconds(value)
        case .memory: Format.megabytes(Int(value))
        }
    }

    /// In the unit of the axis.
    func scaled(_ value: Double) -> Double {
        switch self {
        case .accuracy: value * 100
        case .cpu: value
        case .memory: value / Double(1 << 20)
        }
    }

    /// On the scale on which effects add up.
    func additive(_ value: Double) -> Double { self == .cpu ? log(max(value, 1e-9)) : value }

    var unit: String {
        switch self {
        case .accuracy: "%"
        case .cpu: "s"
        case .memory: "MiB"
        }
    }
}

/// Puts a setting's figures on a part of the documents on the scale of all of them.
private struct PairedScale {
    let rows: [SettingID: [String: PageRow]]
    let anchor: SettingID
    let mix: Mix

    func figures(of setting: SettingID, on documents: Set<String>) -> (accuracy: Double, cpu: Double)? {
        let all = Set((rows[anchor] ?? [:]).keys)
        let common = documents.intersection(all)
        guard let own = plain(setting, common), let beside = plain(anchor, common), let whole = plain(anchor, all),
            beside.cpu > 0
        else { return nil }
        return (min(1, max(0, whole.accuracy + own.accuracy - beside.accuracy)), whole.cpu * own.cpu / beside.cpu)
    }

    private func plain(_ setting: SettingID, _ documents: Set<String>) -> (accuracy: Double, cpu: Double)? {
        let pages = documents.sorted().compactMap { rows[setting]?[$0] }
        let accuracy = ratio(pages) { (Double($0.fieldsRight), Double($0.fieldsTotal)) }
        let cpu = ratio(pages) { ($0.cpuSeconds, Double($0.pages)) }
        guard let accuracy, let cpu else { return nil }
        return (accuracy, cpu)
    }

    private func ratio(_ pages: [PageRow], _ parts: (PageRow) -> (Double, Double)) -> Double? {
        var sums: [InputKind: (above: Double, below: Double)] = [:]
        for page in pages {
            let (above, below) = parts(page)
            sums[page.kind, default: (0, 0)].above += above
            sums[page.kind, default: (0, 0)].below += below
        }
        return mix.mean(of: sums.filter { $0.value.below > 0 }.mapValues { $0.above / $0.below })
    }
}
