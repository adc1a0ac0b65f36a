internal import CeleryQueue

extension BrokerKeys {
    /// The names that these settings lead to.
    init(_ settings: TransportOptions, database: Int) {
        var options = CeleryQueue.TransportOptions()
        options.globalKeyPrefix = settings.globalKeyPrefix
        options.separator = settings.separator
        options.prioritySteps = settings.prioritySteps
        options.visibilityTimeout = settings.visibilityTimeout.inSeconds
        options.unackedKey = settings.unackedKey
        options.unackedIndexKey = settings.unackedIndexKey
        options.unackedMutexKey = settings.unackedMutexKey
        options.fanoutPrefix = settings.fanoutPrefix
        options.fanoutPatterns = settings.fanoutPatterns
        options.restoreLimit = settings.unackedRestoreLimit
        self.init(options, database: database)
    }
}
