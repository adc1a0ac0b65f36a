"""A card set to be framed: dinner menu, tour brochure, centenary; centred, ornamental, dismissals in words."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-commemorative"
CARDS = [
    dict(kind="text", overs=40, pool="wi", margin="14mm"),
    dict(kind="scan", overs=50, pool="eng", margin="14mm", dpi=200),
    dict(kind="photo", overs=40, pool="sa", margin="14mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(caught="caught", bowled="bowled", c_and_b="caught and bowled", lbw="lbw bowled", stumped="stumped", run_out="run out", hit_wicket="hit wicket bowled")
    names = Names(rng.choice(["dotted", "spaced", "full"]), "last", "last")
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls=False, overs="trim", marks=(" (Captain)", "")) for i in match.innings]
    when = date(rng, "long", (1975, 2023))
    sides = ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td class="a">{esc(r.name)}</td><td class="i">{esc(r.parts[0])}</td><td class="i">{esc(r.parts[1])}</td><td class="v">{r["runs"]}</td></tr>' for r in view.batting)
        dnb = f'<p><i>Did not bat:</i> {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        ends = "all out" if innings.all_out else f"for {innings.wickets} wicket{'s' if innings.wickets != 1 else ''}"
        bowling = "".join(f'<tr><td class="a">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets")) + "</tr>" for r in view.bowling)
        sides += f"""<div class="side"><h2>{esc(view.team)}</h2><table>{rows}<tr><td class="a">Extras</td><td class="i" colspan=2>{parts}</td><td class="v">{view.extras}</td></tr><tr class="t"><td class="a">Total</td><td class="i" colspan=2>{ends}, {view.overs} overs</td><td class="v">{innings.runs}</td></tr></table>{dnb}<table class="bo"><tr><th class="a">Bowling</th><th>Overs</th><th>Maidens</th><th>Runs</th><th>Wickets</th></tr>{bowling}</table></div>"""
    occasion = rng.choice(["The Centenary Match", "Tour of the Western Isles", "Annual Dinner", "The President's Match"])
    body = f"""<div class="fr"><div class="oc">{occasion}</div><h1>{esc(match.teams[0])} <span>versus</span> {esc(match.teams[1])}</h1><p>{esc(match.ground)} ❦ {when}</p>{sides}<p class="rs">{esc(match.result)}</p></div>"""
    colour = rng.choice(["#5a1a1a", "#1d2f5a", "#214a2c"])
    paper = rng.choice(["#fbf6e6", "#fff", "#f4ecd8"])
    face = rng.choice(["'EB Garamond'", "'Linux Libertine O'", "'Old Standard TT'"])
    style = f"""body{{font-family:{face},serif;font-size:13px;color:#222}}.fr{{border:5px double {colour};padding:16px 34px;background:{paper};text-align:center}}.oc{{font-variant:small-caps;font-size:19px;color:{colour};letter-spacing:2px}}h1{{font-size:23px;margin:4px 0;color:{colour};font-weight:500}}h1 span{{font-style:italic;font-size:16px}}h2{{font-size:17px;margin:12px 0 4px;font-variant:small-caps;color:{colour}}}table{{margin:0 auto;width:92%}}td,th{{padding:1.5px 6px;text-align:right}}.a{{text-align:left}}.i{{text-align:left;font-style:italic}}.v{{text-align:right}}.t td{{border-top:1px solid {colour};font-weight:700}}.bo{{width:70%;margin-top:8px}}.bo th{{font-weight:400;font-style:italic;border-bottom:1px solid {colour}}}p{{margin:4px 0}}.rs{{font-size:16px;font-style:italic;margin-top:12px}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
