"""A broadcaster's or a stream's summary between innings and after the match: a band a side, the best batters left and the best bowlers right.

Sky, Willow, Star, Fox and the overlays of club streams: `RIVERSIDE CC 187-6  20 OVERS`, four batters with `72* 45` or `72 (45)`, three or four bowlers with `3-24 4`, at the foot the result or what is needed; over the picture of a ground."""

from common import Sheet, choices, document
import names6  # the pools
from view import card_truth, esc
from weather8 import make

LAYOUT = "look-tvsummary"
CARDS = [
    dict(kind="screen", width=1920, height=1080, pool="eng", overs=50),
    dict(kind="screen", width=1280, height=720, nations=True, file="jpg", quality=78),
    dict(kind="photo", of="screen", width=1920, height=1080, nations=True, overs=50),
    dict(kind="screen", width=1280, height=720, pool="nz", file="jpg", quality=70, case="tie"),
    dict(kind="screen", width=1600, height=900, pool="women", case="dls"),
]
EMPTY = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, fours=None, sixes=None, minutes=None, strike_rate=None)


def draw(rng, spec):
    match = make(rng, spec, method="DLS")
    aus = spec.get("pool") == "aus"
    picked = choices(rng, count=[3, 4, 4], brackets=[True, False], overs=[True, True, False], rows=["last", "initial", "full"], dash=["-", "-", "/"], look=["glass", "solid", "stripe"], top=["MATCH SUMMARY", "SUMMARY", ""],
                     hue=[("#06215c", "#e4002b"), ("#3b0a45", "#ff4f79"), ("#00352f", "#f2c230"), ("#14181f", "#00a3e0"), ("#7a0c1e", "#f4f4f4")])
    if any(len({p.family for p in s}) < 11 for s in match.squads) and picked["rows"] == "last":
        picked["rows"] = "initial"
    name = lambda p: p.form(picked["rows"]).upper()
    k = spec["width"] / 1920
    bands, truths = "", []
    for innings in match.innings:
        best = [b for b in sorted((b for b in innings.batters if b.how != "did not bat"), key=lambda b: (-b.runs, b.balls))][:picked["count"]]
        took = sorted(innings.bowlers, key=lambda b: (-b.wickets, b.runs))[:picked["count"]]
        overs = innings.overs.removesuffix(".0")
        star = lambda b: "*" if b.how == "not out" else ""
        total = f"{innings.runs}{picked['dash']}{innings.wickets}" if not innings.all_out else f"{innings.runs}"
        bats = "".join(f"<div class=w><span>{esc(name(b.person))}</span><b>{b.runs}{star(b)}</b><i>{f'({b.balls})' if picked['brackets'] else b.balls}</i></div>" for b in best)
        bowls = "".join(f"<div class=w><span>{esc(name(b.person))}</span><b>{b.wickets}{picked['dash']}{b.runs}</b>" + (f"<i>{'(' + b.overs.removesuffix('.0') + ')' if picked['brackets'] else b.overs.removesuffix('.0')}</i>" if picked["overs"] else "") + "</div>" for b in took)
        bands += f"<section><div class=tm><span>{esc(innings.team.upper())}</span><em>{overs} OVERS</em><b>{total}</b></div><div class=cols><div>{bats}</div><div>{bowls}</div></div></section>"
        truths.append({"team": innings.team.upper(), "total": {"runs": innings.runs, "wickets": None if innings.all_out else innings.wickets, "overs": overs, "declared": None},
                       "extras": {x: None for x in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")},
                       "batting": [{"player": name(b.person), **EMPTY, "how_out": "not out" if b.how == "not out" else None, "runs": b.runs, "balls": b.balls} for b in best], "did_not_bat": [], "fall_of_wickets": [],
                       "bowling": [{"player": name(b.person), "overs": b.overs.removesuffix(".0") if picked["overs"] else None, "maidens": None, "runs": b.runs, "wickets": b.wickets, "wides": None, "no_balls": None, "economy": None} for b in took]})
    main, mark = picked["hue"]
    dark = mark == "#f4f4f4"
    result = match.result.upper()
    where = match.ground.upper()
    head = f"<div class=top><span data-no-text>{picked['top']}</span><em>{esc(where)}</em></div>"
    bug = "<div class=bug data-no-text>LIVE</div>"
    panel = {"glass": f"{main}e0", "solid": main, "stripe": f"repeating-linear-gradient(135deg,{main},{main} {26 * k:.0f}px,{main}f2 {26 * k:.0f}px,{main}f2 {52 * k:.0f}px)"}[picked["look"]]
    style = f"""body{{width:{spec['width']}px;height:{spec['height']}px;overflow:hidden;position:relative;background:radial-gradient(ellipse at 50% 110%,#8bb35a,#4c7d2f 45%,#2b4d21 70%,#7d8f9c 71%,#b9c9d6);font-family:'Roboto Condensed','Open Sans Condensed','Inter',sans-serif;color:#fff;font-size:{41 * k:.1f}px}}.pn{{position:absolute;left:{150 * k:.0f}px;right:{150 * k:.0f}px;top:50%;transform:translateY(-50%);background:{panel};box-shadow:0 0 {40 * k:.0f}px rgba(0,0,0,.4)}}
.top{{display:flex;justify-content:space-between;padding:.35em 1em;background:#fff;color:{main};font-weight:700}}.top em{{font-style:normal;font-weight:500}}.tm{{display:flex;align-items:baseline;gap:.8em;background:{mark};color:{main if dark or mark == '#f2c230' else '#fff'};padding:.25em .7em;font-weight:700;font-size:1.3em}}.tm em{{margin-left:auto;font-style:normal;font-size:.65em;font-weight:500}}.tm b{{font-size:1.15em}}
.cols{{display:flex}}.cols>div{{flex:1;padding:.35em 1em}}.cols>div+div{{border-left:2px solid rgba(255,255,255,.25)}}.w{{display:flex;align-items:baseline;padding:.16em 0}}.w b{{margin-left:auto;min-width:2.4em;text-align:right}}.w i{{font-style:normal;min-width:2.3em;text-align:right;opacity:.8;font-size:.85em}}.rs{{background:#fff;color:{main};font-weight:700;text-align:center;padding:.4em;font-size:1.1em}}
.bug{{position:absolute;right:{60 * k:.0f}px;top:{40 * k:.0f}px;background:#d00;padding:.1em .5em;font-weight:700}}"""
    truth = card_truth([i.team.upper() for i in match.innings], [], result=result, venue=where)
    truth["innings"] = truths
    return Sheet(document(style, f"{bug}<div class=pn>{head}{bands}<div class=rs>{esc(result)}</div></div>"), truth)
