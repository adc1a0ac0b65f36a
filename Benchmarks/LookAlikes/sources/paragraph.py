"""A newspaper's card run in as one paragraph a side."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-paragraph"
CARDS = [
    dict(kind="scan", overs=40, pool="eng", dpi=300, bilevel=True),
    dict(kind="text", overs=50, pool="aus"),
    dict(kind="photo", overs=45, pool="eng", crop=True, curl=0.002),
    dict(kind="scan", overs=50, pool="sa", dpi=250, gray=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c and b", run_out="run out", retired="retired hurt", hit_wicket="hit wkt b")
    names = Names(rng.choice(["open", "initial", "dotted"]), "last", "last")
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls="runs", overs="trim", marks=("*", "†"), mark_before=True) for i in match.innings]
    when, caps = date(rng, "long", (1960, 2012)), rng.random() < 0.5
    paragraphs = ""
    for view in views:
        innings = view.innings
        title = view.team.upper() if caps else view.team
        view.truth["team"] = title
        batters = "; ".join(f'{esc(r.name)} {esc(r.text)} <b>{r["runs"]}</b>' for r in view.batting)
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        ends = "all out" if innings.all_out else f"{innings.wickets} wkts"
        dnb = f' <i>Did not bat:</i> {", ".join(esc(n) for n, _ in view.dnb)}.' if view.dnb else ""
        falls = ", ".join(f'{r["wicket"]}-{r["runs"]}' for r in view.falls)
        bowling = "; ".join(f'{esc(r.name)} {r["overs"]}-{r["maidens"]}-{r["runs"]}-{r["wickets"]}' for r in view.bowling)
        paragraphs += f"""<p><b>{esc(title)}:</b> {batters}. Extras ({parts}) {view.extras}. <b>Total</b> ({ends}, {view.overs} overs) <b>{innings.runs}</b>.{dnb} <i>Fall of wickets:</i> {falls}. <i>Bowling:</i> {bowling}.</p>"""
    face = rng.choice(["'Nimbus Roman'", "'C059'", "'Liberation Serif'", "'TeX Gyre Termes'"])
    width = rng.choice([72, 84, 96])
    body = f'<div class="col"><h2>{esc(match.competition)}</h2><h3>{esc(match.teams[0])} v {esc(match.teams[1])}</h3><p class="c">{esc(match.ground)}, {when}: {esc(match.result)}</p>{paragraphs}</div>'
    style = f"""body{{font-family:{face},serif;font-size:8.6pt;line-height:1.22;color:#111}}.col{{width:{width}mm;margin:0 auto}}h2{{font-size:11pt;margin:0 0 2px;border-bottom:1px solid #111}}h3{{font-size:9.5pt;margin:3px 0}}p{{margin:3px 0;text-align:justify}}.c{{font-style:italic}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
