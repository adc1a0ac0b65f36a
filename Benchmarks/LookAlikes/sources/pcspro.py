"""The match report that a scorer's program writes: minutes and balls, dot balls, a table of partnerships."""

from common import SANS, Sheet, document, nobody_retired, officials, stands
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-pcspro"
CARDS = [
    dict(kind="text", pool="eng", overs=45, margin="10mm"),
    dict(kind="text", pool="women", overs=20, margin="10mm"),
    dict(kind="scan", pool="eng", overs=40, margin="10mm", dpi=250, gray=True),
    dict(kind="scan", pool="sa", overs=50, margin="10mm", dpi=300, bilevel=True),
]
BAT = ["runs", "minutes", "balls", "fours", "sixes", "strike_rate"]
BATTING_HEADS = {
    "runs": "Runs",
    "minutes": "Mins",
    "balls": "Balls",
    "fours": "4s",
    "sixes": "6s",
    "strike_rate": "S/R",
}


def draw(rng, spec):
    match = nobody_retired(lambda: Match(rng, spec["pool"], spec["overs"]))
    words = Dismissals(
        caught=rng.choice(["c", "ct"]),
        c_and_b=rng.choice(["c & b", "c&b"]),
        run_out=rng.choice(["run out ({})", "run out"]),
    )
    names = Names("full", "initial", "initial")
    columns = rng.choice([BAT, BAT[1:5] + ["runs"], ["minutes", "balls", "fours", "sixes", "strike_rate", "runs"]])
    extra, zeros = rng.random() < 0.6, rng.random() < 0.5
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=columns,
            bowl=["maidens"] + ["wides", "no_balls"] * extra + ["economy"],
            falls="over",
            dnb="rows",
            marks=("*", "+"),
            overs="full",
            extras_zero=zeros,
        )
        for i in match.innings
    ]
    bowls = ["overs", "maidens", "runs", "wickets", "dots"] + ["wides", "no_balls"] * extra + ["economy"]
    heads = dict(overs="O", maidens="M", runs="R", wickets="W", dots="Dots", wides="Wd", no_balls="NB", economy="Econ")
    sections = ""
    for number, view in enumerate(views):
        innings = view.innings
        rows = "".join(
            f'<tr><td>{k + 1}</td><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}'
            f"</td>" + "".join(f"<td{' class=b' if c == 'runs' else ''}>{r[c]}</td>" for c in columns) + "</tr>"
            for k, r in enumerate(view.batting)
        )
        last = columns.index("runs")
        at = lambda value: "".join(f'<td class="b">{value if k == last else ""}</td>' for k in range(len(columns)))
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        down = "all out" if innings.all_out else f"for {innings.wickets} wkt{'' if innings.wickets == 1 else 's'}"
        bowling = "".join(
            f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in bowls) + "</tr>"
            for r in view.bowling
        )
        pairs, runs = "", innings.partnerships + [innings.runs - sum(innings.partnerships)]
        for k, ((pair, gone), stood) in enumerate(zip(stands(innings), runs)):
            one, two = (b.person.form("initial") for b in pair)
            pairs += f'<tr><td>{k + 1}</td><td class="n">{esc(one)} &amp; {esc(two)}</td>'
            pairs += f"<td>{stood}{'' if gone else '*'}</td></tr>"
        falls = ", ".join(f"{r['wicket']}-{r['runs']} ({esc(r.name)}, {r['over']} ov)" for r in view.falls)
        sections += (
            f'<section><div class="ba">{esc(view.team)} - {["1st", "2nd"][number]} Innings of the Match</div><table>'
            f"<tr><th>No</th>"
            f'<th class="n">Batter</th><th class="n">How Out</th>'
            f'{"".join(f"<th>{BATTING_HEADS[c]}</th>" for c in columns)}</tr>{rows}<tr class="x">'
            f'<td></td><td class="n">Extras</td><td class="n">{parts}</td>{at(view.extras)}</tr><tr class="x b"><td>'
            f'</td><td class="n">Total</td>'
            f'<td class="n">{down}, {view.overs} overs (RR {innings.rate:.2f})</td>{at(innings.runs)}</tr></table><p>'
            f"<b>Fall of wickets:</b> {falls}</p>"
            f'<div class="tw"><table class="bw"><tr><th class="n">Bowler</th>'
            f"{''.join(f'<th>{heads[c]}</th>' for c in bowls)}</tr>{bowling}</table>"
            f'<table class="pa"><tr><th>Wkt</th><th class="n">Partnership</th><th>Runs</th></tr>{pairs}</table></div>'
            f"</section>"
        )
    when = date(rng, rng.choice(["long", "slash"]), (2016, 2025))
    toss = f"{match.teams[match.toss_winner]} won the toss and {'batted' if match.toss_bat else 'fielded'}"
    people = officials(rng, 4, "full")
    facts = [
        ("Competition", esc(match.competition)),
        ("Ground", esc(match.ground)),
        ("Date", when),
        ("Toss", esc(toss)),
        ("Umpires", ", ".join(people[:2])),
        ("Scorers", ", ".join(people[2:])),
        ("Result", esc(match.result)),
    ]
    info = "".join(f"<div><b>{k}</b><span>{v}</span></div>" for k, v in facts)
    a, b = match.teams
    body = (
        f'<div class="ti"><span>Match Report</span><small>Scorer Pro</small></div><h1>{esc(a)} v {esc(b)}</h1>'
        f'<div class="fa">{info}</div>{sections}'
        f"<footer>Printed {when} {rng.randint(17, 21)}:{rng.randint(10, 59)} &nbsp; Page 1</footer>"
    )
    tint, ink = rng.choice(
        [("#1f4e79", "#fff"), ("#2e7d32", "#fff"), ("#dfe7ef", "#000"), ("#444", "#fff"), ("#e8e8e8", "#000")]
    )
    line = rng.choice(["border-bottom:1px solid #ccc", "border:1px solid #b5b5b5"])
    face = rng.choice([SANS, "'Carlito'", "'DejaVu Sans Condensed','DejaVu Sans'", "'Open Sans'"])
    style = f"""body{{font-family:{face},sans-serif;font-size:9.6px;color:#000}}.ti{{display:flex;
justify-content:space-between;border-bottom:3px solid {tint};
font-size:13px}}h1{{font-size:16px;margin:5px 0}}.fa{{display:grid;grid-template-columns:1fr 1fr;gap:1px 20px}}
.fa div{{display:flex}}.fa b{{width:78px}}
.ba{{background:{tint};color:{ink};font-weight:700;padding:3px 6px;margin-top:9px;font-size:11px}}table{{width:100%}}
th,td{{padding:1.6px 5px;
text-align:right;white-space:nowrap;{line}}}th{{font-weight:700;background:#f4f4f4}}.n{{text-align:left}}
.b,.b td{{font-weight:700}}p{{margin:3px 0}}
.tw{{display:flex;gap:12px;align-items:flex-start;margin-top:3px}}.bw{{width:58%}}.pa{{width:42%}}
footer{{margin-top:8px;font-size:8px;color:#555}}"""
    truth = card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
