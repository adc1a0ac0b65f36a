public import Recognition
public import Scorecard

/// One document to read. Its bytes travel beside the request in a sealed memfd.
public struct ReadRequest: Sendable, Hashable {
    /// Echoed in every frame of the answer.
    public var id: UInt64
    /// The settings to read with.
    public var plan: ReadPlan
    /// What the document may cost.
    public var limits: RecognitionLimits
    /// Soft limit: milliseconds from the arrival of the request after which reading ends with `deadlineExceeded`;
    /// nil for none.
    public var deadlineMilliseconds: Int?
    /// Size of the document.
    public var documentBytes: Int
    /// Draw the pages too; nil for no pictures.
    public var pictures: PictureOrder?

    /// Creates a request.
    public init(
        id: UInt64, plan: ReadPlan, limits: RecognitionLimits = RecognitionLimits(),
        deadlineMilliseconds: Int? = nil, documentBytes: Int, pictures: PictureOrder? = nil
    ) {
        self.id = id
        self.plan = plan
        self.limits = limits
        self.deadlineMilliseconds = deadlineMilliseconds
        self.documentBytes = documentBytes
        self.pictures = pictures
    }
}

/// What a child says one request cost it.
public struct ReportedUsage: Sendable, Hashable {
    /// CPU seconds of the process between the request and the end of the answer.
    public var cpuSeconds: Double
    /// Largest resident size in that time (`VmHWM`), in bytes; 0 when the child could not tell.
    public var peakResidentBytes: Int

    /// Creates a usage.
    public init(cpuSeconds: Double, peakResidentBytes: Int) {
        self.cpuSeconds = cpuSeconds
        self.peakResidentBytes = peakResidentBytes
    }
}

/// What reading with one set of settings gave.
public typealias ReadResult = Result<ReadDocument, RecognitionFailure>

/// What a parent says.
public enum ParentMessage: Sendable, Hashable {
    case greeting(Greeting)
    case request(ReadRequest)
}

/// What a child says.
public enum ReaderMessage: Sendable, Hashable {
    /// It is warm and takes requests.
    case hello(ReaderHello)
    /// It cannot work, and why, in one sentence.
    case startFailure(String)
    /// It has the request and its document; a death after this is the document's.
    case accepted(id: UInt64)
    /// A page drawn; pages that cannot be drawn are left out.
    case picture(id: UInt64, PagePicture)
    /// The result for setting number `index` of the plan, from 0, in order.
    case result(id: UInt64, index: Int, ReadResult)
    /// The answer is complete.
    case end(id: UInt64, ReportedUsage)
}
