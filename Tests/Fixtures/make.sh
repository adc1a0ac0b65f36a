#!/bin/sh
# Makes the documents in this folder anew: one small page in every format, and files that must be refused.
# Needs imagemagick, librsvg2-bin, qpdf and python3.
set -eu
cd "$(dirname "$0")"
cat > page.svg <<SVG
<svg xmlns="http://www.w3.org/2000/svg" width="900" height="400" viewBox="0 0 900 400">
<rect width="900" height="400" fill="white"/>
<g font-family="DejaVu Sans" font-size="30" fill="black">
<text x="40" y="70">Batting</text><text x="600" y="70">R</text><text x="740" y="70">B</text>
<text x="40" y="140">J Smith</text><text x="600" y="140">47</text><text x="740" y="140">35</text>
<text x="40" y="210">K Jones</text><text x="600" y="210">128</text><text x="740" y="210">96</text>
<text x="40" y="280">Extras</text><text x="600" y="280">12</text>
<text x="40" y="350">Total</text><text x="600" y="350">187</text>
</g></svg>
SVG
rsvg-convert -o page.png page.svg
rsvg-convert -f pdf -o page.pdf page.svg
convert page.png -strip -quality 90 page.jpg
convert page.png -strip page.webp
convert page.png -strip -monochrome BMP3:page.bmp
convert page.png -strip page.gif
convert page.png page.png -strip -monochrome -compress Group4 pages.tiff
# Pixels turned a quarter to the left, and the tag (6) that says to turn them back.
convert page.png -rotate 270 -strip -quality 90 turned.jpg
python3 - <<PY
data = open("turned.jpg", "rb").read()
tiff = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
app1 = b"Exif\0\0" + tiff
open("turned.jpg", "wb").write(data[:2] + b"\xff\xe1" + (len(app1) + 2).to_bytes(2, "big") + app1 + data[2:])
jpeg = open("page.jpg", "rb").read()
open("truncated.jpg", "wb").write(jpeg[: len(jpeg) // 2])
open("text.pdf", "w").write("This is a plain text file whose name says PDF.\n")
open("empty.png", "wb").write(b"")
open("photo.heic", "wb").write(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(64))
PY
# A page that carries only a picture.
echo '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="900" height="400">
<image width="900" height="400" xlink:href="page.png"/></svg>' > scan.svg
rsvg-convert -f pdf -o scan.pdf scan.svg
qpdf --encrypt secret secret 256 -- page.pdf encrypted.pdf
python3 - <<PY
import struct, zlib
def chunk(kind, data): return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
deflate = zlib.compressobj(9)
row = bytes(1 + 6250)
body = b"".join(deflate.compress(row * 50) for _ in range(1000)) + deflate.flush()
header = struct.pack(">IIBBBBB", 50000, 50000, 1, 0, 0, 0, 0)
open("huge.png", "wb").write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b""))
PY
rm page.svg scan.svg
