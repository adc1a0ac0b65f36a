"""PlayHQ- and MyCricket-like pages of Australia: wickets before runs."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-playhq"
CARDS = [
    dict(kind="screen", width=1100, scale=1, overs=40, new=True),
    dict(kind="screen", width=414, scale=2, overs=20, new=True, phone=True, first_only=True),
    dict(kind="text", overs=40, new=False, margin="14mm"),
    dict(kind="photo", overs=35, new=False, margin="14mm"),
]


def draw(rng, spec):
    match = Match(rng, "aus", spec["overs"])
    new, phone = spec["new"], spec.get("phone")
    colon = not new
    words = Dismissals(caught="c:" if colon else "c", bowled="b:" if colon else "b", c_and_b="c&b:" if colon else "c&b", lbw="lbw b:" if colon else "lbw b",
                       stumped="st:" if colon else "st", hit_wicket="hit wicket b:" if colon else "hit wicket b",
                       run_out="run out: {}" if colon else "run out ({})", dnb="dnb", pair=None)
    names = Names("initial_dot" if colon else "full", "initial_dot", "initial_dot")
    played = match.innings[:1] if spec.get("first_only") else match.innings
    bat = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if new else [])
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens"] + (["wides", "no_balls", "economy"] if new else ["wides", "no_balls"]), falls="player" if colon else "over",
                          dnb="list" if new else "rows", marks=(" (c)", " (wk)"), overs="trim" if new else "full") for i in played]
    when, tables = date(rng, "long" if new else "slash", (2012, 2025)), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = ""
        for k, r in enumerate(view.batting):
            numbers = "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in bat)
            rows += (f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}<div class="how">{esc(r.text)}</div></td>{numbers}</tr>' if new else
                     f'<tr><td class="n">{esc(r.name)}</td><td class="how">{esc(r.text)}</td>{numbers}</tr>')
        parts = ", ".join(f"{ {'w': 'wd'}.get(k, k)} {v}" for k, v in view.parts)
        total = f"{innings.wickets}/{innings.runs}" if not innings.all_out else ("All out " if not new else "10/") + str(innings.runs)
        heads = "".join(f"<th>{h}</th>" for h in ["R", "B", "4s", "6s"] + (["SR"] if new else []))
        falls = ", ".join(f'{r["wicket"]}/{r["runs"]} ({esc(r.name)}' + (f', {r["over"]} ov)' if not colon else ")") for r in view.falls)
        columns = ["overs", "maidens", "runs", "wickets"] + (["economy"] if new else []) + ["wides", "no_balls"]
        word = {"overs": "O", "maidens": "M", "runs": "R", "wickets": "W", "economy": "Econ", "wides": "Wd", "no_balls": "Nb"}
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in columns) + "</tr>" for r in view.bowling)
        dnb = f'<div class="nt"><b>Did not bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
        gap = "" if new else "<td></td>"
        tables += f"""<div class="bar"><span>{esc(view.team)}</span><span>{total}</span></div><table><tr class="h"><th class="n" {"" if new else "colspan=2"}>{"Batting" if new else "Batsmen"}</th>{heads}</tr>{rows}
<tr class="e"><td class="n">Extras{" <span class=how>(" + parts + ")</span>" if new else ""}</td>{f'<td class="how">({parts})</td>' if not new else ""}<td class="r">{view.extras}</td>{"<td></td>" * (len(bat) - 1)}</tr>
<tr class="e"><td class="n"><b>Total</b>{f" <span class=how>({view.overs} overs)</span>" if new else ""}</td>{f'<td class="how">{view.overs} overs</td>' if not new else ""}<td class="r">{total}</td>{"<td></td>" * (len(bat) - 1)}</tr></table>{dnb}
<div class="nt"><b>Fall of Wickets{":" if colon else ""}</b> {falls}</div><table><tr class="h"><th class="n">{"Bowling" if new else "Bowlers"}</th>{"".join(f"<th>{word[c]}</th>" for c in columns)}</tr>{bowling}</table>"""
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'bowl'}"
    result = match.result if not spec.get("first_only") else None
    head = f'<div class="hd"><div class="cm">{esc(match.competition)}</div><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><div class="sm">{when}</div><div class="sm">{esc(match.ground)}</div>' + (f'<div class="rs">{esc(result)}</div>' if result else "") + f'<div class="sm">Toss: {esc(toss)}</div></div>'
    if new:
        style = """body{font-family:Inter,sans-serif;font-size:13px;color:#1c1f2a;background:#f3f5f9}.pg{max-width:900px;margin:0 auto;background:#fff;padding-bottom:20px}.hd{background:#12153d;color:#fff;padding:18px 20px}h1{font-size:20px;margin:6px 0}.cm{color:#7d8bff;font-weight:600}.sm{font-size:12px;color:#cdd2f0;margin:3px 0}.rs{font-weight:700;margin:6px 0;color:#40e0a8}.bar{display:flex;justify-content:space-between;font-size:17px;font-weight:700;padding:16px 18px 8px}
table{width:100%}.h th{color:#6a7085;font-size:11px;font-weight:600;border-bottom:2px solid #e3e6ef}th,td{padding:8px 8px;text-align:right;border-bottom:1px solid #eceef4}.n{text-align:left;padding-left:18px}td.n{font-weight:600}.how{font-weight:400;color:#6a7085;font-size:12px}td.r{font-weight:700}.nt{padding:10px 18px;line-height:1.6}""" + (".n{padding-left:12px}th,td{padding:7px 5px}td.n{width:50%}" if phone else "")
    else:
        style = """body{font-family:Arial,'Liberation Sans',sans-serif;font-size:11px;color:#000}.hd{border-bottom:3px solid #f2b705;padding-bottom:6px}h1{font-size:16px;margin:3px 0;color:#004b2f}.cm{font-weight:700}.rs{font-weight:700}.sm{margin:1px 0}.bar{background:#004b2f;color:#fff;display:flex;justify-content:space-between;padding:4px 6px;font-weight:700;margin-top:12px}table{width:100%}.h th{background:#e7efe9}th,td{padding:3px 6px;text-align:right;border-bottom:1px solid #ddd}.n,.how{text-align:left!important}td.n{width:26%}.nt{padding:4px 6px}td.r{font-weight:700}"""
    return Sheet(document(style, f'<div class="pg">{head}{tables}</div>'), card_truth(match.teams, views, toss=toss, result=result, venue=match.ground, date=when))
