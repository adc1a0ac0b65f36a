extension String {
    /// The words between blanks. Parts bytes, for `split` on characters costs ten times as much and a page asks for it
    /// thousands of times.
    var words: [Substring] { utf8.split(separator: UInt8(ascii: " ")).map { Substring($0) } }
}
