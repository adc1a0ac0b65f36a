#!/usr/bin/env python3
"""Reads the documents of a corpus split with RapidOCR and writes its words as hOCR, one NAME.hocr a document, with what
it cost in cost.json: the input of `cricksy-bench evaluate --hocr DIR`.

RapidOCR gives a quadrilateral and a text a line. Words are laid out along it in proportion to their characters.
"""
import argparse
import html
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

# Before numpy, OpenCV and onnxruntime are loaded: they read these once.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
    os.environ[name] = "1"

import cv2
import numpy
from importlib.metadata import version
from rapidocr_onnxruntime import RapidOCR

DPI = 200
PICTURES = {".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".webp"}


def pages_of(path, directory):
    """Paths of the document's pages as pictures."""
    if path.suffix.lower() in PICTURES:
        return [path]
    target = pathlib.Path(directory) / "page"
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", str(path), str(target)], check=True)
    return sorted(pathlib.Path(directory).glob("page-*.png"))


def words_of(quadrilateral, text):
    """The words of a line with their boxes in whole pixels, left, top, right, bottom."""
    corners = numpy.asarray(quadrilateral, dtype=float)
    top_left, top_right, bottom_right, bottom_left = corners
    at = 0
    for word in text.split():
        at = text.index(word, at)
        start, end = at / len(text), (at + len(word)) / len(text)
        at += len(word)
        points = [
            first + (second - first) * share
            for first, second in ((top_left, top_right), (bottom_left, bottom_right))
            for share in (start, end)
        ]
        low, high = numpy.floor(numpy.min(points, axis=0)), numpy.ceil(numpy.max(points, axis=0))
        yield word, [int(max(0, value)) for value in (*low, *high)]


def bounds(boxes):
    boxes = numpy.asarray(boxes)
    return [*boxes[:, :2].min(axis=0), *boxes[:, 2:].max(axis=0)]


def hocr_page(number, picture, lines):
    height, width = picture.shape[:2]
    parts = [f"<div class='ocr_page' id='page_{number}' title='bbox 0 0 {width} {height}; ppageno {number}'>"]
    for quadrilateral, text, score in lines or []:
        words = list(words_of(quadrilateral, text))
        if not words:
            continue
        box = " ".join(str(value) for value in bounds([box for _, box in words]))
        parts.append(f"<span class='ocr_line' title='bbox {box}'>")
        for word, place in words:
            place = " ".join(str(value) for value in place)
            title = f"bbox {place}; x_wconf {round(100 * float(score))}"
            parts.append(f"<span class='ocrx_word' title='{title}'>{html.escape(printable(word))}</span>")
        parts.append("</span>")
    return "\n".join(parts + ["</div>"])


def printable(word):
    return "".join(letter for letter in word if letter.isprintable())


def document_of(pages):
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/>\n'
        f"<meta name='ocr-system' content='rapidocr-onnxruntime {version('rapidocr-onnxruntime')}'/>\n"
        "<meta name='ocr-capabilities' content='ocr_page ocr_line ocrx_word'/></head><body>\n"
        + "\n".join(pages)
        + "\n</body></html>\n"
    )


def cpu_seconds():
    usages = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in usages)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=pathlib.Path, default=pathlib.Path("corpus"))
    parser.add_argument("--split", choices=["tune", "validation", "test"], required=True)
    parser.add_argument("--out", type=pathlib.Path, required=True)
    options = parser.parse_args()
    manifest = json.loads((options.corpus / "manifest.json").read_text())
    documents = [document for document in manifest["documents"] if document["split"] == options.split]
    options.out.mkdir(parents=True, exist_ok=True)
    cv2.setNumThreads(1)
    engine = RapidOCR(intra_op_num_threads=1, inter_op_num_threads=1)
    costs = {}
    start = cpu_seconds()
    for document in documents:
        path = options.corpus / document["split"] / document["id"] / document["file"]
        before = cpu_seconds()
        with tempfile.TemporaryDirectory() as directory:
            pictures = [cv2.imread(str(page)) for page in pages_of(path, directory)]
        pages = [hocr_page(number, picture, engine(picture)[0]) for number, picture in enumerate(pictures)]
        (options.out / f"{document['id']}.hocr").write_text(document_of(pages))
        costs[document["id"]] = round(cpu_seconds() - before, 3)
        print(f"{document['id']}: {costs[document['id']]} s", file=sys.stderr, flush=True)
    cost = {
        "engine": f"rapidocr-onnxruntime {version('rapidocr-onnxruntime')}",
        "cpuSeconds": round(cpu_seconds() - start, 3),
        "peakMiB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "documents": costs,
    }
    (options.out / "cost.json").write_text(json.dumps(cost, indent=2, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
