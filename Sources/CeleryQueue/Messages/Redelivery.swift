extension Envelope {
    /// Counts how often a dead worker's claim was given back; Celery knows only a flag. Python workers pass it on.
    static let redeliveriesHeader = "cricksy_redeliveries"

    /// How often it was given back because a worker of ours died.
    public var redeliveries: Int { max(0, headers[Self.redeliveriesHeader]?.asInteger ?? 0) }

    /// The message as it goes back to its queue: marked where Celery marks it, all else as it was.
    ///
    /// - Parameter workerDied: also count it.
    public func redelivered(workerDied: Bool) -> Envelope {
        var copy = self
        var headers = headers
        headers["redelivered"] = true
        if workerDied { headers[Self.redeliveriesHeader] = .integer(redeliveries + 1) }
        copy.headers = headers
        var info = deliveryInfo
        info["redelivered"] = true
        copy.deliveryInfo = info
        return copy
    }
}
