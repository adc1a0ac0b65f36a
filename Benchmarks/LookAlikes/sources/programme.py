"""A page of a match-day programme, filled in with a pen by somebody who went home before the end.

Counties' and schools' programmes: both sides printed with numbers, stars and daggers, dotted lines for how out and runs; the
first innings is complete, of the second what was seen: who was out, the falls until then, neither total nor bowling."""

from common import Sheet, choices, document
from match import Match
from names import date
from sources.scorebook import Hand
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-programme"
CARDS = [
    dict(kind="photo", pool="eng", overs=40, paper="A5", margin="9mm"),
    dict(kind="scan", pool="eng", overs=50, paper="A5", margin="9mm", dpi=250),
    dict(kind="photo", pool="sa", overs=50, paper="A5", margin="9mm", small=True),
    dict(kind="scan", pool="women", overs=40, paper="A5", margin="9mm", dpi=200, gray=True),
]
EMPTY = ("captain", "keeper", "player")


def stop(rng, view):
    """Cuts a view down to what had happened when the spectator left; gives how many wickets that were."""
    seen = min(len(view.falls), rng.randint(3, 6))
    view.falls = view.falls[:seen]
    gone = [f[2] for f in view.innings.falls[:seen]]
    for row in view.batting:
        row.seen = row.batter in gone
        if not row.seen:
            row.truth.update({k: None for k in row.truth if k not in EMPTY})
            row.truth.pop("dismissal_accept", None)
    view.bowling = []
    view.truth.update(bowling=[], fall_of_wickets=[f.truth for f in view.falls])
    view.truth["total"] = dict.fromkeys(("runs", "wickets", "overs", "declared"))
    view.truth["extras"] = dict.fromkeys(view.truth["extras"])


def batting(view, hand, picked):
    rows = ""
    for k, row in enumerate(view.batting):
        batted = getattr(row, "seen", row.batter.how != "did not bat")
        if row.batter.how == "did not bat":
            row.truth["how_out"] = row.truth["dismissal"] = None
        how, runs = (hand(row.text), hand(row["runs"])) if batted else ("", "")
        rows += f"<tr><td class=k>{k + 1}</td><td>{esc(row.name)}</td><td class=do>{how}</td><td class='do r'>{runs}</td></tr>"
    return rows


def fall_line(view, hand):
    cell = lambda k: f"{k + 1}-{hand(view.falls[k]['runs'])}" if k < len(view.falls) else f"{k + 1}-<u></u>"
    return "<div class=fa>Fall of wickets: " + " &nbsp; ".join(cell(k) for k in range(len(view.batting) - 1)) + "</div>"


def bowled(view, hand):
    rows = "".join(f"<tr><td class=do>{hand(r.name)}</td>" + "".join(f"<td class='do c'>{hand(r[c])}</td>" for c in ("overs", "maidens", "runs", "wickets"))
                   + "</tr>" for r in view.bowling)
    blank = "<tr><td class=do>&nbsp;</td>" + "<td class=do></td>" * 4 + "</tr>"
    return f"<table class=bo><tr><th>Bowling</th><th>O.</th><th>M.</th><th>R.</th><th>W.</th></tr>{rows}{blank * max(0, 6 - len(view.bowling))}</table>"


def block(view, hand, picked):
    full = bool(view.bowling)
    innings = view.innings
    extras = hand(str(view.extras)) if full else ""
    down = hand("all out" if innings.all_out else str(innings.wickets)) if full else "<u></u>"
    total = hand(str(innings.runs)) if full else ""
    overs = hand(view.overs) if full else "<u></u>"
    return (f"<h3>{esc(view.team)}</h3><table>{batting(view, hand, picked)}<tr><td></td><td>Extras</td><td class=do></td><td class='do r'>{extras}</td></tr>"
            f"<tr><td></td><td><b>Total</b></td><td class=do>({down} wkts, {overs} overs)</td><td class='do r'>{total}</td></tr></table>"
            + fall_line(view, hand) + bowled(view, hand))


def style_of(picked):
    return f"""body{{font-family:{picked['face']};font-size:10.5px;color:#111;background:#fff}}h1{{font-size:15px;text-align:center;margin:0;color:{picked['mark']}}}
.su{{text-align:center;margin:2px 0}}h3{{background:{picked['mark']};color:#fff;margin:6px 0 2px;padding:1px 6px;font-size:11px}}table{{width:100%}}td{{padding:0 4px;
height:17px;white-space:nowrap}}.k{{width:18px;text-align:right}}.do{{border-bottom:1px dotted #777}}.r{{width:44px;text-align:right}}.c{{width:38px;text-align:center}}.fa{{margin:4px 4px;
white-space:nowrap;font-size:9px}}u{{display:inline-block;width:22px;border-bottom:1px dotted #777;text-decoration:none}}.bo th{{font-size:9px;text-align:center;font-weight:400}}.bo{{width:80%}}
.h{{display:inline-block;font-family:{picked['pen']};color:{picked['ink']};line-height:1;font-size:13.5px!important}}.fa .h{{font-size:11.5px!important}}.ad{{border:1px solid #555;text-align:center;padding:4px;
margin-top:6px;font-size:11px}}"""


def draw(rng, spec):
    match, hand = Match(rng, spec["pool"], spec["overs"]), Hand(rng)
    picked = choices(rng, mark=["#0a3d62", "#6d1b1b", "#1b4d2e", "#222"], face=["'Liberation Serif',serif", "'Liberation Sans',sans-serif", "'TeX Gyre Schola',serif"],
                     pen=["'Comic Neue'", "'Z003'", "'Comic Neue';font-style:italic"], ink=["#16236b", "#333", "#0a4f8a"], rows=["dotted", "initial_dot", "full"],
                     upper=["all", None])
    words = Dismissals(c_and_b="c & b", run_out="run out", dnb="", caught="c")
    names = Names(picked["rows"], "last", "last", upper=picked["upper"])
    names.brief = lambda person, group, style=None: Names(picked["rows"], "last").brief(person, group, style)
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls="runs", dnb="rows", overs="trim", extras_parts=(),
                          marks=rng.choice([("*", "†"), ("*", "+"), ("", "")])) for i in match.innings]
    for row in views[0].bowling:  # the bowlers are written by hand, by the family name
        row.name = row.truth["player"] = names.brief(row.bowler.person, views[0].innings.fielding, "last")
    stop(rng, views[1])
    when, price = date(rng, "long", (1978, 2018)), rng.choice(["50p", "£1.00", "£2"])
    a, b = match.innings[0].team, match.innings[1].team
    price = price if spec["pool"] != "sa" else "R10"
    body = (f"<h1>{esc(a)} v {esc(b)}</h1><div class=su>{esc(match.competition)} &nbsp;•&nbsp; {esc(match.ground)} &nbsp;•&nbsp; {when}</div>"
            + "".join(block(v, hand, picked) for v in views)
            + f"<div class=su>* Captain &nbsp; † Wicket-keeper</div><div class=ad>HARGREAVES GARAGE — MOTs, tyres and exhausts. Programme {price}</div>")
    return Sheet(document(style_of(picked), body), card_truth([a, b], views, venue=match.ground, date=when))
