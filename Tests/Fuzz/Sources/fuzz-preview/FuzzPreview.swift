internal import Foundation
internal import FuzzValues
internal import Scorecard

/// Whatever a child read, the preview is JSON without NUL whose deliveries are a list: else the row cannot be written.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPreview(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    var source = ValueSource(UnsafeRawBufferPointer(start: start, count: count))
    let document = source.document()
    let preview = PreviewWriter.encode(document)
    precondition(!preview.utf8.contains(0) && !preview.contains("\\u0000"))
    let parsed = try? JSONSerialization.jsonObject(with: Data(preview.utf8)) as? [String: Any]
    guard let deliveries = parsed?["deliveries"] as? [Any] else { preconditionFailure("no list of deliveries") }
    precondition(deliveries.count == document.reading.deliveries.count)
    return 0
}
