"""A club's page in a note-taking workspace: an emblem, properties, headings and plain bordered tables.

Notion or Confluence: breadcrumb, large title, a list of properties, a call-out with the result, a heading an innings, a simple
table whose last rows are Extras and Total, a bullet list of falls. Light and dark, on a laptop, a telephone or as exported PDF."""

from common import ANALYSIS, Sheet, batting_rows, bowling_rows, choices, chose, document, ending, grid, heads, joined, views_of
from match import Match
from names import date
import names6  # the pools
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-notion"
CARDS = [
    dict(kind="text", pool="ire", overs=40),
    dict(kind="screen", width=1100, scale=1.2, pool="zim", overs=50),
    dict(kind="screen", width=720, scale=1.5, pool="nep", overs=20, dark=True, height=1250),
    dict(kind="photo", of="screen", width=900, scale=1.5, pool="sa", overs=20),
    dict(kind="scan", dpi=200, pool="den", overs=40),
]
WORDS = {"runs": ["Runs", "R"], "balls": ["Balls", "B"], "fours": ["4s", "Fours"], "sixes": ["6s", "Sixes"], "strike_rate": ["SR", "Strike rate"]}


def block(index, view, columns, long, picked):
    wide = [""] * (len(columns) - 1)
    bats = batting_rows(index, view, columns)
    parts = joined(view.parts, picked["part"])
    bats.append((f"x{index}", ["Extras", parts, view.extras, *wide]))
    end = ending(view.innings, few="{} wickets", one="{} wicket", declared=" declared")
    bats.append((f"t{index}", ["<b>Total</b>", f"<b>{end}, {view.overs} overs</b>", f"<b>{view.innings.runs}</b>", *wide]))
    head = ["Batter", picked["how"], *(WORDS[c][long] for c in columns)]
    bowl = [*ANALYSIS, *(["wides", "no_balls"] if picked["extra"] else []), "economy"]
    letters = dict(overs="Overs", maidens="Maidens", runs="Runs", wickets="Wickets", wides="Wides", no_balls="No balls", economy="Economy") if not long else None
    out = f"<h2 data-t=i{index}>{esc(view.team)}{picked['word']}</h2>" + grid(head, bats, (0, 1))
    if view.dnb:
        out += f"<p data-t=d{index}>Did not bat: {('; ' if picked['rows'] == 'last_full' else ', ').join(esc(n) for n, _ in view.dnb)}</p>"
    if picked["bullets"] and view.falls:
        out += f"<h3>Fall of wickets</h3><ul data-t=f{index}>" + "".join(f"<li>{r['runs']}-{r['wicket']} {esc(r.name)} ({r['over']} ov)</li>" for r in view.falls) + "</ul>"
    return out + f"<h3>{esc(view.innings.fielding_team)} bowling</h3>" + grid(["Bowler", *(heads(bowl) if long else [letters[c] for c in bowl])], bowling_rows(index, view, bowl))


def draw(rng, spec):
    match, dark = Match(rng, spec["pool"], spec["overs"]), spec.get("dark", False)
    picked = choices(rng, how=["How out", "Dismissal", "Out"], part=["{k} {v}", "{v}{k}"], word=["", " innings", " batting"], extra=[True, False], bullets=[True, False],
                     rows=["full", "initial", "last_full"], font=["'Inter'", "'Inter'", "'Linux Libertine O'"])
    columns = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if rng.random() < 0.5 else [])
    long = rng.choice([0, 1])
    views = views_of(match, Names(picked["rows"], "last", "last"), Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out="run out ({})"), bat=columns,
                     bowl=["maidens", "economy", *(["wides", "no_balls"] if picked["extra"] else [])], falls="over" if picked["bullets"] else None,
                     marks=rng.choice([(" (c)", " (wk)"), ("", "")]), overs=rng.choice(["full", "trim"]))
    when, toss = date(rng, "us", (2021, 2025)), chose(match, "{} won, chose to {}")
    facts = [("◷", "Date", when), ("⌖", "Ground", esc(match.ground)), ("☰", "Competition", esc(match.competition)), ("◉", "Toss", esc(toss))]
    props = "".join(f"<div class=pr><span><i data-no-text>{i}</i> {k}</span><span>{v}</span></div>" for i, k, v in facts)
    ink, back, line, soft, call = ("#e6e6e4", "#191919", "#373737", "#9b9b9b", "#252525") if dark else ("#37352f", "#fff", "#e3e2e0", "#787774", "#f1f1ef")
    bar = "" if spec["kind"] in ("text", "scan") else f"<nav><span>{esc(match.teams[0])} / Season / Match reports</span><span>Share &nbsp; ☆ &nbsp; ···</span></nav>"
    emblem = '<svg data-no-text width="58" height="58"><rect x="8" y="4" width="10" height="44" rx="4" transform="rotate(-24 13 26)" fill="#c98b3c"/><circle cx="42" cy="42" r="10" fill="#c62828"/></svg>'
    title = f"<h1>{esc(match.teams[0])} vs {esc(match.teams[1])}</h1>"
    style = f"""body{{font-family:{picked['font']},sans-serif;font-size:14px;color:{ink};background:{back};line-height:1.45}}nav{{display:flex;justify-content:space-between;padding:10px 16px;color:{soft};font-size:13px}}
main{{max-width:{'none' if spec['kind'] in ('text', 'scan') else '820px'};margin:0 auto;padding:18px 28px}}h1{{font-size:34px;margin:6px 0 10px;line-height:1.15}}h2{{font-size:22px;margin:24px 0 4px}}h3{{font-size:17px;margin:14px 0 4px}}
.pr{{display:flex;padding:3px 0}}.pr span:first-child{{width:150px;color:{soft}}}i{{font-style:normal}}.call{{background:{call};border-radius:4px;padding:12px 16px;margin:14px 0;display:flex;gap:10px}}
table{{width:100%}}td,th{{border:1px solid {line};padding:5px 9px;text-align:{rng.choice(['left', 'right', 'left'])};font-weight:400}}.n{{text-align:left}}th{{background:{call};font-weight:600}}
p{{margin:6px 0}}ul{{margin:4px 0;padding-left:22px}}"""
    body = f"{bar}<main>{emblem}{title}{props}<div class=call><span data-no-text>★</span><b>{esc(match.result)}</b></div>" + "".join(block(k, v, columns, long, picked) for k, v in enumerate(views)) + "</main>"
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
