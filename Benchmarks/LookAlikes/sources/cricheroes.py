"""CricHeroes-like PDF export and app."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-cricheroes"
CARDS = [
    dict(kind="text", overs=20, pool="ind", fit=False, app=False, margin="10mm"),
    dict(kind="screen", width=393, scale=2.75, overs=20, pool="pak", app=True, first_only=True),
    dict(kind="scan", overs=12, pool="ind", dpi=200, app=False, gray=True, margin="10mm"),
    dict(kind="photo", overs=16, pool="sl", app=False, margin="10mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c&b", run_out="run out {}", stumped="st", dagger=rng.random() < 0.5, pair=" / ")
    names = Names("full", "full", "full")
    played = match.innings[:1] if spec.get("first_only") else match.innings
    app = spec["app"]
    bat = ["runs", "balls"] + ([] if app else ["minutes"]) + ["fours", "sixes", "strike_rate"]
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens", "economy"] + ([] if app else ["wides", "no_balls"]),
                          marks=(" (c)", " (wk)"), overs="full" if not app else "trim", bowl_zero="0") for i in played]
    for view in views:  # "run out A / B" joins two fielders, as the truth writes them
        for row in view.batting:
            if row.truth["fielder"] and " / " in row.text:
                row.truth["fielder"] = row.truth["fielder"].replace(" / ", "/")
    when = date(rng, "iso", (2018, 2025))
    toss = f"{match.teams[match.toss_winner]} opt to {'bat' if match.toss_bat else 'field'}"
    result = match.result if not spec.get("first_only") else None
    tables = ""
    for index, view in enumerate(views):
        innings = view.innings
        parts = ", ".join(f"{ {'w': 'wd'}.get(k, k)} {v}" for k, v in view.parts)
        if app:
            rows = "".join(f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}<div class="how">{esc(r.text)}</div></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in bat) + "</tr>" for k, r in enumerate(view.batting))
            bowling = "".join(f'<tr data-t="w{index}.{k}"><td class="n">{esc(r.name)}</td>' + "".join(f'<td>{r[c]}</td>' for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for k, r in enumerate(view.bowling))
            dnb = f'<div class="blk"><div class="cap">To Bat:</div>{", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
            falls = ", ".join(f'{r["wicket"]}-{r["runs"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
            tables += f"""<div class="team"><span>{esc(view.team)}</span><span>{innings.runs}/{innings.wickets} <small>({view.overs} Ov)</small></span></div>
<table><tr class="h"><th class="n">Batters</th><th>R</th><th>B</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}<tr class="e"><td class="n">Extras</td><td colspan=5>{view.extras} ({parts})</td></tr><tr class="e"><td class="n">Total</td><td colspan=5><b>{innings.runs}/{innings.wickets}</b> ({view.overs} Ov)</td></tr></table>
{dnb}<table><tr class="h"><th class="n">Bowlers</th><th>O</th><th>M</th><th>R</th><th>W</th><th>Eco</th></tr>{bowling}</table><div class="blk"><div class="cap">Fall of wickets</div>{falls}</div>"""
        else:
            rows = "".join(f'<tr><td class="c">{k + 1}</td><td class="n">{esc(r.name)}</td><td class="d">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in bat) + "</tr>" for k, r in enumerate(view.batting))
            bowling = "".join(f'<tr><td class="c">{k + 1}</td><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "dots", "fours", "sixes", "wides", "no_balls", "economy")) + "</tr>" for k, r in enumerate(view.bowling))
            dnb = f'<div class="ln"><b>To Bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
            falls = ", ".join(f'{r["runs"]}-{r["wicket"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
            tables += f"""<div class="bar"><span>{esc(view.team)}</span><span>{innings.runs}/{innings.wickets} ({view.overs} Ov)</span></div><table class="g"><tr class="h"><th class="c">No</th><th class="n">Batsman</th><th class="d">Status</th><th>R</th><th>B</th><th>M</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}
<tr><td colspan=2 class="n"><b>Extras</b></td><td class="d">({parts})</td><td><b>{view.extras}</b></td><td colspan=5></td></tr><tr><td colspan=2 class="n"><b>Total</b></td><td class="d">{view.overs} Ov (RR {innings.rate:.2f})</td><td colspan=2><b>{innings.runs}/{innings.wickets}</b></td><td colspan=4></td></tr></table>{dnb}<div class="ln"><b>Fall of Wickets:</b> {falls}</div>
<table class="g"><tr class="h"><th class="c">No</th><th class="n">Bowler</th><th>O</th><th>M</th><th>R</th><th>W</th><th>0s</th><th>4s</th><th>6s</th><th>WD</th><th>NB</th><th>Eco</th></tr>{bowling}</table>"""
    if app:
        body = f'<div class="status"><span>{rng.randint(8, 12)}:{rng.randint(10, 59)} PM</span><span>{rng.randint(10, 99)}%</span></div><div class="app">{esc(match.teams[0])} v {esc(match.teams[1])}</div><div class="tabs"><span>Summary</span><span class="on">Scorecard</span><span>Comms</span><span>Analysis</span></div>{tables}'
        style = """body{font-family:Roboto,sans-serif;font-size:14px;color:#202124;background:#f4f5f7}.status{display:flex;justify-content:space-between;background:#a5281f;color:#fff;font-size:12px;padding:8px 16px 4px}.app{background:#c5362b;color:#fff;font-size:17px;padding:12px 16px}.tabs{background:#c5362b;color:#f2c6c2;display:flex;gap:26px;padding:6px 16px 10px;font-size:13px}.on{color:#fff;font-weight:700}
.team{display:flex;justify-content:space-between;background:#14b393;color:#fff;padding:11px 14px;font-weight:600;font-size:15px}small{font-weight:400}table{width:100%;background:#fff}.h th{background:#eceff1;color:#607d8b;font-size:12px;font-weight:500}th,td{padding:7px 7px;text-align:right;border-bottom:1px solid #eceff1}.n{text-align:left;padding-left:14px}td.n{width:50%;font-weight:500}.how{font-size:12px;color:#78909c;font-weight:400;margin-top:2px}td.r{font-weight:700}.blk{background:#fff;padding:10px 14px;line-height:1.5;border-bottom:8px solid #f4f5f7;font-size:13px}.cap{font-weight:700;margin-bottom:3px}"""
        return Sheet(document(style, body), card_truth(match.teams, views))
    rows = [("Match", f"{match.teams[0]} vs {match.teams[1]}"), ("Ground", match.ground), ("Date", when), ("Toss", toss), ("Result", result)]
    body = f'<div class="logo"><span>{esc(match.competition)}</span></div><table class="inf">' + "".join(f'<tr><td class="k">{k}</td><td>{esc(v)}</td></tr>' for k, v in rows) + f"</table>{tables}"
    style = """body{font-family:'Liberation Sans',Arial,sans-serif;font-size:10.5px;color:#222}.logo{background:#c5362b;color:#fff;padding:8px 12px;font-size:16px;font-weight:700}.inf{width:100%;margin:6px 0}.inf td{padding:3px 6px;border:1px solid #ddd}.k{width:90px;background:#f5f5f5;font-weight:700}
.bar{background:#14b393;color:#fff;font-weight:700;font-size:12px;display:flex;justify-content:space-between;padding:5px 8px;margin-top:10px}.g{width:100%}.g td,.g th{padding:3.2px 5px;text-align:right;border:1px solid #e2e2e2}.g .n,.g .d{text-align:left}.g .c{text-align:center;width:24px}.h th{background:#f0f0f0}.ln{padding:4px 6px;border:1px solid #e2e2e2;border-top:0}"""
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=result, venue=match.ground, date=when))
