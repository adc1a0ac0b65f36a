internal import Crypto
internal import Foundation
internal import Recognition

extension RecognitionSettings {
    /// See `SettingID`.
    package var studyID: SettingID { studyHash(of: self, digits: 12) }
}

/// The first digits of the SHA-256 of a value as JSON with sorted keys. Values here always encode.
func studyHash(of value: some Encodable, digits: Int) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let json = (try? encoder.encode(value)) ?? Data()
    return String(SHA256.hash(data: json).map { String(format: "%02x", $0) }.joined().prefix(digits))
}
