"""Pictures that mean harm, for hostile_files.py."""

import random
import struct
import zlib


def deflated_zeros(count):
    """So many zeros as a zlib stream, made from one compressed block that is repeated."""
    block = 1 << 20
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packer.compress(bytes(block)) + packer.flush(zlib.Z_FULL_FLUSH)
    last = zlib.compressobj(9, zlib.DEFLATED, -15)
    rest = last.compress(bytes(count % block)) + last.flush()
    adler = (count % 65521) << 16 | 1
    return b"\x78\xda" + body * (count // block) + rest + struct.pack(">I", adler)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(width, height, depth, colour, packed, extra=b""):
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def with_chunks(file, extra):
    """A PNG with more chunks after its header."""
    return file[:33] + extra + file[33:]


def pngs(folder, fixture):
    page = fixture("page.png")
    folder.put(
        "bomb-1bit-50000.png", "limit", "2.5 Gpx of one bit", png(50000, 50000, 1, 0, deflated_zeros(6251 * 50000))
    )
    folder.put("bomb-rgb-20000.png", "limit", "400 Mpx of RGB", png(20000, 20000, 8, 2, deflated_zeros(60001 * 20000)))
    folder.put("bomb-rgba-15900.png", "limit", "253 Mpx of RGBA", png(15900, 15900, 16, 6, deflated_zeros(1 << 30)))
    folder.put(
        "header-100000.png", "limit", "10 Gpx that are not there", png(100000, 100000, 8, 2, zlib.compress(bytes(99)))
    )
    folder.put("header-2g.png", "limit", "2^31 - 1 squared", png(2**31 - 1, 2**31 - 1, 16, 6, zlib.compress(bytes(99))))
    folder.put("short-data.png", "corrupt", "36 Mpx from 99 bytes", png(6000, 6000, 8, 2, zlib.compress(bytes(99))))
    folder.put(
        "largest.png",
        "blank",
        "the most pixels allowed, 16 bits RGBA",
        png(6300, 6300, 16, 6, deflated_zeros(50401 * 6300)),
    )
    speckle = random.Random(187).randbytes(789 * 6300)
    rows = b"".join(b"\0" + speckle[row * 788 : (row + 1) * 788] for row in range(6300))
    folder.put(
        "speckle.png", "time memory", "40 Mpx of black and white noise", png(6300, 6300, 1, 0, zlib.compress(rows, 1))
    )
    stripes = zlib.compress((b"\0" + b"\xaa" * 788 + b"\0" + b"\x55" * 788) * 3150, 1)
    folder.put("chequers.png", "blank", "every second pixel black", png(6300, 6300, 1, 0, stripes))
    text = chunk(b"zTXt", b"Comment\0\0" + deflated_zeros(7_900_000))
    folder.put("text-bomb.png", "text", "900 comments of 8 MB each", with_chunks(page, text * 900))
    profile = chunk(b"iCCP", b"Profile\0\0" + deflated_zeros(1 << 30))
    folder.put("profile-bomb.png", "text", "a colour profile of 1 GiB", with_chunks(page, profile))
    folder.put(
        "profile-giant.png",
        "text",
        "a raw colour profile of 8 MB",
        with_chunks(page, chunk(b"iCCP", b"P\0\0" + zlib.compress(random.Random(1).randbytes(8 << 20), 0))),
    )
    folder.put("chunks.png", "text", "300,000 empty chunks", with_chunks(page, chunk(b"abCd", b"") * 300_000))
    loop = b"MM\0*\0\0\0\x08\xff\xff" + struct.pack(">HHII", 0x8769, 4, 1, 8) * 4000 + struct.pack(">I", 8)
    folder.put(
        "exif-loop.png", "text", "EXIF directories that point to themselves", with_chunks(page, chunk(b"eXIf", loop))
    )


def gifs(folder, fixture):
    page = fixture("page.gif")
    header = b"GIF89a" + struct.pack("<HHBBB", 65535, 65535, 0x80, 0, 0) + bytes(6)
    frame = b"," + struct.pack("<HHHHB", 0, 0, 65535, 65535, 0) + b"\x02\x02\x4c\x01\x00"
    folder.put("header-65535.gif", "limit", "4 Gpx that are not there", header + frame + b";")
    small = b"," + struct.pack("<HHHHB", 0, 0, 6000, 6000, 0) + b"\x02\x02\x4c\x01\x00"
    folder.put("short-data.gif", "corrupt", "36 Mpx from 2 bytes", header + small + b";")
    folder.put("frames.gif", "text", "50,000 frames of 4 Gpx after the first", page[:-1] + frame * 50_000 + b";")
    comment = b"!\xfe" + b"\x01x" * 2_000_000 + b"\0"
    folder.put(
        "comments.gif",
        "text",
        "2 million comment blocks",
        page[: 13 + table(page)] + comment + page[13 + table(page) :],
    )


def table(gif):
    """Size of the colour table of a GIF."""
    return 3 << ((gif[10] & 7) + 1) if gif[10] & 0x80 else 0


def directory(tags, following):
    entries = b"".join(struct.pack("<HHII", *tag) for tag in sorted(tags))
    return struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)


def tiff_tags(width, height, compression=1, offset=8, count=100, bits=1, samples=1, rows=None):
    return [
        (256, 4, 1, width),
        (257, 4, 1, height),
        (258, 3, 1, bits),
        (259, 3, 1, compression),
        (262, 3, 1, 0),
        (273, 4, 1, offset),
        (277, 3, 1, samples),
        (278, 4, 1, rows or height),
        (279, 4, 1, count),
    ]


def tiff(tags, following=0, data=b""):
    start = 8 + len(data)
    return b"II*\0" + struct.pack("<I", start) + data + directory(tags, following)


def tiffs(folder, fixture):
    folder.put("header-200000.tiff", "limit", "40 Gpx that are not there", tiff(tiff_tags(200000, 200000)))
    folder.put("loop.tiff", "limit", "a directory that follows itself", tiff(tiff_tags(100, 100), 8))
    folder.put("pages-5000.tiff", "limit", "5,000 pages", many_pages(5000))
    folder.put(
        "strip-outside.tiff", "corrupt", "pixels past the end", tiff(tiff_tags(900, 400, offset=1 << 30, count=1 << 30))
    )
    folder.put(
        "samples-65535.tiff", "corrupt", "65,535 samples a pixel", tiff(tiff_tags(900, 400, bits=8, samples=65535))
    )
    folder.put("bits-65535.tiff", "corrupt", "65,535 bits a sample", tiff(tiff_tags(900, 400, bits=65535)))
    folder.put(
        "tag-count.tiff", "corrupt", "4 billion values in a tag", tiff(tiff_tags(900, 400) + [(320, 3, 2**32 - 1, 8)])
    )
    bomb = deflated_zeros(2 << 30)
    folder.put(
        "strip-bomb.tiff", "blank", "2 GiB in a small strip", tiff(tiff_tags(900, 400, 8, 8, len(bomb)), data=bomb)
    )
    for name, compression in [("ccitt", 4), ("lzw", 5), ("jpeg", 7), ("packbits", 32773)]:
        noise = random.Random(compression).randbytes(4000)
        # libtiff fills what it cannot decode of a fax with white, and tells nobody.
        folder.put(
            f"noise-{name}.tiff",
            "blank" if name == "ccitt" else "corrupt",
            f"{name} of random bytes",
            tiff(tiff_tags(900, 400, compression, 8, 4000), data=noise),
        )
    pages = bytearray(fixture("pages.tiff"))
    folder.put("first-again.tiff", "limit", "the last page is followed by the first", loop_to_first(pages))


def many_pages(count):
    out, size = bytearray(b"II*\0" + struct.pack("<I", 8)), len(directory(tiff_tags(1, 1), 0))
    for page in range(count):
        out += directory(tiff_tags(100, 100), 8 + (page + 1) * size if page + 1 < count else 0)
    return bytes(out)


def loop_to_first(file):
    first = struct.unpack_from("<I", file, 4)[0]
    place = first
    while True:
        entries = struct.unpack_from("<H", file, place)[0]
        link = place + 2 + entries * 12
        following = struct.unpack_from("<I", file, link)[0]
        if following == 0:
            struct.pack_into("<I", file, link, first)
            return bytes(file)
        place = following


def segment(marker, data):
    return bytes([0xFF, marker]) + struct.pack(">H", len(data) + 2) + data


def frame(kind, width, height, components=1):
    parts = b"".join(bytes([index + 1, 0x11, 0]) for index in range(components))
    return segment(kind, struct.pack(">BHHB", 8, height, width, components) + parts)


def huffman(kind, symbol):
    """A table with one code of one bit."""
    return segment(0xC4, bytes([kind, 1]) + bytes(15) + bytes([symbol]))


def scan(first, last, data, component=1):
    return segment(0xDA, bytes([1, component, 0, first, last, 0])) + data


def packed(bits):
    """Bits, filled up with ones; an FF is followed by a zero."""
    bits += "1" * (-len(bits) % 8)
    return int(bits, 2).to_bytes(len(bits) // 8, "big").replace(b"\xff", b"\xff\0")


def progressive(width, height, scans):
    """A grey picture of nothing, gone over many times: a scan is a few bytes that end runs of 32,767 blocks."""
    blocks = ((width + 7) // 8) * ((height + 7) // 8)
    again = scan(1, 63, packed(("0" + "1" * 14) * (blocks // 32767 + 1)))
    tables = segment(0xDB, b"\0" + b"\1" * 64) + huffman(0x00, 0) + huffman(0x10, 0xE0)
    return (
        b"\xff\xd8"
        + tables
        + frame(0xC2, width, height)
        + scan(0, 0, packed("0" * blocks))
        + again * scans
        + b"\xff\xd9"
    )


def with_size(file, width, height):
    """A JPEG with another size in its frame header."""
    place = file.index(b"\xff\xc0") + 5
    return file[:place] + struct.pack(">HH", height, width) + file[place + 4 :]


def jpegs(folder, fixture):
    page = fixture("page.jpg")
    folder.put("header-65000.jpg", "limit", "4 Gpx that are not there", with_size(page, 65000, 65000))
    folder.put("header-16000.jpg", "other", "40 Mpx from a small page", with_size(page, 16000, 2500))
    folder.put("higher.jpg", "other", "ten times as high as its data", with_size(page, 900, 4000))
    folder.put("scans.jpg", "limit", "20,000 progressive scans", progressive(15000, 2600, 20_000))
    folder.put("progressive-giant.jpg", "limit", "2.5 Gpx whose coefficients take 5 GB", progressive(65000, 39000, 1))
    split = (
        b"\xff\xd8"
        + segment(0xDB, b"\0" + b"\1" * 64)
        + huffman(0, 0)
        + huffman(0x10, 0)
        + frame(0xC0, 65000, 39000, 3)
    )
    folder.put(
        "separate-giant.jpg",
        "limit",
        "2.5 Gpx in separate scans",
        split + b"".join(scan(0, 63, b"\0" * 9, part) for part in (1, 2, 3)) + b"\xff\xd9",
    )
    start = page.index(b"\xff\xda")
    data = start + 2 + struct.unpack_from(">H", page, start + 2)[0]
    resets = bytes([0xFF, 0xD0]) * 4_000_000
    folder.put(
        "resets.jpg",
        "corrupt",
        "4 million restart markers",
        page[:start] + segment(0xDD, b"\0\1") + page[start:data] + resets + b"\xff\xd9",
    )
    folder.put("fill.jpg", "text", "5 MB of fill bytes", page[:2] + b"\xff" * (5 << 20) + page[3:])
    exif = b"Exif\0\0MM\0*\0\0\0\x08\xff\xff" + struct.pack(">HHII", 0x8769, 4, 1, 8) * 4000 + struct.pack(">I", 8)
    folder.put(
        "exif-loop.jpg", "text", "EXIF directories that point to themselves", page[:2] + segment(0xE1, exif) + page[2:]
    )
    folder.put("exif-many.jpg", "text", "60 EXIF segments", page[:2] + segment(0xE1, exif) * 60 + page[2:])
    profile = segment(0xE2, b"ICC_PROFILE\0\1\xff" + bytes(65000)) * 255
    folder.put("profile-giant.jpg", "text", "a colour profile of 16 MB", page[:2] + profile + page[2:])


def bmp(width, height, bits, data, compression=0):
    info = struct.pack("<IiiHHIIiiII", 40, width, height, 1, bits, compression, len(data), 0, 0, 0, 0)
    return b"BM" + struct.pack("<IHHI", 54 + len(data), 0, 0, 54) + info + data


def others(folder, fixture):
    folder.put("header-100000.bmp", "limit", "10 Gpx that are not there", bmp(100000, 100000, 24, bytes(100)))
    folder.put("header-negative.bmp", "limit", "a height of -2^31", bmp(100000, -(2**31), 32, bytes(100)))
    folder.put("short-data.bmp", "corrupt", "36 Mpx from 100 bytes", bmp(6000, 6000, 24, bytes(100)))
    folder.put("runs.bmp", "limit", "run-length coding of 4 Gpx", bmp(65000, 65000, 8, b"\xff\0" * 500, 1))
    folder.put(
        "offset.bmp",
        "corrupt",
        "pixels that begin at 4 GiB",
        bmp(900, 400, 24, bytes(100))[:10] + b"\xff\xff\xff\xff" + bmp(900, 400, 24, bytes(100))[14:],
    )
    webp = fixture("page.webp")
    lossless = b"VP8L" + struct.pack("<I", 32) + b"\x2f\xff\xff\xff\x0f" + bytes(27)
    folder.put("header-16384.webp", "limit", "268 Mpx that are not there", riff(lossless))
    canvas = b"VP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + b"\xff\xff\xff" * 2
    folder.put("canvas-16m.webp", "corrupt", "a canvas of 2^24 squared", riff(canvas + webp[12:]))
    moving = (
        b"VP8X"
        + struct.pack("<I", 10)
        + b"\x02\0\0\0"
        + b"\x83\x03\0\x8f\x01\0"
        + b"ANIM"
        + struct.pack("<I", 6)
        + bytes(6)
    )
    folder.put("moving.webp", "corrupt", "an animation without a frame", riff(moving))
    folder.put("size-lie.webp", "corrupt", "a length of 4 GiB", webp[:4] + b"\xff\xff\xff\xff" + webp[8:])


def riff(body):
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def write(folder, fixture):
    for family in (pngs, gifs, tiffs, jpegs, others):
        family(folder, fixture)
