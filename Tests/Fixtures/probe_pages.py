"""Draws the pages that a worker reads when it starts and writes them as Swift: probe_pages.py > Sources/TunedConfiguration/ProbePages.swift

One small page for each kind of input, so that every path of the settings is taken and all of them cost a fraction of a
second. Whoever draws them anew makes every recorded probe stale: tuned files must then be measured again.
"""

import base64
import io
import random
import sys

from PIL import Image, ImageDraw, ImageFilter, ImageFont

LINES = (
    "Fernside 187-6 (20 overs)",
    "K Smith   c Jones b Patel   42  31",
    "A Khan    not out           73  48",
    "Extras    (b 4, lb 8)       12",
)
SIZE = (440, 168)
WIDTH = 108


def page(mode: str = "L", ink: int = 0, paper: int = 255) -> Image.Image:
    picture = Image.new(mode, SIZE, paper)
    font = ImageFont.load_default(size=21)
    draw = ImageDraw.Draw(picture)
    for row, line in enumerate(LINES):
        for column, part in enumerate(filter(None, line.split("  "))):
            draw.text(((12, 140, 330, 390)[column], 12 + 37 * row), part.strip(), fill=ink, font=font)
    return picture


def saved(picture: Image.Image, **options) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, **options)
    return buffer.getvalue()


def screen() -> bytes:
    return saved(page(ink=20, paper=250).quantize(8), format="PNG", optimize=True)


def scan() -> bytes:
    return saved(page().point(lambda value: 255 * (value > 140)).convert("1"), format="TIFF", compression="group4",
                 dpi=(150, 150))


def photo() -> bytes:
    """Uneven light, a little blur and noise."""
    noise, plain = random.Random(1), page(ink=45, paper=225).filter(ImageFilter.GaussianBlur(0.6))
    pixels = plain.load()
    for y in range(SIZE[1]):
        for x in range(SIZE[0]):
            pixels[x, y] = max(0, min(255, int(pixels[x, y] * (1 - 0.18 * x / SIZE[0]) + noise.gauss(0, 2))))
    return saved(plain, format="JPEG", quality=60)


def text() -> bytes:
    """A PDF of one page with a text layer, drawn with one of the fonts that every reader of PDFs has."""
    stream = "BT /F1 12 Tf 40 150 Td 18 TL " + " T* ".join(
        f"({line.replace('(', chr(92) + '(').replace(')', chr(92) + ')')}) Tj" for line in LINES) + " ET"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 320 190]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        f"<</Length {len(stream)}>>stream\n{stream}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
    ]
    body, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return (f"{body}xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}"
            f"trailer<</Size {len(places) + 1}/Root 1 0 R>>\nstartxref\n{len(body)}\n%%EOF\n").encode()


def main():
    pages = {"text.pdf": text(), "scan.tiff": scan(), "screen.png": screen(), "photo.jpg": photo()}
    print("// Made by Tests/Fixtures/probe_pages.py.\ninternal import FoundationEssentials\n")
    print("/// A page that a worker reads when it starts, small enough to cost a fraction of a second.")
    print("public struct ProbePage: Sendable, Hashable {")
    print("    /// Its name in a tuned file.\n    public let name: String\n    /// The document.\n    public let bytes: [UInt8]\n")
    print("    /// One page of each kind of input: every path of the settings is taken.")
    print("    public static let all: [ProbePage] = [")
    for name, content in pages.items():
        print(f"{name}: {len(content)} bytes", file=sys.stderr)
        encoded = base64.b64encode(content).decode()
        print(f'        ProbePage(\n            name: "{name}",\n            base64: """')
        for start in range(0, len(encoded), WIDTH):
            rest = start + WIDTH < len(encoded)
            print(" " * 16 + encoded[start:start + WIDTH] + ("\\" if rest else ""))
        print(" " * 16 + '"""),')
    print("    ]\n")
    print("    private init(name: String, base64: String) {\n        self.name = name")
    print("        bytes = Data(base64Encoded: base64).map { Array($0) } ?? []\n    }\n}")


if __name__ == "__main__":
    main()
