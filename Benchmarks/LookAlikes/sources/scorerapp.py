"""A scorer's app when the match is over: a telephone with one innings, a tablet with batting and bowling side by side.

PlayCricket Scorer and CricScorer: white or grey lists, a dark head with both totals, two buttons for the innings, how out
below the name, "Extras 12 (2b, 4lb, 6w)", "Total 143/8 (20.0 ov)"; Share, Edit and Home at the foot."""

from common import Sheet, bowling_rows, choices, document, ending, grid, heads, joined, sides, total_alone
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-scorerapp"
CARDS = [
    dict(kind="screen", width=393, scale=2.5, pool="eng", overs=20, form="phone"),
    dict(kind="screen", width=1180, height=820, scale=1.5, pool="eng", overs=40, form="tablet", file="jpg"),
    dict(kind="screen", width=412, scale=2, pool="women", overs=20, form="phone", file="jpg", messenger=1600),
    dict(kind="photo", of="screen", width=1080, height=810, scale=1.5, pool="nz", overs=25, form="tablet"),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
BOWL = ["overs", "maidens", "runs", "wickets"]
LETTER = dict(runs="R", balls="B", fours="4", sixes="6", strike_rate="SR", overs="O", maidens="M", wickets="W", economy="Econ",
              wides="Wd", no_balls="Nb")


def batting(index, view, columns):
    rows = [(f"b{index}.{k}", [f"{esc(r.name)}<br><em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])])
            for k, r in enumerate(view.batting)]
    return grid(["Batter", *heads(columns, LETTER)], rows)


def sums(index, view):
    parts = joined(view.parts, "{v}{k}")
    end = ending(view.innings, out="all out", few="{}", one="{}")
    total = f"{view.innings.runs}/{view.innings.wickets}" if end != "all out" else f"{view.innings.runs} all out"
    return (f'<div class="su" data-t=x{index}><b>Extras</b><span>{view.extras}{f" ({parts})" if parts else ""}</span></div>'
            f'<div class="su to" data-t=t{index}><b>Total</b><span>{total} ({view.overs} ov)</span></div>')


def fallen(index, view):
    if not view.falls:
        return ""
    rows = [(None, [r["wicket"], esc(r.name), r["runs"], r["over"]]) for r in view.falls]
    return f'<div data-t=f{index}>{grid(["Wkt", "Fall of wickets", "Score", "Over"], rows, (1,))}</div>'


def top(match, shown, clock):
    score = lambda i: f"<div><span>{esc(i.team)}</span><b>{i.runs}/{i.wickets} <small>({i.overs})</small></b></div>"
    tab = lambda i: f'<span class="{"on" if i is shown else "of"}">{esc(i.team)}</span>'
    return (f'<div class="cl" data-no-text><span>{clock}</span><span>▂▄▆ ▮</span></div><header><span data-no-text>‹</span> Scorecard</header>'
            f'<div class="hd">{"".join(score(i) for i in match.innings)}<p>{esc(match.result)}</p></div>'
            f'<nav>{"".join(tab(i) for i in match.innings)}</nav>')


def style_of(picked, tablet):
    dark = picked["dark"]
    back, line, ink, soft = ("#16191f", "#2b303a", "#f1f1f1", "#9aa3b2") if dark else ("#fff", "#e3e3e8", "#1b1b1f", "#73737c")
    mark, pad = picked["mark"], (3.2 if tablet else 7)
    return f"""body{{font-family:'Inter','Roboto',sans-serif;font-size:{13 if tablet else 14}px;background:{back};color:{ink}}}
.cl{{display:flex;justify-content:space-between;padding:5px 16px;font-size:12px;background:{mark};color:#fff}}header{{
background:{mark};color:#fff;font-weight:700;padding:{6 if tablet else 10}px 16px;font-size:17px;text-align:center}}
.hd{{background:{mark};color:#fff;padding:4px 16px 8px}}.hd div{{display:flex;justify-content:space-between;margin:3px 0}}
.hd p{{margin:5px 0 0;text-align:center;font-size:.92em;color:#ffe9a8}}nav{{display:flex;margin:{6 if tablet else 10}px 14px;
border:1px solid {mark};border-radius:8px;overflow:hidden}}nav span{{flex:1;text-align:center;padding:6px;font-size:.9em}}
.on{{background:{mark};color:#fff}}.of{{color:{'#fff' if dark else mark}}}table{{width:100%}}th{{color:{soft};font-size:.8em;
font-weight:500;text-align:right;padding:5px 6px}}td{{padding:{pad}px 6px;text-align:right;border-top:1px solid {line};
vertical-align:top}}td:first-child,th:first-child{{padding-left:14px}}td:last-child,th:last-child{{padding-right:14px}}
.n{{text-align:left}}em{{font-style:normal;font-size:.82em;color:{soft}}}.su{{display:flex;justify-content:space-between;
padding:{pad + 1}px 14px;border-top:1px solid {line}}}.to{{font-weight:700;border-bottom:1px solid {line}}}
.tw{{display:flex}}.tw>div:first-child{{flex:1.25;border-right:1px solid {line}}}.tw>div:last-child{{flex:1}}
footer{{display:flex;justify-content:space-around;padding:12px;color:{mark};font-weight:600;border-top:1px solid {line}}}
small{{font-weight:400}}"""


def draw(rng, spec):
    match, tablet = Match(rng, spec["pool"], spec["overs"]), spec["form"] == "tablet"
    picked = choices(rng, mark=["#1d2b53", "#00695c", "#c8102e", "#283593"], dark=[False, False, True], rows=["full", "initial"])
    columns = BAT if rng.random() < 0.7 else BAT[:4]
    bowls = BOWL + rng.choice([["economy"], ["wides", "no_balls"], ["economy", "wides", "no_balls"]])
    words = Dismissals(c_and_b=rng.choice(["c & b", "c&b"]), run_out=rng.choice(["run out ({})", "run out"]), dnb="did not bat")
    names = Names(picked["rows"], rng.choice(["initial", "last"]), "initial")
    shown = match.innings[rng.randrange(2)]
    index = match.innings.index(shown)
    view = innings_view(match, shown, names, words, bat=columns, bowl=["maidens", *bowls[4:]], falls="over", dnb="rows",
                        marks=rng.choice([("", ""), (" (C)", " (WK)"), (" *", " †")]))
    bowled = grid(["Bowler", *heads(bowls, LETTER)], bowling_rows(index, view, bowls))
    fell = fallen(index, view)
    body = top(match, shown, f"{rng.randint(4, 8)}:{rng.randint(10, 59)}")
    if tablet:
        body += f'<div class="tw"><div>{batting(index, view, columns)}{sums(index, view)}</div><div>{bowled}{fell}</div></div>'
    else:
        body += batting(index, view, columns) + sums(index, view) + bowled + fell
        body += "<footer><span>Share</span><span>Edit</span><span>Home</span></footer>"
    truth = card_truth(sides(match), [view], result=match.result)
    other = match.innings[1 - index]
    truth["innings"].insert(1 - index, total_alone(other, other.wickets, other.overs))
    return Sheet(document(style_of(picked, tablet), body), truth)
