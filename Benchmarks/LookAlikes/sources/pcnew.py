"""The match page of England's club site as it was made anew about 2023, and what its Print gives.

Play-Cricket: a dark blue banner with two crests and totals as 187 - 6, rounded tabs, a white card an innings; how out in
two columns on a desk and in one on paper; extras as "4b 6lb 12w"; bowling with wides, no-balls and economy."""

from common import (Sheet, bowling_rows, choices, document, falls, grid, heads, joined, sides, total_alone)
from match import Match
from names import POOLS, date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-pcnew"
CARDS = [
    dict(kind="screen", width=1280, scale=1, pool="eng", overs=45, tabs=True),
    dict(kind="text", pool="women", overs=40, margin="10mm", side=""),
    dict(kind="screen", width=1180, scale=1.25, pool="eng", overs=20, file="jpg"),
    dict(kind="photo", pool="eng", overs=50, margin="12mm"),
    dict(kind="scan", pool="eng", overs=40, dpi=200, gray=True, margin="12mm"),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
BOWL = ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"]
BAT_HEADS = dict(runs="Runs", balls="Balls", fours="4s", sixes="6s", strike_rate="SR")
BOWL_HEADS = dict(overs="O", maidens="M", runs="R", wickets="W", wides="Wides", no_balls="No Balls", economy="Econ")


def two_columns(row):
    """How out and who bowled in columns of their own."""
    return [esc(part) for part in row.parts]


def scored(innings):
    return f"{innings.runs} - {innings.wickets}" if not innings.all_out else f"{innings.runs} All out"


def block(index, view, picked):
    how = two_columns if picked["two"] else (lambda row: [esc(row.text)])
    wide = 1 + picked["two"]
    rows = [(f"b{index}.{k}", [f"<b>{esc(r.name)}</b>", *how(r), *(r[c] for c in BAT)]) for k, r in enumerate(view.batting)]
    gap = [""] * wide
    rows.append((f"x{index}", ["Extras", *gap[1:], joined(view.parts, "{v}{k}", " "), view.extras, "", "", "", ""]))
    total = f"{view.innings.runs} {'All out' if view.innings.all_out else f'for {view.innings.wickets}'}"
    rows.append((f"t{index}", ["Total", *gap, f"{total} ({view.overs} overs)", "", "", "", ""]))
    head = ["Batter", *(["How out", "Bowler"] if picked["two"] else ["How out"]), *heads(BAT, BAT_HEADS)]
    fell = falls(view, "{wicket}-{runs} ({name})" if picked["first"] == "wicket" else "{runs} for {wicket} ({name})")
    fow = f'<p data-t=f{index}><b>Fall of wickets</b><br>{fell}</p>' if view.falls else ""
    batting = grid(head, rows, range(1 + wide))
    bowled = grid(["Bowler", *heads(BOWL, BOWL_HEADS)], bowling_rows(index, view, BOWL))
    return f'<section><h3>{esc(view.team)} <small>Innings</small></h3>{batting}{fow}{bowled}</section>'


def banner(match, when, toss):
    side = lambda i: f'<div><i data-no-text></i><b>{esc(i.team)}</b><span>{scored(i)} <small>({i.overs})</small></span></div>'
    one, two = match.innings
    return (f'<header>{side(one)}<div class="mi"><em>{esc(match.competition)}</em><u>{esc(match.result)}</u>'
            f"<em>{when} · {esc(match.ground)}</em></div>{side(two)}</header>" + (f"<p class=to>Toss: {esc(toss)}</p>" if toss else ""))


def style_of(picked, paper):
    mark = picked["mark"]
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{11.5 if paper else 14}px;color:#1b2431;
background:{'#fff' if paper else '#f2f4f7'}}}header{{background:{'#fff' if paper else mark};color:{'#111' if paper else '#fff'};
display:flex;justify-content:space-between;align-items:center;padding:20px 32px;text-align:center;
border-bottom:4px solid {picked['line']}}}header div{{flex:1}}header b,header span,em,u{{display:block;font-style:normal;
text-decoration:none}}header span{{font-size:1.8em;font-weight:700}}header i{{display:block;width:48px;height:48px;
border-radius:24px;background:#9fb3c8;margin:0 auto 6px}}em{{font-size:.85em;opacity:.8;margin:5px}}u{{font-size:1.1em;
font-weight:700}}small{{font-size:.55em;font-weight:400}}h3 small{{font-size:.8em}}nav{{margin:16px 24px 0}}nav span{{
display:inline-block;padding:9px 20px;border-radius:20px;background:#fff;margin-right:8px}}nav span:first-child{{
background:{picked['line']};color:#fff}}section{{background:#fff;margin:{'8px 0' if paper else '16px 24px'};padding:14px 16px;
border-radius:10px;{'' if paper else 'box-shadow:0 1px 4px #0002'};break-inside:avoid}}h3{{margin:2px 0 8px;color:{mark}}}
table{{width:100%}}th{{font-size:.82em;text-align:right;padding:6px;background:{picked['band']};color:#43536a}}td{{padding:
{4 if paper else 7}px 6px;text-align:right;border-bottom:1px solid #e6e9ee;white-space:nowrap}}.n{{text-align:left}}
tr[data-t^=t] td{{font-weight:700;border-bottom:2px solid {mark}}}p{{margin:8px 6px;line-height:1.5}}.to{{margin:8px 32px}}"""


def draw(rng, spec):
    sides_of = rng.sample(POOLS[spec["pool"]][2], 2)
    eleven = spec.get("side", rng.choice([" - 1st XI", " - 2nd XI", " - 3rd XI", " - Sunday XI"]))
    match = Match(rng, spec["pool"], spec["overs"], teams=[t + eleven for t in sides_of])
    paper = spec["kind"] in ("text", "scan", "photo")
    picked = choices(rng, mark=["#0b1f3f", "#12284c", "#1d1d4f"], line=["#d6002a", "#1a73d9", "#00a3a1"], two=[True, False],
                     band=["#eef1f6", "#f7f7f7"], first=["wicket", "runs"], face=["'Open Sans'", "'Inter'", "'Lato'"])
    words = Dismissals(caught="ct", c_and_b="ct & b", run_out=rng.choice(["run out ({})", "run out"]), dnb="did not bat")
    brief = rng.choice(["full", "initial"])
    names = Names("full", brief, brief)
    options = dict(bat=BAT, bowl=["maidens", "wides", "no_balls", "economy"], falls="player", dnb="rows",
                   marks=rng.choice([(" *", " +"), ("", ""), (" (c)", " (wk)")]))
    shown = match.innings[:1] if spec.get("tabs") else match.innings
    views = [innings_view(match, i, names, words, **options) for i in shown]
    when = date(rng, rng.choice(["long", "short"]), (2023, 2025))
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    toss = toss if rng.random() < 0.6 else None
    tabs = "".join(f"<span>{esc(t)}</span>" for t in sides(match))
    body = banner(match, when, toss) + ("" if paper else f"<nav>{tabs}</nav>") + "".join(
        block(k, v, picked) for k, v in enumerate(views))
    truth = card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when)
    if spec.get("tabs"):
        other = match.innings[1]
        truth["innings"].append(total_alone(other, other.wickets, other.overs))
    return Sheet(document(style_of(picked, paper), body), truth)
