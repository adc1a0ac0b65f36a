internal import Foundation
public import Recognition
public import TunedConfiguration

/// What the worker reads documents with, and where each half came from.
public struct WorkerSettings: Sendable {
    /// Settings by kind of input.
    public let profiles: [RecognitionProfile]
    /// The tuned machine half; nil without a tuned file or where it has none.
    public let machine: TunedConfiguration.MachineHalf?
    /// Path of the tuned file; nil when the built-in settings are used.
    public let tunedFile: String?

    /// Loads the tuned file: the explicit path, else `CRICKSY_TUNED_CONFIG`, else the built-in settings.
    ///
    /// - Throws: `TunedConfigurationError` when a file was named and cannot be used.
    public init(tuned explicit: String?) throws(TunedConfigurationError) {
        let named = explicit ?? ProcessInfo.processInfo.environment["CRICKSY_TUNED_CONFIG"]
        guard let path = named, !path.isEmpty else {
            profiles = [RecognitionProfile(settings: .builtIn)]
            machine = nil
            tunedFile = nil
            return
        }
        let configuration = try TunedConfiguration.load(path: path)
        profiles = configuration.recognition.profiles
        machine = configuration.machine
        tunedFile = path
    }
}

extension RecognitionSettings {
    /// What is used without a tuned file: the steps that MEASURING.md found to help on every kind of input.
    public static let builtIn = RecognitionSettings(
        pageSegmentation: .singleBlock,
        preparation: PagePreparation(
            invertDarkPages: true, normalizeBackground: true, deskew: true, removeRules: true, targetTextHeight: 28))
}
