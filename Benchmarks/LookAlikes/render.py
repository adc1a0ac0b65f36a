"""HTML to PDF, to pictures and to the rows of text that stand on them."""
import base64
import io
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

WORDS = r"""
(limit) => {
  const words = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, style = getComputedStyle(node.parentElement);
    if (style.visibility === 'hidden' || style.display === 'none' || ['STYLE','SCRIPT'].includes(node.parentElement.tagName)) continue;
    if (node.parentElement.closest('[data-no-text]')) continue;
    for (const match of node.textContent.matchAll(/\S+/g)) {
      const range = document.createRange();
      range.setStart(node, match.index); range.setEnd(node, match.index + match[0].length);
      for (const box of [range.getClientRects()[0]]) if (box && box.width > 0) {
        let text = match[0];
        if (style.textTransform === 'uppercase') text = text.toUpperCase();
        words.push([box.left + scrollX, box.top + scrollY, box.right + scrollX, box.bottom + scrollY, text]);
      }
    }
  }
  const tags = {};
  for (const element of document.querySelectorAll('[data-t]')) {
    const box = element.getBoundingClientRect();
    const key = element.dataset.t;
    const top = box.top + scrollY, bottom = box.bottom + scrollY;
    tags[key] = tags[key] ? [Math.min(tags[key][0], top), Math.max(tags[key][1], bottom)] : [top, bottom];
  }
  const over = [];
  for (const element of document.querySelectorAll('td,th,.cell')) {
    if (element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflow === 'hidden') over.push(element.textContent);
  }
  return {words, tags, over, height: document.documentElement.scrollHeight, width: document.documentElement.scrollWidth};
}
"""


class Browser:
    def __enter__(self):
        self.playwright = sync_playwright().start()
        self.browser = self.playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--font-render-hinting=none"])
        return self

    def __exit__(self, *error):
        self.browser.close()
        self.playwright.stop()

    def page(self, html, width, height=900, scale=1):
        context = self.browser.new_context(viewport={"width": width, "height": height}, device_scale_factor=scale)
        page = context.new_page()
        page.set_content(html, wait_until="load")
        return context, page

    def screenshot(self, html, width, scale=1, height=None):
        """A picture of the page: all of it, or what a window of that height shows. Gives also its layout."""
        context, page = self.page(html, width, height or 900, scale)
        layout = page.evaluate(WORDS, 0)
        data = page.screenshot(full_page=height is None)
        context.close()
        layout["clip"] = height
        return Image.open(io.BytesIO(data)).convert("RGB"), layout

    def pdf(self, html, paper="A4", landscape=False, margin="12mm", fit=True, min_scale=0.45, many_pages=False):
        """A PDF with a text layer, scaled down until it fits on one page if `fit`; what would be too small then takes
        several pages, if it may. Gives also its layout."""
        sizes = {"A4": (210, 297), "A5": (148, 210), "Letter": (216, 279), "A3": (297, 420)}
        wide, high = sizes[paper] if isinstance(paper, str) else paper
        if landscape:
            wide, high = high, wide
        side = float(margin.rstrip("m"))
        context, page = self.page(html, round((wide - 2 * side) * 96 / 25.4))
        page.emulate_media(media="print")
        layout = page.evaluate(WORDS, 0)
        scale = 1.0
        while True:
            data = page.pdf(width=f"{wide}mm", height=f"{high}mm", print_background=True, scale=scale,
                            margin={k: margin for k in ("top", "right", "bottom", "left")})
            pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", data))
            if not fit or pages == 1:
                break
            scale -= 0.04
            if scale < min_scale:
                if not many_pages:
                    raise RuntimeError("the page does not fit on one sheet")
                fit, scale = False, 0.75
        context.close()
        layout["clip"] = None
        layout["pages"] = pages
        return data, layout


def pdf_text(data, pages=1):
    """Rows of a PDF page by page, from where its words stand."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        markup = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True, text=True).stdout
    import html as h
    sheets = []
    for sheet in markup.split("<page ")[1:]:
        words = [(float(a), float(b), float(c), float(d), h.unescape(t)) for a, b, c, d, t in re.findall(
            r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', sheet)]
        sheets.append(rows_of(words))
    return "\f".join(sheets)


def rows_of(words):
    """Words to lines: what overlaps in height by half is one line, left to right."""
    lines = []
    for word in sorted(words, key=lambda w: ((w[1] + w[3]) / 2, w[0])):
        middle, high = (word[1] + word[3]) / 2, word[3] - word[1]
        for line in reversed(lines[-6:]):
            if abs(line["middle"] - middle) < 0.4 * max(min(high, line["high"]), 1):
                line["words"].append(word)
                break
        else:
            lines.append({"middle": middle, "high": high, "words": [word]})
    text = "\n".join(" ".join(w[4] for w in sorted(line["words"], key=lambda w: w[0])) for line in lines)
    return text + "\n"


def layout_text(layout):
    words = layout["words"]
    if layout["clip"]:
        words = [w for w in words if w[3] <= layout["clip"] + 0.5]
    return rows_of([tuple(w) for w in words])


def rasterize(data, dpi, gray=False):
    """The pages of a PDF as pictures."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(data)
        subprocess.run(["pdftoppm", "-r", str(dpi), "-png"] + (["-gray"] if gray else []) + [str(path), folder + "/p"], check=True)
        return [Image.open(p).convert("RGB").copy() for p in sorted(Path(folder).glob("p*.png"))]
