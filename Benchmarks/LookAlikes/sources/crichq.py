"""A scoring app's match print: cards at the left, run-rate worm, manhattan and partnerships at the right."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-crichq"
CARDS = [
    dict(kind="text", overs=20, pool="nz", landscape=True, margin="9mm"),
    dict(kind="screen", width=1280, scale=1, overs=20, pool="sl"),
    dict(kind="photo", overs=20, pool="nz", landscape=True, margin="9mm"),
]


def worm(match):
    most = max(i.runs for i in match.innings) + 20
    x, y = lambda o: 28 + 8.6 * o, lambda r: 160 - 140 * r / most
    lines = ""
    for innings, colour in zip(match.innings, ("#e4572e", "#17bebb")):
        points = " ".join(f"{x(k + 1):.0f},{y(r):.0f}" for k, r in enumerate(innings.overs_progress))
        lines += f'<polyline fill="none" stroke="{colour}" stroke-width="1.6" points="{x(0):.0f},160 {points}"/>'
        lines += "".join(f'<circle cx="{x(float(o.split(".")[0])):.0f}" cy="{y(r):.0f}" r="2.4" fill="{colour}"/>' for _, r, _, o in innings.falls)
    ticks = "".join(f'<text x="{x(o):.0f}" y="171" font-size="8" text-anchor="middle">{o}</text>' for o in range(0, match.limit + 1, 5)) + "".join(f'<text x="24" y="{y(r) + 3:.0f}" font-size="8" text-anchor="end">{r}</text>' for r in range(0, most, 40))
    return f'<svg width="220" height="176"><path d="M28 20V160H215" stroke="#999" fill="none"/>{lines}{ticks}</svg>'


def bars(innings):
    heights = [b - a for a, b in zip([0] + innings.overs_progress, innings.overs_progress)]
    return '<svg width="220" height="70">' + "".join(f'<rect x="{8 + k * 10}" y="{62 - 2.3 * h:.0f}" width="8" height="{2.3 * h:.0f}" fill="#f3a712"/>' for k, h in enumerate(heights)) + '<path d="M6 62H215" stroke="#999"/></svg>'


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(caught="c", c_and_b="c & b", run_out="run out ({})", pair=" / ", not_out="not out")
    names = Names("full", "initial_dot", "initial_dot")
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours", "sixes", "strike_rate"], bowl=["maidens", "economy", "wides", "no_balls"], falls="over", marks=(" (c)", " (wk)"), overs="full", rate=1, economy=1, bowl_zero="-", zero="-") for i in match.innings]
    when = date(rng, "long", (2013, 2021))
    blocks = ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td class="n"><b>{esc(r.name)}</b></td><td class="n g">{esc(r.text)}</td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for r in view.batting)
        parts = " ".join(f"{v}{k}" for k, v in view.parts)
        falls = " &nbsp;".join(f'{r["runs"]}/{r["wicket"]} {esc(r.name)} ({r["over"]})' for r in view.falls)
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "economy", "dots", "wides", "no_balls")) + "</tr>" for r in view.bowling)
        dnb = f'<div class="nt"><b>DNB:</b> {", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
        total = f"{innings.runs}/{innings.wickets}"
        stands = "".join(f'<div class="st"><span>{k + 1}</span><i style="width:{min(120, s)}px"></i><span>{s}</span></div>' for k, s in enumerate(innings.partnerships))
        blocks += f"""<div class="in"><div class="l"><div class="bar"><span>{esc(view.team)}</span><span>{total} <small>({view.overs} ov, RR {innings.rate:.2f})</small></span></div><table><tr><th class="n" colspan=2>Batting</th><th>R</th><th>B</th><th>4</th><th>6</th><th>SR</th></tr>{rows}<tr class="x"><td class="n">Extras</td><td class="n g">{parts}</td><td class="r">{view.extras}</td><td colspan=4></td></tr></table>{dnb}<div class="nt"><b>FOW</b> {falls}</div><table class="w"><tr><th class="n">Bowling</th><th>O</th><th>M</th><th>R</th><th>W</th><th>Ec</th><th>Dot</th><th>Wd</th><th>NB</th></tr>{bowling}</table></div>
<div class="c"><h4>Partnerships</h4>{stands}<h4>Runs per over</h4>{bars(innings)}</div></div>"""
    a, b = match.teams
    body = f'<div class="hd"><h1>{esc(a)} vs {esc(b)}</h1><div>{esc(match.competition)} | {esc(match.ground)} | {when}</div><div class="rs">{esc(match.result)}</div></div><div class="wm"><h4>Worm</h4>{worm(match)}</div>{blocks}'
    style = """body{font-family:Lato,'Open Sans',sans-serif;font-size:11px;color:#333;padding:8px;position:relative;background:#fff}.hd{background:#263645;color:#fff;padding:10px 14px;margin-right:240px;min-height:64px}h1{font-size:18px;margin:0}.rs{color:#f3a712;font-weight:700;margin-top:3px}.wm{position:absolute;right:8px;top:4px;width:228px}.in{display:flex;gap:14px;margin-top:10px}.l{flex:1}.c{width:226px;padding-top:150px}.in+.in .c{padding-top:0}h4{margin:2px 0;font-size:10px;color:#888;text-transform:uppercase}.bar{display:flex;justify-content:space-between;border-bottom:2px solid #e4572e;font-size:15px;font-weight:700;padding:3px 2px}small{font-size:10px;font-weight:400}
table{width:100%}th{font-size:9.5px;color:#888;text-align:right;text-transform:uppercase}th,td{padding:2.2px 6px;text-align:right;border-bottom:1px solid #eee;white-space:nowrap}.n{text-align:left}.g{color:#777}.r{font-weight:700}.w{width:80%}.nt{padding:4px 6px;font-size:10px;line-height:1.4}.st{display:flex;gap:5px;align-items:center;font-size:9px;height:12px}.st i{background:#17bebb;height:7px;display:block}.st span:first-child{width:14px}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
