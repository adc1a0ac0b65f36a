"""The print of a scorer's laptop program: minutes, balls, partnerships, every box."""
from common import Sheet, document
from match import Match
import names as pool
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-tcs"
CARDS = [
    dict(kind="text", overs=50, pool="eng", margin="10mm"),
    dict(kind="scan", overs=40, pool="sa", margin="10mm", dpi=200, gray=True),
    dict(kind="photo", overs=45, pool="eng", margin="10mm"),
    dict(kind="text", days=True, pool="wi", margin="10mm"),
]
COLUMNS = ["minutes", "balls", "fours", "sixes", "strike_rate", "runs"]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec.get("overs", 50), days=spec.get("days", False))
    words = Dismissals(run_out=rng.choice(["run out ({})", "run out"]), c_and_b="c & b")
    names = Names("initial", "initial", "initial")
    views = [innings_view(match, i, names, words, bat=COLUMNS, bowl=["maidens", "wides", "no_balls", "economy"], falls="over", dnb="rows",
                          marks=("*", "+"), mark_before=True, extras_zero=True, rate=2) for i in match.innings]
    when = date(rng, "long", (2003, 2019))
    sections = ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td class="k">{k + 1}</td><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}</td>' + "".join(f'<td class="{"b" if c == "runs" else ""}">{r[c]}</td>' for c in COLUMNS) + "</tr>"
                       for k, r in enumerate(view.batting))
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        wickets = "all out" if innings.all_out else f"for {innings.wickets} wicket{'s' if innings.wickets != 1 else ''}{' declared' if innings.declared else ''}"
        falls = "".join(f'<tr><td>{r["wicket"]}</td><td>{r["runs"]}</td><td class="n">{esc(r.name)}</td><td>{r["over"]}</td><td>{s}</td></tr>' for r, s in zip(view.falls, innings.partnerships))
        columns = ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "dots", "fours", "sixes", "economy")
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in columns) + "</tr>" for r in view.bowling)
        ordinal = f' {["", "1st", "2nd"][innings.number]} Innings' if spec.get("days") else " Innings"
        sections += f"""<section><div class="bar">{esc(view.team)}{ordinal}</div><table><tr><th></th><th class="n">Batsman</th><th class="n">How Out</th><th>Mins</th><th>Balls</th><th>4s</th><th>6s</th><th>S/R</th><th>Runs</th></tr>{rows}
<tr class="s"><td></td><td class="n">Extras</td><td class="n">({parts})</td><td colspan=5></td><td class="b">{view.extras}</td></tr><tr class="s"><td></td><td class="n b">TOTAL</td><td class="n b">{wickets} ({view.overs} overs @ {innings.rate:.2f} rpo)</td><td colspan=5></td><td class="b">{innings.runs}</td></tr></table>
<div class="two"><table class="w"><tr><th class="n">Bowler</th><th>Ov</th><th>Md</th><th>Runs</th><th>Wk</th><th>Wd</th><th>Nb</th><th>Dot</th><th>4s</th><th>6s</th><th>RPO</th></tr>{bowling}</table><table class="f"><tr><th>Wkt</th><th>Score</th><th class="n">Batsman</th><th>Over</th><th>P'ship</th></tr>{falls}</table></div></section>"""
    people = pool.squad(rng, "eng", 4)
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    info = [("Venue", match.ground), ("Date", when), ("Toss", toss), ("Umpires", f"{people[0].form('initial')}, {people[1].form('initial')}"), ("Scorers", f"{people[2].form('initial')}, {people[3].form('initial')}"), ("Result", match.result)]
    body = f'<h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><h2>{esc(match.competition)}</h2><table class="i">' + "".join(f'<tr><td class="n b">{k}:</td><td class="n">{esc(v)}</td></tr>' for k, v in info) + f'</table>{sections}<div class="ft">Produced by scoring software &nbsp; Page 1 of 1</div>'
    bar = rng.choice(["#c0c0c0", "#000080", "#d9e5c3", "#336699"])
    ink = "#fff" if bar in ("#000080", "#336699") else "#000"
    style = f"""body{{font-family:'DejaVu Sans','Liberation Sans',sans-serif;font-size:9.2px;color:#000}}h1{{font-size:15px;margin:0;text-align:center}}h2{{font-size:11px;margin:1px 0 5px;text-align:center;font-weight:400}}.bar{{background:{bar};color:{ink};font-weight:700;padding:2px 5px;margin-top:8px;font-size:10.5px}}table{{width:100%}}th,td{{padding:1.4px 4px;text-align:right;border:1px solid #bbb;white-space:nowrap}}th{{background:#eee}}.n{{text-align:left}}.b{{font-weight:700}}.k{{color:#555;width:18px}}.i{{width:auto}}.i td{{border:0}}.s td{{background:#f7f7f7}}.two{{display:flex;gap:8px;margin-top:3px;align-items:flex-start}}.w{{width:62%}}.f{{width:38%}}.ft{{text-align:center;color:#666;margin-top:6px}}section{{break-inside:avoid}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
