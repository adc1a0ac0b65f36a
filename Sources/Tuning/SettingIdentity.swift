internal import Crypto
internal import Foundation
public import Recognition
internal import Synchronization

extension RecognitionSettings {
    /// See `SettingID`.
    package var studyID: SettingID {
        if let known = knownIDs.withLock({ $0[self] }) { return known }
        let id = studyHash(of: self, digits: 12)
        knownIDs.withLock { $0[self] = id }
        return id
    }
}

/// Searches ask for the same few names again and again; a hash of JSON takes as long as a hundred look-ups.
private let knownIDs = Mutex<[RecognitionSettings: SettingID]>([:])

extension SearchSpace.Point {
    /// Settings by kind of input, named by what each kind is read with; nil without a profile. Kinds that no profile lists
    /// are read with the first, as everywhere; one setting for all is a point as any other.
    public init?(name: String? = nil, profiles: [RecognitionProfile]) {
        guard let first = profiles.first else { return nil }
        let byKind = InputKind.allCases.map { kind in (kind, ReadPlan.byKind(profiles).settings(for: kind)) }
        let parts = Dictionary(grouping: byKind) { $0.1.first ?? first.settings }
        let described = InputKind.allCases.compactMap { kind in
            parts.first { $0.value.first?.0 == kind }.map { settings, kinds in
                "\(kinds.map(\.0.rawValue).joined(separator: "+")): \(settings)"
            }
        }
        self.init(
            name: name ?? (parts.count == 1 ? nil : described.joined(separator: "; ")), settings: first.settings)
        self.profiles = parts.count == 1 ? nil : profiles
    }

    /// See `SettingID`; settings by kind have one of their own.
    package var id: SettingID { profiles.map { studyHash(of: $0, digits: 12) } ?? settings.studyID }

    /// What a document of this kind is read with.
    package func settings(for kind: InputKind) -> RecognitionSettings {
        profiles.flatMap { ReadPlan.byKind($0).settings(for: kind).first } ?? settings
    }

    /// Every setting that it is made of, each once.
    var parts: [RecognitionSettings] {
        InputKind.allCases.map(settings(for:)).reduce(into: []) { parts, settings in
            if !parts.contains(settings) { parts.append(settings) }
        }
    }

    /// What a tuned file says of it.
    public var allProfiles: [RecognitionProfile] { profiles ?? [RecognitionProfile(settings: settings)] }
}

/// The first digits of the SHA-256 of a value as JSON with sorted keys. Values here always encode.
func studyHash(of value: some Encodable, digits: Int) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = (try? encoder.encode(value)) ?? Data()
    return String(SHA256.hash(data: json).map { String(format: "%02x", $0) }.joined().prefix(digits))
}
