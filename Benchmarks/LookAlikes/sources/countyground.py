"""The official scorecard of a county ground: batters printed and numbered before the match, the rest filled in at the interval."""
from common import Sheet, document
from match import Match
import names as pool
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-countyground"
CARDS = [
    dict(kind="scan", overs=50, pool="eng", paper="A5", margin="8mm", dpi=300, gray=True),
    dict(kind="text", overs=40, pool="wi", paper="A5", margin="8mm"),
    dict(kind="scan", days=True, pool="eng", landscape=True, margin="9mm", dpi=250, bilevel=True),
    dict(kind="photo", overs=55, pool="eng", paper="A5", margin="8mm", curl=0.003),
    dict(kind="photo", days=True, pool="nz", landscape=True, margin="9mm"),
]


def draw(rng, spec):
    days = spec.get("days", False)
    while True:
        match = Match(rng, spec["pool"], spec.get("overs", 50), days=days)
        if not days or len(match.innings) == 4:
            break
    words = Dismissals(c_and_b="c & b", run_out="run out", dnb="did not bat" if days else "", hit_wicket="hit wkt b")
    names = Names(rng.choice(["last_initials", "dotted", "initial_dot"]), "last", "last")
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls="runs", dnb="rows", marks=("*", "+"),
                          overs="trim", mark_before=True, total_overs=not days) for i in match.innings]
    blocks = ""
    order = [match.innings[0].team, match.innings[1].team]
    for team in order:
        own = [v for v in views if v.innings.team == team]
        rows = ""
        for k, row in enumerate(own[0].batting):
            if not days and row.batter.how == "did not bat":
                row.truth["how_out"] = row.truth["dismissal"] = None
            pairs = "".join(f'<td class="d">{esc(v.batting[k].text)}</td><td class="r">{v.batting[k]["runs"]}</td>' for v in own)
            rows += f'<tr><td class="k">{k + 1}</td><td class="n">{esc(row.name)}</td>{pairs}</tr>'
        extras, totals, falls, bowling = "", "", "", ""
        for v in own:
            parts = ", ".join(f'{ {"lb": "l-b", "nb": "n-b"}.get(k, k)} {n}' for k, n in v.parts)
            extras += f'<td class="d">{parts}</td><td class="r">{v.extras}</td>'
            wickets = "all out" if v.innings.all_out else f"{v.innings.wickets} wkts" + (" dec" if v.innings.declared else "")
            totals += f'<td class="d">{"(" + wickets + (")" if days else f", {v.overs} overs)")}</td><td class="r">{v.innings.runs}</td>'
            fell = {f["wicket"]: f["runs"] for f in v.falls}
            falls += '<div class="fw">' + "".join(f"<span>{w}-{fell.get(str(w), '')}</span>" for w in range(1, 11)) + "</div>"
        bowlers = []
        for v in own:
            bowlers.append('<table class="bw"><tr><th class="n">Bowling Analysis</th><th>O</th><th>M</th><th>R</th><th>W</th></tr>' + "".join(
                f'<tr><td class="n">{esc(r.name)}</td><td>{r["overs"]}</td><td>{r["maidens"]}</td><td>{r["runs"]}</td><td>{r["wickets"]}</td></tr>' for r in v.bowling) + "</table>")
        heads = '<th class="d">First Innings</th><th></th><th class="d">Second Innings</th><th></th>' if days else "<th></th><th></th>"
        bowling = f'<div class="pair">{"".join(bowlers)}</div>'
        blocks += f"""<div class="side"><table class="b"><tr><th></th><th class="n tm">{esc(team)}</th>{heads}</tr>{rows}<tr><td></td><td class="n">Extras</td>{extras}</tr><tr class="t"><td></td><td class="n">Total</td>{totals}</tr></table><div class="cap">Fall of wickets</div>{falls}{bowling}</div>"""
    when = date(rng, "long", (1968, 2009))
    officials = [p.form("dotted") for p in pool.squad(rng, "eng", 4)]
    a, b = order
    body = f"""<div class="top"><div class="cl">OFFICIAL SCORECARD</div></div><h1>{esc(a)} v. {esc(b)}</h1><p>{esc(match.competition)}</p><p>at {esc(match.ground)}, {when}</p>
<div class="sides">{blocks}</div><p class="f">* Captain &nbsp; + Wicket-keeper</p><p class="f">Umpires: {esc(officials[0])} &amp; {esc(officials[1])} &nbsp;&nbsp; Scorers: {esc(officials[2])} &amp; {esc(officials[3])}</p><p class="f">Toss won by: {esc(match.teams[match.toss_winner])} &nbsp;&nbsp; RESULT: {esc(match.result)}</p>"""
    face = rng.choice(["'C059','TeX Gyre Schola'", "'Nimbus Roman'", "'Old Standard TT'", "'Nimbus Sans'"])
    flow = ".sides{display:flex;gap:7mm}.side{flex:1}" if days else ""
    style = f"""body{{font-family:{face},serif;font-size:{'8pt' if days else '9pt'};color:#111;line-height:1.2}}.top{{border-bottom:2px solid #111;text-align:center;font-weight:700;letter-spacing:2px}}h1{{font-size:14pt;text-align:center;margin:4px 0}}p{{text-align:center;margin:2px 0}}{flow}table.b{{width:100%;margin-top:7px}}td,th{{padding:1px 3px;text-align:left;white-space:nowrap}}.k{{text-align:right;width:16px}}.n{{width:30%}}td.r{{text-align:right;width:30px}}.r+.d{{padding-left:9px}}.tm{{text-transform:uppercase}}.t td{{font-weight:700;border-top:1px solid #111}}.cap{{font-style:italic;margin-top:3px}}.fw{{display:flex;justify-content:space-between;border-top:.6px solid #111;border-bottom:.6px solid #111;padding:1px 2px}}
.pair{{display:flex;gap:4mm;margin-top:3px}}.bw{{flex:1}}.bw td,.bw th{{text-align:right}}.bw .n{{text-align:left}}.f{{font-size:.92em;text-align:left;margin-top:3px}}"""
    for view in views:
        view.truth["team"] = view.team.upper()
    truth = card_truth(order, views, toss=match.teams[match.toss_winner], result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)

