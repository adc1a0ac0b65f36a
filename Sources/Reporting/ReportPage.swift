internal import Tuning

/// The page as its template sees it.
struct ReportPage {
    let style = ReportStyle.sheet
    let title: String
    let run: String
    let date: String
    let verdict: String
    let lead: String
    let headline: HTMLTable
    let comparisons: HTMLTable?
    let reasons: [String]
    let cautions: [String]
    let hasCautions: Bool
    let next: NextStep
    let sections: [ReportSection]

    init(_ result: StudyResult, _ context: ReportContext) {
        let story = Story(result)
        title = "Tuning report \(result.run.id)"
        run = result.run.id
        date = Format.date(result.run.finished)
        verdict = story.verdict
        lead = story.lead
        headline = HeadlineTables(result).headline
        comparisons = HeadlineTables(result).comparisons
        reasons = result.decision.reasons
        cautions = story.cautions
        hasCautions = !story.cautions.isEmpty
        next = story.next
        let space = MeasuredSpace(result)
        let importance = ImportanceSection(space)
        sections = [
            CertificateSection(result).section, KindChoiceSection(result).section, AccuracySection(result).section,
            CostSection(result, space).section, importance.section,
            SliceSection(result, space).section, HeatMapSection(result, space, order: importance.order).section,
            LatencySection(result).section, MachineSection(result).section, KindSection(result).section,
            FamilySection(result).section, FieldSection(result).section,
            WorstPages(result, context.exhibits, withCrops: context.withCrops).section,
            DigitSection(result, printed: context.printedDigits(result)).section, PageSection(result).section,
            HistorySection(result, context.history).section, SettingsSection(result).section,
            ProvenanceSection(result).section,
        ].compactMap { $0 }
    }
}

/// One chapter of the report.
struct ReportSection {
    let id: String
    let title: String
    let intro: [String]
    var figures: [ReportFigure] = []
    var tables: [HTMLTable] = []
    /// Small plots that stand side by side.
    var sideBySide = false
    /// Small multiples.
    var groups: [PanelGroup] = []
    /// Pages with what was read of them.
    var exhibits: [Exhibit] = []
}

/// Small multiples under one heading.
struct PanelGroup {
    let title: String
    var panels: [Panel]
    /// Whether the reader opens it.
    var isCollapsed = false
}

/// One of many small plots.
struct Panel {
    /// Nil where the plot says it. (Not `title`: a template would find its group's.)
    let caption: String?
    let svg: String
}

/// A plot with what it shows.
struct ReportFigure {
    let svg: String
    let caption: String

    init(caption: String, svg: String) {
        self.svg = svg
        self.caption = caption
    }
}

/// What to do with the result.
struct NextStep {
    let text: String
    let commands: [String]
}
