"""What a scoring app of the subcontinent lets one share: the summary as a picture, and its report turned to landscape.

CricHeroes: the picture has a red head, the sides' totals on bars and three or four of each side's batters and bowlers; the
report in landscape has both innings beside one another with No, Batsman, Status, R B 4s 6s SR and the bowlers below."""

from common import (Sheet, absent, bowling_rows, choices, document, falls, grid, heads, joined, sides)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-heroescard"
CARDS = [
    dict(kind="screen", width=1080, scale=1, pool="ind", overs=20, form="image", file="jpg", quality=80),
    dict(kind="text", pool="pak", overs=12, landscape=True, margin="8mm", form="report"),
    dict(kind="screen", width=1080, scale=1, pool="sl", overs=10, form="image", messenger=1280, file="jpg"),
    dict(kind="text", pool="ind", overs=20, landscape=True, margin="8mm", form="report"),
    dict(kind="photo", pool="ind", overs=16, landscape=True, margin="8mm", form="report"),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
BOWL = ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"]
LETTER = dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="SR", overs="O", maidens="M", wickets="W", wides="WD",
              no_balls="NB", economy="Eco")


def best_of(view, count):
    """Cuts a view down to its best batters and bowlers."""
    view.batting = sorted(view.batting, key=lambda r: -int(r["runs"]))[:count]
    view.bowling = sorted(view.bowling, key=lambda r: (-int(r["wickets"]), int(r["runs"])))[:count]
    view.truth["batting"], view.truth["bowling"] = [r.truth for r in view.batting], [r.truth for r in view.bowling]


def image(rng, match, names, when):
    """The picture; a star is all that tells how an innings ended."""
    words, blocks, views = Dismissals(), "", []
    count = rng.choice([3, 4])
    for innings in match.innings:
        view = innings_view(match, innings, names, words, bat=["runs", "balls"], bowl=[], falls=False, dnb="omit",
                            dismissal=None, extras_parts=(), extras_total=False)
        best_of(view, count)
        star = lambda r: "*" if r.batter.how == "not out" else ""
        bats = "".join(f"<p><span>{esc(r.name)}</span><b>{r['runs']}{star(r)}</b><small>({r['balls']})</small></p>" for r in view.batting)
        balls = "".join(f"<p><span>{esc(r.name)}</span><b>{r['wickets']}-{r['runs']}</b><small>({r['overs']})</small></p>"
                        for r in view.bowling)
        blocks += (f'<div class="ba"><b>{esc(view.team)}</b><span>{innings.runs}/{innings.wickets} <small>({view.overs} Ov)</small>'
                   f'</span></div><div class="tw"><div>{bats}</div><div>{balls}</div></div>')
        views.append(view)
    body = (f'<div class="pg"><div class="lo" data-no-text>CRIC★SCORER</div><h2>{esc(match.competition)}</h2><em>{when} | '
            f'{esc(match.ground)}</em>{blocks}<div class="re">{esc(match.result)}</div></div>')
    return views, body


def half(index, view):
    blank = ["", "", "", ""]
    rows = [(f"b{index}.{k}", [k + 1, esc(r.name), esc(r.text), f"<b>{r['runs']}</b>", *(r[c] for c in BAT[1:])])
            for k, r in enumerate(view.batting)]
    parts = joined(view.parts, "{k} {v}")
    rows.append((f"x{index}", ["", "Extras", f"({parts})" if parts else "", view.extras, *blank]))
    rows.append((f"t{index}", ["", "Total", f"{view.overs} Ov (RR: {view.innings.rate:.2f})", f"{view.innings.runs}/{view.innings.wickets}", *blank]))
    dnb = f"<p><b>To Bat:</b> {absent(view)}</p>" if view.dnb else ""
    bowled = [(tag, [k + 1, *row]) for k, (tag, row) in enumerate(bowling_rows(index, view, BOWL))]
    fell = f"<p><b>Fall of Wickets:</b> {falls(view, '{runs}-{wicket} ({name}, {over} ov)')}</p>" if view.falls else ""
    return (f'<div class="ha"><div class="ba"><b>{esc(view.team)}</b><span>{view.innings.runs}/{view.innings.wickets} ({view.overs} Ov)</span></div>'
            + grid(["No", "Batsman", "Status", *heads(BAT, LETTER)], rows, (1, 2)) + dnb
            + grid(["No", "Bowler", *heads(BOWL, LETTER)], bowled, (1,)) + fell + "</div>")


def report(rng, match, names, when, toss):
    words = Dismissals(c_and_b="c&b", run_out="run out {}", pair=" / ", dagger=rng.random() < 0.5)
    views = [innings_view(match, i, names, words, bat=BAT, bowl=["maidens", "wides", "no_balls", "economy"], falls="over",
                          marks=rng.choice([(" (c)", " (wk)"), ("", "")])) for i in match.innings]
    body = (f'<h2>{esc(match.competition)}</h2><em>{esc(match.ground)} &nbsp;|&nbsp; {when} &nbsp;|&nbsp; Toss: {esc(toss)}</em>'
            f'<div class="re">{esc(match.result)}</div><div class="tw">' + "".join(half(k, v) for k, v in enumerate(views)) + "</div>")
    return views, body


def style_of(picked, form):
    red = picked["mark"]
    if form == "image":
        return f"""body{{font-family:{picked['face']},sans-serif;font-size:28px;background:{picked['back']};color:{picked['ink']}}}
.pg{{padding:40px 46px}}.lo{{color:{red};font-weight:800;font-size:.8em}}h2{{margin:8px 0 4px;font-size:1.5em}}em{{font-style:
normal;opacity:.75;font-size:.8em}}.ba{{display:flex;justify-content:space-between;background:{red};color:#fff;padding:14px
24px;margin-top:26px;font-size:1.15em;border-radius:10px}}.tw{{display:flex;gap:50px;padding:6px 12px}}.tw>div{{flex:1}}
p{{display:flex;gap:10px;margin:12px 0}}p span{{flex:1;white-space:nowrap}}small{{font-size:.75em}}.re{{text-align:center;
font-weight:700;margin-top:30px;font-size:1.1em;border-top:3px solid {red};padding-top:20px}}"""
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:9.5px;color:#222;background:#fff}}h2{{margin:0;
font-size:16px}}em{{font-style:normal;color:#555}}.re{{color:{red};font-weight:700;margin:4px 0}}.tw{{display:flex;gap:14px}}
.ha{{flex:1}}.ba{{display:flex;justify-content:space-between;background:{red};color:#fff;padding:4px 8px;font-size:12px}}
table{{width:100%;margin-bottom:6px}}th{{background:#f0f0f0;text-align:right;padding:3px}}td{{padding:2.6px 3px;text-align:
right;border-bottom:1px solid #ddd}}.n{{text-align:left}}p{{margin:3px 2px}}tr[data-t^=t] td{{font-weight:700;background:#fafafa}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, mark=["#c6202e", "#14ab9a", "#b3122b", "#1b3a6b"], back=["#fff", "#14141c", "#f6efe4"],
                     face=["'Roboto'", "'Open Sans'", "'Lato'"])
    picked["ink"] = "#fff" if picked["back"] == "#14141c" else "#1c1c1c"
    names, when = Names("full", "full", "full"), date(rng, "iso", (2018, 2025))
    toss = f"{match.teams[match.toss_winner]} opt to {'bat' if match.toss_bat else 'field'}"
    if spec["form"] == "image":
        views, body = image(rng, match, names, when)
        toss = None
    else:
        views, body = report(rng, match, names, when, toss)
    truth = card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec["form"]), body), truth)
