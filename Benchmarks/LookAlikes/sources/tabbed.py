"""A school's or a club's word document: lines with tab stops and no table, a report above.

The master in charge types the card below his report: name, how out and runs apart by tabs (left, left, right or with dots
before the runs), "Extras (b2 lb4 w7)", "TOTAL (for 7 wkts, 35 overs)", Fall of wickets, and a bowler a line as
"Green  8-2-24-3" or with O M R W above four stops; sometimes the whole in two columns."""

from common import LEADERS, Sheet, absent, choices, document, ending, falls, joined, leader, overs_word, sides, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-tabbed"
CARDS = [
    dict(kind="text", pool="eng", overs=35, margin="20mm", teams=["St Aldhelm's 1st XI", "Ravensworth School"]),
    dict(kind="scan", pool="eng", overs=40, margin="20mm", dpi=200, teams=["Kingsmead College", "The Brethren XI"]),
    dict(kind="text", pool="junior", overs=20, margin="20mm", teams=["Fernhill U13A", "Oakdene Prep U13A"]),
    dict(kind="photo", pool="sa", overs=40, margin="20mm", teams=["Paarl Gymnasium Hills", "Umgeni High School"]),
]


def line(picked, name, how, runs, tag=""):
    if picked["dotted"]:
        left = f"<span class=na>{name}</span><span class=ho>{how}</span>"
        return f"<div class=tl>{leader(left, runs, tag)}</div>"
    return f"<div class='tl {tag}'><span class=na>{name}</span><span class=ho>{how}</span><span class=ru>{runs}</span></div>"


def bowling(view, picked):
    figures = lambda r: [r[c] for c in ("overs", "maidens", "runs", "wickets")]
    if picked["joined"]:
        return "<p><b>Bowling:</b></p>" + "".join(f"<div class=tl><span class=na>{esc(r.name)}</span><span class=ho>{'-'.join(figures(r))}</span></div>" for r in view.bowling)
    stops = lambda values: "".join(f"<span class=st>{v}</span>" for v in values)
    head = f"<div class=tl><span class=na><b>Bowling</b></span>{stops(['O', 'M', 'R', 'W'])}</div>"
    return head + "".join(f"<div class=tl><span class=na>{esc(r.name)}</span>{stops(figures(r))}</div>" for r in view.bowling)


def block(view, picked):
    end = ending(view.innings, out="all out", few="for {} wkts", one="for {} wkt")
    parts = joined(view.parts, "{k}{v}", " ")
    rows = "".join(line(picked, esc(r.name), esc(r.text), r["runs"]) for r in view.batting)
    rows += line(picked, "Extras", f"({parts})" if parts else "", view.extras)
    rows += line(picked, "TOTAL", f"({end}, {overs_word(view.overs)})", view.innings.runs, "to")
    dnb = f"<p>Did not bat: {absent(view)}</p>" if view.dnb else ""
    fell = f"<p>Fall of wickets: {falls(view, '{runs}-{wicket}' if picked['runs_first'] else '{wicket}-{runs}')}</p>" if view.falls else ""
    return f"<section><h3>{esc(view.team)}{' Innings' if picked['word'] else ''}</h3>{rows}{dnb}{fell}{bowling(view, picked)}</section>"


def story(rng, match, views):
    best = max(views[0].batting, key=lambda r: int(r["runs"] or 0))
    first = rng.choice([f"On a warm afternoon {esc(views[0].team)} batted and {esc(best.plain)} made the most of a true pitch.",
                        f"The bus was late and the start with it, but {esc(best.plain)} soon had the scorers at work."])
    return f"<p>{first} {rng.choice(['The reply had its moments.', 'Tea was, as ever, excellent.', 'The fielding was keen throughout.'])}</p>"


def style_of(picked):
    return f"""body{{font-family:{picked['face']};font-size:{picked['size']}pt;color:#000;line-height:1.25}}h2{{font-size:1.35em;margin:0 0 4px;text-align:{picked['align']};
text-decoration:{picked['under']}}}h3{{font-size:1.05em;margin:12px 0 4px}}p{{margin:5px 0}}.tl{{display:flex;align-items:baseline}}.tl .l{{flex:1}}.na{{width:{picked['stop']}px;flex:none;display:inline-block;padding:0!important;
text-indent:0!important}}.ho{{flex:none;display:inline-block;min-width:{picked['wide']}px;text-indent:0!important}}.tl .l span:first-child{{padding-left:0;text-indent:0}}.ru{{width:44px;text-align:right}}.to{{font-weight:700}}.st{{width:44px;text-align:right}}
section{{break-inside:avoid}}{LEADERS}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"], teams=spec["teams"])
    picked = choices(rng, face=["'Carlito',sans-serif", "'Liberation Serif',serif", "'Liberation Sans',sans-serif", "'Comic Neue',cursive", "'Caladea',serif"], size=[10.5, 11, 12],
                     align=["left", "center"], under=["none", "underline"], stop=[150, 170], wide=[200, 235], dotted=[True, False, False], joined=[True, False],
                     runs_first=[True, False], word=[True, False], rows=["initial", "initial_dot", "full"])
    words = Dismissals(caught=rng.choice(["c", "ct", "c."]) if spec["pool"] != "junior" else "caught", bowled="b" if spec["pool"] != "junior" else "bowled",
                       lbw="lbw b" if spec["pool"] != "junior" else "lbw bowled", c_and_b=rng.choice(["c & b", "c and b"]), run_out="run out")
    names = Names(picked["rows"], "last", "last")
    views = views_of(match, names, words, bat=["runs"], bowl=["maidens"], falls="runs", overs="trim", marks=rng.choice([("", ""), (" (capt)", " (wkt)"), ("*", "+")]))
    when = date(rng, "long", (1998, 2025))
    a, b = sides(match)
    body = (f"<h2>{esc(match.teams[0])} v {esc(match.teams[1])}</h2><p>{when}, at {esc(match.ground)}</p><p><b>{esc(match.result)}</b></p>"
            + story(rng, match, views) + "".join(block(v, picked) for v in views))
    truth = card_truth([a, b], views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked), body), truth)
