"""PDFs that mean harm, for hostile_files.py."""

import struct
import zlib

import hostile_pdf_drawing
from hostile_pdf_parts import FONT, LETTER, deflated, form, pdf, stream, words


def page_sizes(folder, fixture):
    wide = words(size=700, x=1000, y=10000)
    folder.put("page-14400.pdf", "text", "14,400 points wide and high", pdf(wide, box=b"0 0 14400 14400"))
    folder.put(
        "page-14400-unit.pdf",
        "text",
        "the same in units of a metre",
        pdf(wide, box=b"0 0 14400 14400", page=b"/UserUnit 2834"),
    )
    for name, side in [("1e6", b"1000000"), ("1e9", b"1000000000"), ("1e300", b"1" + b"0" * 300)]:
        folder.put(f"page-{name}.pdf", "limit", f"{name} points wide and high", pdf(box=b"0 0 %s %s" % (side, side)))
    for name, box in [
        ("zero", b"0 0 0 0"),
        ("negative", b"612 792 0 0"),
        ("nan", b"0 0 nan nan"),
        ("names", b"/a /b /c /d"),
        ("minus", b"0 0 -612 -792"),
        ("three", b"0 0 612"),
        ("self", b"3 0 R"),
    ]:
        folder.put(f"page-{name}.pdf", "blank" if name == "minus" else "text", f"a page box of {name}", pdf(box=box))
    folder.put("page-point.pdf", "corrupt", "a page of one point", pdf(box=b"0 0 1 1"))
    folder.put("page-line.pdf", "corrupt", "14,400 points by one", pdf(box=b"0 0 14400 1"))
    folder.put(
        "crop-outside.pdf",
        "text",
        "a crop box of 1e9 points",
        pdf(page=b"/CropBox[-1e9 -1000000000 1000000000 1000000000]"),
    )
    folder.put("rotate-45.pdf", "text", "turned by 45 degrees", pdf(page=b"/Rotate 45"))


def page_trees(folder, fixture):
    folder.put(
        "count-lie.pdf", "corrupt", "a billion pages that are not there", pdf(pages=b"/Kids[3 0 R]/Count 999999999")
    )
    folder.put("count-negative.pdf", "corrupt", "-1 pages", pdf(pages=b"/Kids[3 0 R]/Count -1"))
    folder.put("count-nine.pdf", "corrupt", "nine pages, of which one is there", pdf(pages=b"/Kids[3 0 R]/Count 9"))
    folder.put("kids-loop.pdf", "corrupt", "a page tree that is its own child", pdf(pages=b"/Kids[2 0 R]/Count 1"))
    folder.put("kids-none.pdf", "corrupt", "no child", pdf(pages=b"/Count 1"))
    folder.put(
        "page-again.pdf", "corrupt", "one page 5,000 times", pdf(pages=b"/Kids[" + b"3 0 R " * 5000 + b"]/Count 5000")
    )
    kids = b"".join(b"%d 0 R " % (5 + number) for number in range(5000))
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R>>" % LETTER
    folder.put(
        "pages-5000.pdf", "limit", "5,000 pages", pdf(pages=b"/Kids[" + kids + b"]/Count 5000", extra=[sheet] * 5000)
    )
    depth = 20_000
    nodes = [
        b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (max(4 + level, 2), 6 + level) for level in range(depth)
    ]
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (LETTER, FONT)
    folder.put(
        "deep-tree.pdf", "text", "20,000 levels of pages", pdf(pages=b"/Kids[5 0 R]/Count 1", extra=[*nodes, leaf])
    )


def repetitions(folder, fixture):
    flate = b"/Filter/FlateDecode"
    area = b"0 0 612 792 re f\n" * 60_000
    bomb = deflated(area, 200)
    folder.put("content-200m.pdf", "time", "200 MB of areas", pdf(bomb, content_entries=flate))
    folder.put(
        "content-200m-twice.pdf",
        "time",
        "the same deflated twice",
        pdf(zlib.compress(bomb, 9), content_entries=b"/Filter[/FlateDecode/FlateDecode]"),
    )
    saves = deflated(b"q " * 500_000, 40)
    folder.put("saves.pdf", "memory time", "20 million saved states", pdf(saves, content_entries=flate))
    shown = b"BT /T 4 Tf 20 700 Td " + b"(Batting 187)Tj 0 -1 Td " * 40_000 + b"ET\n"
    folder.put("words-20m.pdf", "time memory", "20 million words", pdf(deflated(shown, 250), content_entries=flate))
    folder.put("words-60k.pdf", "limit time", "60,000 words on ten pages", ten_pages(6000))
    folder.put(
        "string.pdf",
        "other time",
        "one string of 20 MB",
        pdf(b"BT /T 9 Tf 9 9 Td (" + b"x" * 20_000_000 + b")Tj ET", content_entries=b""),
    )
    folder.put("nesting.pdf", "text", "3 million open brackets", pdf(words() + b"[" * 3_000_000))
    dashes = b"[0.0001 0.0001] 0 d 0 0 m 612 792 l S " * 20
    folder.put("dashes.pdf", "time memory", "lines of ten million dashes", pdf(dashes + words()))
    folder.put(
        "filters.pdf",
        "time",
        "a chain of 50,000 filters",
        pdf(words().hex().encode() + b">", content_entries=b"/Filter[" + b"/ASCIIHexDecode" * 50_000 + b"]"),
    )
    contents = b"[" + b"4 0 R " * 200_000 + b"]"
    folder.put(
        "contents.pdf",
        "time",
        "the same content 200,000 times",
        pdf(page=b"/Contents " + contents).replace(b"/Contents 4 0 R/R", b"/R"),
    )


def ten_pages(count):
    """Ten pages of so many legible words."""
    shown = b"".join(
        b"BT /T 6 Tf 1 0 0 1 %d %d Tm (x%dy)Tj ET\n" % (n % 30 * 20, 780 - n // 30 * 4, n) for n in range(count)
    )
    sheet = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s>>>>" % (LETTER, FONT)
    kids = b"".join(b"%d 0 R " % (5 + number) for number in range(10))
    return pdf(shown, pages=b"/Kids[" + kids + b"]/Count 10", extra=[sheet] * 10)


def nested_forms(levels, fan):
    forms = []
    for level in range(levels):
        last = level == levels - 1
        body = b"0 0 1 1 re f " if last else b"/F%d Do " % (level + 1) * fan
        forms.append(form(body, b"" if last else b"/XObject<</F%d %d 0 R>>" % (level + 1, 6 + level)))
    return forms


def recursions(folder, fixture):
    folder.put("forms-8-12.pdf", "time", "8^12 forms", pdf(b"/F0 Do", b"/XObject<</F0 5 0 R>>", nested_forms(12, 8)))
    folder.put(
        "forms-deep.pdf",
        "text",
        "5,000 forms in each other",
        pdf(b"/F0 Do " + words(), b"/XObject<</F0 5 0 R>>", nested_forms(5000, 1)),
    )
    own = b"/XObject<</F 5 0 R>>"
    folder.put(
        "form-self.pdf", "text", "a form that draws itself", pdf(words() + b"/F Do", own, [form(b"/F Do /F Do", own)])
    )
    folder.put(
        "type3-self.pdf",
        "text",
        "a Type 3 letter that shows itself",
        pdf(
            words() + b"BT /R 9 Tf 9 9 Td (aa)Tj ET",
            b"",
            [
                b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]"
                b"/CharProcs<</a 6 0 R>>/FirstChar 97/LastChar 97/Widths[9]"
                b"/Encoding<</Differences[97/a]>>/Resources<</Font<</R 5 0 R>>>>>>",
                stream(b"9 0 d0 BT /R 9 Tf (aaa)Tj ET"),
            ],
        ).replace(b"/Font<</T", b"/Font<</R 5 0 R/T"),
    )
    pattern = (
        b"/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 9 9]/XStep %s/YStep %s/Resources<</Pattern<</P 5 0 R>>>>"
    )
    fill = b"/Pattern cs /P scn 0 0 612 300 re f "
    folder.put(
        "pattern-self.pdf",
        "text",
        "a pattern painted with itself",
        pdf(words() + fill, b"/Pattern<</P 5 0 R>>", [stream(fill, pattern % (b"9", b"9"))]),
    )
    folder.put(
        "pattern-fine.pdf",
        "time memory",
        "10^14 tiles",
        pdf(words() + fill, b"/Pattern<</P 5 0 R>>", [stream(b"0 0 9 9 re f", pattern % (b"0.00001", b"0.00001"))]),
    )
    folder.put(
        "function-self.pdf",
        "text",
        "a function of itself",
        pdf(
            words() + b"/S sh",
            b"/Shading<</S<</ShadingType 2/ColorSpace/DeviceGray/Coords[0 0 9 9]/Function 5 0 R>>>>",
            [b"<</FunctionType 3/Domain[0 1]/Functions[5 0 R 5 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>"],
        ),
    )
    folder.put(
        "colour-self.pdf",
        "text",
        "a colour space based on itself",
        pdf(words() + b"/C cs 1 scn 0 0 9 9 re f", b"/ColorSpace<</C 5 0 R>>", [b"[/Indexed 5 0 R 255 5 0 R]"]),
    )
    mask = b"/ExtGState<</G<</SMask<</Type/Mask/S/Luminosity/G 5 0 R>>>>>>"
    folder.put(
        "mask-self.pdf",
        "text time memory",
        "a soft mask that masks itself",
        pdf(
            words() + b"/G gs 0 0 99 99 re f",
            mask,
            [form(b"/G gs 0 0 99 99 re f", mask, b"/Group<</S/Transparency/CS/DeviceGray>>")],
        ),
    )
    group = b"/Group<</S/Transparency/I true/CS/DeviceRGB>>"
    groups = [body.replace(b"/Type/XObject", group + b"/Type/XObject") for body in nested_forms(400, 1)]
    folder.put(
        "groups.pdf",
        "text time memory",
        "400 transparency groups in each other",
        pdf(words() + b"/F0 Do", b"/XObject<</F0 5 0 R>>", groups),
    )


def structure(folder, fixture):
    folder.put("length-self.pdf", "text", "a length that is the stream itself", pdf(content_entries=b"/Length 4 0 R"))
    folder.put("xref-loop.pdf", "text", "a table that follows itself", loop_of_tables())
    folder.put("object-stream-loop.pdf", "corrupt", "an object stream inside itself", object_stream_loop())
    folder.put("no-table.pdf", "text", "no table of objects", pdf().replace(b"xref", b"xxxx"))
    folder.put(
        "trailer-lie.pdf",
        "corrupt",
        "a table of 2 billion objects",
        pdf().replace(b"/Size 5", b"/Size 2147483647").replace(b"xref\n0 5", b"xref\n0 2147483647"),
    )
    folder.put("objects.pdf", "text", "200,000 objects", pdf(extra=[b"null"] * 200_000))
    folder.put(
        "catalogue-none.pdf",
        "corrupt",
        "no catalogue",
        pdf().replace(b"/Catalog", b"/Nothing").replace(b"/Pages 2", b"/Nope 2"),
    )
    catalogue = (
        b"/OpenAction<</S/JavaScript/JS(while(1){})>>/AcroForm<</XFA(<x/>)>>/Names<</EmbeddedFiles<</Kids[1 0 R]>>>>"
    )
    folder.put(
        "script.pdf", "text", "scripts, forms and attachments", pdf().replace(b"/Catalog", b"/Catalog" + catalogue)
    )
    folder.put("password.pdf", "encrypted", "a password", fixture("encrypted.pdf"))
    folder.put(
        "encrypt-lie.pdf",
        "text",
        "an encryption that nobody knows",
        pdf(trailer=b"/Encrypt<</Filter/Standard/V 99/R 99/O(x)/U(x)/P -1>>/ID[(a)(b)]"),
    )


def loop_of_tables():
    file = pdf()
    start = file.rindex(b"xref\n0 ")
    return file.replace(b"trailer<<", b"trailer<</Prev %d" % start)


def object_stream_loop():
    """All objects in a stream that the table says is inside itself."""
    numbers = b"1 0 2 30 3 60 6 90 "
    body = numbers + (
        b"<</Type/Catalog/Pages 2 0 R>>".ljust(30)
        + b"<</Type/Pages/Kids[3 0 R]>>".ljust(30)
        + b"null".ljust(30)
        + b"null"
    )
    packed = stream(body, b"/Type/ObjStm/N 4/First %d/Extends 6 0 R" % len(numbers))
    out = b"%PDF-1.7\n6 0 obj\n" + packed + b"\nendobj\n"
    entries = b"".join(
        struct.pack(">BHH", kind, place, index)
        for kind, place, index in [(0, 0, 0), (2, 6, 0), (2, 6, 1), (2, 6, 2), (0, 0, 0), (1, len(out), 0), (2, 6, 3)]
    )
    table = stream(entries, b"/Type/XRef/Size 7/W[1 2 2]/Root 1 0 R/Prev %d" % len(out))
    return out + b"5 0 obj\n" + table + b"\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(out)


def write(folder, fixture):
    for family in (page_sizes, page_trees, repetitions, recursions, structure):
        family(folder, fixture)
    hostile_pdf_drawing.write(folder, fixture)
