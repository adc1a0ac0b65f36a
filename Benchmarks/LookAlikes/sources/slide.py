"""Slides of a company's cricket day or a club's awards dinner: the card as a presentation's table.

PowerPoint's own looks: a coloured title, a banded table in Calibri, bullets beside it, a footer with the slide's number;
the deck exported as PDF (a slide an innings) or a picture of what was projected on the wall."""

from common import (ANALYSIS, Sheet, absent, batting_rows, bowling_rows, choices, document, ending, grid, heads,
                    sides, written)
from match import Match
from names import date
from view import Dismissals, card_truth, esc, innings_view

LAYOUT = "look-slide"
CARDS = [
    dict(kind="text", pool="ind", overs=20, paper=(338, 190), margin="0mm", fit=False),
    dict(kind="text", pool="eng", overs=16, paper=(254, 190), margin="0mm", fit=False),
    dict(kind="screen", width=1280, scale=1, pool="aus", overs=20),
    dict(kind="photo", of="screen", width=1280, scale=1, pool="ind", overs=20, bezel=False),
    dict(kind="photo", of="screen", width=1280, scale=1, pool="pak", overs=20, bezel=False),
]
TEAMS = ["Finance XI", "Engineering XI", "Sales Smashers", "HR Hurricanes", "Legal Eagles", "IT Invincibles", "Operations XI",
         "Marketing Mavericks"]
WORDS = dict(runs="Runs", balls="Balls", fours="4s", sixes="6s", overs="Overs", maidens="Mdns", wickets="Wkts")
NAME = '<span style="white-space:nowrap">{}</span>'
SHORT = dict(WORDS, overs="O", maidens="M", runs="R", wickets="W")


def slide(title, body, foot, size):
    wide, high = size
    return (f'<section style="width:{wide}px;height:{high}px"><div class="ti">{title}</div><div class="bd">{body}</div>'
            f'<div class="ft">{foot}</div></section>')


def innings_slide(index, view, columns):
    """Batting at the left, bowling and bullets at the right."""
    blank = [""] * (len(columns) - 1)
    down = ending(view.innings, few="{} wickets", one="{} wicket")
    rows = batting_rows(index, view, columns)
    rows += [(f"x{index}", ["Extras", "", view.extras, *blank]),
             (f"t{index}", ["TOTAL", f"{down} ({view.overs} overs)", view.innings.runs, *blank])]
    batting = grid(["Batsman", "How out", *heads(columns, WORDS)], rows, (0, 1))
    bowled = grid(["Bowler", *heads(ANALYSIS, SHORT)], bowling_rows(index, view))
    top = max(view.bowling, key=lambda r: int(r["wickets"]))
    items = [f"Best of the bowlers: {esc(top.name)}"] + ([f"Did not bat: {absent(view, NAME)}"] if view.dnb else [])
    bullets = "".join(f"<li>{t}</li>" for t in items)
    return f'<div class="le">{batting}</div><div class="ri">{bowled}<ul>{bullets}</ul></div>'


def deck(rng, spec, match, views, columns, when):
    a, b = sides(match)
    wide, high = (round(v * 96 / 25.4) for v in spec["paper"]) if spec["kind"] == "text" else (spec["width"], 720)
    foot = lambda n: f"<span>{when}</span><span>{esc(match.competition)}</span><span>{n}</span>"
    title = lambda v: f"{esc(v.team)} innings"
    size = (wide, high - 1)
    if spec["kind"] != "text":
        head = f"{esc(a)} v {esc(b)}: {title(views[0])}"
        return slide(head, innings_slide(0, views[0], columns), foot(rng.randint(3, 30)), size)
    first = slide("Final", f'<div class="co"><h1>{esc(a)} v {esc(b)}</h1><p>{esc(match.ground)}, {when}</p><h2>{esc(match.result)}</h2>'
                  "</div>", foot(1), size)
    return first + "".join(slide(title(v), innings_slide(k, v, columns), foot(k + 2), size) for k, v in enumerate(views))


def narrow(spec):
    return spec["kind"] == "text" and spec["paper"][0] < 300


def style_of(picked, spec, columns):
    mark, band, ink = picked["look"]
    size = 16 if narrow(spec) else 17 if columns > 2 else 21
    title = f"background:{mark};color:#fff" if picked["bar"] else f"color:{mark};border-bottom:3px solid {mark}"
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{size}px;color:{ink};background:#fff}}
section{{position:relative;
break-after:page;break-inside:avoid;overflow:hidden;background:#fff}}section:last-child{{break-after:auto}}
.ti{{font-size:1.9em;
padding:14px 36px;{title}}}.bd{{display:flex;gap:26px;padding:16px 36px}}.le{{flex:{picked['share']}}}.ri{{flex:1}}
table{{width:100%}}
th{{background:{mark};color:#fff;text-align:right;padding:5px 8px}}td{{padding:4px 8px;text-align:right;
border:1px solid #fff;
white-space:nowrap}}td.n+td.n{{white-space:normal}}th.n,td.n{{text-align:left}}
tr:nth-child(even) td{{background:{band}}}tr:nth-child(odd) td{{background:{band}88}}
tr[data-t^=t] td{{font-weight:700;border-top:2px solid {mark}}}ul{{font-size:1.02em;line-height:1.35;
padding-left:22px}}.ft{{position:absolute;
bottom:8px;left:36px;right:36px;display:flex;justify-content:space-between;font-size:13px;color:#777}}
.co{{text-align:center;width:100%;
padding-top:80px}}.co h1{{font-size:2.6em;color:{mark}}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"], teams=rng.sample(TEAMS, 2))
    picked = choices(rng, look=[("#4472c4", "#cfd5ea", "#111"), ("#ed7d31", "#fbdcc9", "#222"), ("#375623", "#d5e3cf", "#111"),
                                ("#7030a0", "#e2d4ee", "#222"), ("#1f1f1f", "#dddddd", "#111")], bar=[True, False], share=[1.5, 1.7],
                     face=["'Carlito'", "'Carlito'", "'Liberation Sans'", "'Caladea'"], rows=["full", "last", "initial"])
    names = written(match, picked["rows"])
    columns = rng.choice([["runs", "balls"], ["runs"], ["runs", "balls", "fours", "sixes"]])[: 2 if narrow(spec) else 4]
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b="c & b", run_out="run out")
    played = match.innings if spec["kind"] == "text" else match.innings[:1]
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens"], falls=False, overs="trim", extras_parts=())
             for i in played]
    when, text = date(rng, "long", (2008, 2025)), spec["kind"] == "text"
    truth = card_truth(sides(match), views, result=match.result if text else None, venue=match.ground if text else None, date=when)
    return Sheet(document(style_of(picked, spec, len(columns)), deck(rng, spec, match, views, columns, when)), truth)
