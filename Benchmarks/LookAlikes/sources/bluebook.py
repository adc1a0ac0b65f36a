"""The long page of an English scorebook lying sideways, filled in by hand: times in and out, every stroke, how out, bowler; the bowling over by over below.

Club scorebooks of every shop: `No | In | Out | BATSMAN | RUNS AS SCORED | HOW OUT | BOWLER | RUNS`, strokes as `1 4 2 1 1` closed with two strokes, byes and leg byes as they were run, `TOTAL FOR ... WICKETS`, fall of wickets in boxes, bowling analysis with a box an over."""

from common import Sheet, choices, document
from match import Match
from names import date
from sources.boardpdf import split
from sources.scorebook import Hand
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-bluebook"
CARDS = [
    dict(kind="photo", pool="eng", overs=20, landscape=True, margin="7mm"),
    dict(kind="scan", pool="eng", overs=35, dpi=220, landscape=True, margin="7mm"),
    dict(kind="photo", pool="women", overs=20, landscape=True, margin="7mm"),
    dict(kind="scan", pool="zim", overs=25, dpi=200, gray=True, landscape=True, margin="7mm"),
]
PLAIN = lambda text: text.replace("&amp;", "&")


def batting(view, hand, rng):
    rows, clock = "", 13 * 60 + rng.choice([0, 30])
    for k, row in enumerate(view.batting):
        truth, batter = row.truth, row.batter
        if batter.how == "did not bat":
            truth["how_out"] = truth["dismissal"] = None
            how = bowler = times = strokes = ""
            start = end = ""
        else:
            how, bowler = split(row)
            begin = clock + 3 * max(0, k - 1)
            start = f"{begin // 60 % 12 or 12}.{begin % 60:02d}"
            over = begin + batter.minutes
            end = "" if batter.how == "not out" else f"{over // 60 % 12 or 12}.{over % 60:02d}"
            strokes = " ".join(str(s) for s in batter.shots) + ("  //" if batter.how != "not out" else "")
        rows += (f"<tr><td class=k>{k + 1}</td><td class=tm>{hand(start)}</td><td class=tm>{hand(end)}</td><td>{hand(row.name)}</td><td class=st><span class=h>{esc(strokes)}</span></td><td>{hand(PLAIN(how))}</td><td>{hand(PLAIN(bowler))}</td><td class=r>{hand(row['runs'])}</td></tr>")
    return rows


def draw(rng, spec):
    match, hand = Match(rng, spec["pool"], spec["overs"]), Hand(rng)
    innings = match.innings[rng.randrange(2)]
    picked = choices(rng, rule=["#3a6ea5", "#5b7db1", "#9a4b4b", "#4a4a4a"], paper=["#fdfdf6", "#fff", "#f6f3e6"], pen=["#14215e", "#111", "#1a2f8a", "#243"], look=[("'Comic Neue'", 15), ("'Z003'", 17), ("'TeX Gyre Chorus'", 17), ("'Comic Neue';font-style:italic", 15)], rows=["initial_dot", "initial", "dotted"],
                     bat=["BATSMAN", "BATTER"], caught=["ct", "c", "Ct"], run=["run out", "Run out", "r/o"])
    face, size = picked["look"]
    words = Dismissals(caught=picked["caught"], c_and_b="c & b", run_out=picked["run"], dnb="", hit_wicket="hit wkt b", not_out=rng.choice(["not out", "Not out"]), stumped="st")
    view = innings_view(match, innings, Names(picked["rows"], "last", "last"), words, bat=["runs"], bowl=["maidens", "wides", "no_balls"], falls="player", dnb="rows", overs="trim", bowl_zero="")
    when = date(rng, "slash", (1994, 2024))
    field = lambda word, text, grow=1: f"<div style='flex:{grow}'>{word} {hand(text)}</div>"
    a, b = match.teams
    head = f"<div class=hd>{field('MATCH BETWEEN', a)}{field('AND', b)}{field('AT', match.ground)}{field('DATE', when, .7)}</div><div class=hd>{field('INNINGS OF', view.team)}{field('TOSS WON BY', match.teams[match.toss_winner])}{field('UMPIRES', '')}</div>"
    table = f"<table class='g ba'><tr><th class=k>No</th><th class=tm>IN</th><th class=tm>OUT</th><th class=w>{picked['bat']}</th><th>RUNS AS SCORED</th><th class=w>HOW OUT</th><th class=v>BOWLER</th><th class=q>RUNS</th></tr>{batting(view, hand, rng)}</table>"
    extra = ""
    for word, key in (("BYES", "byes"), ("LEG BYES", "leg_byes"), ("WIDES", "wides"), ("NO BALLS", "no_balls")):
        value = getattr(innings, key)
        extra += f"<tr><td class=p>{word}</td><td class=st><span class=h>{' '.join(map(str, innings.extra_marks[key])) if value else ''}</span></td><td class='r q'>{hand(str(value) if value else '')}</td></tr>"
    down = "all out" if innings.all_out else str(innings.wickets)
    sums = f"<table class='g su'>{extra}<tr><td class=p>TOTAL EXTRAS</td><td></td><td class='r q'>{hand(str(view.extras))}</td></tr><tr><td class=p>TOTAL</td><td class=e>FOR {hand(down)} WKTS &nbsp; OVERS {hand(view.overs)}</td><td class='r q'>{hand(str(innings.runs))}</td></tr></table>"
    cell = lambda k, key: hand(view.falls[k].name if key == "name" else view.falls[k][key]) if k < len(view.falls) else ""
    fow = "<table class='g fo'><tr><th>FALL</th>" + "".join(f"<th>{k}</th>" for k in range(1, 11)) + "</tr>" + "".join(f"<tr><td class=p>{w}</td>" + "".join(f"<td class=c>{cell(k, key)}</td>" for k in range(10)) + "</tr>" for w, key in (("SCORE", "runs"), ("OUT BAT", "name"))) + "</table>"
    spread = max(10, max(len(r.bowler.by_over) for r in view.bowling))
    lines = ""
    for row in view.bowling:
        boxes = "".join(f"<td class=o>{hand('M' if not conceded and not taken else f'{conceded}' + ('w' * taken))}</td>" for conceded, taken in row.bowler.by_over) + "<td class=o></td>" * (spread - len(row.bowler.by_over))
        lines += f"<tr><td>{hand(row.name)}</td>{boxes}" + "".join(f"<td class=c>{hand(row[c])}</td>" for c in ("wides", "no_balls", "overs", "maidens", "runs", "wickets")) + "</tr>"
    bowl = f"<table class='g bo'><tr><th class=x>BOWLER</th>{''.join(f'<th class=o>{k + 1}</th>' for k in range(spread))}<th>WD</th><th>NB</th><th>OVERS</th><th>MDNS</th><th>RUNS</th><th>WKTS</th></tr>{lines}</table>"
    ink = picked["rule"]
    style = f"""body{{font-family:'Liberation Sans Narrow','Liberation Sans',sans-serif;font-size:9px;color:{ink};background:{picked['paper']};padding:4px}}.hd{{display:flex;gap:14px;margin:3px 0;align-items:baseline}}.hd div{{border-bottom:1px solid {ink};white-space:nowrap;padding-bottom:1px}}table{{width:100%;margin-bottom:5px}}.g td,.g th{{border:1px solid {ink};padding:0 4px;height:23px;text-align:left;white-space:nowrap;vertical-align:middle}}.g th{{font-size:8.5px;text-align:center;height:15px;background:{'#eaf1f8' if ink.startswith('#3') or ink.startswith('#5') else 'transparent'}}}
.h{{display:inline-block;font-family:{face};color:{picked['pen']};line-height:1}}.ba,.hd .h,.su,.bo{{font-size:{size}px}}.hd .h{{font-size:{size}px!important}}.g td.p{{font-size:8.5px;font-weight:700;width:84px}}.k{{width:22px;text-align:center!important;font-size:9px}}.tm{{width:42px;font-size:.72em;text-align:center!important}}.w{{width:17%}}.v{{width:12%}}.q{{width:48px}}.r{{text-align:center!important}}.g td.st{{white-space:normal;font-size:.62em;line-height:1.05}}.st .h{{display:inline;line-height:1.1}}
.lo{{display:flex;gap:8px;align-items:flex-start}}.lo .su{{flex:1}}.lo .fo{{flex:1.5}}.e{{font-size:9px}}.e .h{{font-size:{size}px!important}}.fo td.c,.bo td.c{{text-align:center}}.fo{{font-size:{size * .72:.1f}px}}.fo td.c{{padding:0 1px}}.x{{width:130px}}.bo td.o{{width:30px;text-align:center;font-size:.66em;padding:0}}"""
    body = f"{head}{table}<div class=lo>{sums}{fow}</div>{bowl}"
    toss = match.teams[match.toss_winner]
    return Sheet(document(style, body), card_truth(match.teams, [view], toss=toss, venue=match.ground, date=when))
