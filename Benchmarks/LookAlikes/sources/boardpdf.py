"""A cricket board's official score card: letter head, its name as a watermark, every box ruled, signatures below.

District and state associations of India, Sri Lanka and Nepal: SL NO, BATSMAN, HOW OUT, BOWLER, MIN, BALLS, 4S, 6S, RUNS;
a row each of B, LB, W and NB; fall of wickets as a small table; bowling with W and NB; umpires, referee and scorers."""

from common import Sheet, bowling_rows, choices, document, grid, officials, sides
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-boardpdf"
CARDS = [
    dict(kind="text", pool="ind", overs=50, margin="9mm"),
    dict(kind="text", pool="ind", days=True, margin="9mm", fit=False),
    dict(kind="scan", pool="sl", overs=50, dpi=200, margin="9mm"),
    dict(kind="photo", pool="pak", overs=40, margin="9mm"),
]
BOARDS = ["NORTH DISTRICT CRICKET ASSOCIATION", "RIVER VALLEY CRICKET BOARD", "COASTAL PROVINCE CRICKET ASSOCIATION"]
BAT = ["minutes", "balls", "fours", "sixes", "runs"]
BAT_HEAD = dict(runs="RUNS", balls="BALLS", fours="4S", sixes="6S", minutes="MIN")
BOWL = ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"]
BOWL_HEAD = dict(overs="OVERS", maidens="MDN", runs="RUNS", wickets="WKTS", wides="WD", no_balls="NB", economy="ECON")


def split(row):
    """How out and bowler; the bowler's column says the name alone, so both readings are right."""
    truth, first, second = row.truth, *row.parts
    bowler = truth["bowler"]
    if not bowler:
        return [esc(row.text), ""]
    words = first or "b"
    if truth["how_out"] == "lbw":
        words = "lbw"
    if truth["how_out"] == "hit wicket":
        words = "hit wkt"
    if truth["how_out"] == "bowled":
        words = "bowled"
    truth["dismissal"] = f"{words} {bowler}"
    accepted = {row.text} if truth["how_out"] == "caught and bowled" else {row.text, f"{words} b {bowler}"}
    accepted -= {truth["dismissal"]}
    truth.pop("dismissal_accept", None)
    if accepted:
        truth["dismissal_accept"] = sorted(accepted)
    return [esc(words), esc(bowler)]


def extras_rows(view, span):
    parts = dict(view.parts)
    line = " &nbsp; ".join(f"{k.upper()}: {parts.get(k, 0)}" for k in ("b", "lb", "w", "nb"))
    return f'<tr><td></td><td class="n">EXTRAS</td><td class="n" colspan="{span}">{line}</td><td>{view.extras}</td></tr>'


def fall_table(view):
    if not view.falls:
        return ""
    cell = lambda values: "".join(f"<td>{v}</td>" for v in values)
    return ('<table class="fw"><tr><th class="n">FALL OF WKTS</th>' + cell(r["wicket"] for r in view.falls)
            + '</tr><tr><th class="n">SCORE</th>' + cell(r["runs"] for r in view.falls)
            + '</tr><tr><th class="n">OVER</th>' + cell(r["over"] for r in view.falls) + "</tr></table>")


def block(index, view, columns, bowls, days):
    innings = view.innings
    name = ("1ST", "2ND")[innings.number - 1] + " INNINGS" if days else "INNINGS"
    rows = [(f"b{index}.{k}", [k + 1, esc(r.name), *split(r), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    table = grid(["SL", "BATSMAN", "HOW OUT", "BOWLER", *(BAT_HEAD[c] for c in columns)], rows, (1, 2, 3), "ba")
    down = "ALL OUT" if innings.all_out else f"FOR {innings.wickets} WKTS{' DECLARED' if innings.declared else ''}"
    total = (f'<tr class="to"><td></td><td class="n">TOTAL</td><td class="n" colspan="{len(columns) + 1}">{down} IN {view.overs} OVERS'
             f" &nbsp; R/R {innings.rate:.2f}</td><td>{innings.runs}</td></tr>")
    table = table.removesuffix("</table>") + extras_rows(view, len(columns) + 1) + total + "</table>"
    bowled = [(tag, [k + 1, *row]) for k, (tag, row) in enumerate(bowling_rows(index, view, bowls))]
    return (f'<h3>{esc(view.team)} - {name}</h3>{table}{fall_table(view)}'
            + grid(["SL", "BOWLER", *(BOWL_HEAD[c] for c in bowls)], bowled, (1,), "bo"))


def style_of(picked):
    return f"""body{{font-family:{picked['face']};font-size:10.5px;color:#111}}.wm{{position:fixed;top:32%;left:2%;right:2%;
text-align:center;font-size:54px;font-weight:700;color:#000;opacity:.055;transform:rotate(-32deg);line-height:1.1}}
.hd{{text-align:center;border-bottom:2px solid {picked['mark']};padding-bottom:4px}}.hd b{{font-size:17px;color:{picked['mark']}}}
.hd i{{display:inline-block;width:34px;height:34px;border:2px solid {picked['mark']};border-radius:50%}}h3{{margin:9px 0 2px;font-size:11.5px;background:{picked['band']};
padding:2px 5px;border:1px solid #444}}table{{width:100%}}td,th{{border:1px solid #555;padding:1.6px 5px;text-align:center}}
th{{font-size:9px;background:{picked['band']}}}.n{{text-align:left}}.fw,.bo{{margin-top:4px}}.to td{{font-weight:700}}
.me td{{text-align:left;border:1px solid #999}}.si{{display:flex;justify-content:space-between;margin-top:26px}}
.si span{{border-top:1px solid #333;padding:2px 14px}}"""


def head(board, rng, match, when, toss):
    a, b = sides(match)
    people = officials(rng, 5, pool=match.pool if match.pool != "sl" else "eng")
    rows = [("MATCH", f"{esc(a)} vs {esc(b)}", "DATE", when), ("TOURNAMENT", esc(match.competition), "VENUE", esc(match.ground)),
            ("TOSS", esc(toss), "RESULT", esc(match.result)), ("UMPIRES", f"{people[0]}, {people[1]}", "REFEREE", people[2]),
            ("SCORERS", f"{people[3]}, {people[4]}", "", "")]
    cells = "".join(f"<tr><td><b>{k}</b></td><td>{v}</td><td><b>{m}</b></td><td>{w}</td></tr>" for k, v, m, w in rows)
    return (f'<div class="wm" data-no-text>{board}</div><div class="hd"><i></i><br><b>{board}</b><br>OFFICIAL SCORE CARD</div>'
            f'<table class="me">{cells}</table>')


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=days)
    picked = choices(rng, mark=["#14336b", "#7a0019", "#0a5c36", "#111"], band=["#dfe7f3", "#f4e9d8", "#eeeeee"],
                     face=["'Liberation Sans'", "'Carlito'", "'Liberation Serif'"], rows=["initials", "full", "last_initials"])
    columns = BAT if rng.random() < 0.6 else BAT[1:]
    bowls = BOWL if rng.random() < 0.6 else BOWL[:-1]
    words = Dismissals(c_and_b="c & b", run_out=rng.choice(["run out ({})", "run out"]), dnb="did not bat", hit_wicket="hit wkt b")
    names = Names(picked["rows"], rng.choice(["last", "initial"]), "last", upper=rng.choice(["all", None]))
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "wides", "no_balls", *bowls[6:]], falls="bare_over",
                          dnb="rows", overs=rng.choice(["trim", "full"]), extras_zero=True) for i in match.innings]
    when, board = date(rng, "slash", (2009, 2025)), rng.choice(BOARDS)
    toss = f"{match.teams[match.toss_winner]} won and elected to {'bat' if match.toss_bat else 'field'}"
    body = head(board, rng, match, when, toss) + "".join(block(k, v, columns, bowls, days) for k, v in enumerate(views))
    body += '<div class="si"><span>UMPIRE 1</span><span>UMPIRE 2</span><span>MATCH REFEREE</span><span>SCORER</span></div>'
    truth = card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked), body), truth)
