"""A Victorian or Edwardian scorecard printed on silk or satin, framed on a pavilion's wall or lying in a museum's case.

Wikimedia Commons and auction houses have them: pink, blue or cream cloth with a sheen, an ornamental border, "Mr." before
the amateurs, professionals by the name alone, FIRST and SECOND INNINGS in columns, commas in the dismissals, byes and wides
as rows of their own or as Extras; at most the falls, no overs and no bowling analysis."""

from common import Sheet, beside, choices, document, ending, sides, uncharged, views_of
from match import Match
from names import date
from view import CommaDismissals, Names, card_truth, esc

LAYOUT = "look-silk"
CARDS = [
    dict(kind="photo", pool="eng", days=True, paper=(190, 265), margin="0mm", crop=True),
    dict(kind="photo", pool="aus", overs=70, paper=(170, 250), margin="0mm", crop=True, framed=True, curl=0.0),
    dict(kind="photo", pool="eng", overs=60, paper=(150, 240), margin="0mm", crop=True),
    dict(kind="scan", pool="eng", days=True, paper=(190, 205), margin="0mm", dpi=300),
]
SIDES = ["Loamshire", "Barset", "The Gentlemen", "The Players", "Melchester", "Eighteen of Arden", "The Colonial Eleven", "Midshire",
         "An England Eleven", "The Zingari"]
CLOTHS = [("#f3ccd3", "#1d1a1a"), ("#cfe0ee", "#14204a"), ("#f6ecd2", "#2a1a10"), ("#efd98c", "#1a1a1a"), ("#e3efe0", "#14351d"),
          ("#fbf9f2", "#7a1020")]
EXTRAS = [("byes", "b", "Byes"), ("leg_byes", "lb", "Leg byes"), ("wides", "w", "Wides"), ("no_balls", "nb", "No balls")]


class Ranks(Names):
    """Mr. before an amateur's initials; a professional is his family name, with an initial only if two share it."""

    def __init__(self, rng, match):
        super().__init__("last", "last", "last")
        self.squads = match.squads
        self.amateurs = {id(p) for squad in match.squads for p in squad if rng.random() < 0.45}

    def row(self, person):
        if id(person) in self.amateurs:
            return f"Mr. {person.form('spaced')}"
        return self.brief(person, next(s for s in self.squads if person in s), "last")


def extras_rows(own, apart):
    """Extras as one row, or byes, leg byes, wides and no balls each by itself."""
    cells = lambda values: "".join(f'<td></td><td class="r">{v}</td>' for v in values)
    if not apart:
        return f'<tr><td class="n">Extras</td>{cells(v.extras for v in own)}</tr>'
    rows = ""
    for _, key, word in EXTRAS:
        counts = [dict(v.parts).get(key, "") for v in own]
        if any(counts):
            rows += f'<tr><td class="n">{word}</td>{cells(counts)}</tr>'
    return rows


def side(own, picked):
    """A side's table, its innings beside one another."""
    rows = ""
    for k, row in enumerate(own[0].batting):
        rows += f'<tr><td class="n">{esc(row.plain)}</td>{beside(own, k)}</tr>'
    heads = "".join(f"<th colspan=2>{word} INNINGS</th>" for word in ("FIRST", "SECOND")[: len(own)])
    down = lambda i: "" if i.all_out else f"({ending(i, few='{} wickets', one='{} wicket', declared=', declared')})"
    totals = "".join(f'<td class="d">{down(v.innings)}</td><td class="r"><b>{v.innings.runs}</b></td>' for v in own)
    top = f"<tr><th></th>{heads}</tr>" if len(own) > 1 else ""
    return (f'<h2>{esc(own[0].team.upper())}.</h2><table>{top}{rows}{extras_rows(own, picked["apart"])}<tr class="t">'
            f'<td class="n">Total</td>{totals}</tr></table>')


def fallen(views):
    lines = [f"{esc(v.team)}: " + ", ".join(f"{r['wicket']} for {r['runs']}" for r in v.falls) for v in views]
    return f'<p class="sm">FALL OF THE WICKETS.—{". ".join(lines)}.</p>'


def style_of(picked, spec):
    cloth, ink = picked["cloth"]
    sheen = f"repeating-linear-gradient({picked['angle']}deg,#fff0 0 40px,#fff5 90px,#0000000a 150px,#fff0 200px)"
    frame = "border:26px solid #3a2413;outline:3px solid #b08d3c;outline-offset:-26px;" if spec.get("framed") else ""
    return f"""html{{height:100%}}body{{font-family:{picked['face']},serif;font-size:12.5px;line-height:1.2;
color:{ink};
background:{sheen},{cloth};-webkit-print-color-adjust:exact;{frame}}}.bo{{margin:22px;
border:{picked['border']} {ink};padding:14px 18px;
border-radius:{picked['round']}px}}h1{{text-align:center;font-size:1.75em;margin:4px 0;
font-family:{picked['display']},serif;
letter-spacing:1px}}h2{{text-align:center;font-size:1.1em;margin:9px 0 3px;letter-spacing:2px}}p{{text-align:center;
margin:3px 0}}
table{{width:100%}}td,th{{padding:.8px 4px;font-weight:400;white-space:nowrap;text-align:left}}th{{font-size:.8em;
text-align:center}}
.r{{text-align:right;width:34px}}.t td{{padding-top:3px}}.t .r{{border-top:1px solid {ink};
border-bottom:3px double {ink}}}
.t .n{{padding-left:60px}}.sm{{font-size:.85em;margin:6px 0}}.ru{{width:90px;border-top:3px double {ink};margin:6px auto}}"""


def draw(rng, spec):
    days = spec.get("days", False)
    while True:
        match = Match(rng, spec["pool"], spec.get("overs", 60), days=days, teams=rng.sample(SIDES, 2))
        if not days or len(match.innings) > 2:
            break
    uncharged(match)
    picked = choices(rng, cloth=CLOTHS, angle=[20, 90, 140], face=["'Old Standard TT'", "'C059'", "'TeX Gyre Bonum'"],
                     display=["'Old Standard TT'", "'TeX Gyre Chorus'", "'URW Bookman'"],
                     border=["7px double", "3px solid", "10px ridge"], round=[0, 18], apart=[True, False], fell=[True, False])
    words = CommaDismissals(c_and_b="c and b", run_out="run out", hit_wicket="hit wicket b",
                            lbw=rng.choice(["leg b w b", "l b w b"]))
    parts = ("byes", "leg_byes", "wides", "no_balls") if picked["apart"] else ()
    views = views_of(match, Ranks(rng, match), words, bat=["runs"], bowl=[], falls="runs" if picked["fell"] else False, dnb="rows",
                     extras_parts=parts, extras_total=not picked["apart"], total_overs=False)
    for view in views:
        view.truth["bowling"], view.truth["team"] = [], view.team.upper()
        view.truth["total"]["wickets"] = None if view.innings.all_out else view.innings.wickets
    (a, b), when = sides(match), date(rng, "us", (1868, 1911))
    of = lambda team: side([v for v in views if v.innings.team == team], picked)
    body = (f'<div class="bo"><p class="sm">{rng.choice(["GRAND CRICKET MATCH", "GREAT CRICKET MATCH", "IN COMMEMORATION"])}</p>'
            f"<h1>{esc(a)} v. {esc(b)}</h1><p>Played at {esc(match.ground)}, {when}.</p>{of(a)}{of(b)}"
            f'{fallen(views) if picked["fell"] else ""}<div class="ru"></div><p>{esc(match.result)}.</p>'
            f'<p class="sm">Printed on the Ground by J. Tranter and Son.</p></div>')
    truth = card_truth([a, b], views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec), body), truth)
