"""The hundred-ball game: balls in place of overs, sets of five."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-hundred"
CARDS = [
    dict(kind="screen", width=1200, scale=1, pool="women"),
    dict(kind="screen", width=390, scale=3, pool="eng", phone=True, file="jpg"),
    dict(kind="text", pool="eng", margin="14mm"),
    dict(kind="photo", of="screen", width=1000, scale=1.5, pool="women"),
]
SIDES = ["Severn Storm", "Tyne Titans", "Mersey Mavericks", "Solent Sharks", "Pennine Power", "Thames Thunder"]


def draw(rng, spec):
    match = Match(rng, spec["pool"], 20, teams=rng.sample(SIDES, 2), over_balls=5)
    phone = spec.get("phone")
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", not_out="not out")
    names = Names("full", "last", "last")
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours", "sixes", "strike_rate"], bowl=[], falls="player", total_overs=False, marks=(" (c)", " (wk)")) for i in match.innings]
    sections = ""
    for view in views:
        innings = view.innings
        for truth in view.truth["bowling"]:
            truth["overs"] = None  # balls are no overs
        how = lambda r: f'<em>{esc(r.text)}</em>' if phone else ""
        rows = "".join(f'<tr><td class="n">{esc(r.name)}{how(r)}</td>' + ("" if phone else f'<td class="n g">{esc(r.text)}</td>') + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for r in view.batting)
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td><td>{r.bowler.balls}</td><td>{r["dots"]}</td><td>{r["runs"]}</td><td class="r">{r["wickets"]}</td><td>{r.bowler.runs * 5 / r.bowler.balls if r.bowler.balls else 0:.2f}</td></tr>' for r in view.bowling)
        fell = lambda over: int(over.split(".")[0]) * 5 + int(over.split(".")[1])
        falls = ", ".join(f'{r["wicket"]}-{r["runs"]} ({esc(r.name)}, {fell(r["over"])} balls)' for r in view.falls)
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        ends = "all out" if innings.all_out else f"for {innings.wickets}"
        dnb = f'<p><b>Did not bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        sections += f"""<section><h2>{esc(view.team)} <span>{innings.runs} {ends} <small>({innings.balls} balls)</small></span></h2><table><tr><th class="n">Batter</th>{"" if phone else "<th></th>"}<th>R</th><th>B</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}<tr class="x"><td class="n">Extras{"" if not phone else f"<em>{parts}</em>"}</td>{"" if phone else f'<td class="n g">{parts}</td>'}<td class="r">{view.extras}</td><td colspan=4></td></tr></table>{dnb}<p><b>Fall of wickets:</b> {falls}</p>
<table class="bo"><tr><th class="n">Bowler</th><th>Balls</th><th>0s</th><th>R</th><th>W</th><th>Per 5</th></tr>{bowling}</table></section>"""
    when = date(rng, "long", (2021, 2025))
    body = f'<div class="hd"><div>{when} • {esc(match.ground)}</div><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><div class="rs">{esc(match.result)}</div></div>{sections}'
    one, two = rng.choice([("#ff005a", "#00e6c3"), ("#8c00ff", "#c8ff00"), ("#00a5ff", "#ffe600")])
    style = f"""body{{font-family:'Inter',sans-serif;font-size:{'12px' if phone else '13px'};background:#fff;color:#000}}.hd{{background:#000;color:#fff;padding:18px {'14px' if phone else '40px'}}}h1{{margin:6px 0;font-size:{'22px' if phone else '32px'};font-weight:900;color:{two};text-transform:none}}.rs{{font-weight:700}}section{{padding:12px {'10px' if phone else '40px'}}}h2{{background:{one};color:#fff;padding:9px 12px;margin:0;display:flex;justify-content:space-between;font-size:{'15px' if phone else '18px'};font-weight:800}}small{{font-weight:500;font-size:.75em}}table{{width:100%}}th{{font-size:11px;color:#555;border-bottom:2px solid #000}}td,th{{padding:{'5px' if phone else '6px 12px'};text-align:right}}td{{border-bottom:1px solid #ddd}}.n{{text-align:left}}.g{{color:#666}}em{{display:block;font-style:normal;color:#777;font-size:11px}}td.n{{font-weight:600}}td.g,em{{font-weight:400}}.r{{font-weight:800}}p{{margin:8px 4px;line-height:1.5}}.bo{{max-width:{'none' if phone else '640px'}}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
