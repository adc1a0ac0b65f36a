extension String {
    /// The words between blanks. Bytes are parted: a page asks for it thousands of times, and characters are dear to find.
    var words: [Substring] { utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } }
}
