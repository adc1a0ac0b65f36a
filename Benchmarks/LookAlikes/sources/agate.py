"""Scorecards in a newspaper's smallest type: one column or two, leaders, running-in bowling."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-agate"
CARDS = [
    dict(kind="scan", dpi=300, overs=50, pool="eng", bilevel=True),
    dict(kind="scan", dpi=250, overs=40, pool="wi", gray=True, two=True),
    dict(kind="text", overs=45, pool="sa", two=True),
    dict(kind="photo", overs=50, pool="eng", crop=True, curl=0.002),
    dict(kind="photo", overs=20, pool="nz", crop=True, two=True, curl=0.002),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c & b", run_out=rng.choice(["run out", "run out ({})"]), pair=None)
    names = Names(rng.choice(["initial", "open", "dotted"]), "last", "last")
    falls = rng.choice(["runs", "runs", "player"])
    views = [innings_view(match, i, names, words, bat=["runs"] + (["balls"] if False else []), bowl=["maidens"], falls=falls, marks=("*", "†"), overs="trim",
                          mark_before=True) for i in match.innings]
    when, blocks = date(rng, "long", (1955, 2015)), ""
    caps = rng.random() < 0.6
    for index, view in enumerate(views):
        innings = view.innings
        title = view.team.upper() if caps else view.team
        view.truth["team"] = title
        lines = "".join(f'<div class="l"><span>{esc(r.name)} {esc(r.text)}</span><i></i><span>{r["runs"]}</span></div>' for r in view.batting)
        parts = ", ".join(f"{k}{v}" for k, v in view.parts)
        wickets = "all out" if innings.all_out else f"{innings.wickets} wkt{'s' if innings.wickets != 1 else ''}"
        dnb = f'<p>Did not bat: {", ".join(esc(n) for n, _ in view.dnb)}.</p>' if view.dnb else ""
        falls_text = ", ".join((f'{r["wicket"]}-{r["runs"]}' + (f" ({esc(r.name)})" if falls == "player" else "")) for r in view.falls)
        bowling = "; ".join(f'{esc(r.name)} {r["overs"]}-{r["maidens"]}-{r["runs"]}-{r["wickets"]}' for r in view.bowling)
        blocks += f"""<div class="in"><h3>{esc(title)}</h3>{lines}<div class="l"><span>Extras ({parts})</span><i></i><span>{view.extras}</span></div><div class="l t"><span>Total ({wickets}, {view.overs} overs)</span><i></i><span>{innings.runs}</span></div>{dnb}<p>Fall of wickets: {falls_text}.</p><p>Bowling: {bowling}.</p></div>"""
    face = rng.choice(["'Nimbus Roman','Liberation Serif'", "'Liberation Sans Narrow','Liberation Sans'", "'TeX Gyre Schola','C059'"])
    dots = rng.random() < 0.7
    a, b = match.teams
    body = f"""<div class="col"><h2>{esc(match.competition)}</h2><p class="c">{esc(a)} v {esc(b)}<br>{esc(match.ground)}, {when}</p><p class="c"><b>{esc(match.result)}</b></p><div class="both">{blocks}</div></div>"""
    width = 128 if spec.get("two") else 66
    style = f"""body{{font-family:{face},serif;font-size:{'8.2pt' if not spec.get('two') else '7.8pt'};line-height:1.18;color:#111}}.col{{width:{width}mm;margin:0 auto}}h2{{font-size:12pt;margin:0 0 3px;text-align:center;border-top:2px solid #111;border-bottom:1px solid #111;padding:2px}}.c{{text-align:center;text-indent:0;margin:2px 0}}h3{{font-size:8.5pt;text-align:center;margin:5px 0 2px}}
.l{{display:flex;align-items:baseline}}.l i{{flex:1;overflow:hidden;{'border-bottom:1.2px dotted #333' if dots else ''};margin:0 3px;height:0.7em}}.t{{font-weight:700}}p{{margin:1.5px 0;text-align:justify;text-indent:6px}}{'.both{column-count:2;column-gap:5mm;column-rule:.5px solid #111}.in{break-inside:avoid}' if spec.get('two') else ''}"""
    truth = card_truth(match.teams, views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
