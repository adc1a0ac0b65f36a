"""What the PDFs of hostile_pdfs.py are put together from."""

import struct
import zlib

FONT = b"/Font<</T<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
LETTER = b"0 0 612 792"


def words(size=36, x=60, y=600):
    """A page's honest text; long enough to be a sound text layer."""
    lines = [b"Batting Runs Balls", b"J Smith 47 35", b"K Jones 128 96", b"Total 187"]
    shown = b"".join(b"(%s)Tj 0 %d Td " % (line, -2 * size) for line in lines)
    return b"BT /T %d Tf %d %d Td %sET\n" % (size, x, y, shown)


def stream(data, entries=b""):
    return b"<<%s/Length %d>>stream\n" % (entries, len(data)) + data + b"\nendstream"


def form(data, resources=b"", entries=b""):
    return stream(data, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%s>>" % resources + entries)


def image(data, width, height, entries=b"/ColorSpace/DeviceGray/BitsPerComponent 8"):
    return stream(data, b"/Type/XObject/Subtype/Image/Width %d/Height %d" % (width, height) + entries)


def assemble(objects, trailer=b"", version=b"1.7"):
    out, offsets = bytearray(b"%PDF-" + version + b"\n"), []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def pdf(
    content=None,
    resources=b"",
    extra=(),
    box=LETTER,
    page=b"",
    content_entries=b"",
    pages=b"/Kids[3 0 R]/Count 1",
    trailer=b"",
):
    """One page; what `extra` holds has the numbers from 5."""
    content = words() if content is None else content
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[%s]/Contents 4 0 R/Resources<<%s%s>>%s>>" % (box, FONT, resources, page)
    return assemble(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages%s>>" % pages,
            leaf,
            stream(content, content_entries),
            *extra,
        ],
        trailer,
    )


def deflated(piece, times):
    """A piece many times over as a zlib stream, made from one compressed block that is repeated."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(piece) + packer.flush(zlib.Z_FULL_FLUSH)
    adler = 1
    for _ in range(times):
        adler = zlib.adler32(piece, adler)
    return b"\x78\xda" + body * times + b"\x03\0" + struct.pack(">I", adler)
