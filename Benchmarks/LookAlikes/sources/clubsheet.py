"""A club's ruled scoresheet, its boxes filled in by a typewriter or a printer."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-clubsheet"
CARDS = [
    dict(kind="text", overs=20, pool="eng", landscape=True, margin="8mm"),
    dict(kind="scan", overs=20, pool="eng", landscape=True, margin="8mm", dpi=200),
    dict(kind="scan", overs=25, pool="wi", landscape=True, margin="8mm", dpi=300, bilevel=True),
    dict(kind="photo", overs=20, pool="nz", landscape=True, margin="8mm"),
    dict(kind="photo", overs=20, pool="eng", landscape=True, margin="8mm", sideways=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    innings = match.innings[rng.randrange(2)]
    words = Dismissals(caught="ct", bowled="", c_and_b="c & b", lbw="lbw", stumped="st", run_out="run out", hit_wicket="hit wkt b", dnb="")
    names = Names(rng.choice(["initial_dot", "initial", "last_comma"]), "last", "last")
    view = innings_view(match, innings, names, words, bat=["runs"], bowl=["maidens", "wides", "no_balls"], falls="player", dnb="rows", overs="trim", bowl_zero="")
    shots = rng.random() < 0.7
    ink = rng.choice(["#111", "#1a237e", "#111"])
    rows = ""
    for k, row in enumerate(view.batting):
        batter = row.batter
        how, bowler, truth = batter.how, row.truth["bowler"], row.truth
        fielder = truth["fielder"]
        column = {"caught": f"ct {fielder}", "bowled": "bowled", "lbw": "lbw", "stumped": f"st {fielder}", "caught and bowled": "c & b", "run out": "run out",
                  "hit wicket": "hit wkt", "not out": "not out", "retired hurt": "retired hurt", "did not bat": ""}[how]
        # How out and bowler stand in columns of their own: the dismissal may be given with the b or without.
        if bowler:
            truth["dismissal"] = f"{column} {bowler}"
            plain = {"bowled": f"b {bowler}", "lbw": f"lbw b {bowler}", "caught and bowled": f"c & b {bowler}"}.get(how, f"{column} b {bowler}")
            truth["dismissal_accept"] = sorted({plain, f"{column} b {bowler}"})
        elif how == "did not bat":
            truth["how_out"], truth["dismissal"] = None, None
        else:
            truth["dismissal"] = column
        if how == "did not bat":
            truth["how_out"] = None
        marks = " ".join(str(s) for s in batter.shots) if shots else ""
        end = " //" if shots and how not in ("not out", "did not bat", "retired hurt") else ""
        rows += f'<tr><td class="k">{k + 1}</td><td class="f">{esc(row.name)}</td><td class="f sh">{marks}{end}</td><td class="f">{esc(column)}</td><td class="f">{esc(bowler or "")}</td><td class="f num">{row["runs"]}</td></tr>'
    for k in range(len(view.batting), 11):
        rows += f'<tr><td class="k">{k + 1}</td><td></td><td></td><td></td><td></td><td></td></tr>'
    extras_rows = ""
    for word, key in (("BYES", "byes"), ("LEG BYES", "leg_byes"), ("WIDES", "wides"), ("NO BALLS", "no_balls")):
        value = getattr(innings, key)
        marks = " ".join(str(m) for m in innings.extra_marks[key]) if shots else ""
        extras_rows += f'<tr><td colspan=2 class="p">{word}</td><td class="f sh">{marks}</td><td class="p" colspan=2></td><td class="f num">{value if value else ""}</td></tr>'
    fow = "".join(f"<th>{k}</th>" for k in range(1, 11))
    score_cells = "".join(f'<td class="f">{view.falls[k]["runs"] if k < len(view.falls) else ""}</td>' for k in range(10))
    name_cells = "".join(f'<td class="f sm">{esc(view.falls[k].name) if k < len(view.falls) else ""}</td>' for k in range(10))
    most = max(len(r.bowler.by_over) for r in view.bowling)
    spread = max(8, most)
    bowling = ""
    for row in view.bowling:
        overs = ""
        for conceded, taken in row.bowler.by_over:
            overs += f'<td class="f o">{"M" if conceded == 0 and not taken else conceded}{"w" * taken}</td>'
        overs += '<td class="o"></td>' * (spread - len(row.bowler.by_over))
        bowling += f'<tr><td class="f">{esc(row.name)}</td>{overs}' + "".join(f'<td class="f num">{row[c]}</td>' for c in ("wides", "no_balls", "overs", "maidens", "runs", "wickets")) + "</tr>"
    for _ in range(max(0, 8 - len(view.bowling))):
        bowling += "<tr><td>&nbsp;</td>" + "<td></td>" * (spread + 6) + "</tr>"
    when = date(rng, "slash", (1998, 2022))
    toss = match.teams[match.toss_winner]
    fielding = innings.fielding_team
    body = f"""<div class="ti">CRICKET SCORE SHEET</div><table class="hd"><tr><td class="p">MATCH</td><td class="f">{esc(match.teams[0])} v {esc(match.teams[1])}</td><td class="p">DATE</td><td class="f">{when}</td></tr>
<tr><td class="p">INNINGS OF</td><td class="f">{esc(view.team)}</td><td class="p">GROUND</td><td class="f">{esc(match.ground)}</td></tr></table>
<table class="g"><colgroup><col style="width:4%"><col style="width:22%"><col style="width:34%"><col style="width:18%"><col style="width:14%"><col style="width:8%"></colgroup><tr><th>No</th><th>BATSMAN</th><th>RUNS SCORED</th><th>HOW OUT</th><th>BOWLER</th><th>TOTAL</th></tr>{rows}{extras_rows}
<tr><td colspan=2 class="p">FALL OF WICKETS</td><td colspan=3 class="p ri">TOTAL EXTRAS</td><td class="f num">{view.extras}</td></tr><tr><td colspan=2 class="p"></td><td colspan=3 class="p ri">TOTAL FOR <span class="f">{innings.wickets}</span> WICKETS IN <span class="f">{view.overs}</span> OVERS</td><td class="f num b">{innings.runs}</td></tr></table>
<table class="g fw"><tr><th class="w">WICKET</th>{fow}</tr><tr><td class="p">SCORE</td>{score_cells}</tr><tr><td class="p">BATSMAN OUT</td>{name_cells}</tr></table>
<table class="g bw"><tr><th class="w">BOWLER</th>{"".join(f"<th>{k + 1}</th>" for k in range(spread))}<th>WD</th><th>NB</th><th>O</th><th>M</th><th>R</th><th>W</th></tr>{bowling}</table>"""
    face = rng.choice(["'Courier Prime','Liberation Mono'", "'Liberation Sans'", "'Courier Prime'"])
    paper = rng.choice(["#1b5e20", "#333", "#7b1f1f"])
    style = f"""body{{font-family:'Liberation Sans Narrow','Liberation Sans',sans-serif;font-size:11px;color:{paper}}}.ti{{text-align:center;font-size:17px;font-weight:700;letter-spacing:2px;margin-bottom:4px}}table{{width:100%;margin-bottom:5px}}.g{{table-layout:fixed}}.hd .f{{border-bottom:1px solid {paper};width:38%}}.g th,.g td{{border:1px solid {paper};padding:1.5px 4px;height:19px;text-align:left}}.g th{{font-size:10px;text-align:center}}.f{{font-family:{face};color:{ink};font-size:12.5px}}.k{{text-align:center!important;font-size:10px}}.sh{{font-size:10.5px;letter-spacing:.5px;line-height:1}}
.num{{text-align:right!important}}.b{{font-weight:700;font-size:14px}}.p{{font-size:10px;font-weight:700}}.ri{{text-align:right!important}}.sm{{font-size:9.5px;overflow:hidden}}.w{{width:150px}}.fw td,.bw td.o{{text-align:center!important}}.fw td.p{{text-align:left!important}}"""
    truth = card_truth(match.teams, [view], venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
