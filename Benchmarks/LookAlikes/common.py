"""What the sources share."""
import names
from view import Names, esc, innings_view

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


LETTERS = dict(runs="R", balls="B", minutes="M", fours="4s", sixes="6s", strike_rate="SR", overs="O", maidens="M",
               wickets="W", economy="Econ", wides="Wd", no_balls="NB")
ANALYSIS = ("overs", "maidens", "runs", "wickets")


def views_of(match, names, words, **options):
    """All innings of a match as one card prints them."""
    return [innings_view(match, innings, names, words, **options) for innings in match.innings]


def written(match, rows):
    """Names in dismissals and falls by the family name; if the rows are too, with an initial where two of a side share it."""
    names = Names(rows, "last", "last")
    if rows == "last":
        names.row = lambda person: names.brief(person, next(s for s in match.squads if person in s), "last")
    return names


def beside(own, k):
    """How out and runs of a batter in each innings of the side, as cells beside one another."""
    return "".join(f'<td class="d">{esc(v.batting[k].text)}</td><td class="r">{v.batting[k]["runs"]}</td>' for v in own)


def ending(innings, out="all out", few="{} wkts", one="{} wkt", declared=" dec"):
    """How an innings ended: all out, 7 wkts dec."""
    if innings.all_out:
        return out
    return (one if innings.wickets == 1 else few).format(innings.wickets) + (declared if innings.declared else "")


def ordinal(innings, days, words=("", " 1st innings", " 2nd innings")):
    """What follows a side's name where it bats twice."""
    return words[innings.number] if days else ""


def absent(view, form="{}"):
    """Who did not bat."""
    return ", ".join(form.format(esc(name)) for name, _ in view.dnb)


def falls(view, template="{runs}-{wicket} ({name}, {over} ov)", separator=", "):
    return separator.join(template.format(name=esc(r.name), **r.cells) for r in view.falls)


def noted(row, template=" ({})", words=(("no_balls", "nb"), ("wides", "w")), separator=", "):
    """(1nb, 2w) after a bowler's figures, or nothing."""
    notes = separator.join(f"{row[key]}{word}" for key, word in words if row[key] not in ("", "0", "-"))
    return template.format(notes) if notes else ""


def grid(head, rows, left=(0,), name=""):
    """A table. A row is its tag for `cut`, or nothing, and its cells; the columns of `left` are words."""
    line = lambda kind, row: "".join(f'<{kind}{" class=n" if k in left else ""}>{v}</{kind}>' for k, v in enumerate(row))
    body = "".join(f'<tr{f" data-t={tag}" if tag else ""}>{line("td", row)}</tr>' for tag, row in rows)
    top = f"<tr>{line('th', head)}</tr>" if head else ""
    return f'<table{f" class={name}" if name else ""}>{top}{body}</table>'


def batting_rows(index, view, columns, how=lambda row: [esc(row.text)]):
    return [(f"b{index}.{k}", [esc(r.name), *how(r), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]


def bowling_rows(index, view, columns=ANALYSIS, after=lambda row: []):
    return [(f"w{index}.{k}", [esc(r.name), *(r[c] for c in columns), *after(r)]) for k, r in enumerate(view.bowling)]


def heads(columns, letters=LETTERS):
    return [letters[c] for c in columns]


def choices(rng, **options):
    """One of each: the style of a page."""
    return {key: rng.choice(values) for key, values in options.items()}


def chose(match, template="{}, elected to {}", verbs=("bat", "field")):
    return template.format(match.teams[match.toss_winner], verbs[0] if match.toss_bat else verbs[1])


def sides(match):
    return [innings.team for innings in match.innings[:2]]


def total_alone(innings, wickets, overs, team=None):
    """The truth of an innings whose total stands in a head and nothing else."""
    extras = {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")}
    return {"team": team or innings.team, "total": {"runs": innings.runs, "wickets": wickets, "overs": overs, "declared": None},
            "extras": extras, "batting": [], "did_not_bat": [], "bowling": [], "fall_of_wickets": []}
