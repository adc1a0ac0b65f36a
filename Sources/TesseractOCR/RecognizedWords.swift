internal import CTesseractShim
internal import Recognition

/// Turns the shim's flat lists into blocks, lines and words.
struct RecognizedWords {
    private let page: ctess_page
    private let place: (PixelBox) -> PageBox

    init(_ page: ctess_page, place: @escaping (PixelBox) -> PageBox) {
        self.page = page
        self.place = place
    }

    func blocks() -> [RecognizedBlock] {
        var blocks: [RecognizedBlock] = []
        var lines: [RecognizedLine] = []
        var words: [RecognizedWord] = []
        func endLine() {
            if !words.isEmpty { lines.append(RecognizedLine(words: words)) }
            words = []
        }
        func endBlock() {
            endLine()
            if !lines.isEmpty { blocks.append(RecognizedBlock(lines: lines)) }
            lines = []
        }
        for word in UnsafeBufferPointer(start: page.words, count: page.word_count) {
            if word.starts_block { endBlock() }
            if word.starts_line { endLine() }
            words.append(recognized(word))
        }
        endBlock()
        return blocks
    }

    private func recognized(_ word: ctess_word) -> RecognizedWord {
        RecognizedWord(
            text: text(word.text_offset, word.text_length),
            box: place(
                PixelBox(x: word.left, y: word.top, width: word.right - word.left, height: word.bottom - word.top)),
            confidence: fraction(word.confidence), symbols: symbols(of: word))
    }

    private func symbols(of word: ctess_word) -> [RecognizedSymbol] {
        let all = UnsafeBufferPointer(start: page.symbols, count: page.symbol_count)
        return all[Int(word.first_symbol)..<Int(word.first_symbol + word.symbol_count)].map { symbol in
            let symbolText = text(symbol.text_offset, symbol.text_length)
            return RecognizedSymbol(
                text: symbolText, confidence: fraction(symbol.confidence),
                alternatives: alternatives(of: symbol).filter { $0.text != symbolText })
        }
    }

    private func alternatives(of symbol: ctess_symbol) -> [SymbolAlternative] {
        let all = UnsafeBufferPointer(start: page.choices, count: page.choice_count)
        return all[Int(symbol.first_choice)..<Int(symbol.first_choice + symbol.choice_count)].map {
            SymbolAlternative(text: text($0.text_offset, $0.text_length), confidence: fraction($0.confidence))
        }
    }

    private func text(_ offset: UInt32, _ length: UInt32) -> String {
        let bytes = UnsafeRawBufferPointer(start: page.text, count: page.text_length)
        return String(decoding: bytes[Int(offset)..<Int(offset + length)], as: UTF8.self)
    }

    private func fraction(_ percent: Float) -> Double { Double(min(max(percent, 0), 100)) / 100 }
}
