internal import Recognition

extension SearchSpace {
    /// What a reasonable engineer would try: every combination of segmentation, preparation and second look, so that slices and
    /// heat maps are full; then heights, thresholds, resolutions and lines by their ink on the best of preparations.
    /// MEASURING.md says what each step brought. Text layers are read where sound.
    public static let standard = SearchSpace(name: "standard", points: points(combinations + variations))

    private static let prepared = "prepare=invert+background+deskew+rules"

    private static let combinations: [String] = [3, 4, 6, 11].flatMap { psm in
        ["prepare=none", "prepare=background+deskew", "prepare=background+deskew+rules", prepared].flatMap { prepare in
            [false, true].map { "psm=\(psm),\(prepare),second-look=\($0)" }
        }
    }

    private static let variations: [String] =
        ["psm=4,\(prepared)+height28", "psm=6,\(prepared)+height28", "psm=6,\(prepared)+sauvola"].flatMap {
            [$0, "\($0),second-look=true"]
        } + [
            "psm=6,\(prepared),line-inversion=false",
            "psm=6,\(prepared),oem=1",
            "psm=6,\(prepared),dpi=300",
            "psm=3,resolution=300",
            "psm=3,\(prepared),resolution=300",
            "psm=6,prepare=rules",
        ]
        + ["", ",text-models=Latin", ",second-look=true", ",second-look=true,text-models=Latin"].map {
            "psm=7,\(prepared),line-inversion=false,lines=ink\($0)"
        }

    /// The whole grid of segmentation, engine, resolution and preparation; hours of work for `--search grid`.
    public static let full = SearchSpace(
        name: "full",
        points: points(
            ["none", "rules", "background+deskew", "background+deskew+rules", "background+deskew+rules+height28"]
                .flatMap { prepare in
                    [150, 200, 300].flatMap { dpi in
                        (0...3).flatMap { oem in
                            (0...13).map { "prepare=\(prepare),dpi=\(dpi),oem=\(oem),psm=\($0)" }
                        }
                    }
                }))

    /// A handful for a run of a few pages.
    public static let quick = SearchSpace(
        name: "quick",
        points: points([
            "psm=6",
            "psm=4,prepare=background+deskew+rules",
            "psm=6,prepare=background+deskew+rules",
            "psm=7,prepare=invert+background+deskew+rules,line-inversion=false,lines=ink,second-look=true",
            "psm=6,prepare=invert+background+deskew+rules+height28",
        ]))

    /// Lists that cannot be read are left out; a test sees to it that there are none.
    private static func points(_ lists: some Sequence<String>) -> [Point] {
        let base = RecognitionSettings(textLayer: .preferWhenSound)
        return lists.compactMap { list in
            (try? RecognitionSettings(parsing: list, base: base)).map { Point(settings: $0) }
        }
    }
}
