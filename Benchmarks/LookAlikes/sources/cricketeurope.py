"""The pages of the site for Irish, Scottish and Dutch cricket: one narrow table in small Verdana, grey and green.

CricketEurope: the side above each innings, how out beside the name, runs with balls, 4s and 6s in columns or
nothing but runs; "Extras (b4, lb2, w11, nb1)"; "Total (8 wickets, 50 overs)"; FoW: 1-12; then the bowlers; umpires."""

from common import (ANALYSIS, Sheet, absent, bowling_rows, choices, document, falls, grid, joined, noted, officials, ordinal,
                    sides, views_of)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-cricketeurope"
CARDS = [
    dict(kind="screen", width=800, scale=1, pool="dut", overs=50),
    dict(kind="text", pool="eng", overs=50, margin="18mm", teams=["Malahide Strand", "Waringdale"]),
    dict(kind="screen", width=760, scale=1.5, pool="eng", overs=20, file="jpg", teams=["Glenburn", "Forth Valley"]),
    dict(kind="text", pool="eng", days=True, margin="15mm", fit=False, teams=["North-Western Union", "Munsterhall Reds"]),
    dict(kind="scan", pool="dut", overs=50, dpi=200, gray=True, margin="16mm"),
]
HEAD = dict(runs="R", balls="B", fours="4", sixes="6", overs="O", maidens="M", wickets="W", minutes="M")


def total_text(view):
    innings = view.innings
    down = "all out" if innings.all_out else f"{innings.wickets} wicket{'' if innings.wickets == 1 else 's'}"
    return f"Total ({down}{' dec' if innings.declared else ''}, {view.overs} overs)"


def block(index, view, columns, days, picked):
    blank = [""] * (len(columns) - 1)
    rows = [(f"b{index}.{k}", [esc(r.name), esc(r.text), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    parts = joined(view.parts, "{k}{v}" if picked["tight"] else "{k} {v}")
    rows.append((f"x{index}", [f"Extras ({parts})" if parts else "Extras", "", view.extras, *blank]))
    rows.append((f"t{index}", [total_text(view), "", f"<b>{view.innings.runs}</b>", *blank]))
    letters = ["&nbsp;" if c == "runs" and len(columns) == 1 else HEAD[c] for c in columns]
    title = f"{esc(view.team)}{ordinal(view.innings, days)}"
    dnb = f"<p><i>Did not bat:</i> {absent(view)}</p>" if view.dnb else ""
    fell = falls(view, "{wicket}-{runs} {name}" if picked["who"] else "{wicket}-{runs}")
    fow = f"<p><i>FoW:</i> {fell}</p>" if view.falls else ""
    after = (lambda r: [noted(r, "({})")]) if picked["noted"] else (lambda r: [])
    head = ["", *(HEAD[c] for c in ANALYSIS), *([""] if picked["noted"] else [])]
    bowled = grid(head, bowling_rows(index, view, after=after), name="bo")
    batting = grid([title, "", *letters], rows, (0, 1))
    return f"{batting}{dnb}{fow}{bowled}"


def style_of(picked, paper):
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{11 if paper else 12}px;color:#222;background:#fff}}
.pg{{padding:{0 if paper else 14}px;max-width:{picked['wide']}px}}h2{{font-size:1.35em;margin:4px 0;color:{picked['mark']}}}
.hd{{line-height:1.5;margin-bottom:8px}}table{{width:100%;margin-top:12px}}th{{background:{picked['mark']};color:#fff;text-align:
right;padding:3px 6px}}td{{padding:2px 6px;text-align:right;{picked['line']}}}.n{{text-align:left}}.bo{{width:62%;margin-top:4px}}
.bo th{{background:{picked['soft']};color:#222}}tr[data-t] td:first-child{{white-space:nowrap}}p{{margin:5px 6px}}"""


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=days, teams=spec.get("teams"))
    picked = choices(rng, mark=["#336633", "#00563b", "#224488", "#7a1f1f"], soft=["#e5e5e5", "#dbe8db"], tight=[True, False],
                     who=[True, False], noted=[True, False], line=["", "border-bottom:1px solid #ddd"],
                     face=["'DejaVu Sans'", "'Liberation Sans'"], wide=[620, 720], rows=["initials", "initial", "full"])
    columns = rng.choice([["runs"], ["runs", "balls", "fours", "sixes"], ["runs", "balls", "fours", "sixes"]])
    words = Dismissals(c_and_b=rng.choice(["c and b", "c & b"]), run_out="run out", dagger=False)
    names = Names(picked["rows"], "last", "last")
    views = views_of(match, names, words, bat=columns, bowl=["maidens"] + (["wides", "no_balls"] if picked["noted"] else []),
                     falls="player" if picked["who"] else "runs", overs="trim", marks=rng.choice([("*", "+"), ("", "")]), bowl_zero="-")
    when = date(rng, "long", (2003, 2019))
    toss = match.teams[match.toss_winner]
    umpires = ", ".join(officials(rng, 2))
    body = (f'<div class="pg"><h2>{esc(match.competition)}</h2><div class="hd"><b>{esc(sides(match)[0])} v {esc(sides(match)[1])}</b><br>'
            f'{esc(match.ground)}, {when}<br>Toss: {esc(toss)}<br>Umpires: {umpires}<br><b>{esc(match.result)}</b></div>'
            + "".join(block(k, v, columns, days, picked) for k, v in enumerate(views)) + "</div>")
    truth = card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec["kind"] in ("text", "scan")), body), truth)
