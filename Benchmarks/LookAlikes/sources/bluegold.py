"""A club's own pages of about 2003: made with FrontPage, navy and gold, thick borders, a counter and a guest book.

Tables with bevelled borders in Times, Verdana or Comic; Batsman, How Out, Runs (sometimes with 4's and 6's); Extras and
Total in gold; the bowling as a second table; a sentence on the match in between; "Last updated" at the foot."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, ending, falls, joined, sides, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-bluegold"
CARDS = [
    dict(kind="screen", width=800, scale=1, pool="eng", overs=40),
    dict(kind="screen", width=1024, scale=1, pool="eng", overs=45, file="jpg", quality=70),
    dict(kind="text", pool="eng", overs=40, margin="14mm"),
    dict(kind="photo", of="screen", width=800, scale=1.4, pool="eng", overs=35),
]
LOOKS = [("#000066", "#ffcc00", "#ffffff", "#000099"), ("#003300", "#ffff99", "#ffffff", "#004d00"), ("#ffffcc", "#800000", "#000", "#ffe9a8"),
         ("#660000", "#ffcc66", "#fff", "#800000"), ("#ffffff", "#000099", "#000", "#d8e4ff")]


def table(head, rows, border, left):
    line = lambda kind, row: "".join(f'<{kind} align="{"left" if k in left else "center"}">{v}</{kind}>' for k, v in enumerate(row))
    body = "".join(f'<tr{f" class={c}" if c else ""}>{line("td", row)}</tr>' for c, row in rows)
    return f'<center><table border="{border}" cellpadding="4" cellspacing="2"><tr>{line("th", head)}</tr>{body}</table></center>'


def block(view, columns, letters, border, rng):
    blank = [""] * (len(columns) - 1)
    rows = [("", [esc(r.name), esc(r.text) or "&nbsp;", *(r[c] for c in columns)]) for r in view.batting]
    parts = joined(view.parts, "{k}{v}", " ")
    end = ending(view.innings, out="all out", few="for {} wickets", one="for {} wicket")
    rows += [("g", ["Extras", parts, view.extras, *blank]), ("g", ["<b>TOTAL</b>", f"{end} ({view.overs} overs)", f"<b>{view.innings.runs}</b>", *blank])]
    dnb = f"<p align=center>Did not bat: {absent(view)}</p>" if view.dnb else ""
    fow = f'<p align=center>Fall of wickets: {falls(view, "{wicket}-{runs}")}</p>' if view.falls else ""
    bowled = table(["Bowler", *("Overs", "Mdns", "Runs", "Wkts")], [("", row) for _, row in bowling_rows(0, view)], border, (0,))
    return f"<h3 align=center>{esc(view.team)} Innings</h3>{table(['Batsman', 'How Out', *letters], rows, border, (0, 1))}{dnb}{fow}{bowled}<br>"


def style_of(picked, paper):
    back, mark, ink, band = picked["look"]
    return f"""body{{font-family:{picked['face']};font-size:{13 if paper else 15}px;background:{back};color:{ink};padding:{0 if paper else 10}px;
-webkit-print-color-adjust:exact}}table{{border-collapse:separate;width:{picked['wide']}%}}td,th{{border:1px inset #999}}
th{{background:{band};color:{mark}}}.g td{{color:{mark}}}h1{{color:{mark};text-align:center;font-size:30px;margin:8px 0}}h2,h3{{color:{mark};
margin:12px 0 6px}}hr{{width:80%}}p{{margin:6px 0}}a{{color:{mark}}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, look=LOOKS, wide=[84, 94, 100], border=[1, 2, 4], rows=["initial_dot", "initial", "full", "dotted"],
                     face=["'Liberation Serif',serif", "'DejaVu Sans',sans-serif", "'Comic Neue',cursive", "'Liberation Sans',sans-serif"])
    columns, letters = rng.choice([(["runs"], ["Runs"]), (["runs"], ["Score"]), (["runs", "fours", "sixes"], ["Runs", "4's", "6's"])])
    words = Dismissals(caught=rng.choice(["c", "ct", "c."]), bowled=rng.choice(["b", "b"]), c_and_b="c & b", run_out="run out", stumped="st",
                       dnb="did not bat")
    names = Names(picked["rows"], "last", "last")
    views = views_of(match, names, words, bat=columns, bowl=["maidens"], falls="runs", dnb=rng.choice(["list", "rows"]), overs="trim")
    when = date(rng, "long", (2000, 2006))
    club = match.teams[0]
    paper = spec["kind"] == "text"
    best = max((r for v in views for r in v.batting), key=lambda r: int(r["runs"] or 0))
    story = f"<p align=center>Highlight of the afternoon was the innings of {esc(best.plain)}.</p>"
    a, b = sides(match)
    body = (f'<h1>{esc(club)}</h1><p align=center><a>Home</a> | <a>Fixtures</a> | <a>Results</a> | <a>Averages</a> | <a>Guestbook</a></p><hr>'
            f'<h2 align=center>{esc(a)} v {esc(b)}</h2><p align=center>{when} at {esc(match.ground)}</p><p align=center><b>{esc(match.result)}</b></p>{story}'
            + "".join(block(v, columns, letters, picked["border"], rng) for v in views)
            + f'<hr><p align=center>You are visitor number <span data-no-text>0{rng.randint(10000, 99999)}</span></p>')
    truth = card_truth([a, b], views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, paper), body), truth)
