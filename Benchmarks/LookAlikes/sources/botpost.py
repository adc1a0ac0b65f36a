"""What a score bot posts to a channel: a bubble with bold heads, small pictures and the innings in letters of one width.

Telegram bots of scoring sites: "Old Elmians CC 154/7 (20.0)", under it the batters as "J Smith c Hill b Cox 34 (22)" or in
columns of a code block, the bowlers as "Cox 4-0-23-2"; the channel's name above, views and the time in the corner."""

from common import Sheet, absent, choices, document, joined, sides, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-botpost"
CARDS = [
    dict(kind="screen", width=412, scale=2.5, pool="ind", overs=20, form="lines"),
    dict(kind="screen", width=393, scale=2.5, pool="pak", overs=10, form="code", file="jpg"),
    dict(kind="screen", width=760, scale=1.5, pool="ger", overs=20, form="code"),
    dict(kind="photo", of="screen", width=412, scale=2, pool="sl", overs=16, form="lines"),
]


def pic(text):
    return f"<span data-no-text>{text} </span>"


def in_lines(index, view):
    """A line a batter and a line a bowler; who was out how in between."""
    line = lambda r: f"{esc(r.name)} <i>{esc(r.text)}</i> <b>{r['runs']}</b> ({r['balls']})"
    bats = "".join(f"<p>{line(r)}</p>" for r in view.batting)
    figures = lambda r: "-".join(r[c] for c in ("overs", "maidens", "runs", "wickets"))
    balls = "".join(f"<p>{esc(r.name)} {figures(r)}</p>" for r in view.bowling)
    parts = joined(view.parts, "{k} {v}")
    dnb = f"<p>Did not bat: {absent(view)}</p>" if view.dnb else ""
    return f"{bats}<p>Extras {view.extras}{f' ({parts})' if parts else ''}</p>{dnb}<h5>{pic('🎯')}Bowling</h5>{balls}"


def in_code(index, view):
    """Columns of a code block: name, R, B, 4s, 6s; name, O, M, R, W."""
    wide = max(max(len(r.name) for r in view.batting), max(len(r.name) for r in view.bowling), 6) + 1
    row = lambda name, values: esc(name).ljust(wide + len(esc(name)) - len(name)) + "".join(v.rjust(4 if len(values) == 4 else 5) for v in values)
    bats = [row("Batter", ["R", "B", "4s", "6s"])] + [
        row(r.name, [r["runs"] + ("*" if r.batter.how == "not out" else ""), r["balls"], r["fours"], r["sixes"]]) for r in view.batting]
    bats.append(row("Extras", [str(view.extras), "", "", ""]).rstrip())
    balls = [row("Bowler", ["O", "M", "R", "W"])] + [row(r.name, [r[c] for c in ("overs", "maidens", "runs", "wickets")]) for r in view.bowling]
    return "<pre>" + "\n".join(bats) + "</pre><pre>" + "\n".join(balls) + "</pre>"


def bubble(match, cards, when, picked):
    a, b = sides(match)
    return (f'<div class="bu"><div class="na">{picked["bot"]}</div><p>{pic("🏏")}<b>{esc(a)} vs {esc(b)}</b></p><p>{esc(match.competition)}</p>'
            f'<p>{pic("📍")}{esc(match.ground)}</p><p>{pic("📅")}{when}</p>{cards}<p class="re">{pic("🏆")}<b>{esc(match.result)}</b></p>'
            f'<div class="ti" data-no-text>👁 1.2K &nbsp; 21:47</div></div>')


def style_of(picked, wide):
    dark = picked["dark"]
    back, box, ink, soft, code = ("#0e1621", "#182533", "#f2f5f8", "#7d93a8", "#0f1a26") if dark else ("#c9dcb9", "#fff", "#111", "#8a99a6", "#f1f4f6")
    return f"""body{{font-family:'Roboto','Open Sans',sans-serif;font-size:14.5px;background:{back};color:{ink}}}header{{background:{'#17212b' if dark else '#517da2'};color:#fff;
padding:11px 14px;font-size:16px}}.bu{{background:{box};border-radius:12px;margin:10px {10 if wide < 500 else 150}px 14px 10px;padding:9px 12px}}.na{{color:#3a95d5;font-weight:600;
margin-bottom:4px}}p{{margin:2px 0;line-height:1.32}}i{{color:{soft};font-style:normal}}h4{{margin:12px 0 4px;font-size:15.5px}}h5{{margin:8px 0 3px;font-size:14px}}
pre{{background:{code};font-family:'DejaVu Sans Mono',monospace;font-size:{11.2 if wide < 500 else 13}px;padding:7px;border-radius:6px;margin:6px 0;
line-height:1.4}}.re{{margin-top:12px}}.ti{{text-align:right;color:{soft};font-size:11px;margin-top:6px}}"""


def draw(rng, spec):
    match, code = Match(rng, spec["pool"], spec["overs"]), spec["form"] == "code"
    picked = choices(rng, bot=["Cricket Score Bot", "Live Score Channel", "ScoreBuddy"], dark=[True, False], rows=["initial"])
    names = Names("initial", "last", "last")
    words = Dismissals(c_and_b="c&b", run_out=rng.choice(["run out", "run out ({})"]), dnb="did not bat")
    bat = ["runs", "balls", "fours", "sixes"] if code else ["runs", "balls"]
    parts = dict(extras_parts=()) if code else {}
    views = views_of(match, names, words, bat=bat, bowl=["maidens"], falls=False, overs="full", dnb="omit" if code else "list",
                     dismissal=None if code else True, **parts)
    score = lambda v: f"{v.innings.runs}/{v.innings.wickets} ({v.overs})"
    cards = "".join(f"<h4>{pic('🔵🔴'[k])}{esc(v.team)} {score(v)}</h4>{(in_code if code else in_lines)(k, v)}" for k, v in enumerate(views))
    when = date(rng, "short", (2019, 2025))
    body = f"<header data-no-text>‹ &nbsp; {picked['bot']}</header>" + bubble(match, cards, when, picked)
    truth = card_truth(sides(match), views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec["width"]), body), truth)
