internal import Recognition
internal import Scorecard

/// A page of text, read as a typewriter set it: cards in any notation, with lines and words lost, moved and changed, end as cards
/// whose checks are of innings that they have. The last bit of the length says which of the two sources the words come from.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPages(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    let text = String(decoding: UnsafeRawBufferPointer(start: start, count: count), as: UTF8.self)
    let reading = ScorecardReader().read(pages: [page(text, source: count % 2 == 0 ? .ocr : .textLayer)])
    precondition((0...1).contains(reading.confidence))
    precondition(reading.checks.allSatisfy { $0.innings.map(reading.card.innings.indices.contains) ?? true })
    return 0
}
