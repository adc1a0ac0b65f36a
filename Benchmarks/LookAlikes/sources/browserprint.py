"""The print view of two large sites, saved by the browser: its date and title above, its address below each page.

Cricinfo's "print this scorecard" of about 2008 and HowSTAT's page with BF and share of the total. Nobody looks where a
page ends: an innings breaks in its middle and its last batters stand on the next sheet without their heads."""

from common import (ANALYSIS, LETTERS, Sheet, absent, batting_rows, bowling_rows, choices, chose, document, ending, falls,
                    grid, heads, joined, noted, officials, ordinal, sides, views_of)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-browserprint"
CARDS = [
    dict(kind="text", pool="aus", overs=50, form="print", fit=False, margin="16mm"),
    dict(kind="text", pool="ind", days=True, form="print", fit=False, margin="16mm", paper="Letter"),
    dict(kind="text", pool="wi", overs=50, form="howstat", fit=False, margin="16mm"),
    dict(kind="text", pool="eng", days=True, form="howstat", fit=False, margin="16mm"),
    dict(kind="scan", pool="sl", overs=20, form="print", margin="16mm", dpi=200),
]
OLD = dict(LETTERS, overs="O", economy="Econ")
STAT = dict(LETTERS, balls="BF", strike_rate="S/Rate")
SHARE = "% Total"


def style_of(rng, spec, title, when):
    """The browser's own lines stand in the page's margins."""
    address = rng.choice(["http://www.scores.invalid/ci/engine/match/{}.html?view=scorecard;wrappertype=print",
                          "http://www.howstat.invalid/cricket/Statistics/Matches/MatchScorecard.asp?MatchCode={}"])
    line = "font:8px 'Liberation Sans';color:#000"
    boxes = {"top-left": f'"{when}, {rng.randint(1, 12)}:{rng.randint(10, 59)} PM"', "top-right": f'"{title}"',
             "bottom-left": f'"{address.format(rng.randint(1000, 99999))}"',
             "bottom-right": 'counter(page) "/" counter(pages)'}
    margin = "".join(f"@{place}{{content:{text};{line};white-space:nowrap}}" for place, text in boxes.items())
    face = rng.choice(["'DejaVu Sans'", "'Liberation Sans'"]) if spec["form"] == "print" else "'Liberation Sans'"
    tint = rng.choice(["#e3eef9", "#f0f0f0", "#fff"])
    size = {"'DejaVu Sans'": 10.5, "'Liberation Sans'": 12}[face]
    return f"""@page{{{margin}}}body{{font-family:{face};font-size:{size}px;color:#000}}h1{{font-size:15px;
margin:4px 0}}
table{{width:100%;margin:6px 0}}td,th{{padding:2.5px 4px;text-align:right;border-bottom:1px solid #ccc;
white-space:nowrap}}
.n{{text-align:left}}th{{background:{tint};border-top:1px solid #888}}tr[data-t^=t] td{{font-weight:700}}
p{{margin:3px 0;
line-height:1.35}}.lo{{font-weight:700;font-size:20px;color:#1a6fb5;margin:0 0 6px}}"""


def batting(spec, index, view, columns, days):
    """An innings' table; the one site has the runs per over beside the total, the other each batter's share."""
    innings, stat = view.innings, spec["form"] == "howstat"
    words = STAT if stat else OLD
    share = lambda row: f"{row.batter.runs * 100 / max(1, innings.runs):.1f}%"
    rows = batting_rows(index, view, columns)
    if stat:
        rows = [(tag, cells + [share(view.batting[k])]) for k, (tag, cells) in enumerate(rows)]
    parts = joined(view.parts)
    down = ending(innings, few="{} wickets", one="{} wicket")
    rate = "" if stat else f", {innings.rate:.2f} runs per over"
    blank = [""] * (len(columns) - 1 + stat)
    rows.append((f"x{index}", ["Extras", f"({parts})" if parts else "", view.extras, *blank]))
    rows.append((f"t{index}", ["Total", f"({down}; {view.overs} overs{rate})", innings.runs, *blank]))
    limit = "" if days or stat else f" ({view.limit} overs maximum)"
    title = f"{esc(view.team)}{ordinal(innings, days)}{'' if days else ' innings'}{limit}"
    return grid([title, "", *heads(columns, words), *[SHARE] * stat], rows, (0, 1))


def below(spec, index, view):
    stat = spec["form"] == "howstat"
    dnb = f'<p data-t="d{index}"><b>Did not bat</b> {absent(view)}</p>' if view.dnb else ""
    fell = falls(view, "{wicket}-{runs} ({name}" + ("" if stat else ", {over} ov") + ")")
    columns = (*ANALYSIS, "economy")
    notes = (lambda row: []) if stat else (lambda row: [noted(row, "({})")])
    return (f"{dnb}<p><b>Fall of wickets</b> {fell}</p>"
            + grid(["Bowling", *heads(columns, OLD), *([] if stat else [""])], bowling_rows(index, view, columns, notes)))


def facts(rng, match, spec, truth):
    people = officials(rng, 3, "initials")
    best = max((b for i in match.innings for b in i.batters), key=lambda b: b.runs).person
    return (f"<p><b>Toss</b> {esc(truth['toss'])}</p><p><b>Umpires</b> {people[0]} and {people[1]}</p>"
            f"<p><b>Match referee</b> {people[2]}</p><p><b>Player of the match</b> {esc(best.form('initials'))} </p>")


def draw(rng, spec):
    days, stat = spec.get("days", False), spec["form"] == "howstat"
    match = Match(rng, spec["pool"], spec.get("overs", 50), days=days)
    words = Dismissals(dagger=not stat, run_out="run out ({})" if not stat else "run out")
    picked = choices(rng, rows=["full"] if stat else ["initials"], zero=["0", "-"])
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"] if stat else (
        ["runs", "minutes", "balls", "fours", "sixes", "strike_rate"])
    views = views_of(match, Names(picked["rows"], "last", "last"), words, bat=columns,
                     bowl=["maidens", "economy"] + ([] if stat else ["wides", "no_balls"]), overs="trim", bowl_zero="",
                     falls="player" if stat else "over", marks=("*", "†"), zero=picked["zero"])
    when, (a, b) = date(rng, "long", (2003, 2012)), sides(match)
    truth = card_truth([a, b], views, toss=chose(match, "{}, who chose to {}"), result=match.result, venue=match.ground,
                       date=when)
    cards = ""
    for index, view in enumerate(views):
        view.limit = match.limit
        cards += batting(spec, index, view, columns, days) + below(spec, index, view)
    banner = f'<div style="height:{rng.choice([0, 60, 180, 300])}px"></div>'  # where the screen had an advertisement
    head = (f'{banner}<div class="lo">{"HowWas" if stat else "cricscores"}</div><p>{esc(match.competition)}</p><h1>{esc(a)} v '
            f"{esc(b)}"
            f"</h1><p>Played at {esc(match.ground)}, {when}</p><p><b>Result</b> {esc(match.result)}</p>")
    printed = date(rng, "usslash", (2010, 2014))
    style = style_of(rng, spec, f"Scorecard: {a} v {b}, {match.competition}", printed)
    return Sheet(document(style, head + cards + facts(rng, match, spec, truth)), truth)
