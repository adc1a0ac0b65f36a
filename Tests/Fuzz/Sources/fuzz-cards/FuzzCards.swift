internal import FuzzValues
internal import Scorecard

/// Whatever a recogniser says is on a page, reading it as a card ends, and says nothing of an innings that is not there.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCards(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    var source = ValueSource(UnsafeRawBufferPointer(start: start, count: count))
    let reading = ScorecardReader().read(pages: source.cardPages())
    precondition((0...1).contains(reading.confidence))
    precondition(reading.checks.allSatisfy { $0.innings.map(reading.card.innings.indices.contains) ?? true })
    return 0
}
