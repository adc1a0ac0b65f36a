"""PDFs whose figures, images and fonts mean harm, for hostile_files.py."""

import random
import struct
import zlib

from hostile_pdf_parts import deflated, image, pdf, stream, words


def drawing(folder, fixture):
    """Numbers and figures that are hard to draw, in white below the words."""

    def put(name, outcomes, harm, content, resources=b"", extra=()):
        white = b"q 1 g 1 G " + content + b" Q " + words()
        folder.put(
            name, outcomes, harm, pdf(zlib.compress(white), resources, extra, content_entries=b"/Filter/FlateDecode")
        )

    far = b"9" * 30
    put(
        "numbers.pdf",
        "corrupt",
        "lines to 10^30, not numbers and widths of 10^30",
        b"%s w 0 0 m %s -%s l S nan nan m 1 inf l S 0 0 m %s 0 0 %s 9 9 c S " % ((far,) * 5),
    )
    put(
        "matrix.pdf",
        "text",
        "a matrix of nothing and one of 10^30",
        b"q 0 0 0 0 0 0 cm 0 0 9 9 re f Q q %s 0 0 %s 0 0 cm 0 0 9 9 re S Q " % (far, far),
    )
    put("clips.pdf", "text", "half a million clips", b"9 9 600 700 re W n " * 500_000)
    put(
        "curves.pdf",
        "memory time",
        "200,000 curves in one path",
        b"0 0 m " + b"612 792 0 792 612 0 c " * 200_000 + b"S ",
    )
    put("glyph-giant.pdf", "text", "letters of 10^9 points", b"BT /T 1000000000 Tf 0 0 Td (abcdef)Tj ET ")
    put(
        "letters-nowhere.pdf",
        "time",
        "2 million letters in one place",
        b"BT /T 9 Tf 0 Tz 9 9 Td (" + b"xy" * 1_000_000 + b")Tj ET ",
    )
    put(
        "inline-images.pdf",
        "time",
        "20,000 inline images of 3.6 Gpx",
        b"BI /W 60000 /H 60000 /BPC 1 /CS /G ID x EI " * 20_000,
    )
    noise = random.Random(189).randbytes(3_000_000)
    mesh = b"/ShadingType 4/ColorSpace/DeviceGray/BitsPerCoordinate 16/BitsPerComponent 8/BitsPerFlag 8"
    mesh += b"/Decode[0 612 0 792 1 1]"
    put("mesh.pdf", "time", "half a million triangles", b"/M sh ", b"/Shading<</M 5 0 R>>", [stream(noise, mesh)])
    function = stream(b"{" + b"dup mul " * 10_000 + b"}", b"/FunctionType 4/Domain[0 1 0 1]/Range[0 1]")
    put(
        "function.pdf",
        "time",
        "a function of 20,000 steps for every pixel",
        b"/S sh ",
        b"/Shading<</S<</ShadingType 1/ColorSpace/DeviceGray/Domain[0 612 0 792]/Function 5 0 R>>>>",
        [function],
    )


def images(folder, fixture):
    noise = random.Random(187).randbytes(20_000)
    draw = b"q 612 0 0 200 0 0 cm /I Do Q "
    own = b"/XObject<</I 5 0 R>>"

    def put(name, outcomes, harm, picture, content=words() + draw):
        folder.put(name, outcomes, harm, pdf(content, own, [picture]))

    rgb = b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode"
    put("image-30000.pdf", "time", "an image of 900 Mpx", image(deflated(bytes(1 << 20), 2575), 30000, 30000, rgb))
    for name, code in [
        ("jbig2", b"JBIG2Decode"),
        ("jpx", b"JPXDecode"),
        ("dct", b"DCTDecode"),
        ("ccitt", b"CCITTFaxDecode"),
        ("lzw", b"LZWDecode"),
    ]:
        entries = b"/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/" + code
        put(f"noise-{name}.pdf", "text", f"words and {name} of random bytes", image(noise, 900, 400, entries))
        put(
            f"noise-{name}-only.pdf",
            "blank" if name in ("ccitt", "lzw") else "corrupt",
            f"{name} of random bytes and nothing else",
            image(noise, 900, 400, entries),
            draw,
        )
    dct = b"/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode"
    jpeg = fixture("page.jpg")
    place = jpeg.index(b"\xff\xc0") + 5
    put(
        "dct-65535.pdf",
        "time memory",
        "a JPEG whose header says 65,535",
        image(jpeg[:place] + b"\xff" * 4 + jpeg[place + 4 :], 65535, 65535, dct),
    )
    page = struct.pack(">IBBBI", 0, 48, 0, 1, 19) + struct.pack(">IIIIBH", 65000, 65000, 0, 0, 0, 0)
    put(
        "jbig2-65000.pdf",
        "text memory",
        "a JBIG2 page of 4 Gpx",
        image(page, 900, 400, b"/ColorSpace/DeviceGray/BitsPerComponent 1/Filter/JBIG2Decode"),
    )
    predictor = b"/ColorSpace/DeviceGray/BitsPerComponent 8"
    predictor += b"/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns 2147483647/Colors 999>>"
    put("predictor.pdf", "text", "rows of 2^31 bytes", image(zlib.compress(noise), 900, 400, predictor))
    put(
        "image-self-mask.pdf",
        "text",
        "an image that is its own mask",
        image(bytes(100), 10, 10, b"/ColorSpace/DeviceGray/BitsPerComponent 8/SMask 5 0 R"),
    )
    put("image-size-lie.pdf", "memory", "an image of 2^31 squared", image(noise, 2**31 - 1, 2**31 - 1))
    profile = b"/ColorSpace[/ICCBased 6 0 R]/BitsPerComponent 8"
    giant = stream(deflated(bytes(1 << 20), 1024), b"/N 3/Alternate/DeviceRGB/Filter/FlateDecode")
    folder.put(
        "profile-bomb.pdf",
        "memory time",
        "a colour profile of 1 GiB",
        pdf(words() + draw, own, [image(bytes(300), 10, 10, profile), giant]),
    )


def fonts(folder, fixture):
    noise = random.Random(188).randbytes(20_000)
    for name, subtype, key, entries in [
        ("truetype", b"TrueType", b"FontFile2", b""),
        ("type1", b"Type1", b"FontFile", b""),
        ("cff", b"Type1", b"FontFile3", b"/Subtype/Type1C"),
    ]:
        heads = {"truetype": b"\0\1\0\0\0\x09", "type1": b"%!PS-AdobeFont-1.0", "cff": b"\1\0\4\1"}
        font = (
            b"<</Type/Font/Subtype/%s/BaseFont/ABCDEF+Bad/FirstChar 0/LastChar 255/Widths[%s]/FontDescriptor 6 0 R>>"
            % (subtype, b"500 " * 256)
        )
        descriptor = b"<</Type/FontDescriptor/FontName/ABCDEF+Bad/Flags 32/FontBBox[0 0 999 999]/%s 7 0 R>>" % key
        folder.put(
            f"font-{name}.pdf",
            "text",
            f"an embedded {name} font of random bytes",
            pdf(
                words().replace(b"/T ", b"/B "), extra=[font, descriptor, stream(heads[name] + noise, entries)]
            ).replace(b"/Font<</T", b"/Font<</B 5 0 R/T"),
        )
    folder.put(
        "font-loop.pdf",
        "text",
        "a composite font that descends from itself",
        pdf(
            words().replace(b"/T ", b"/B "),
            extra=[
                b"<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 5 0 R>>"
            ],
        ).replace(b"/Font<</T", b"/Font<</B 5 0 R/T"),
    )
    ranges = (
        b"1 begincodespacerange <0000><ffffffff> endcodespacerange\n"
        + b"1 beginbfrange <00000000><ffffffff><0041> endbfrange\n" * 500
    )
    folder.put(
        "font-map.pdf",
        "text",
        "a character map of 4 billion entries",
        pdf(extra=[stream(ranges)]).replace(b"/BaseFont/Helvetica", b"/BaseFont/Helvetica/ToUnicode 5 0 R"),
    )


def write(folder, fixture):
    for family in (drawing, images, fonts):
        family(folder, fixture)
