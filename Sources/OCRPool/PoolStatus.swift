/// What a pool is doing at one moment.
public struct PoolStatus: Sendable, Hashable {
    /// Readers wanted; while one is being replaced there is one more.
    public var size: Int
    /// The warm readers, oldest slot first.
    public var readers: [ReaderStatus]
    /// Documents that wait for a reader.
    public var waiting: Int
    /// Readers started in the place of one that died.
    public var restarts: Int
    /// Readers retired because they had done enough (`RecyclingPolicy`).
    public var recycled: Int

    /// Creates a status.
    public init(size: Int, readers: [ReaderStatus], waiting: Int, restarts: Int, recycled: Int) {
        self.size = size
        self.readers = readers
        self.waiting = waiting
        self.restarts = restarts
        self.recycled = recycled
    }
}

/// One warm reader.
public struct ReaderStatus: Sendable, Hashable {
    /// Its process.
    public var processID: Int32
    /// Documents that it has read.
    public var documents: Int
    /// Whether it has a document.
    public var isBusy: Bool
    /// Whether it ends after the document that it has, because it is replaced or the pool shrinks.
    public var isRetiring: Bool

    /// Creates a status.
    public init(processID: Int32, documents: Int, isBusy: Bool, isRetiring: Bool = false) {
        self.processID = processID
        self.documents = documents
        self.isBusy = isBusy
        self.isRetiring = isRetiring
    }
}
