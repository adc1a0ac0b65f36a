internal import Recognition

extension SearchSpace {
    /// Some twenty settings that can win; MEASURING.md says what each step brought. Text layers are read where sound.
    public static let standard = SearchSpace(
        name: "standard",
        points: points([
            "psm=3", "psm=4", "psm=6", "psm=11", "psm=3,resolution=300",
            "psm=6,prepare=rules",
            "psm=4,prepare=background+deskew",
            "psm=6,prepare=background+deskew",
            "psm=3,prepare=background+deskew+rules,resolution=300",
            "psm=4,prepare=background+deskew+rules",
            "psm=6,prepare=background+deskew+rules",
            "psm=6,oem=1,prepare=background+deskew+rules",
            "psm=6,prepare=background+deskew+rules,dpi=300",
            "psm=6,prepare=invert+background+deskew+rules",
            "psm=6,prepare=invert+background+deskew+rules,second-look=true",
            "psm=4,prepare=invert+background+deskew+rules,second-look=true",
            "psm=6,prepare=invert+background+deskew+rules+height28,second-look=true",
            "psm=7,prepare=invert+background+deskew+rules,line-inversion=false,lines=ink",
            "psm=7,prepare=invert+background+deskew+rules,line-inversion=false,lines=ink,second-look=true",
            "psm=6,prepare=invert+background+deskew+rules,line-inversion=false",
            "psm=6,prepare=invert+background+deskew+rules+height24",
            "psm=6,prepare=invert+background+deskew+rules+height28",
            "psm=6,prepare=invert+background+deskew+rules+height32",
            "psm=4,prepare=invert+background+deskew+rules+height28",
            "psm=11,prepare=invert+background+deskew+rules+height28",
            "psm=6,prepare=invert+background+deskew+rules+height28+adaptive",
            "psm=6,prepare=invert+background+deskew+rules+height28+sauvola",
        ]))

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
