"""A club's or a school's WordPress site with a sports plugin: the event page that the theme and the plugin make.

SportsPress and its kin: a banner with two badges and the totals, tabs, one table a side whose last column (How out, or
Dismissal) may stand after the numbers, a row Extras and a row Total from the plugin, capitals by the theme, a side bar with
the next fixture; also printed by the browser, which drops the banner's colours."""

from common import (Sheet, absent, bowling_rows, choices, document, ending, falls, grid, heads, joined, sides, views_of)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, score

LAYOUT = "look-sportspress"
CARDS = [
    dict(kind="screen", width=1200, scale=1, pool="eng", overs=40),
    dict(kind="screen", width=412, scale=2.5, pool="sa", overs=20, file="jpg"),
    dict(kind="text", pool="ger", overs=20, margin="12mm"),
    dict(kind="text", pool="wi", overs=50, margin="12mm"),
]
WORDS = [dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="S/R"),
         dict(runs="Runs", balls="Balls", fours="4s", sixes="6s", strike_rate="SR"),
         dict(runs="R", balls="BF", fours="4", sixes="6", strike_rate="Strike Rate")]
BOWLS = dict(overs="Overs", maidens="Mdns", runs="Runs", wickets="Wkts", economy="Econ")


def batting(index, view, columns, picked, small):
    """A side's table; how out under the name on a telephone, else second or last."""
    place = "under" if small else picked["place"]
    blank = [""] * (len(columns) - 1)
    ordered = lambda name, how, numbers: {"under": [f"{name}<br><em>{how}</em>", *numbers], "second": [name, how, *numbers],
                                          "last": [name, *numbers, how]}[place]
    rows = [(f"b{index}.{k}", ordered(esc(r.name), esc(r.text), [r[c] for c in columns])) for k, r in enumerate(view.batting)]
    parts = joined(view.parts, "{v}{k}", ", ")
    end = f"{ending(view.innings)}, {view.overs} overs"
    runs = columns.index("runs")
    across = lambda value: [*blank[:runs], value, *blank[runs:]]
    rows.append((f"x{index}", ordered("Extras", parts, across(view.extras))))
    rows.append((f"t{index}", ordered("Total", end, across(view.innings.runs))))
    head = ordered("Batting", "", heads(columns, picked["words"]))
    if place != "under":
        head[1 if place == "second" else -1] = picked["how"]
    else:
        head[0] = "Batting"
    left = {"under": (0,), "second": (0, 1), "last": (0, len(columns) + 1)}[place]
    return grid(head, rows, left, "sp")


def block(index, view, columns, bowls, picked, small):
    dnb = f"<p><b>Did not bat:</b> {absent(view)}</p>" if view.dnb else ""
    fell = f"<p><b>FOW:</b> {falls(view, '{runs}-{wicket} ({name})')}</p>"
    bowled = grid(["Bowling", *heads(bowls, BOWLS)], bowling_rows(index, view, bowls), name="sp")
    return f"<h3>{esc(view.team)}</h3>{batting(index, view, columns, picked, small)}{dnb}{fell}{bowled}"


def banner(match, when):
    """Badges, totals and what the match was."""
    side = lambda i: f'<div class="sd"><i data-no-text></i><b>{esc(i.team)}</b><span>{score(i, "full")}</span></div>'
    return (f'<div class="bn"><div class="le">{esc(match.competition)}</div><div class="vs">{side(match.innings[0])}<em>v</em>'
            f'{side(match.innings[1])}</div><div class="le">{when} · {esc(match.ground)}</div></div>')


def page(rng, spec, match, cards, when, small):
    club = rng.choice(match.teams)
    menu = "☰" if small else "Home &nbsp; News &nbsp; Fixtures &nbsp; Teams &nbsp; Membership &nbsp; Contact"
    aside = "" if small or spec["kind"] == "text" else (
        "<aside><h4>Next fixture</h4><p>Saturday, 1.00 pm</p><h4>Latest news</h4><p>AGM minutes</p><p>Quiz night</p>"
        "<p>Juniors start again</p></aside>")
    lead = f"<p>{esc(match.result)}</p>"
    return (f'<header><b>{esc(club)}</b> <span data-no-text>{menu}</span></header>{banner(match, when)}<div class="wr"><main>'
            f"<h2>Result</h2>{lead}{cards}</main>{aside}</div><footer>© {when[-4:]} {esc(club)}</footer>")


def style_of(picked, spec, small):
    mark, text = picked["mark"], spec["kind"] == "text"
    caps = "text-transform:uppercase;" if picked["caps"] else ""
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{12 if text else 13 if small else 14}px;
color:#2a2a2a;background:#fff;
line-height:1.35}}
header{{padding:12px 18px;display:flex;justify-content:space-between;border-bottom:1px solid #ddd}}
header b{{font-size:20px}}
.bn{{background:{'#fff' if text else mark};color:{'#111' if text else '#fff'};text-align:center;padding:14px;
border-bottom:3px solid {mark}}}
.vs{{display:flex;justify-content:center;gap:{20 if small else 60}px;align-items:center;margin:8px 0}}.sd{{flex:1;
max-width:260px}}
.sd i{{display:block;width:46px;height:52px;margin:0 auto 6px;background:{'#ddd' if text else '#fff4'};
border-radius:0 0 50% 50%}}
.sd b,.sd span{{display:block}}.sd span{{font-size:1.6em;font-weight:700}}.wr{{display:flex;gap:30px;
max-width:1100px;margin:0 auto;
padding:10px {10 if small else 18}px}}main{{flex:1;min-width:0}}h2,h3{{color:{mark};margin:12px 0 6px}}
table{{width:100%;margin:6px 0}}
th{{background:{mark if picked['filled'] else '#f1f1f1'};color:{'#fff' if picked['filled'] else '#333'};
{caps}font-size:.82em}}
td,th{{padding:{5 if text else 7}px 6px;text-align:right;border:{picked['line']};border-bottom:1px solid #e2e2e2}}
.n{{text-align:left}}
tr:nth-child(odd) td{{background:#f8f8f8}}td em{{font-size:.85em;color:#666;font-style:normal}}
tr[data-t^=t] td{{font-weight:700}}
aside{{width:220px;font-size:13px}}footer{{padding:14px;text-align:center;color:#777;font-size:12px}}
p{{margin:6px 0}}"""


def draw(rng, spec):
    match, small = Match(rng, spec["pool"], spec["overs"]), spec["kind"] == "screen" and spec["width"] < 500
    picked = choices(rng, place=["second", "last"], how=["How Out", "Dismissal", "Status"], words=WORDS, caps=[True, False],
                     filled=[True, False], line=["0", "1px solid #e2e2e2"], mark=["#0a5c36", "#7a0019", "#14336b", "#c45a00"],
                     face=["'Lato'", "'Open Sans'", "'Roboto'", "'TeX Gyre Adventor'"], rows=["full", "initial"])
    columns = rng.choice([["runs", "balls", "fours", "sixes", "strike_rate"], ["balls", "fours", "sixes", "runs"],
                          ["runs", "balls", "fours", "sixes"]])
    bowls = ["overs", "maidens", "runs", "wickets"] + rng.choice([[], ["economy"]])
    words = Dismissals(caught=rng.choice(["c", "c", "ct"]), c_and_b=rng.choice(["c & b", "c&b"]), run_out="run out ({})")
    names = Names(picked["rows"], rng.choice(["last", "initial"]), "last")
    views = views_of(match, names, words, bat=columns, bowl=["maidens"] + ["economy"] * ("economy" in bowls),
                     falls="player", overs=rng.choice(["full", "trim"]), marks=rng.choice([("", ""), (" (c)", " (wk)")]))
    when = date(rng, "long", (2014, 2025))
    cards = "".join(block(k, v, columns, bowls, picked, small) for k, v in enumerate(views))
    truth = card_truth(sides(match), views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec, small), page(rng, spec, match, cards, when, small)), truth)
