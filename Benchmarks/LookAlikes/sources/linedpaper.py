"""A card written out on ruled paper: exercise book, note pad or the back of a form, both innings below one another, no boxes at all.

What somebody copies out after a friendly, a works' or a street match: title and date, who won the toss, a name, how out and runs a line, "Extras (b4 w7) 11", a line drawn, "TOTAL for 6 (20 ov) 187", bowling as `4-0-23-2` or under O M R W, who won at the end."""

from common import ANALYSIS, Sheet, choices, document
from names import date
from sources.scorebook import Hand
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-linedpaper"
CARDS = [
    dict(kind="photo", pool="eng", overs=20),
    dict(kind="photo", pool="ind", overs=10, small=True),
    dict(kind="scan", pool="wi", overs=30, dpi=200),
    dict(kind="photo", pool="women", overs=16, case="tie"),
    dict(kind="scan", pool="pak", overs=12, dpi=150, gray=True),
]


def draw(rng, spec):
    match, hand = make(rng, spec), Hand(rng)
    picked = choices(rng, look=[("'Comic Neue'", 17), ("'Comic Neue';font-style:italic", 17), ("'Z003'", 20), ("'TeX Gyre Chorus'", 20)], pen=["#14215e", "#1c1c1c", "#1d3fa0", "#16324f"], line=["#9db8dc", "#b9c7d6", "#8fb7c9"], margin=[True, True, False], bowl=["dash", "dash", "table"], down=["for {}", "{} wkts", "for {} wkts"],
                     rows=["last", "initial", "initial_dot", "full"], caught=["c", "ct"], tot=["TOTAL", "Total"], paper=["#fffef9", "#fdfbf0", "#fff"], fow=[True, False, False], under=["Batting", ""], no=["not out", "Not Out", "N.O."])
    if picked["rows"] == "last" and any(len({p.family for p in s}) < 11 for s in match.squads):
        picked["rows"] = "initial"
    face, size = picked["look"]
    words = Dismissals(caught=picked["caught"], c_and_b="c & b", run_out="run out", not_out=picked["no"], hit_wicket="hit wkt b", dnb="dnb", retired="retired hurt")
    names = Names(picked["rows"], "last", "last")
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls="plain" if picked["fow"] else False, dnb=rng.choice(["list"]), overs="trim") for i in match.innings]
    pitch = 25
    blank = "<tr><td colspan=6>&nbsp;</td></tr>"
    body = ""
    for view in views:
        innings = view.innings
        rows = "".join(f"<tr><td class=a>{hand(r.name)}</td><td class=b colspan=4>{hand(r.text)}</td><td class=r>{hand(r['runs'])}</td></tr>" for r in view.batting)
        if view.dnb:
            rows += f"<tr><td class=a>{hand('Did not bat')}</td><td colspan=5 class=wr><span class=h>{esc(', '.join(n for n, _ in view.dnb))}</span></td></tr>"
        parts = " ".join(f"{k}{v}" for k, v in view.parts)
        down = "all out" if innings.all_out else picked["down"].format(innings.wickets)
        rows += f"<tr><td class=a>{hand('Extras')}</td><td class=b colspan=4>{hand(f'({parts})' if parts else '')}</td><td class=r>{hand(str(view.extras))}</td></tr>"
        rows += f"<tr class=to><td class=a>{hand(picked['tot'])}</td><td class=b colspan=4>{hand(f'{down}  ({view.overs} overs)')}</td><td class=r>{hand(str(innings.runs))}</td></tr>"
        if picked["fow"] and view.falls:
            rows += f"<tr><td class=a>{hand('Fall of wkts')}</td><td colspan=5 class=wr><span class=h>{', '.join(r['runs'] + '-' + r['wicket'] for r in view.falls)}</span></td></tr>"
        if picked["bowl"] == "dash":
            rows += f"<tr><td class='a un'>{hand('Bowling')}</td><td colspan=5></td></tr>" + "".join(f"<tr><td class=a>{hand(r.name)}</td><td colspan=5>{hand('-'.join(r[c] for c in ANALYSIS))}</td></tr>" for r in view.bowling)
        else:
            rows += f"<tr><td class='a un'>{hand('Bowling')}</td>" + "".join(f"<td class=f>{hand(x)}</td>" for x in "OMRW") + "<td></td></tr>" + "".join(f"<tr><td class=a>{hand(r.name)}</td>" + "".join(f"<td class=f>{hand(r[c])}</td>" for c in ANALYSIS) + "<td></td></tr>" for r in view.bowling)
        body += f"<tr><td colspan=6 class=un>{hand(view.team)}</td></tr>{rows}{blank}"
    when = date(rng, rng.choice(["slash", "short", "dot"]), (1998, 2026))
    a, b = match.teams
    toss = f"{match.teams[match.toss_winner]} won toss, {'batted' if match.toss_bat else 'fielded'}"
    top = f"<tr><td colspan=6 class='c big'>{hand(f'{a}  v  {b}')}</td></tr><tr><td colspan=6 class=c>{hand(f'{when}  at {match.ground}')}</td></tr><tr><td colspan=6>{hand(toss)}</td></tr>"
    foot = f"<tr><td colspan=6 class=un>{hand(match.result)}</td></tr>"
    edge = f"linear-gradient(90deg,transparent 61px,#e59a9a 61px,#e59a9a 62.5px,transparent 62.5px)," if picked["margin"] else ""
    style = f"""body{{font-family:{face};font-size:{size}px;color:{picked['pen']};background:{picked['paper']}}}.pg{{padding:{pitch * 2}px 16px {pitch}px {76 if picked['margin'] else 24}px;background:{edge}repeating-linear-gradient({picked['paper']} 0 {pitch - 1.2}px,{picked['line']} {pitch - 1.2}px {pitch}px)}}table{{width:94%}}td{{height:{pitch}px;padding:0 4px 0 0;line-height:{pitch}px;vertical-align:bottom;white-space:nowrap}}.h{{display:inline-block;line-height:1}}
td.wr{{white-space:normal}}tr:has(.wr) td{{vertical-align:top}}tr:has(.wr) .h{{line-height:{pitch}px;position:relative;top:3px}}.wr .h{{display:inline;line-height:{pitch}px}}.a{{width:31%}}.r{{text-align:right;width:60px}}.f{{width:52px;text-align:center}}.un .h{{text-decoration:underline}}.c{{text-align:center}}.big{{font-size:1.2em}}.to td{{box-shadow:inset 0 2px {picked['pen']}}}.b{{white-space:nowrap}}"""
    return Sheet(document(style, f"<div class=pg><table>{top}{body}{foot}</table></div>"), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
