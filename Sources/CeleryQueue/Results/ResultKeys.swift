/// Keys and channels of results. Publishing goes to a channel of the same name as the key, whatever the database.
public struct ResultKeys: Sendable, Hashable {
    let prefix: String

    /// Creates the names; a prefix from `result_backend_transport_options` gets an underscore.
    public init(globalKeyPrefix: String = "") {
        prefix = globalKeyPrefix.isEmpty ? "" : globalKeyPrefix + "_"
    }

    /// The result of a task.
    public func task(_ id: String) -> String { prefix + "celery-task-meta-" + id }
    /// A saved group.
    public func group(_ id: String) -> String { prefix + "celery-taskset-meta-" + id }
    /// Results of a chord's members.
    public func chordMembers(_ group: String) -> String { self.group(group) + ".j" }
    /// How many members a chord has.
    public func chordSize(_ group: String) -> String { self.group(group) + ".s" }
    /// How many members were added later.
    public func chordAdded(_ group: String) -> String { self.group(group) + ".t" }
}
