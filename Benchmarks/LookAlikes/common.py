"""What the sources share."""
import names
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


def officials(rng, count, form="initial", pool="eng"):
    return [esc(p.form(form)) for p in names.squad(rng, pool, max(count, 2))[:count]]


def counted(number, word="wicket"):
    return f"{number} {word}{'' if number == 1 else 's'}"


def dots(pattern="0 5", weight=1.3):
    """A row of printer's dots that fills what room there is; drawn, so that it is no text."""
    return ('<i><svg width="100%" height="3"><line x1="2" x2="100%" y1="1.5" y2="1.5" stroke="#222" '
            f'stroke-width="{weight}" stroke-linecap="round" stroke-dasharray="{pattern}"/></svg></i>')


def leader(left, right, more="", fill=None):
    """A line with dots between what stands left and right; LEADERS lays it out."""
    fill = dots() if fill is None else fill
    return f'<div class="l {more}"><span>{left}</span>{fill}<span>{right}</span></div>'


LEADERS = (".l{display:flex;align-items:baseline;break-inside:avoid}"
           ".l i{flex:1;min-width:8px;margin:0 4px;line-height:3px}"
           ".l span:first-child{padding-left:10px;text-indent:-10px}"
           ".l span:last-child{white-space:nowrap;padding-right:3px}")


def figures(view, between="-", separator="; ", columns=("overs", "maidens", "runs", "wickets"), after_name=" "):
    return separator.join(esc(r.name) + after_name + between.join(r[c] for c in columns) for r in view.bowling)


def uncharged(match):
    """In old books wides and no-balls are nobody's runs."""
    for innings in match.innings:
        for bowler in innings.bowlers:
            bowler.runs -= bowler.wides + bowler.no_balls


def stands(innings):
    """(the pair, who went) for each wicket, then the pair that was left; right where nobody retired hurt."""
    batters, following = innings.batters[:2], 2
    out = []
    for _, _, gone, _ in innings.falls:
        out.append((list(batters), gone))
        batters.remove(gone)
        if following < len(innings.batters):
            batters.append(innings.batters[following])
            following += 1
    if len(batters) == 2:
        out.append((batters, None))
    return out


def nobody_retired(make):
    """Plays until a match has nobody who retired hurt."""
    while True:
        match = make()
        if not any(b.how == "retired hurt" for i in match.innings for b in i.batters):
            return match
