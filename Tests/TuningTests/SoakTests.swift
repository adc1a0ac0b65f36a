import Testing
import Tuning

@Suite struct SoakResultTests {
    private func checkpoint(_ documents: Int, resident: Int, descriptors: Int = 9, zombies: Int = 0) -> SoakCheckpoint {
        SoakCheckpoint(
            documents: documents, seconds: 1, residentBytes: resident, proportionalBytes: nil, peakBytes: resident,
            descriptors: descriptors, processes: 3, zombies: zombies)
    }

    private func result(_ checkpoints: [SoakCheckpoint], leftFiles: [String] = []) -> SoakResult {
        SoakResult(
            concurrency: 2, recycledAfter: 50, sandbox: [], checkpoints: checkpoints, results: 1, failures: [:],
            cpuSeconds: 1, leftFiles: leftFiles)
    }

    @Test func fivePercentIsFlat() {
        #expect(result([checkpoint(100, resident: 1000), checkpoint(1000, resident: 1050)]).problems.isEmpty)
        #expect(result([checkpoint(100, resident: 1000), checkpoint(1000, resident: 700)]).problems.isEmpty)
    }

    @Test func moreIsSaidWithItsShare() {
        let grown = result([checkpoint(100, resident: 1000), checkpoint(1000, resident: 1060)])
        #expect(grown.problems == ["Resident memory grew by 6%; at most 5% is allowed."])
    }

    @Test func oneLookAfterALargeDocumentIsNoGrowth() {
        let peak = [1000, 1010, 990, 1000, 2000, 1005].enumerated().map { checkpoint($0.offset, resident: $0.element) }
        #expect(result(peak).problems.isEmpty)
        let leak = [1000, 1010, 1020, 1080, 1090, 1100].enumerated().map { checkpoint($0.offset, resident: $0.element) }
        #expect(!result(leak).problems.isEmpty)
    }

    @Test func descriptorsZombiesAndFilesAreNamed() {
        let left = result(
            [checkpoint(100, resident: 1000), checkpoint(200, resident: 1000, descriptors: 11, zombies: 1)],
            leftFiles: ["/tmp/x"])
        #expect(
            left.problems == [
                "Open descriptors grew from 9 to 11.", "1 ended readers were not reaped.", "Files were left: /tmp/x.",
            ])
    }
}
