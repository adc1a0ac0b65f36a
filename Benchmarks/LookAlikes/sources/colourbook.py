"""A workbook of a club's own design, full of colours and formulas, printed or on a laptop.

The batting block at the left, the bowling block beside it, the figures that formulas make below (run rate, runs in
boundaries); #DIV/0! stands where nobody faced a ball; empty lines for bowlers who were not needed."""

from common import Sheet, choices, document, sides
from match import Match
from names import date
from sources.boardpdf import split
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-colourbook"
CARDS = [
    dict(kind="text", pool="eng", overs=40, landscape=True, margin="8mm"),
    dict(kind="screen", width=1366, scale=1, pool="ind", overs=20, chrome=True),
    dict(kind="photo", of="screen", width=1280, scale=1.3, pool="wi", overs=20, chrome=True, only=0),
    dict(kind="scan", pool="nz", overs=30, landscape=True, margin="8mm", dpi=200),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
BOWL = ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"]


def cells(values, left=()):
    return "".join(f"<td{' class=n' if k in left else ''}>{v}</td>" for k, v in enumerate(values))


def batting(view, error):
    rows = ""
    for k, row in enumerate(view.batting):
        how, bowler = ("", "") if row.batter.how == "did not bat" else split(row)
        if row.batter.how == "did not bat":
            row.truth["how_out"] = row.truth["dismissal"] = None
        rate = row["strike_rate"] if row["strike_rate"] not in ("", "-") else error
        rows += f"<tr>{cells([k + 1, esc(row.name), how, bowler, *(row[c] for c in BAT[:-1]), rate], (1, 2, 3))}</tr>"
    innings = view.innings
    lines = [("Byes", innings.byes), ("Leg byes", innings.leg_byes), ("Wides", innings.wides), ("No balls", innings.no_balls)]
    for word, value in lines:
        rows += f"<tr>{cells(['', word, '', '', value, '', '', '', ''], (1,))}</tr>"
    total = f"<tr class=to>{cells(['', 'TOTAL', f'{innings.wickets} wkts', f'{view.overs} overs', innings.runs, '', '', '', ''], (1, 2, 3))}</tr>"
    heads = "".join(f"<th>{h}</th>" for h in ("#", "Batter", "How out", "Bowler", "Runs", "Balls", "4s", "6s", "S/R"))
    return f"<table><tr><th colspan=9 class=ti>{esc(view.team)}</th></tr><tr>{heads}</tr>{rows}{total}</table>"


def bowling(view, error):
    rows = "".join(f"<tr>{cells([esc(r.name), *(r[c] for c in BOWL)], (0,))}</tr>" for r in view.bowling)
    rows += f"<tr>{cells(['&nbsp;', '', '', '', '', '', '', error], (0,))}</tr>" * max(0, 8 - len(view.bowling))
    heads = "".join(f"<th>{h}</th>" for h in ("Bowler", "O", "M", "R", "W", "Wd", "Nb", "Econ"))
    fall = ""
    if view.falls:
        heading, scores = (f"<{tag}>".join(["", *(f"{f[key]}</{tag}>" for f in view.falls)]) for tag, key in (("th", "wicket"), ("td", "runs")))
        fall = f"<table class=fa><tr><th>Fall</th>{heading}</tr><tr><td class=n>Score</td>{scores}</tr></table>"
    innings = view.innings
    edge = sum(4 * b.fours + 6 * b.sixes for b in innings.batters)
    calc = f"<table class=ca><tr><td class=n>Run rate</td><td>{innings.rate:.2f}</td></tr><tr><td class=n>Runs in boundaries</td><td>{edge}</td></tr></table>"
    return f"<table><tr><th colspan=8 class=ti>{esc(innings.fielding_team)} bowling</th></tr><tr>{heads}</tr>{rows}</table>{fall}{calc}"


def chrome(width):
    letters = "".join(f"<span>{c}</span>" for c in "ABCDEFGHIJKLMNOPQRST")
    return (f'<div class="xl" data-no-text><div class="x1">File &nbsp; Home &nbsp; Insert &nbsp; Page Layout &nbsp; Formulas &nbsp; Data</div>'
            f'<div class="x2">fx &nbsp; =SUM(E4:E18)</div><div class="x3">{letters}</div></div>')


def style_of(picked):
    mark, soft, strong = picked["look"]
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:11.5px;color:#111;background:#fff}}.xl .x1{{background:#217346;color:#fff;padding:8px 14px}}
.x2{{padding:4px 14px;border-bottom:1px solid #ccc}}.x3{{display:flex;background:#e6e6e6;font-size:11px;color:#444}}.x3 span{{flex:1;text-align:center;border-right:1px solid #ccc}}
.hd{{background:{mark};color:#fff;padding:5px 10px;font-size:16px;font-weight:700;display:flex;justify-content:space-between;gap:14px}}.re{{background:{strong};padding:3px 10px;font-weight:700}}
.in{{display:flex;gap:12px;margin:8px 6px 8px 0;align-items:flex-start;break-inside:avoid}}.in>div:first-child{{flex:1.35}}.in>div:last-child{{flex:1}}table{{width:100%;margin-bottom:6px}}
td,th{{border:1px solid {picked['line']};padding:1.5px 5px;text-align:center;white-space:nowrap;height:18px}}th{{background:{soft}}}.ti{{background:{mark};color:#fff;text-align:left;font-size:1.1em}}
.n{{text-align:left}}.to td{{background:{strong};font-weight:700}}.ca{{width:60%}}.ca td:last-child{{background:{soft}}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, look=[("#1f4e79", "#ddebf7", "#ffe699"), ("#375623", "#e2efda", "#ffff00"), ("#7030a0", "#e8dff5", "#ffd966"), ("#c00000", "#fbe5d6", "#d9d9d9")],
                     face=["'Carlito'", "'Carlito'", "'Liberation Sans'"], line=["#000", "#8ea9c8", "#aaa"], rows=["full", "initial", "last_comma"])
    error = rng.choice(["#DIV/0!", "#DIV/0!", "0.00", ""])
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b="c & b", run_out="run out", dnb="", hit_wicket="hit wkt b", not_out=rng.choice(["not out", "Not Out"]))
    names = Names(picked["rows"], "last", "last")
    views = [innings_view(match, i, names, words, bat=BAT, bowl=["maidens", "wides", "no_balls", "economy"], falls="runs", dnb="rows", overs=rng.choice(["trim", "full"]),
                          extras_zero=True, extras_total=False) for i in match.innings]
    if error == "0.00":  # the sheet says so of whoever faced nothing
        for row in (r for v in views for r in v.batting if r["strike_rate"] in ("", "-")):
            row.truth["strike_rate"] = 0.0
    shown = [views[spec["only"]]] if "only" in spec else views
    when = date(rng, "slash", (2008, 2025))
    a, b = sides(match)
    body = (chrome(spec.get("width")) if spec.get("chrome") else "") + (
        f"<div class=hd><span>{esc(a)} v {esc(b)}</span><span>{esc(match.ground)}</span><span>{when}</span></div><div class=re>Result: {esc(match.result)}</div>"
        + "".join(f"<div class=in><div>{batting(v, error)}</div><div>{bowling(v, error)}</div></div>" for v in shown))
    return Sheet(document(style_of(picked), body), card_truth([a, b], shown, result=match.result, venue=match.ground, date=when))
