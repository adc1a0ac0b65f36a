"""A result graphic for social media: totals and the best batters and bowlers of each side."""
from common import Sheet, document
from match import Match
from view import card_truth, esc

LAYOUT = "look-graphic"
CARDS = [
    dict(kind="screen", width=1080, height=1080, scale=1, pool="eng", overs=40, form=0),
    dict(kind="screen", width=1080, height=1350, scale=1, pool="ind", overs=20, form=1, file="jpg", quality=80),
    dict(kind="screen", width=1200, height=675, scale=1, pool="aus", overs=50, form=2, file="jpg"),
    dict(kind="screen", width=1080, height=1080, scale=1, pool="women", overs=20, form=0, file="jpg", messenger=800),
    dict(kind="photo", of="screen", width=1080, height=1350, scale=1.4, pool="wi", overs=20, form=1),
]
EMPTY = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, fours=None, sixes=None, minutes=None, strike_rate=None)


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    form = spec["form"]
    upper = rng.random() < 0.6
    case = lambda text: text.upper() if upper else text
    name = lambda p: case(p.form("full" if form == 1 else "initial"))
    blocks, truths = "", []
    for innings in match.innings:
        overs = innings.overs[:-2] if innings.overs.endswith(".0") else innings.overs
        best = sorted((b for b in innings.batters if b.how != "did not bat"), key=lambda b: -b.runs)[:3 if form == 1 else 2]
        took = [b for b in sorted(innings.bowlers, key=lambda b: (-b.wickets, b.runs))][:3 if form == 1 else 2]
        star = lambda b: "*" if b.how == "not out" else ""
        score = f"{innings.wickets}/{innings.runs}" if spec["pool"] == "aus" else f"{innings.runs}-{innings.wickets}" if form == 0 else f"{innings.runs}/{innings.wickets}"
        if innings.all_out and form != 1:
            score = f"{innings.runs} all out"
        bats = "".join(f'<div class="w"><span>{esc(name(b.person))}</span><b>{b.runs}{star(b)}<small> ({b.balls})</small></b></div>' for b in best)
        figures = (lambda b: f"{b.wickets}/{b.runs}") if form != 0 else (lambda b: f"{b.wickets}-{b.runs}")
        bowls = "".join(f'<div class="w"><span>{esc(name(b.person))}</span><b>{figures(b)}' + (f"<small> ({b.overs})</small>" if form == 1 else "") + "</b></div>" for b in took)
        blocks += f'<div class="in"><div class="tm"><span>{esc(case(innings.team))}</span><span class="sc">{score}<small> ({overs} overs)</small></span></div><div class="cols"><div>{bats}</div><div>{bowls}</div></div></div>'
        truths.append({"team": case(innings.team), "total": {"runs": innings.runs, "wickets": innings.wickets, "overs": overs, "declared": None},
                       "extras": {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")},
                       "batting": [{"player": name(b.person), **EMPTY, "how_out": "not out" if b.how == "not out" else None, "runs": b.runs, "balls": b.balls} for b in best],
                       "did_not_bat": [], "fall_of_wickets": [],
                       "bowling": [{"player": name(b.person), "overs": b.overs if form == 1 else None, "maidens": None, "runs": b.runs, "wickets": b.wickets, "wides": None, "no_balls": None, "economy": None} for b in took]})
    hue = rng.choice([("#0d1b3e", "#e8b923", "#fff"), ("#5b0e2d", "#ffa781", "#fff"), ("#f7f3e9", "#c1121f", "#14213d"), ("#003d33", "#9bf6b4", "#fff")])
    k = spec["width"] / 1080
    high = spec["height"]
    result = case(match.result)
    head = rng.choice(["FULL TIME", "RESULT", "MATCH RESULT", "STUMPS"]) if form != 2 else "RESULT"
    face = rng.choice(["'Roboto Condensed'", "'Open Sans'", "'Inter'", "'TeX Gyre Heros Cn'"])
    small = 0.82 if form == 2 else 1.0
    body = f'<div class="bg" data-no-text></div><div class="pg"><div class="hd"><span>{head}</span><span class="lg">{esc(match.competition)}</span></div>{blocks}<div class="rs">{esc(result)}</div><div class="sp">Match sponsor: Howzat Sports</div></div>'
    style = f"""body{{width:{spec['width']}px;height:{high}px;overflow:hidden;background:{hue[0]};color:{hue[2]};font-family:{face},sans-serif;font-size:{30 * k * small:.0f}px}}.bg{{position:absolute;inset:0;background:repeating-linear-gradient(125deg,rgba(255,255,255,.04) 0 {60 * k:.0f}px,transparent 0 {130 * k:.0f}px),radial-gradient(circle at 80% 10%,rgba(255,255,255,.18),transparent 50%)}}.pg{{position:relative;padding:{46 * k * small:.0f}px {56 * k:.0f}px;height:100%;display:flex;flex-direction:column;justify-content:space-between}}.hd{{display:flex;justify-content:space-between;align-items:baseline;font-size:1.9em;font-weight:800;color:{hue[1]}}}.lg{{font-size:.5em;font-weight:500;color:{hue[2]}}}
.tm{{display:flex;justify-content:space-between;align-items:baseline;background:{hue[1]};color:{'#111' if hue[2] == '#fff' else '#fff'};padding:.3em .6em;font-weight:800;font-size:1.25em}}.sc{{font-size:1.15em}}small{{font-size:.62em;font-weight:500}}.cols{{display:flex;gap:{40 * k:.0f}px;padding:.5em .3em}}.cols>div{{flex:1}}.w{{display:flex;justify-content:space-between;padding:.28em .2em;border-bottom:1px solid rgba(128,128,128,.4)}}.rs{{font-weight:800;font-size:1.25em;text-align:center;color:{hue[1]}}}.sp{{font-size:.6em;text-align:center;opacity:.7}}"""
    truth = card_truth([case(i.team) for i in match.innings], [], result=result)
    truth["innings"] = truths
    return Sheet(document(style, body), truth)
