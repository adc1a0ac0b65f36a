import Foundation
import Testing

/// Without the export, libtesseract's regions go to libgomp again: right, but with thousands of system calls for a page.
@Test(arguments: ["GOMP_parallel", "GOMP_parallel_sections", "GOMP_sections_next", "GOMP_sections_end_nowait"])
func readerStandsInForLibgomp(symbol: String) throws {
    let reader = Repository.programs.appending(path: "cricksy-reader").path
    let symbols = String(decoding: try Repository.output(of: "nm", ["-D", "--defined-only", reader]), as: UTF8.self)
    #expect(symbols.split(separator: "\n").contains { $0.hasSuffix(" T \(symbol)") })
}
