internal import FoundationEssentials

/// Credentials fetched once, kept, and renewed before they expire. Any number of transfers ask; one request goes out.
actor CredentialsCache {
    /// So long before they expire they are renewed.
    static let renewalMargin = 300.0
    /// After a renewal that failed, valid credentials are used so long before the next try.
    static let renewalPause = 30.0

    private let providers: [any CredentialsProvider]
    private let now: @Sendable () -> Date
    private var held: SourcedCredentials?
    private var renewal: Task<Result<SourcedCredentials, ObjectStorageError>, Never>?
    private var nextRenewal: Date?

    init(_ providers: [any CredentialsProvider], now: @escaping @Sendable () -> Date) {
        self.providers = providers
        self.now = now
    }

    /// Credentials that are valid now.
    func current() async throws(ObjectStorageError) -> SourcedCredentials {
        guard let held else { return try await renewed() }
        guard held.credentials.expires(within: Self.renewalMargin, of: now()) else { return held }
        let isStillValid = !held.credentials.expires(within: 0, of: now())
        if isStillValid, let nextRenewal, now() < nextRenewal { return held }
        do {
            return try await renewed()
        } catch {
            guard isStillValid else { throw error }
            nextRenewal = now() + Self.renewalPause
            return held
        }
    }

    /// Others than those that a server did not accept; nil when there are none.
    func replacement(of rejected: Credentials) async throws(ObjectStorageError) -> SourcedCredentials? {
        if let held, held.credentials != rejected { return held }
        let fresh = try await renewed()
        return fresh.credentials == rejected ? nil : fresh
    }

    private func renewed() async throws(ObjectStorageError) -> SourcedCredentials {
        // Not a child of the first caller: the others wait for it too when that one is cancelled.
        let task = renewal ?? Task { await Self.load(providers) }
        renewal = task
        let result = await task.value
        if renewal == task { renewal = nil }
        let fresh = try result.get()
        held = fresh
        nextRenewal = nil
        return fresh
    }

    private static func load(
        _ providers: [any CredentialsProvider]
    ) async -> Result<SourcedCredentials, ObjectStorageError> {
        do throws(ObjectStorageError) {
            for provider in providers {
                if let found = try await provider.load() { return .success(found) }
            }
        } catch {
            return .failure(error)
        }
        return .failure(ObjectStorageError(.noCredentials(lookedAt: providers.map(\.place))))
    }
}
