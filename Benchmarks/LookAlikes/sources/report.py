"""A club's match report with its tables; clubs of Germany and the Netherlands."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-report"
CARDS = [
    dict(kind="screen", width=900, scale=1.5, overs=40, pool="ger"),
    dict(kind="text", overs=50, pool="dut", margin="15mm"),
    dict(kind="scan", overs=40, pool="ger", dpi=200, margin="15mm"),
    dict(kind="photo", overs=20, pool="dut", margin="15mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(caught="c.", bowled="b.", c_and_b="c. & b.", lbw="lbw b.", stumped="st.", run_out="run out", hit_wicket="hit wicket b.")
    names = Names("initial_dot", "last", "last")
    first, second = match.innings
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours", "sixes"], bowl=["maidens", "economy"], marks=(" (C)", " (WK)"), overs="full", falls="runs", economy=1) for i in match.innings]
    when = date(rng, "dot", (2010, 2025))
    top = max(first.batters, key=lambda b: b.runs)
    chase = max(second.batters, key=lambda b: b.runs)
    bowler = max(first.bowlers, key=lambda b: (b.wickets, -b.runs))
    story = [f"On a warm afternoon at {match.ground} {first.team} batted first and {top.person.form('full')} held the innings together before the lower order added useful runs. The visitors were tidy in the field, with {bowler.person.form('full')} the pick of the attack.",
             f"In reply {chase.person.form('full')} of {second.team} looked in fine touch and the match stayed open until the closing overs. Tea was provided by the home club."]
    tables = ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr><td class="n">{esc(r.name)}</td><td class="n g">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("runs", "balls", "fours", "sixes")) + "</tr>" for r in view.batting)
        parts = " ".join(f"{k}{v}" for k, v in view.parts)
        wickets = "all out" if innings.all_out else f"{innings.wickets} wickets"
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for r in view.bowling)
        dnb = f'<p class="s">Did not bat: {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        tables += f"""<h2>{esc(view.team)}</h2><table><caption>Batting</caption><tr><th class="n">Name</th><th class="n">Dismissal</th><th>Runs</th><th>Balls</th><th>4s</th><th>6s</th></tr>{rows}<tr><td class="n">Extras</td><td class="n g">{parts}</td><td>{view.extras}</td><td colspan=3></td></tr><tr class="t"><td class="n">Total</td><td class="n">{wickets}, {view.overs} overs</td><td>{innings.runs}</td><td colspan=3></td></tr></table>{dnb}<p class="s">Fall of wickets: {", ".join(f'{r["wicket"]}-{r["runs"]}' for r in view.falls)}</p>
<table class="w"><caption>Bowling</caption><tr><th class="n">Name</th><th>Overs</th><th>Maidens</th><th>Runs</th><th>Wickets</th><th>Economy</th></tr>{bowling}</table>"""
    body = f"""<div class="pg"><div class="kk">Match report</div><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><div class="s">{esc(match.competition)} | {esc(match.ground)} | {when}</div><p><b>{esc(match.result)}</b></p>{"".join(f"<p>{esc(s)}</p>" for s in story)}{tables}</div>"""
    colour = rng.choice(["#b3001b", "#1f4e9e", "#e36b00", "#0b6e4f"])
    face = rng.choice(["'Open Sans'", "'TeX Gyre Heros'", "Caladea", "Cantarell"])
    style = f"""body{{font-family:{face},sans-serif;font-size:13px;color:#222;background:#fff;line-height:1.4}}.pg{{max-width:820px;margin:0 auto;padding:12px}}.kk{{color:{colour};font-weight:700;text-transform:uppercase;font-size:11px;letter-spacing:1px}}h1{{font-size:22px;margin:2px 0}}h2{{color:{colour};font-size:16px;margin:14px 0 2px}}.s{{color:#555;font-size:12px;margin:5px 0}}table{{width:100%;margin-top:4px}}caption{{text-align:left;font-weight:700;padding:2px 0}}th{{background:{colour};color:#fff;font-size:12px}}th,td{{padding:3px 8px;text-align:right;border-bottom:1px solid #ddd}}.n{{text-align:left}}.g{{color:#555}}.t td{{font-weight:700}}.w{{width:70%}}p{{margin:6px 0}}@media print{{.pg{{padding:0}}body{{font-size:11.5px}}}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
