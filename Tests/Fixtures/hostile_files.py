#!/usr/bin/env python3
"""Makes documents that mean harm: `hostile_files.py FOLDER`. Nothing of it is committed.

Beside the files it writes table.tsv: the name, how reading may end, and what is wrong with the file. Ways to end:
text (the page's "187" is read), blank (an honest empty page), corrupt, limit, unsupported, encrypted, empty,
time (soft or hard limit), memory (a library's, the kernel's or the pool's).
"""

import pathlib
import random
import sys

import hostile_pdfs
import hostile_pictures

FIXTURES = pathlib.Path(__file__).resolve().parent


class Folder:
    """Where the files go, and the table of them."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.path.mkdir(parents=True, exist_ok=True)
        self.rows = []

    def put(self, name, outcomes, harm, data):
        (self.path / name).write_bytes(data)
        self.rows.append(f"{name}\t{outcomes}\t{harm}\n")

    def finish(self):
        (self.path / "table.tsv").write_text("".join(self.rows))
        total = sum(file.stat().st_size for file in self.path.iterdir())
        print(f"{len(self.rows)} files, {total >> 20} MB")


def fixture(name):
    return (FIXTURES / name).read_bytes()


def truncations(folder):
    """Every fixture cut at a tenth, a half, nine tenths and before its last byte."""
    names = [
        "page.bmp",
        "page.gif",
        "page.jpg",
        "page.pdf",
        "page.png",
        "page.webp",
        "pages.tiff",
        "scan.pdf",
        "encrypted.pdf",
        "turned.jpg",
    ]
    # These lose an end mark and nothing that is read.
    whole = {"last-page.gif", "last-page.pdf", "last-scan.pdf"}
    for name in names:
        data = fixture(name)
        for label, size in [
            ("tenth", len(data) // 10),
            ("half", len(data) // 2),
            ("most", len(data) * 9 // 10),
            ("last", len(data) - 1),
        ]:
            cut = f"{label}-{name}"
            ending = "text" if cut in whole else "encrypted" if cut == "last-encrypted.pdf" else "corrupt"
            folder.put(f"cut-{cut}", ending, f"{name} ends after {size} bytes", data[:size])


def plain_bytes(folder):
    """What is no document at all."""
    noise = random.Random(187).randbytes(1 << 20)
    folder.put("empty.bin", "empty", "no byte", b"")
    folder.put("one-byte.bin", "unsupported", "one byte", b"%")
    folder.put("zeros.bin", "unsupported", "zeros only", bytes(1 << 20))
    folder.put("noise.bin", "unsupported", "random bytes", noise)
    magics = {
        "png": b"\x89PNG\r\n\x1a\n",
        "jpg": b"\xff\xd8\xff",
        "tiff": b"II*\0",
        "gif": b"GIF89a",
        "bmp": b"BM",
        "webp": b"RIFF\xff\xff\xff\xffWEBP",
        "pdf": b"%PDF-1.7\n",
    }
    for ending, magic in magics.items():
        folder.put(f"magic.{ending}", "corrupt", "a signature and nothing else", magic)
        folder.put(
            f"magic-noise.{ending}",
            "limit" if ending == "bmp" else "corrupt",
            "a signature and random bytes",
            magic + noise[:65536],
        )


def polyglots(folder):
    """Files of two formats."""
    pdf, png = fixture("page.pdf"), fixture("page.png")
    folder.put("png-head-then-pdf.png", "corrupt", "1 KB of a PNG, then a whole PDF", png[:1000] + pdf)
    folder.put("png-whole-then-pdf.png", "text", "a whole PNG, then a whole PDF", png + pdf)
    folder.put("pdf-late.pdf", "text", "the PDF's header after 1,000 zeros", bytes(1000) + pdf)
    folder.put("pdf-too-late.pdf", "unsupported", "the PDF's header after 1,100 zeros", bytes(1100) + pdf)
    folder.put("pdf-then-png.pdf", "text", "a whole PDF, then a whole PNG", pdf + png)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = Folder(sys.argv[1])
    plain_bytes(folder)
    truncations(folder)
    polyglots(folder)
    hostile_pictures.write(folder, fixture)
    hostile_pdfs.write(folder, fixture)
    folder.finish()


main()
