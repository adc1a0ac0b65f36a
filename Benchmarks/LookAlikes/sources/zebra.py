"""A statistics site's listing: one long table with stripes."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-zebra"
CARDS = [
    dict(kind="screen", width=1280, scale=1, overs=20, pool="ind"),
    dict(kind="text", overs=40, pool="sl", margin="12mm"),
    dict(kind="screen", width=1024, scale=2, overs=50, pool="pak", file="jpg"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", pair=None, dnb="did not bat")
    names = Names(rng.choice(["full", "initials"]), "last", "last")
    style_dnb = "rows"
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "minutes", "fours", "sixes", "strike_rate"], bowl=["maidens", "wides", "no_balls", "economy"], dnb=style_dnb, overs="full", falls="bare_over" if rng.random() < 0.5 else "runs", zero=rng.choice(["0", "-"]), bowl_zero=rng.choice(["0", "-"])) for i in match.innings]
    when, tables = date(rng, "iso", (2010, 2025)), ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td>{k + 1}</td><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("runs", "minutes", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for k, r in enumerate(view.batting))
        end = "all out" if innings.all_out else f"{innings.wickets} wickets"
        bowling = "".join(f'<tr><td>{k + 1}</td><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "economy", "wides", "no_balls")) + "</tr>" for k, r in enumerate(view.bowling))
        falls = "".join(f'<tr><td>{r["wicket"]}</td><td>{r["runs"]}</td>{over_cell(r)}</tr>' for r in view.falls)
        over_head = "<th>Over</th>" if view.falls and view.falls[0].truth["over"] else ""
        tables += f"""<h2>{esc(view.team)} batting</h2><table><tr><th>Pos</th><th class="n">Player</th><th class="n">How out</th><th>Runs</th><th>Mins</th><th>Balls</th><th>Fours</th><th>Sixes</th><th>Strike rate</th></tr>{rows}<tr><td></td><td class="n">Extras</td><td class="n">{", ".join(f"{k} {v}" for k, v in view.parts)}</td><td>{view.extras}</td><td colspan=5></td></tr><tr class="b"><td></td><td class="n">Total</td><td class="n">{end}, {view.overs} overs</td><td>{innings.runs}</td><td colspan=5></td></tr></table>
<h2>{esc(innings.fielding_team)} bowling</h2><table><tr><th>#</th><th class="n">Player</th><th>Overs</th><th>Maidens</th><th>Runs</th><th>Wickets</th><th>Economy</th><th>Wides</th><th>No balls</th></tr>{bowling}</table><h2>Fall of wickets</h2><table class="q"><tr><th>Wicket</th><th>Score</th>{over_head}</tr>{falls}</table>"""
    colour = rng.choice(["#2c7fb8", "#3d5a80", "#5f7f3f"])
    body = f'<div class="pg"><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><p>{esc(match.competition)} / {esc(match.ground)} / {when}</p><p><b>{esc(match.result)}</b></p>{tables}</div>'
    style = f"""body{{font-family:{rng.choice(["Roboto", "'DejaVu Sans'", "'Liberation Sans'"])},sans-serif;font-size:13px;color:#222;background:#fff}}.pg{{max-width:1100px;margin:0 auto;padding:14px}}h1{{font-size:20px;margin:2px 0}}h2{{font-size:14px;margin:14px 0 4px;color:{colour}}}p{{margin:3px 0}}table{{width:100%}}th{{background:{colour};color:#fff}}th,td{{padding:5px 9px;text-align:right}}tr:nth-child(even) td{{background:#eef3f8}}.n{{text-align:left}}.b td{{font-weight:700}}.q{{width:260px}}@media print{{body{{font-size:11px}}th,td{{padding:2px 6px}}.pg{{padding:0}}}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))


def over_cell(row):
    return f'<td>{row["over"]}</td>' if row.truth["over"] else ""
