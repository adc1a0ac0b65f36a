"""Full scorecard page of a large cricket site, desktop, 2020s."""
from common import Sheet, document, joined
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view, score

LAYOUT = "look-cricinfo"
CARDS = [
    dict(kind="screen", width=1280, scale=1, overs=50, pool="eng"),
    dict(kind="screen", width=1100, scale=2, overs=20, pool="ind", file="jpg", minutes=True),
    dict(kind="text", fit=False, days=True, pool="sl", minutes=True, width=1000),
    dict(kind="photo", of="screen", width=1000, scale=1.5, overs=20, pool="wi", first_only=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=spec.get("days", False))
    limit = spec.get("overs")
    words = Dismissals(dagger=True)
    names = Names("full", "last", "full")
    minutes = spec.get("minutes", False)
    bat = ["runs", "balls"] + (["minutes"] if minutes else []) + ["fours", "sixes", "strike_rate"]
    heads = {"runs": "R", "balls": "B", "minutes": "M", "fours": "4s", "sixes": "6s", "strike_rate": "SR"}
    played = match.innings[:1] if spec.get("first_only") else match.innings
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens", "economy", "wides", "no_balls"], falls="over",
                          marks=(" (c)", "†"), overs="trim", total_wickets=not i.all_out) for i in played]
    when = date(rng, "us", (2019, 2025))
    toss = f"{match.teams[match.toss_winner]}, elected to {'bat' if match.toss_bat else 'field'} first"
    tables = ""
    for index, view in enumerate(views):
        innings = view.innings
        ordinal = (" 1st Innings" if innings.number == 1 else " 2nd Innings") if spec.get("days") else ""
        note = f'<span class="max">({limit} ovs maximum)</span>' if limit and index == 0 else (
            f'<span class="max">(T: {match.innings[0].runs + 1} runs from {limit} ovs)</span>' if limit else "")
        rows = "".join(
            f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}</td><td class="d">{esc(r.text)}</td>'
            + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in bat) + "</tr>"
            for k, r in enumerate(view.batting))
        extras = f"({joined(view.parts)})" if view.parts else ""
        total = f'{view.overs} Ov (RR: {innings.rate:.2f})'
        dnb = (f'<div class="note"><b>Did not bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else "")
        falls = ", ".join(f'{r["wicket"]}-{r["runs"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
        bowlers = "".join(
            f'<tr data-t="w{index}.{k}"><td class="n">{esc(r.name)}</td>'
            + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in
                      ("overs", "maidens", "runs", "wickets", "economy", "dots", "fours", "sixes", "wides", "no_balls"))
            + "</tr>" for k, r in enumerate(view.bowling))
        tables += f"""<section><div class="bar"><span class="team">{esc(view.team)}{ordinal}</span> {note}</div>
<table class="bat"><thead><tr><th class="n">Batting</th><th></th>{"".join(f"<th>{heads[c]}</th>" for c in bat)}</tr></thead>
<tbody>{rows}<tr><td class="n">Extras</td><td class="d">{extras}</td><td class="r">{view.extras}</td>{"<td></td>" * (len(bat) - 1)}</tr>
<tr class="total"><td class="n">Total</td><td class="d">{total}</td><td class="r">{score(innings)}</td>{"<td></td>" * (len(bat) - 1)}</tr></tbody></table>
{dnb}<div class="note"><b>Fall of wickets:</b> {falls}</div>
<table class="bowl"><thead><tr><th class="n">Bowling</th>{"".join(f"<th>{h}</th>" for h in "O M R W Econ 0s 4s 6s WD NB".split())}</tr></thead><tbody>{bowlers}</tbody></table></section>"""
    lines = ""
    for side in (match.first, 1 - match.first):
        of = [i for i in played if i.team == match.teams[side]]
        text = " &amp; ".join(score(i) for i in of)
        detail = "" if not of or not limit or of[0] is played[0] else f'<span class="sub">({of[0].overs}/{limit} ov, T:{match.innings[0].runs + 1})</span> '
        lines += f'<div class="side"><span>{esc(match.teams[side])}</span><span>{detail}<b>{text}</b></span></div>'
    result = match.result if not spec.get("first_only") else None
    body = f"""<div class="top" data-no-text></div><div class="page"><div class="head"><div class="state">{"Result" if result else "Live"}</div>
<div class="where">{esc(match.competition)}, {esc(match.ground)}, {when}</div>{lines}<div class="won">{esc(result) if result else ""}</div></div>
<div class="tabs"><span>Summary</span><span class="on">Scorecard</span><span>Commentary</span><span>Overs</span><span>Table</span><span>News</span></div>
{tables}
<section class="details"><div class="bar"><span class="team">Match details</span></div><table class="info"><tr><td colspan=2><b>{esc(match.ground)}</b></td></tr>
<tr><td>Toss</td><td>{esc(toss)}</td></tr><tr><td>Season</td><td>{when[-4:]}</td></tr></table></section></div>"""
    style = """body{font-family:Inter,'Liberation Sans',sans-serif;background:#edeef0;color:#2b2c2d;font-size:12px}
.top{height:44px;background:#03a9f4}.page{max-width:960px;margin:12px auto;padding:0 8px}
.head{background:#fff;border-radius:10px;padding:14px 16px;margin-bottom:10px}.state{font-weight:700;text-transform:uppercase;font-size:11px}
.where{color:#6c6d6f;margin:4px 0 8px}.side{display:flex;justify-content:space-between;font-size:17px;font-weight:600;padding:3px 0}.sub{font-size:12px;color:#6c6d6f;font-weight:400}
.won{margin-top:6px}.tabs{background:#fff;border-radius:10px;padding:10px 16px;margin-bottom:10px;display:flex;gap:26px;color:#6c6d6f}.on{color:#03a9f4;font-weight:700}
section{background:#fff;border-radius:10px;margin-bottom:12px;padding-bottom:6px;overflow:hidden}.bar{background:#e4f5fd;padding:9px 16px;font-size:14px}.team{font-weight:700;text-transform:none}.max{color:#6c6d6f;font-size:12px}
table.bat,table.bowl{width:100%}th{font-size:11px;text-transform:uppercase;background:#f5f6f7;color:#48494a;font-weight:600}th,td{padding:7px 8px;text-align:right;border-bottom:1px solid #edeef0;white-space:nowrap}
td.d{color:#48494a;text-align:left;width:44%;white-space:normal}th.n,td.n{text-align:left;padding-left:16px;min-width:170px}td.n{color:#0377a8}td.r{font-weight:700;color:#000}
.total td{font-weight:700;background:#fafafa}.total td.n{text-transform:uppercase;color:#2b2c2d}.note{padding:9px 16px;line-height:1.55;border-bottom:1px solid #edeef0}.info td{text-align:left;padding:6px 16px}
@media print{body{background:#fff}.top{display:none}}"""
    truth = card_truth([match.teams[match.first], match.teams[1 - match.first]], views, toss=toss, result=result,
                       venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
