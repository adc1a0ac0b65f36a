import Recognition
import Testing
import Tuning

@Suite struct HOCRTests {
    private func pages(_ text: String) throws -> [RecognizedPage] { try HOCRPages.pages(Array(text.utf8)) }

    @Test func wordsLinesAndPagesAsTesseractWritesThem() throws {
        let pages = try pages(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1.dtd">
            <html><head><title>x</title><meta name='ocr-system' content='tesseract'/></head><body>
            <div class='ocr_page' id='page_1' title='image "a>b.png"; bbox 0 0 200 100; ppageno 0'>
             <div class='ocr_carea' title="bbox 0 0 200 50"><p class='ocr_par'>
              <span class='ocr_line' id='line_1' title="bbox 10 10 100 20; baseline 0 -2">
               <span class='ocrx_word' title='bbox 10 10 50 20; x_wconf 96'><strong>O&#39;Neill</strong></span>
               <span class='ocrx_word' title='bbox 60 10 100 20; x_wconf 30'>A&amp;B</span>
               <span class='ocrx_word' title='bbox 110 10 120 20; x_wconf 30'> </span>
              </span>
              <span class='ocr_header' title="bbox 10 30 100 40">
               <span class='ocrx_word' title='bbox 150 30 250 40'><span class='ocrx_cinfo'>4</span>2</span>
              </span></p></div></div>
            <div class='ocr_page' title='bbox 0 0 50 50'></div></body></html>
            """)
        #expect(pages.count == 2)
        #expect(pages[0].lines.map { $0.words.map(\.text) } == [["O'Neill", "A&B"], ["42"]])
        #expect(pages[0].words.map(\.confidence) == [0.96, 0.3, 0.5])
        #expect(pages[0].words[0].box == PageBox(x: 0.05, y: 0.1, width: 0.2, height: 0.1))
        #expect(pages[0].words[2].box.maxX == 1)
        #expect(pages[1].blocks.isEmpty && pages[1].index == 1 && pages[1].source == .ocr)
    }

    @Test func entitiesOfTheFileItselfAreNotLookedAt() throws {
        let pages = try pages(
            """
            <!DOCTYPE html [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>
            <div class="ocr_page" title="bbox 0 0 10 10"><span class="ocr_line">
            <span class="ocrx_word" title="bbox 1 1 5 5">x&a;&b;</span></span></div>
            """)
        #expect(pages[0].words.map(\.text) == ["x&a;&b;"])
    }

    @Test(
        arguments: [
            ("", "no element of class ocr_page"),
            ("<span class='ocrx_word' title='bbox 1 1 2 2'>x</span>", "outside every ocr_page"),
            ("<span class='ocr_line'></span>", "outside every ocr_page"),
            ("<div class='ocr_page' title='bbox 0 0 0 0'></div>", "no bbox with a size"),
            ("<div class='ocr_page' title='bbox 0 0 9 9'><b class='ocrx_word'>x</b></div>", "no bbox"),
        ])
    func whatCannotBeUsedIsNamed(text: String, reason: String) {
        #expect { try pages(text) } throws: { ($0 as? HOCRPages.Fault)?.reason.contains(reason) == true }
    }

    @Test func wordsThatAreNotOnThePageArePassedOver() throws {
        let pages = try pages(
            """
            <div class='ocr_page' title='bbox 0 0 9 9'><b class='ocrx_word' title='bbox 99 0 999 9'>x</b>
            <b class='ocrx_word' title='bbox 1 3 4 3'>-</b><b class='ocrx_word' title='bbox 1 3 4 5'>y</b></div>
            """)
        #expect(pages[0].words.map(\.text) == ["y"])
    }

    @Test(arguments: 0..<200) func brokenMarkupNeverTraps(seed: Int) {
        let whole = Array(
            "<div class='ocr_page' title='bbox 0 0 9 9'><!-- --><i class=\"ocrx_word\" title='bbox 1 1 2 2'>&#x41;</i></div>"
                .utf8)
        var bytes = whole
        bytes.removeSubrange((seed * 7 % whole.count)..<min(whole.count, seed * 7 % whole.count + 1 + seed % 9))
        if seed % 3 == 0 { bytes.insert(UInt8(ascii: ["<", ">", "'", "&"][seed % 4]), at: seed % bytes.count) }
        let pages = (try? HOCRPages.pages(bytes)) ?? []
        #expect(pages.allSatisfy { $0.words.allSatisfy { $0.box.maxX <= 1.000_001 } })
    }
}
