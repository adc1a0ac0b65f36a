"""An encyclopedia's article: wikitables, and the match box alone."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-wikipedia"
CARDS = [
    dict(kind="screen", width=1180, scale=1, overs=50, pool="wi"),
    dict(kind="text", overs=20, pool="nz", margin="15mm"),
    dict(kind="scan", overs=50, pool="sl", dpi=200, margin="15mm", gray=True),
    dict(kind="screen", width=1000, scale=1, overs=20, pool="pak", box=True),
]


def box(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    names, sides, innings_truth = Names("full", "last"), [], []
    when = date(rng, "long", (2008, 2024))
    for innings in match.innings:
        best = max(innings.batters, key=lambda b: (b.runs, -b.balls))
        bowler = max(innings.bowlers, key=lambda b: (b.wickets, -b.runs))
        star = "*" if best.how == "not out" else ""
        wickets = f"{innings.runs}/{innings.wickets}" if not innings.all_out else f"{innings.runs}"
        overs = innings.overs[:-2] if innings.overs.endswith(".0") else innings.overs
        bowled = bowler.overs[:-2] if bowler.overs.endswith(".0") else bowler.overs
        sides.append(f'<td><div class="sc">{wickets} ({overs} overs)</div><div>{esc(names.row(best.person))} {best.runs}{star} ({best.balls})</div><div>{esc(names.row(bowler.person))} {bowler.wickets}/{bowler.runs} ({bowled} overs)</div></td>')
        empty = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, fours=None, sixes=None, minutes=None, strike_rate=None)
        innings_truth.append({
            "team": innings.team, "total": {"runs": innings.runs, "wickets": None if innings.all_out else innings.wickets, "overs": overs, "declared": None},
            "extras": {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")},
            "batting": [{"player": names.row(best.person), "how_out": "not out" if star else None, "runs": best.runs, "balls": best.balls, **empty}],
            "did_not_bat": [], "fall_of_wickets": [],
            "bowling": [{"player": names.row(bowler.person), "overs": bowled, "maidens": None, "runs": bowler.runs, "wickets": bowler.wickets, "wides": None, "no_balls": None, "economy": None}]})
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}."
    first, second = match.innings[0].team, match.innings[1].team
    body = f"""<div class="pg"><h2>Final</h2><table class="bx"><tr class="top"><td class="dt" rowspan=3>{when}</td><td class="tm r">{esc(first)}</td><td class="v">v</td><td class="tm">{esc(second)}</td></tr><tr>{sides[0].replace("<td>", '<td class="r">')}<td></td>{sides[1]}</tr>
<tr><td colspan=3 class="c"><b>{esc(match.result)}</b><br>{esc(match.ground)}</td></tr></table><ul><li>{esc(toss)}</li></ul></div>"""
    style = """body{font-family:'Liberation Sans',Arial,sans-serif;font-size:14px;color:#202122;background:#fff}.pg{padding:10px 24px}h2{font-family:'Linux Libertine O','Liberation Serif',serif;font-weight:400;border-bottom:1px solid #a2a9b1;font-size:24px}.bx{width:100%;background:#fcfcfc;border:1px solid #ddd}.bx td{padding:4px 10px;vertical-align:top}.r{text-align:right}.c{text-align:center}.tm{font-weight:700;width:38%}.v{width:30px;text-align:center}.dt{width:14%}.sc{font-weight:400}"""
    truth = card_truth([first, second], [], toss=toss.rstrip("."), result=match.result, venue=match.ground, date=when)
    truth["innings"] = innings_truth
    return Sheet(document(style, body), truth)


def draw(rng, spec):
    if spec.get("box"):
        return box(rng, spec)
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", dagger=rng.random() < 0.5)
    names = Names("full", "last", "last")
    views = [innings_view(match, i, names, words, bowl=["maidens", "economy"], marks=(" (c)", " †"), overs="trim", falls="over") for i in match.innings]
    when, tables = date(rng, "long", (1996, 2024)), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr><td class="n"><a>{esc(r.name)}</a></td><td class="n">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for r in view.batting)
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        wickets = "all out" if innings.all_out else f"{innings.wickets} wicket{'s' if innings.wickets != 1 else ''}"
        fours, sixes = sum(b.fours for b in innings.batters), sum(b.sixes for b in innings.batters)
        dnb = f'<p><b>Did not bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        falls = ", ".join(f'{r["wicket"]}/{r["runs"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
        bowling = "".join(f'<tr><td class="n"><a>{esc(r.name)}</a></td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for r in view.bowling)
        tables += f"""<h3>{esc(view.team)} innings</h3><table class="wt"><tr><th>Player</th><th>Status</th><th>Runs</th><th>Balls</th><th>4s</th><th>6s</th><th>Strike rate</th></tr>{rows}<tr><td class="n">Extras</td><td class="n">({parts})</td><td>{view.extras}</td><td colspan=4></td></tr>
<tr><th class="n">Total</th><th class="n">({wickets}; {view.overs} overs)</th><th>{innings.runs}</th><th></th><th>{fours}</th><th>{sixes}</th><th></th></tr></table>{dnb}<p><b>Fall of wickets:</b> {falls}</p><table class="wt b"><tr><th>Bowler</th><th>Overs</th><th>Maidens</th><th>Runs</th><th>Wickets</th><th>Econ</th></tr>{bowling}</table>"""
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    body = f"""<div class="pg"><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><p>The match was played at <b>{esc(match.ground)}</b> on <b>{when}</b>. {esc(toss)}.</p><h2>Scorecard<span class="ed">[edit]</span></h2>{tables}<p class="k">Result: {esc(match.result)}</p></div>"""
    style = """body{font-family:'Liberation Sans',Arial,sans-serif;font-size:14px;color:#202122;background:#fff;line-height:1.5}.pg{max-width:960px;padding:12px 28px}h1,h2{font-family:'Linux Libertine O','Liberation Serif',serif;font-weight:400;border-bottom:1px solid #a2a9b1;margin:8px 0;line-height:1.3}h1{font-size:27px}h2{font-size:22px}h3{font-size:17px;margin:14px 0 4px}.ed{font:13px 'Liberation Sans';color:#36c;margin-left:8px}.wt{background:#f8f9fa;border:1px solid #a2a9b1;margin:8px 0}.wt th,.wt td{border:1px solid #a2a9b1;padding:3px 7px;text-align:center}.wt th{background:#eaecf0}.wt .n{text-align:left}a{color:#36c}
@media print{body{font-size:12px}a{color:#202122}.ed{display:none}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
