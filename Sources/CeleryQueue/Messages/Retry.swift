extension TaskMessage {
    /// The message that tries the task again: same id, one retry more, not before `eta`, its own parent.
    ///
    /// What the sender put into headers, body and properties stays as it came (CELERY.md 6.4).
    ///
    /// - Parameters:
    ///   - deliveryTag: a new UUID.
    ///   - now: seconds since 1970.
    public func retry(eta: PythonDateTime, deliveryTag: String, now: Double) -> Envelope {
        var copy = isProtocolTwo ? envelope : asNewTask.envelope(deliveryTag: deliveryTag, now: now)
        var headers = copy.headers
        headers["retries"] = .integer(retries + 1)
        headers["eta"] = .text(eta.isoFormat)
        headers["parent_id"] = .text(id)
        headers["redelivered"] = nil
        headers[Envelope.redeliveriesHeader] = nil
        copy.headers = headers
        var properties = copy.properties
        properties["delivery_tag"] = .text(deliveryTag)
        if let origin { properties["origin"] = .text(origin) }
        if let expires { properties["expiration"] = .text(Envelope.expiration(expires, now: now)) }
        copy.properties = properties
        var info = copy.deliveryInfo
        info["redelivered"] = nil
        copy.deliveryInfo = info
        return copy
    }

    /// The same task for protocol 2.
    private var asNewTask: NewTask {
        var task = NewTask(type: type, id: id, args: args, kwargs: kwargs, routingKey: envelope.routingKey)
        task.embed = embed
        task.rootID = rootID
        task.exchange = envelope.exchange
        task.priority = envelope.priority
        task.expires = expires
        task.timeLimits = timeLimits
        task.group = group
        task.groupIndex = groupIndex
        task.replyTo = replyTo
        task.origin = origin
        return task
    }
}
