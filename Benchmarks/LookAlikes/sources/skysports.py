"""A broadcaster's web scorecard: narrow tables, the fall of wickets as a table, runs in bold; rain in the result."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-skysports"
CARDS = [
    dict(kind="screen", width=1024, scale=1, pool="eng", days=True),
    dict(kind="screen", width=760, scale=1.4, pool="wi", overs=20, file="jpg", rain=True),
    dict(kind="text", pool="aus", overs=50, margin="14mm"),
    dict(kind="photo", of="screen", width=800, scale=1.5, pool="eng", overs=20),
]


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=days)
    words = Dismissals(run_out="run out ({})", c_and_b="c and b", not_out="not out")
    names = Names("initial", "last", "initial")
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours", "sixes", "strike_rate"], bowl=["maidens", "economy"], falls="over", dnb="rows", overs="full", rate=2) for i in match.innings]
    result, when = match.result, date(rng, "us" if rng.random() < 0.3 else "long", (2014, 2025))
    if spec.get("rain") and match.winner:
        result += " (DLS method)"
    tables = ""
    for view in views:
        innings = view.innings
        ordinal = f' {["", "1st", "2nd"][innings.number]} Innings' if days else ""
        rows = "".join(f'<tr><td class="n"><b>{esc(r.name)}</b></td><td class="n g">{esc(r.text)}</td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for r in view.batting)
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        total = f"{innings.runs} all out" if innings.all_out else f"{innings.runs}-{innings.wickets}" + (" dec" if innings.declared else "")
        falls = "".join(f'<tr><td class="n">{esc(r.name)}</td><td>{r["runs"]}</td><td>{r["over"]}</td></tr>' for r in view.falls)
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for r in view.bowling)
        tables += f"""<h3>{esc(view.team)}{ordinal}</h3><table><tr><th class="n" colspan=2>Batting</th><th>Runs</th><th>Balls</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}<tr class="x"><td class="n">Extras</td><td class="n g">{parts}</td><td class="r">{view.extras}</td><td colspan=4></td></tr><tr class="x"><td class="n">Total</td><td class="n g">{view.overs} Overs</td><td class="n r" colspan=5>{total}</td></tr></table>
<div class="two"><table><tr><th class="n">Fall of Wickets</th><th>Score</th><th>Over</th></tr>{falls}</table><table><tr><th class="n">Bowling</th><th>Overs</th><th>Maidens</th><th>Runs</th><th>Wickets</th><th>Econ</th></tr>{bowling}</table></div>"""
    side = [i for i in match.innings if i.number == 1]
    body = f"""<div class="nv" data-no-text></div><div class="pg"><div class="cr">Cricket / {esc(match.competition)} / Scorecard</div><div class="hd"><span>{esc(side[0].team)}</span><span class="vs">v</span><span>{esc(side[1].team)}</span></div><div class="md">{esc(match.ground)}, {when}</div><div class="rs">{esc(result)}</div>{tables}</div>"""
    style = """body{font-family:'Open Sans','Liberation Sans',sans-serif;font-size:13px;color:#333;background:#fff}.nv{height:38px;background:linear-gradient(90deg,#e10000,#0a2a8a)}.pg{max-width:820px;margin:0 auto;padding:10px 14px}.cr{color:#888;font-size:11px}.hd{display:flex;justify-content:center;gap:22px;font-size:22px;font-weight:700;color:#000c8f;padding:12px 0 4px}.vs{color:#999;font-weight:400}.md{text-align:center;color:#777;font-size:12px}.rs{text-align:center;font-weight:700;padding:6px}h3{color:#000c8f;font-size:16px;margin:16px 0 4px;border-bottom:3px solid #000c8f}
table{width:100%;margin-bottom:8px}th{background:#f0f0f0;font-size:11px;font-weight:600}th,td{padding:5px 6px;text-align:right;border-bottom:1px solid #e2e2e2;white-space:nowrap}.n{text-align:left}.g{color:#666}.r{font-weight:700}td.n.r{text-align:left;padding-left:20px}.x td{background:#fafafa}.two{display:flex;gap:16px;align-items:flex-start}.two table:first-child{width:38%}@media print{body{font-size:10.5px}.nv{display:none}}"""
    return Sheet(document(style, body), card_truth([side[0].team, side[1].team], views, result=result, venue=match.ground, date=when))
