"""Draws the whole set: python generate.py --out DIR --seed N [--only look-cricinfo,...]"""
import argparse
import hashlib
import importlib
import json
import pkgutil
import random
import shutil
import sys
import unicodedata
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import damage
import render
import sources

NULL_TOTAL = {"runs": None, "wickets": None, "overs": None, "declared": None}


def cut(truth, layout):
    """What a window cuts off is not in the truth. Tags: b0.3 a batter, w0.3 a bowler, h/toss a heading, t0 total,
    x0 extras, f0 fall of wickets, d0 who did not bat, i0 an innings' name."""
    clip, tags = layout["clip"], layout["tags"]
    if clip is None:
        return truth
    seen = lambda key: key not in tags or tags[key][1] <= clip + 0.5
    whole = lambda innings: len(innings["batting"]) + len(innings["bowling"])
    before = [whole(i) for i in truth["innings"]]
    for index, innings in enumerate(truth["innings"]):
        innings["batting"] = [r for k, r in enumerate(innings["batting"]) if seen(f"b{index}.{k}")]
        innings["bowling"] = [r for k, r in enumerate(innings["bowling"]) if seen(f"w{index}.{k}")]
        if whole(innings) < before[index] and seen(f"t{index}"):
            truth["printedInconsistent"] = True  # rows that are cut off leave sums that do not close
        if not seen(f"t{index}"):
            innings["total"] = dict(NULL_TOTAL)
        if not seen(f"x{index}"):
            innings["extras"] = {k: None for k in innings["extras"]}
        if not seen(f"f{index}"):
            innings["fall_of_wickets"] = []
        if not seen(f"d{index}"):
            innings["did_not_bat"] = []
    for key in ("toss", "result", "match_type", "venue", "date"):
        if not seen(f"h/{key}"):
            truth[key] = None
    truth["innings"] = [i for k, i in enumerate(truth["innings"]) if seen(f"i{k}")]
    return truth


def produce(browser, module, spec, seed):
    """The document's name and bytes, its truth, its text and its number of pages."""
    rng, generator = random.Random(seed), np.random.default_rng(seed)
    sheet = module.draw(rng, spec)
    kind = spec["kind"]
    pages = 1
    on_screen = kind == "screen" or spec.get("of") == "screen"
    if on_screen:
        image, layout = browser.screenshot(sheet.html, spec["width"], spec.get("scale", 1), spec.get("height"))
        text, truth = render.layout_text(layout), cut(sheet.truth, layout)
        if kind == "screen":
            if spec.get("messenger"):
                ratio = spec["messenger"] / max(image.size)
                if ratio < 1:
                    image = image.resize((round(image.width * ratio), round(image.height * ratio)), damage.Image.LANCZOS)
            if spec.get("file") == "jpg":
                return "card.jpg", damage.jpeg(image, spec.get("quality", 82)), truth, text, 1, layout
            return "card.png", damage.png(image), truth, text, 1, layout
        data = damage.screen_photo(image, generator, spec.get("small", False), spec.get("bezel", True))
        return "card.jpg", data, truth, text, 1, layout
    data, layout = browser.pdf(sheet.html, spec.get("paper", "A4"), spec.get("landscape", False), spec.get("margin", "12mm"),
                               spec.get("fit", True), 0.45 if kind == "text" else 0.3, many_pages=kind == "text")
    pages, truth = layout["pages"], sheet.truth
    text = render.pdf_text(data)
    if kind == "text":
        return "card.pdf", data, truth, text, pages, layout
    if pages != 1:
        raise RuntimeError("only a text PDF may have more than one page")
    if kind == "scan":
        dpi = spec.get("dpi", 200)
        image = render.rasterize(data, dpi, gray=spec.get("gray", False))[0]
        data = damage.scan(image, generator, dpi, spec.get("bilevel", False), spec.get("gray", False), spec.get("quality"))
        return "card.pdf", data, truth, text, 1, layout
    image = render.rasterize(data, 250)[0]
    if spec.get("crop"):
        image = crop(image)
    data = damage.photo(image, generator, spec.get("small", False), spec.get("size"), sideways=spec.get("sideways", False),
                        curl=spec.get("curl"))
    return "card.jpg", data, truth, text, 1, layout


def crop(image):
    """The part of a sheet that has ink, with a margin: one holds the telephone closer to a small cutting."""
    ink = np.asarray(image.convert("L")) < 160
    rows, columns = np.where(ink.any(1))[0], np.where(ink.any(0))[0]
    edge = 60
    return image.crop((max(0, columns[0] - edge), max(0, rows[0] - edge), min(image.width, columns[-1] + edge),
                       min(image.height, rows[-1] + edge)))


def check(truth, text, layout):
    """Every value of the truth must stand on the page, and nothing may be cut off by its cell."""
    faults = []
    fold = lambda s: " ".join(unicodedata.normalize("NFC", s).split())
    flat = fold(text)
    loose = flat.replace(" ", "")
    def walk(value, path):
        if isinstance(value, dict):
            for key, item in value.items():
                if key not in ("how_out", "dismissal_accept", "schema", "captain", "keeper", "declared", "printedInconsistent",
                               "wicket", "dismissal", "fielder", "is_extra", "is_wicket", "extra_type", "over" if "ball" in value else "-",
                               "batsman", "bowler" if "ball" in value else "-"):
                    walk(item, f"{path}/{key}")
        elif isinstance(value, list):
            for index, item in enumerate(value):
                walk(item, f"{path}/{index}")
        elif value is not None:
            shown = str(value)
            if isinstance(value, float):
                options = {f"{value:.{d}f}" for d in (0, 1, 2)}
                if not any(o in flat for o in options):
                    faults.append(f"{path} {value}")
            elif shown.replace(" ", "") not in loose and not (path.endswith("wickets") and shown == "10"):
                faults.append(f"{path} {shown}")
    walk(truth, "")
    if layout["over"]:
        faults.append(f"cut off: {layout['over'][:3]}")
    return faults


def modules(only=None):
    for info in sorted(pkgutil.iter_modules(sources.__path__), key=lambda i: i.name):
        module = importlib.import_module(f"sources.{info.name}")
        for part in getattr(module, "PARTS", [module]):
            if not only or part.LAYOUT in only:
                yield part


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--out", required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--only", default="")
    arguments = parser.parse_args()
    only = set(filter(None, arguments.only.split(",")))
    out = Path(arguments.out)
    work = out.with_name(out.name + ".new")
    shutil.rmtree(work, ignore_errors=True)
    (work / "test").mkdir(parents=True)
    documents, number = [], 0
    with render.Browser() as browser:
        for module in modules(only):
            for place, spec in enumerate(module.CARDS):
                number += 1
                seed = int.from_bytes(hashlib.sha256(f"{arguments.seed}/{module.LAYOUT}/{place}".encode()).digest()[:6], "big")
                name = f"{module.LAYOUT}-{place + 1}-{spec['kind']}"
                try:
                    file, data, truth, text, pages, layout = produce(browser, module, spec, seed)
                except Exception as error:
                    print(f"{name}: FAILED {type(error).__name__}: {error}", flush=True)
                    raise
                text = unicodedata.normalize("NFC", text)
                faults = check(truth, text, layout)
                if faults:
                    print(f"{name}: {len(faults)} not on the page: {faults[:6]}", flush=True)
                folder = work / "test" / name
                folder.mkdir()
                files = {file: data, "truth.json": (json.dumps(truth, ensure_ascii=False, indent=2) + "\n").encode(),
                         "truth.txt": text.encode()}
                for key, content in files.items():
                    (folder / key).write_bytes(content)
                documents.append({"id": name, "split": "test", "kind": spec["kind"], "layout": module.LAYOUT, "seed": seed,
                                  "file": file, "pages": pages,
                                  "sha256": {k: hashlib.sha256(v).hexdigest() for k, v in files.items()}})
    documents.sort(key=lambda d: d["split"] + "/" + d["id"])
    manifest = {"schemaVersion": 1, "origin": f"generate.py --seed {arguments.seed}", "documents": documents}
    (work / "manifest.json").write_text(json.dumps(manifest, indent=2, sort_keys=True) + "\n")
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    work.rename(out)
    shutil.rmtree(old, ignore_errors=True)
    print(f"{len(documents)} documents in {out}")


if __name__ == "__main__":
    main()
