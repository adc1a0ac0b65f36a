internal import FoundationEssentials
internal import Recognition

extension TunedConfiguration {
    /// Loads a file; every fault in it is an error.
    public static func load(path: String) throws(TunedConfigurationError) -> TunedConfiguration {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
        let bytes: [UInt8]
        do {
            bytes = try Array(Data(contentsOf: URL(filePath: path)))
        } catch {
            throw .unreadable(path: path, reason: (error as? CocoaError)?.reason ?? "\(error)")
        }
        return try parse(bytes, path: path)
    }

    /// Reads the bytes of a file, migrating schema 1; the path is for the error's sentence.
    public static func parse(_ bytes: [UInt8], path: String) throws(TunedConfigurationError) -> TunedConfiguration {
        if bytes.isEmpty { throw .notJSON(path: path, place: "it is empty") }
        let tree = try CanonicalJSON.decode(JSONTree.self, from: bytes, path: path)
        // A newer layout is named as such before anything in it can look like damage.
        let version = try CanonicalJSON.decode(Version.self, from: bytes, path: path).schemaVersion
        guard version <= currentSchemaVersion else {
            throw .newerSchema(path: path, found: version, known: currentSchemaVersion)
        }
        switch version {
        case 1: return try migrate(bytes, tree, path: path)
        case currentSchemaVersion: break
        default: throw .wrongValue(path: path, key: "schemaVersion", reason: "there is no version \(version)")
        }
        let configuration = try CanonicalJSON.decode(TunedConfiguration.self, from: bytes, path: path)
        try refuseUnknownKeys(tree, in: configuration, path: path)
        guard try configuration.content.hash() == configuration.contentHash else { throw .wrongHash(path: path) }
        if let reason = configuration.invalidReason { throw .invalid(path: path, reason: reason) }
        return configuration
    }

    private static func migrate(
        _ bytes: [UInt8], _ tree: JSONTree, path: String
    ) throws(TunedConfigurationError) -> TunedConfiguration {
        let old = try CanonicalJSON.decode(SchemaOne.self, from: bytes, path: path)
        try refuseUnknownKeys(tree, in: old, path: path)
        guard try old.hash() == old.contentHash else { throw .wrongHash(path: path) }
        do throws(TunedConfigurationError) { return try old.migrated() } catch {
            guard case .invalid(_, let reason) = error else { throw error }
            throw .invalid(path: path, reason: reason)
        }
    }

    /// A key that decoding passes over is found by what encoding does not bring back.
    private static func refuseUnknownKeys(
        _ tree: JSONTree, in value: some Encodable, path: String
    ) throws(TunedConfigurationError) {
        let known = try CanonicalJSON.decode(JSONTree.self, from: try CanonicalJSON.encode(value), path: path)
        if let key = tree.firstKey(unknownIn: known) { throw .unknownKey(path: path, key: key) }
    }

    /// The bytes of the file.
    public func json() throws(TunedConfigurationError) -> [UInt8] { try CanonicalJSON.encode(self) }

    /// Writes the file whole or not at all, readable by all.
    public func write(path: String) throws(TunedConfigurationError) {
        try AtomicFile.write(try json(), path: path)
    }

    private struct Version: Decodable { var schemaVersion: Int }
}

extension CocoaError {
    fileprivate var reason: String {
        switch code {
        case .fileReadNoPermission: "permission denied"
        case .fileReadUnknown: "it is not a readable file"
        default: "\(self)"
        }
    }
}
