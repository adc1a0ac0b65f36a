"""Television graphics: batting card and bowling card on a dark panel."""
from common import Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-tv"
CARDS = [
    dict(kind="screen", width=1920, height=1080, scale=1, overs=50, pool="aus", card="bat"),
    dict(kind="screen", width=1280, height=720, scale=1, overs=20, pool="ind", card="bat", file="jpg", quality=75),
    dict(kind="screen", width=1920, height=1080, scale=1, overs=20, pool="wi", card="bowl"),
    dict(kind="photo", of="screen", width=1600, height=900, scale=1, overs=50, pool="sa", card="bat"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    innings = match.innings[0]
    words = Dismissals(c_and_b="c & b", run_out="run out", dnb="")
    names = Names("full" if rng.random() < 0.6 else "initial", "last", upper="all")
    bowling = spec["card"] == "bowl"
    view = innings_view(match, innings, names, words, bat=["runs", "balls"], bowl=["maidens", "economy"], falls=False, dnb="rows", overs="trim", extras_parts=(), team=innings.team.upper())
    names_last = Names("last", "last", upper="all")
    k = spec["width"] / 1920
    hue = rng.choice([("#0b1f4b", "#123a86", "#f5c518"), ("#3a0a2e", "#7a1450", "#ffd166"), ("#04302b", "#0a6b5d", "#ffe14d"), ("#1a1a22", "#383848", "#ff5a36")])
    if bowling:
        view.truth["batting"], view.truth["did_not_bat"] = [], []
        view.truth["extras"] = {key: None for key in view.truth["extras"]}
        fielding = innings.fielding_team.upper()
        rows = "".join(f'<tr data-t="w0.{i}"><td class="n">{esc(r.name)}</td><td>{r["overs"]}</td><td>{r["maidens"]}</td><td>{r["runs"]}</td><td class="r">{r["wickets"]}</td><td>{r["economy"]}</td></tr>' for i, r in enumerate(view.bowling))
        inner = f'<div class="hd"><span>{esc(fielding)}</span><span class="sm">BOWLING</span></div><table><tr class="h"><td></td><td>OVERS</td><td>MDNS</td><td>RUNS</td><td>WKTS</td><td>ECON</td></tr>{rows}</table><div class="ft"><span>{esc(view.team)}</span><span class="big">{innings.runs}-{innings.wickets}</span><span>{view.overs} OVERS</span></div>'
        truth = card_truth([fielding, view.team], [view])
    else:
        view.truth["bowling"] = []
        rows = ""
        for i, row in enumerate(view.batting):
            how = row.batter.how
            truth = row.truth
            if how == "did not bat":
                truth["how_out"] = truth["dismissal"] = None
                rows += f'<tr class="dim" data-t="b0.{i}"><td class="n">{esc(row.name)}</td><td></td><td></td><td></td><td></td></tr>'
                continue
            first = {"caught": f"c {truth['fielder']}", "stumped": f"st {truth['fielder']}", "lbw": "lbw", "run out": "run out", "not out": "not out", "bowled": "",
                     "caught and bowled": "c & b", "hit wicket": "hit wicket", "retired hurt": "retired hurt"}[how]
            second = "" if not truth["bowler"] else (truth["bowler"] if how == "caught and bowled" else f"b {truth['bowler']}")
            truth["dismissal"] = f"{first} {second}".strip()
            star = "" if how != "not out" else ""
            rows += f'<tr class="{"in" if how == "not out" else ""}" data-t="b0.{i}"><td class="n">{esc(row.name)}</td><td class="d">{esc(first)}</td><td class="d">{esc(second)}</td><td class="r">{row["runs"]}{star}</td><td class="bl">{row["balls"]}</td></tr>'
        inner = f'<div class="hd"><span>{esc(view.team)}</span><span class="sm">BATTING</span></div><table>{rows}</table><div class="ft"><span>EXTRAS <b>{view.extras}</b></span><span>OVERS <b>{view.overs}</b></span><span class="big">{innings.runs}-{innings.wickets}</span></div>'
        truth = card_truth([view.team], [view])
        truth["teams"] = [view.team]
    style = f"""body{{width:{spec['width']}px;height:{spec['height']}px;overflow:hidden;background:radial-gradient(circle at 30% 20%,#5b8f3a,#2f5a22 60%,#1d3a16);font-family:'Open Sans','Roboto',sans-serif;color:#fff;font-size:{30 * k}px}}.pn{{position:absolute;left:{250 * k}px;right:{250 * k}px;top:{70 * k}px;background:linear-gradient(100deg,{hue[0]},{hue[1]});box-shadow:0 {8 * k}px {40 * k}px rgba(0,0,0,.6)}}
.hd{{display:flex;justify-content:space-between;align-items:center;background:rgba(255,255,255,.12);padding:{12 * k}px {30 * k}px;font-size:{42 * k}px;font-weight:800}}.sm{{font-size:{26 * k}px;font-weight:600;color:{hue[2]}}}table{{width:100%}}td{{padding:{9 * k}px {16 * k}px;text-align:right;border-bottom:1px solid rgba(255,255,255,.12);white-space:nowrap}}td.n{{text-align:left;font-weight:700;padding-left:{30 * k}px}}td.d{{text-align:left;font-size:{26 * k}px;color:#d5dbe8}}td.r{{font-weight:800;font-size:{34 * k}px}}td.bl{{font-size:{23 * k}px;color:#c3cbdc;width:{90 * k}px;padding-right:{30 * k}px}}.in td{{color:{hue[2]}}}.dim td{{color:rgba(255,255,255,.55)}}.h td{{font-size:{22 * k}px;color:{hue[2]}}}
.ft{{display:flex;justify-content:space-between;align-items:center;padding:{10 * k}px {30 * k}px;background:rgba(0,0,0,.35);font-size:{30 * k}px}}.big{{font-size:{48 * k}px;font-weight:800}}"""
    return Sheet(document(style, f'<div class="pn">{inner}</div>'), truth)
