"""An official match sheet of an international board: officials, both cards, partnerships, points."""
from common import Sheet, document
from match import Match
import names as pool
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-icc"
CARDS = [
    dict(kind="text", overs=50, pool="ger", other="dut", margin="9mm"),
    dict(kind="scan", overs=20, pool="pak", margin="9mm", dpi=200),
    dict(kind="photo", overs=50, pool="sl", margin="9mm"),
]
COUNTRIES = ["Namibia", "Jersey", "Denmark", "Kenya", "Italy", "Uganda", "Nepal", "Oman", "Vanuatu", "Bermuda", "Guernsey", "Singapore"]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"], teams=rng.sample(COUNTRIES, 2))
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", dnb="DID NOT BAT")
    names = Names("full", "last", "full", upper=rng.choice(["last", None]))
    bat = ["runs", "minutes", "balls", "fours", "sixes", "strike_rate"]
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens", "wides", "no_balls", "economy"], falls="over", dnb="rows", marks=(" (C)", " (WK)"), overs="full") for i in match.innings]
    people = [p.form("full") for p in pool.squad(rng, "eng", 5)]
    when, number = date(rng, "long", (2014, 2025)), rng.randint(2, 19)
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    stage = f"Men's {'One-Day' if spec['overs'] == 50 else 'T20'} Challenge League"
    cards = ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr><td>{k + 1}</td><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in bat) + "</tr>" for k, r in enumerate(view.batting))
        parts = "".join(f"<td>{w}: {v}</td>" for w, v in (("B", innings.byes), ("LB", innings.leg_byes), ("WD", innings.wides), ("NB", innings.no_balls)))
        for key in ("byes", "leg_byes", "wides", "no_balls"):
            view.truth["extras"][key] = getattr(innings, key)
        falls = "".join(f'<td>{r["runs"]}-{r["wicket"]}<br>{esc(r.name)}<br>{r["over"]}</td>' for r in view.falls)
        columns = ("overs", "maidens", "runs", "wickets", "economy", "wides", "no_balls")
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in columns) + "</tr>" for r in view.bowling)
        ends = "ALL OUT" if innings.all_out else f"{innings.wickets} WKTS"
        cards += f"""<div class="bar">{"1ST" if index == 0 else "2ND"} INNINGS: {esc(view.team.upper())}</div><table><tr class="h"><th>#</th><th class="n">BATTER</th><th class="n">HOW OUT</th><th>RUNS</th><th>MINS</th><th>BALLS</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}</table>
<table class="x"><tr><td class="n b">EXTRAS</td>{parts}<td class="b">{view.extras}</td></tr><tr><td class="n b">TOTAL</td><td>{ends}</td><td>{view.overs} OVERS</td><td>{innings.rate:.2f} RPO</td><td></td><td class="b">{innings.runs}</td></tr></table>
<table class="fw"><tr><td class="b">FALL OF WICKETS</td>{falls}</tr></table><table class="bo"><tr class="h"><th class="n">BOWLER</th><th>O</th><th>M</th><th>R</th><th>W</th><th>ECON</th><th>WD</th><th>NB</th></tr>{bowling}</table>"""
    for view in views:
        view.truth["team"] = view.team.upper()
    best = max((b for i in match.innings for b in i.batters if match.winner in (i.team, None)), key=lambda b: b.runs).person.form("full")
    points = [2 if match.winner == t else 0 if match.winner else 1 for t in match.teams]
    a, b = match.teams
    info = f"""<table class="info"><tr><td class="n b">MATCH</td><td class="n">{esc(a)} v {esc(b)}, Match {number}</td><td class="n b">UMPIRES</td><td class="n">{esc(people[0])}, {esc(people[1])}</td></tr><tr><td class="n b">VENUE</td><td class="n">{esc(match.ground)}</td><td class="n b">TV UMPIRE</td><td class="n">{esc(people[2])}</td></tr><tr><td class="n b">DATE</td><td class="n">{when}</td><td class="n b">MATCH REFEREE</td><td class="n">{esc(people[3])}</td></tr><tr><td class="n b">TOSS</td><td class="n">{esc(toss)}</td><td class="n b">PLAYER OF THE MATCH</td><td class="n">{esc(best)}</td></tr><tr><td class="n b">RESULT</td><td class="n">{esc(match.result)}</td><td class="n b">POINTS</td><td class="n">{esc(a)} {points[0]}, {esc(b)} {points[1]}</td></tr></table>"""
    colour = rng.choice(["#0a2a5e", "#5c0f8b", "#00684a"])
    style = f"""body{{font-family:'Roboto Condensed','Liberation Sans Narrow',sans-serif;font-size:9.6px;color:#111}}.ti{{background:{colour};color:#fff;padding:7px 12px;font-size:16px;font-weight:700;letter-spacing:.5px}}.ti small{{display:block;font-size:10px;font-weight:400}}table{{width:100%;margin-top:3px}}td,th{{border:1px solid #9aa;padding:1.6px 5px;text-align:center}}.n{{text-align:left}}.b{{font-weight:700}}.h th{{background:#dfe5ee}}.bar{{background:{colour};color:#fff;font-weight:700;padding:3px 8px;margin-top:8px}}.fw td{{font-size:8.2px;padding:1px 2px}}.info td{{background:#fafafa}}.bo{{width:70%}}.sg{{margin-top:10px;display:flex;justify-content:space-between}}.sg span{{border-top:1px solid #111;width:28%;padding-top:2px}}"""
    body = f'<div class="ti">OFFICIAL SCORECARD<small>{esc(stage)}</small></div>{info}{cards}<div class="sg"><span>Scorer</span><span>Umpire</span><span>Match Referee</span></div>'
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
