"""Cricbuzz-like scorecards: desktop in columns, mobile with the dismissal under the name."""
from common import Sheet, document, joined
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-cricbuzz"
CARDS = [
    dict(kind="screen", width=1024, scale=1, overs=20, pool="ind", phone=False),
    dict(kind="screen", width=390, scale=3, overs=20, pool="wi", phone=True, height=844, first_only=True),
    dict(kind="screen", width=412, scale=2, overs=50, pool="pak", phone=True, file="jpg"),
    dict(kind="photo", of="screen", width=393, scale=2.75, overs=20, pool="sl", phone=True, first_only=True, height=852, small=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    phone = spec["phone"]
    words = Dismissals(c_and_b="c and b", run_out="run out ({})", pair="/")
    names = Names("full", rng.choice(["full", "last"]), "full")
    played = match.innings[:1] if spec.get("first_only") else match.innings
    bowl_columns = ["maidens", "economy"] if phone else ["maidens", "no_balls", "wides", "economy"]
    views = [innings_view(match, i, names, words, bowl=bowl_columns, marks=(" (c)", " (wk)"), overs="trim", economy=2 if not phone else 1,
                          extras_parts=("byes", "leg_byes", "wides", "no_balls", "penalty"), extras_zero=True) for i in played]
    reverse = rng.random() < 0.5
    when = date(rng, "us", (2017, 2025))
    tables = ""
    for index, view in enumerate(views):
        innings = view.innings
        wickets = f"{innings.wickets} wkt{'s' if innings.wickets != 1 else ''}" if not innings.all_out else rng.choice(["all out", "10 wkts"])
        total = f'<b>{innings.runs}</b> ({wickets}, {view.overs} Ov)'
        extras = f'<b>{view.extras}</b> (b {innings.byes}, lb {innings.leg_byes}, w {innings.wides}, nb {innings.no_balls}, p {innings.penalty})'
        rows = ""
        for k, r in enumerate(view.batting):
            numbers = "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate"))
            if phone:
                rows += f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}<div class="how">{esc(r.text)}</div></td>{numbers}</tr>'
            else:
                rows += f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}</td><td class="how">{esc(r.text)}</td>{numbers}</tr>'
        span = 1 if phone else 2
        heads = "".join(f"<th>{h}</th>" for h in ("R", "B", "4s", "6s", "SR"))
        dnb = f'<div class="line" data-t="d{index}"><span class="lab">Did not Bat</span><span class="val blue">{", ".join(esc(n) for n, _ in view.dnb)}</span></div>' if view.dnb else ""
        pair = lambda r: f'{r["runs"]}-{r["wicket"]}' if reverse else f'{r["wicket"]}-{r["runs"]}'
        if phone:
            falls = f'<table class="w" data-t="f{index}"><tr class="hd"><th class="n">Fall of Wickets</th><th>Score</th><th>Over</th></tr>' + "".join(
                f'<tr><td class="n">{esc(r.name)}</td><td>{pair(r)}</td><td>{r["over"]}</td></tr>' for r in view.falls) + "</table>"
        else:
            falls = f'<div class="sub" data-t="f{index}">Fall of Wickets</div><div class="fow">' + ", ".join(
                f'{pair(r)} (<span class="blue">{esc(r.name)}</span>, {r["over"]})' for r in view.falls) + "</div>"
        columns = ("overs", "maidens", "runs", "wickets", "economy") if phone else ("overs", "maidens", "runs", "wickets", "no_balls", "wides", "economy")
        names_of = {"overs": "O", "maidens": "M", "runs": "R", "wickets": "W", "no_balls": "NB", "wides": "WD", "economy": "ECO" if not phone else "ER"}
        bowling = "".join(f'<tr data-t="w{index}.{k}"><td class="n">{esc(r.name)}</td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in columns) + "</tr>"
                          for k, r in enumerate(view.bowling))
        power = innings.overs_progress[5] if len(innings.overs_progress) > 5 else innings.runs
        tables += f"""<div class="bar" data-t="i{index}"><span>{esc(view.team)}{"" if phone else " Innings"}</span><span>{innings.runs}-{innings.wickets} ({view.overs} Ov)</span></div>
<table class="w"><tr class="hd"><th class="n" colspan={span}>Batter</th>{heads}</tr>{rows}</table>
<div class="line" data-t="x{index}"><span class="lab">Extras</span><span class="val">{extras}</span></div><div class="line" data-t="t{index}"><span class="lab">Total</span><span class="val">{total}</span></div>{dnb}{falls if not phone else ""}
<table class="w"><tr class="hd"><th class="n">Bowler</th>{"".join(f"<th>{names_of[c]}</th>" for c in columns)}</tr>{bowling}</table>{falls if phone else ""}
<table class="w p"><tr class="hd"><th class="n">Powerplays</th><th>Overs</th><th>Runs</th></tr><tr><td class="n">Mandatory</td><td>0.1 - 6</td><td>{power}</td></tr></table>"""
    toss = f"{match.teams[match.toss_winner]} won the toss and opt to {'bat' if match.toss_bat else 'bowl'}"
    result = match.result if not spec.get("first_only") else None
    title = f"{esc(match.teams[0])} vs {esc(match.teams[1])}"
    if phone:
        status = f'<div class="status"><span>{rng.randint(8, 22)}:{rng.randint(10, 59)}</span><span>{rng.choice(["4G", "5G", "LTE"])} {rng.randint(20, 97)}%</span></div>'
        head = f'{status}<div class="app">{title}</div><div class="tabs"><span>INFO</span><span>LIVE</span><span class="on">SCORECARD</span><span>SQUADS</span></div>' + (
            f'<div class="res">{esc(result)}</div>' if result else "")
        truth = card_truth(match.teams, views, result=result)
    else:
        head = f'<h1>{title}, {esc(match.competition)}</h1><div class="meta">Venue: <b>{esc(match.ground)}</b> &nbsp; Date: <b>{when}</b></div><div class="tabs"><span>Live</span><span class="on">Scorecard</span><span>Full Commentary</span><span>Squads</span></div><div class="res">{esc(result)}</div>'
        tables += f'<div class="bar"><span>Match Info</span></div><div class="line"><span class="lab">Toss</span><span class="val">{esc(toss)}</span></div>'
        truth = card_truth(match.teams, views, toss=toss, result=result, venue=match.ground, date=when)
    style = """body{font-family:Roboto,'Helvetica Neue',Arial,sans-serif;font-size:13px;color:#222;background:#fff}.page{padding:0 14px 20px}h1{font-size:19px;margin:14px 0 4px}.meta{font-size:12px;color:#555}
.tabs{display:flex;gap:22px;padding:10px 0;border-bottom:1px solid #ddd;color:#666}.on{color:#028062;font-weight:700;border-bottom:2px solid #028062}.res{color:#c00;padding:8px 0;font-weight:500}
.bar{background:#028062;color:#fff;display:flex;justify-content:space-between;padding:8px 10px;font-weight:500;margin-top:10px}.w{width:100%}.hd th{background:#ececec;font-weight:500;color:#333;font-size:12px}
th,td{padding:7px 6px;text-align:right;border-bottom:1px solid #eee}.n{text-align:left!important}td.n{color:#1a5dab}td.how{text-align:left;color:#888;width:40%}td.r{font-weight:700}.line{display:flex;padding:7px 6px;border-bottom:1px solid #eee}.lab{width:28%}.val{flex:1;text-align:right}.blue{color:#1a5dab}.sub{background:#ececec;padding:6px}.fow{padding:8px 6px;line-height:1.5}"""
    if phone:
        style += """.page{padding:0 0 20px}.status{display:flex;justify-content:space-between;background:#016a52;color:#fff;padding:10px 22px 4px;font-size:13px}.app{background:#028062;color:#fff;font-size:16px;padding:12px 14px;font-weight:500}.tabs{background:#028062;color:#bfe3d8;padding:8px 14px;border:0;font-size:12px;gap:24px}.on{color:#fff;border-color:#fff}
.res{padding:8px 12px}.bar{background:#e3f1ed;color:#028062;margin-top:0}.how{color:#888;font-size:11px;margin-top:2px}td.n{width:46%}th,td{padding:5px 5px}td.n,th.n{padding-left:12px}.line{padding:6px 12px}"""
    return Sheet(document(style, f'{head if phone else ""}<div class="page">{"" if phone else head}{tables}</div>'), truth)
