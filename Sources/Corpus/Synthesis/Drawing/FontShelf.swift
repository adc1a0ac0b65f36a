internal import CPangoCairo

/// The families that cards are set in, and the Debian packages they come from.
enum FontShelf {
    static let packages: [(family: String, package: String)] = [
        ("Carlito", "fonts-crosextra-carlito"), ("DejaVu Sans", "fonts-dejavu-core"),
        ("DejaVu Serif", "fonts-dejavu-core"), ("DejaVu Sans Mono", "fonts-dejavu-core"),
        ("EB Garamond", "fonts-ebgaramond"), ("Lato", "fonts-lato"),
        ("Liberation Mono", "fonts-liberation"), ("Liberation Sans", "fonts-liberation"),
        ("Liberation Sans Narrow", "fonts-liberation"), ("Liberation Serif", "fonts-liberation"),
        ("Noto Sans", "fonts-noto-core"), ("Noto Serif", "fonts-noto-core"), ("Open Sans", "fonts-open-sans"),
        ("Roboto", "fonts-roboto-unhinted"),
    ]

    /// Pango would draw with another font and say nothing; the corpus would be another.
    static func check() throws(CorpusError) {
        let installed = families()
        let missing = packages.filter { !installed.contains($0.family) }
        guard missing.isEmpty else {
            var names: [String] = []
            for entry in missing where !names.contains(entry.package) { names.append(entry.package) }
            throw .missingFonts(families: missing.map(\.family), packages: names)
        }
    }

    private static func families() -> Set<String> {
        var list: UnsafeMutablePointer<UnsafeMutablePointer<PangoFontFamily>?>?
        var count: Int32 = 0
        pango_font_map_list_families(pango_cairo_font_map_get_default(), &list, &count)
        defer { g_free(list) }
        return Set(
            (0..<Int(count)).compactMap { index in
                pango_font_family_get_name(list?[index]).map { String(cString: $0) }
            })
    }
}
