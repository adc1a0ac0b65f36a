"""A page of a scorebook, ruled in print and filled in by hand: upright, batting above and bowling below.

No, Batsman, How out, Bowler, Total; the boxes of byes, leg byes, wides and no balls with what was run; the fall of wickets
with last man; bowling in boxes an over, then overs, maidens, runs, wickets, wides and no balls. Cursive letters, each
entry a little slanted; one innings a page."""

from common import Sheet, choices, document
from match import Match
from names import date
from sources.boardpdf import split
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-scorebook"
CARDS = [
    dict(kind="scan", pool="eng", overs=20, dpi=200, margin="8mm"),
    dict(kind="photo", pool="eng", overs=20, margin="8mm"),
    dict(kind="photo", pool="aus", overs=20, margin="8mm", small=True),
    dict(kind="scan", pool="nz", overs=25, dpi=200, gray=True, margin="8mm"),
]


class Hand:
    """Writes words as a pen does: a little slanted, a little off the line."""

    def __init__(self, rng):
        self.rng = rng

    def __call__(self, text):
        if text in ("", None):
            return ""
        slant, turn, up = self.rng.uniform(-7, 5), self.rng.uniform(-0.25, 0.25), self.rng.uniform(-1.2, 1.2)
        size = self.rng.uniform(0.95, 1.05)
        return f'<span class="h" style="transform:translateY({up:.1f}px) rotate({turn:.2f}deg) skewX({slant:.0f}deg);font-size:{size:.2f}em">{esc(text)}</span>'


def batting(view, hand):
    rows = ""
    for k, row in enumerate(view.batting):
        truth = row.truth
        if row.batter.how == "did not bat":
            truth["how_out"] = truth["dismissal"] = None
            how, bowler = "", ""
        else:
            how, bowler = split(row)
        plain = lambda text: text.replace("&amp;", "&")
        rows += (f"<tr><td class=k>{k + 1}</td><td>{hand(row.name)}</td><td>{hand(plain(how))}</td><td>{hand(plain(bowler))}</td>"
                 f"<td class=r>{hand(row['runs'])}</td></tr>")
    return f"<table class=g><tr><th class=k>No</th><th class=w>BATSMAN</th><th class=w>HOW OUT</th><th>BOWLER</th><th class=q>TOTAL</th></tr>{rows}</table>"


def sums(view, hand):
    """Byes and the rest with what was run each time, and the totals."""
    innings, rows = view.innings, ""
    for word, key in (("BYES", "byes"), ("LEG BYES", "leg_byes"), ("WIDES", "wides"), ("NO BALLS", "no_balls")):
        value = getattr(innings, key)
        ran = " ".join(str(m) for m in innings.extra_marks[key]) if value else ""
        rows += f"<tr><td class=p>{word}</td><td>{hand(ran)}</td><td class='r q'>{hand(str(value) if value else '')}</td></tr>"
    down = "all out" if innings.all_out else str(innings.wickets)
    return (f"<table class=g>{rows}<tr><td class=p>EXTRAS</td><td></td><td class=r>{hand(str(view.extras))}</td></tr>"
            f"<tr><td class=p>TOTAL</td><td class=e>FOR {hand(down)} WKTS &nbsp; OVERS {hand(view.overs)}</td><td class='r b'>{hand(str(innings.runs))}</td></tr></table>")


def fallen(view, hand):
    cell = lambda k, key: hand(view.falls[k].name if key == "name" else view.falls[k][key]) if k < len(view.falls) else ""
    heads = "".join(f"<th>{k}</th>" for k in range(1, 11))
    line = lambda word, key: f"<tr><td class=p>{word}</td>" + "".join(f"<td class=c>{cell(k, key)}</td>" for k in range(10)) + "</tr>"
    return f"<table class='g f'><tr><th class=x>FALL OF WICKETS</th>{heads}</tr>{line('SCORE', 'runs')}{line('BATSMAN', 'name')}</table>"


def bowling(view, hand):
    spread = max(8, max(len(r.bowler.by_over) for r in view.bowling))
    rows = ""
    for row in view.bowling:
        cells, runs, taken = "", 0, 0
        for conceded, wickets in row.bowler.by_over:
            runs, taken = runs + conceded, taken + wickets
            cells += f"<td class=o>{hand('M' if conceded == 0 and not wickets else f'{runs}-{taken}')}</td>"
        cells += "<td class=o></td>" * (spread - len(row.bowler.by_over))
        rows += f"<tr><td>{hand(row.name)}</td>{cells}" + "".join(
            f"<td class=c>{hand(row[c])}</td>" for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls")) + "</tr>"
    blank = "<tr><td>&nbsp;</td>" + "<td></td>" * (spread + 6) + "</tr>"
    heads = "".join(f"<th class=o>{k + 1}</th>" for k in range(spread))
    return (f"<table class='g bo'><tr><th class=x>BOWLER</th>{heads}<th>OVERS</th><th>MDNS</th><th>RUNS</th><th>WKTS</th><th>WIDES</th><th>NO<br>BALLS</th></tr>"
            f"{rows}{blank * max(0, 8 - len(view.bowling))}</table>")


def style_of(picked):
    ink = picked["rule"]
    return f"""body{{font-family:'Liberation Sans Narrow','Liberation Sans',sans-serif;font-size:10px;color:{ink};background:{picked['paper']}}}
.hd{{display:flex;flex-wrap:wrap;gap:4px 18px;margin:4px 0}}.hd div{{flex:1;border-bottom:1px solid {ink};white-space:nowrap;min-width:40%}}h1{{font-size:15px;
text-align:center;margin:2px 0;letter-spacing:3px}}table{{width:100%;margin-bottom:6px}}.g td,.g th{{border:1px solid {ink};padding:0 4px;
height:32px;text-align:left;white-space:nowrap}}.g th{{font-size:9px;text-align:center;height:16px}}.h{{display:inline-block;font-family:{picked['face']};
color:{picked['pen']};font-size:{picked['size']}px}}td>.h,.hd .h{{line-height:1}}.g,.hd{{font-size:{picked['size']}px}}.g td.p,.hd div{{font-size:9px}}.g td.p{{width:90px;font-weight:700}}
.hd .h{{font-size:{picked['size']}px!important}}.k{{width:24px;text-align:center!important;font-size:9px}}.e{{font-size:11px}}.e .h{{font-size:{picked['size']}px!important}}.w{{width:29%}}.q{{width:58px}}.r{{text-align:right!important}}.c{{text-align:center!important}}
.f td.c{{font-size:.7em;padding:0 1px}}.x{{width:120px}}.bo td.o{{font-size:.62em;text-align:center;padding:0;width:32px}}td{{vertical-align:middle}}"""


def draw(rng, spec):
    match, hand = Match(rng, spec["pool"], spec["overs"]), Hand(rng)
    innings = match.innings[rng.randrange(2)]
    picked = choices(rng, rule=["#335c85", "#7b3f3f", "#4d4d4d", "#2e6b3a"], paper=["#fffef8", "#fff", "#fbf7ea"], pen=["#14215e", "#111", "#1a2f8a"],
                     look=[("'Comic Neue'", 16), ("'Z003'", 18), ("'TeX Gyre Chorus'", 18), ("'Comic Neue';font-style:italic", 16)],
                     rows=["initial_dot", "initial", "last_dot"], caught=["ct", "c"])
    picked["face"], picked["size"] = picked["look"]
    words = Dismissals(caught=picked["caught"], c_and_b="c & b", run_out="run out", dnb="", hit_wicket="hit wkt b")
    names = Names(picked["rows"], "last", "last")
    view = innings_view(match, innings, names, words, bat=["runs"], bowl=["maidens", "wides", "no_balls"], falls="player", dnb="rows",
                        overs="trim", bowl_zero=rng.choice(["", "-"]))
    when = date(rng, "slash", (1985, 2019))
    field = lambda word, text: f"<div>{word} {hand(text)}</div>"
    head = f"<h1>CRICKET SCORE BOOK</h1><div class=hd>{field('MATCH', ' v '.join(match.teams))}{field('DATE', when)}</div>"
    head += f"<div class=hd>{field('INNINGS OF', view.team)}{field('PLAYED AT', match.ground)}</div>"
    body = head + batting(view, hand) + sums(view, hand) + fallen(view, hand) + bowling(view, hand)
    return Sheet(document(style_of(picked), body), card_truth(match.teams, [view], venue=match.ground, date=when))
