"""The mobile pages of a large cricket site as they were about 2015: blue bar, a bar an innings that opens and closes.

m.espncricinfo.com on a small telephone: initials and family name, how out in grey below, Extras with letters in
brackets, a grey row Total, then Did not bat and Fall of wickets in small letters; an innings may be closed."""

from common import (ANALYSIS, LETTERS, Sheet, absent, bowling_rows, choices, chose, document, ending, falls, grid, heads,
                    joined, ordinal, sides, total_alone)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-cimobile"
CARDS = [
    dict(kind="screen", width=360, scale=2, pool="aus", overs=50),
    dict(kind="screen", width=320, scale=2, pool="ind", overs=20, closed=0, file="jpg"),
    dict(kind="screen", width=360, scale=2, pool="sl", days=True, file="jpg", quality=80),
    dict(kind="photo", of="screen", width=375, scale=2, pool="sa", overs=20, closed=1),
]


def head_score(innings):
    """What the head says of an innings: 243 (49.2 ov), 243/8 (50 ov) or 243/8d."""
    down = "" if innings.all_out else f"/{innings.wickets}"
    return f"{innings.runs}{down}{'d' if innings.declared else ''}"


def opened(index, view, columns, bowls, limit):
    blank = [""] * (len(columns) - 1)
    rows = [(f"b{index}.{k}", [f"{esc(r.name)}<br><em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])])
            for k, r in enumerate(view.batting)]
    parts = joined(view.parts, "{k} {v}")
    rows.append((f"x{index}", ["Extras" + (f" <em>({parts})</em>" if parts else ""), f"<b>{view.extras}</b>", *blank]))
    end = ending(view.innings)
    rows.append((f"t{index}", [f"Total <em>({end}; {view.overs} overs)</em>", f"<b>{view.innings.runs}</b>", *blank]))
    dnb = f'<p data-t=d{index}><b>Did not bat</b> {absent(view)}</p>' if view.dnb else ""
    fell = f'<p data-t=f{index}><b>Fall of wickets</b> {falls(view)}</p>' if view.falls else ""
    bowled = grid(["Bowling", *heads(bowls, LETTERS)], bowling_rows(index, view, bowls))
    return grid(["Batsmen", *heads(columns, LETTERS)], rows) + dnb + fell + bowled


def bar(innings, days, limit, closed):
    most = "" if days else f" <small>({limit} overs maximum)</small>"
    return f'<h3>{esc(innings.team)}{ordinal(innings, days) if days else " innings"}{most}<i data-no-text>{"+" if closed else "–"}</i></h3>'


def top(match, when, days):
    scores = "".join(f"<div><b>{esc(t)}</b><b>" + " &amp; ".join(head_score(i) for i in match.innings if i.team == t) + "</b></div>"
                     for t in sides(match))
    return (f'<header data-no-text><span>cric<b>zone</b></span><span>☰</span></header><div class="hd"><em>{esc(match.competition)} at '
            f'{esc(match.ground)}, {when}</em>{scores}<p>{esc(match.result)}</p></div><nav data-no-text><span>SUMMARY</span>'
            "<span><b>SCORECARD</b></span><span>COMMS</span><span>NEWS</span></nav>")


def style_of(picked):
    return f"""body{{font-family:'Roboto','Liberation Sans',sans-serif;font-size:13px;color:#222;background:#fff}}
header{{background:{picked['bar']};color:#fff;font-size:19px;padding:9px 12px;display:flex;justify-content:space-between}}
.hd{{padding:8px 10px;background:#f4f4f4;border-bottom:1px solid #ccc}}.hd div{{display:flex;justify-content:space-between;
font-size:15px;padding:2px 0}}.hd p{{margin:4px 0 0;color:#444}}em{{font-style:normal;color:#777;font-size:11px}}
nav{{display:flex;justify-content:space-around;background:#e2e6ea;font-size:11px;padding:8px 0;color:#555}}
h3{{margin:0;padding:8px 10px;background:{picked['head']};color:{picked['ink']};font-size:13px;position:relative;
border-top:1px solid #fff}}h3 i{{position:absolute;right:12px;top:6px;font-style:normal;font-size:16px}}small{{font-weight:400}}
table{{width:100%}}th{{background:#ececec;color:#666;font-size:11px;padding:5px 6px;text-align:right;font-weight:400}}
td{{padding:6px;border-bottom:1px solid #e4e4e4;text-align:right;vertical-align:top}}.n{{text-align:left}}
tr[data-t^=t] td{{background:#f4f4f4}}p{{margin:7px 10px;font-size:11.5px;color:#555;line-height:1.45}}p b{{color:#222}}"""


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=days)
    picked = choices(rng, bar=["#03a9f4", "#0b6aa8", "#1a4f8b"], head=["#d6e6f2", "#326ea6", "#c9d7e3"], rows=["initials", "full"])
    picked["ink"] = "#fff" if picked["head"] == "#326ea6" else "#12395c"
    columns = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if spec["width"] > 340 else [])
    bowls = [*ANALYSIS, "economy"]
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", dagger=rng.random() < 0.5)
    names = Names(picked["rows"], "last", picked["rows"])
    marks = rng.choice([("*", "†"), ("", "")])
    cards, truths = "", []
    for index, innings in enumerate(match.innings):
        closed = spec.get("closed") == index
        cards += bar(innings, days, spec.get("overs"), closed)
        if closed:
            truths.append(total_alone(innings, None if innings.all_out else innings.wickets, None))
            continue
        view = innings_view(match, innings, names, words, bat=columns, bowl=["maidens", "economy"], falls="over", marks=marks,
                            overs="trim")
        cards += opened(index, view, columns, bowls, spec.get("overs"))
        truths.append(view.truth)
    when = date(rng, "short", (2013, 2017))
    toss = f'<p data-t="h/toss"><b>Toss</b> {esc(chose(match, "{}, who chose to {}"))}</p>' if rng.random() < 0.7 else ""
    truth = card_truth(sides(match), [], toss=chose(match, "{}, who chose to {}") if toss else None, result=match.result,
                       venue=match.ground, date=when)
    truth["innings"] = truths
    return Sheet(document(style_of(picked), top(match, when, days) + cards + toss), truth)
