"""The scoreboard of an Indian newspaper: balls, fours and sixes in brackets after the runs.

The Hindu and Sportstar: `Rohit Sharma c Smith b Starc 46 (57b, 4x4, 2x6)`, `Extras (b-4, lb-2, w-5): 11`, `Total (for five
wkts. in 50 overs): 287`, then `Fall of wickets:` and `Australia bowling:`, in a narrow column or as one paragraph a side."""

import names6
from common import Sheet, absent, choices, document, falls, figures, joined, ordinal, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-hindu"
CARDS = [
    dict(kind="text", overs=50, paper="A5", run_on=False),
    dict(kind="scan", dpi=200, overs=20, paper="A5", run_on=False, gray=True),
    dict(kind="photo", crop=True, overs=50, paper="A5", run_on=True),
    dict(kind="screen", width=520, scale=1.7, days=True, run_on=True),
    dict(kind="screen", width=460, scale=2, overs=20, run_on=False, file="jpg", quality=75),
]
NUMBERS = "no one two three four five six seven eight nine ten".split()


def boundaries(row):
    more = [f"{row['balls']}b"] + [f"{row[k]}x{n}" for k, n in (("fours", 4), ("sixes", 6)) if row[k]]
    return f"({', '.join(more)})"


def total_words(innings, view):
    """Total (for five wkts. in 50 overs); a side that is out has no wickets in brackets."""
    one = "wkt." if innings.wickets == 1 else "wkts."
    down = "" if innings.all_out else f"for {NUMBERS[innings.wickets]} {one} {'decl. ' if innings.declared else ''}"
    return f"Total ({down}in {view.overs} overs)"


def side(index, view, days, run_on):
    name = esc(view.team) + (ordinal(view.innings, days, ("", " — 1st innings", " — 2nd innings")) if days else "")
    lines = [(f"b{index}.{k}", f"{esc(r.name)} {esc(r.text)} {'<b>' if not run_on else ''}{r['runs']}{'</b>' if not run_on else ''} {boundaries(r)}")
             for k, r in enumerate(view.batting)]
    parts = joined(view.parts, "{k}-{v}")
    extras = f"Extras ({parts}): {view.extras}" if parts else f"Extras: {view.extras}"
    total = f"{total_words(view.innings, view)}: <b>{view.innings.runs}</b>"
    if run_on:
        body = f"<p><b>{name}:</b> " + ", ".join(f"<span data-t={t}>{s}</span>" for t, s in lines) + f"; <span data-t=x{index}>{extras}</span>; <span data-t=t{index}>{total}.</span></p>"
    else:
        body = f"<h3>{name}</h3>" + "".join(f"<div data-t={t}>{s}</div>" for t, s in lines) + f"<div>{extras}</div><div class=t>{total}.</div>"
    if view.dnb:
        body += f"<p><b>Did not bat:</b> {absent(view)}.</p>"
    fell = falls(view, "{wicket}-{runs} ({name}, {over})")
    body += f"<p><b>Fall of wickets:</b> {fell}.</p>" if fell else ""
    return body + f"<p><b>{esc(view.innings.fielding_team)} bowling:</b> {figures(view, separator=', ')}.</p>"


def draw(rng, spec):
    days = spec.get("days", False)
    match = names6.international(rng, spec.get("overs", 50), days) if rng.random() < 0.6 else Match(rng, rng.choice(["ind", "nep", "ban"]), spec.get("overs", 50), days=days)
    picked = choices(rng, font=["'Liberation Serif'", "'EB Garamond'", "'Linux Libertine O'", "'Nimbus Roman'"], rows=["full", "dotted", "initial_dot"],
                     box=["#111", "#8b1a1a", "#1b3f6b"], title=["SCOREBOARD", "SCORES", "The scores"])
    short = rng.choice(["last", "full"]) if picked["rows"] == "full" else "last"
    views = views_of(match, Names(picked["rows"], short, "last"), Dismissals(c_and_b="c & b", run_out=rng.choice(["(run out)", "run out ({})"])),
                     bat=["runs", "balls", "fours", "sixes"], bowl=["maidens"], zero="", overs="trim")
    for view in views:
        if view.innings.all_out:
            view.truth["total"]["wickets"] = None
    when, toss = date(rng, "us"), match.teams[match.toss_winner]
    best = esc(rng.choice(match.squads[match.teams.index(match.winner or toss)]).form("full"))
    photo = '<svg data-no-text class=ph width="100%" height="120"><rect width="100%" height="120" fill="#9fb3a1"/><circle cx="50%" cy="52" r="21" fill="#64513f"/><rect x="41%" y="72" width="18%" height="48" fill="#eee"/></svg>'
    story = (f"<h1>{esc(match.winner or toss)} {'prevails in a thriller' if match.winner else 'shares the honours'}</h1><small>{esc(match.ground).upper()}, {when}</small>"
             f"<p class=lead>An attractive crowd saw {best} turn the match with a fine display. The pitch had something in it for everyone.</p>") if not spec.get("run_on") else ""
    cards = "".join(side(k, v, days, spec["run_on"]) for k, v in enumerate(views))
    tail = f"<p><b>Toss:</b> {esc(toss)}. <b>Player-of-the-match:</b> {best}.</p><p class=res>{esc(match.result)}.</p>"
    style = f"""body{{font-family:{picked['font']},serif;font-size:12.5px;line-height:1.28;color:#161616;background:{'#fdfcf8' if spec['kind'] == 'screen' else '#fff'};padding:10px 14px}}
h1{{font-size:23px;line-height:1.05;margin:6px 0 3px}}h2{{background:{picked['box']};color:#fff;font-family:'Liberation Sans Narrow','Liberation Sans',sans-serif;
font-size:15px;padding:3px 8px;margin:8px 0}}h3{{margin:8px 0 2px;font-size:13.5px}}div{{padding-left:10px;text-indent:-10px}}p{{margin:3px 0;text-align:justify}}
.t{{margin-bottom:3px}}.lead{{columns:1}}small{{color:#444;font-size:10px}}.res{{border-top:1px solid #333;padding-top:3px;font-weight:700}}"""
    truth = card_truth([v.team for v in views[:2]], views, toss=toss, result=match.result, venue=match.ground.upper() if story else None, date=when if story else None)
    return Sheet(document(style, (photo if story else "") + story + f"<h2>{picked['title']}</h2>" + cards + tail), truth)
