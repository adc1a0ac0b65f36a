"""What the sources share."""
from view import esc

SANS = "'Liberation Sans', Arial, sans-serif"


class Sheet:
    """A page: its HTML, its truth, and how wide it is drawn."""

    def __init__(self, html, truth):
        self.html, self.truth = html, truth


def document(style, body, lang="en"):
    return (f'<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><style>*{{box-sizing:border-box}}'
            f'body{{margin:0}}table{{border-collapse:collapse}}{style}</style></head><body>{body}</body></html>')


def cells(values, tag="td", classes=None):
    """Table cells; `classes` is one class for all or one for each."""
    out = []
    for index, value in enumerate(values):
        name = classes[index] if isinstance(classes, (list, tuple)) else classes
        out.append(f'<{tag}{f" class={name}" if name else ""}>{value}</{tag}>')
    return "".join(out)


def overs_word(text):
    return f"{text} over" if text == "1" else f"{text} overs"


def joined(parts, template="{k} {v}", separator=", "):
    return separator.join(template.format(k=k, v=v) for k, v in parts)
