public import Foundation
internal import XMLCoder

/// Results in the XML of JUnit as Jenkins, GitLab and GitHub's test reporters read it: suites of cases that passed, failed or
/// were skipped.
public struct JUnitReport: Sendable, Equatable {
    /// How a case ended.
    public enum Outcome: Sendable, Equatable {
        /// As it should.
        case passed
        /// Not so; a line, and the rest.
        case failed(String, details: String)
        /// Nothing was found out; why.
        case skipped(String)
    }

    /// One thing that was looked at.
    public struct Case: Sendable, Equatable {
        /// What it is called within its suite.
        public var name: String
        /// How it ended.
        public var outcome: Outcome
        /// What else there is to say of it.
        public var output: String?

        /// Creates a case.
        public init(_ name: String, _ outcome: Outcome, output: String? = nil) {
            self.name = name
            self.outcome = outcome
            self.output = output
        }
    }

    /// Cases of one sort.
    public struct Suite: Sendable, Equatable {
        /// What it is called.
        public var name: String
        /// The cases.
        public var cases: [Case]
        /// What it took.
        public var seconds: Double?

        /// Creates a suite.
        public init(_ name: String, cases: [Case], seconds: Double? = nil) {
            self.name = name
            self.cases = cases
            self.seconds = seconds
        }
    }

    /// What the whole is called; the cases' class names begin with it.
    public var name: String
    /// The suites.
    public var suites: [Suite]

    /// Creates a report.
    public init(name: String, suites: [Suite]) {
        self.name = name
        self.suites = suites
    }

    /// The file. Characters that XML cannot hold are replaced.
    public func xml() throws -> Data {
        let encoder = XMLEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        return try encoder.encode(
            JUnitXML.Suites(self), withRootKey: "testsuites", header: XMLHeader(version: 1.0, encoding: "UTF-8"))
            + Data([0x0A])
    }
}

/// An element of the file: what is no child of it is an attribute.
private protocol JUnitElement: Encodable, DynamicNodeEncoding {
    static var children: Set<String> { get }
}

extension JUnitElement {
    static func nodeEncoding(for key: any CodingKey) -> XMLEncoder.NodeEncoding {
        children.contains(key.stringValue) ? .element : .attribute
    }
}

/// The elements as they stand in the file.
private enum JUnitXML {
    struct Suites: JUnitElement {
        static let children: Set<String> = ["testsuite"]

        let name: String
        let tests: Int
        let failures: Int
        let testsuite: [Suite]
    }

    struct Suite: JUnitElement {
        static let children: Set<String> = ["testcase"]

        let name: String
        let tests: Int
        let failures: Int
        let skipped: Int
        let time: String
        let testcase: [Case]
    }

    struct Case: JUnitElement {
        static let children: Set<String> = ["failure", "skipped", "system-out"]

        enum CodingKeys: String, CodingKey {
            case name
            case classname
            case failure
            case skipped
            case output = "system-out"
        }

        let name: String
        let classname: String
        let failure: Failure?
        let skipped: Skipped?
        let output: String?
    }

    struct Failure: JUnitElement {
        static let children: Set<String> = [""]

        enum CodingKeys: String, CodingKey {
            case message
            case details = ""
        }

        let message: String
        let details: String
    }

    struct Skipped: JUnitElement {
        static let children: Set<String> = []

        let message: String
    }

    /// XML 1.0 has no control characters but tab and the ends of lines.
    static func text(_ text: String) -> String {
        String(
            String.UnicodeScalarView(
                text.unicodeScalars.map { scalar in
                    let isControl = scalar.value < 0x20 && !["\t", "\n", "\r"].contains(scalar)
                    return isControl || (0xFFFE...0xFFFF).contains(scalar.value) ? "\u{FFFD}" : scalar
                }))
    }
}

extension JUnitXML.Suites {
    init(_ report: JUnitReport) {
        let suites = report.suites.map { JUnitXML.Suite($0, in: report.name) }
        self.init(
            name: JUnitXML.text(report.name), tests: suites.reduce(0) { $0 + $1.tests },
            failures: suites.reduce(0) { $0 + $1.failures }, testsuite: suites)
    }
}

extension JUnitXML.Suite {
    init(_ suite: JUnitReport.Suite, in report: String) {
        let cases = suite.cases.map { JUnitXML.Case($0, class: "\(report).\(suite.name)") }
        self.init(
            name: JUnitXML.text(suite.name), tests: cases.count, failures: cases.count { $0.failure != nil },
            skipped: cases.count { $0.skipped != nil }, time: String(format: "%.3f", suite.seconds ?? 0),
            testcase: cases)
    }
}

extension JUnitXML.Case {
    init(_ result: JUnitReport.Case, class name: String) {
        var failure: JUnitXML.Failure?
        var skipped: JUnitXML.Skipped?
        switch result.outcome {
        case .passed: break
        case .failed(let message, let details):
            failure = JUnitXML.Failure(message: JUnitXML.text(message), details: JUnitXML.text(details))
        case .skipped(let reason): skipped = JUnitXML.Skipped(message: JUnitXML.text(reason))
        }
        self.init(
            name: JUnitXML.text(result.name), classname: JUnitXML.text(name), failure: failure, skipped: skipped,
            output: result.output.map(JUnitXML.text))
    }
}
