"""A league's printed result form, filled in with a typewriter or a word processor and posted to the results secretary.

County and city leagues of England, New Zealand and South Africa, 1960s to 2000s: labels and rules are printed, the rest is typed into boxes: numbered batsmen, `How out`, `Bowler`, `Runs`,
boxes for Byes, Leg byes, Wides, No balls and Total, a row of ten boxes for the falls, bowling at the right or below; on some, umpires' marks and a signature at the foot."""

from common import Sheet, choices, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-resultform"
CARDS = [
    dict(kind="scan", dpi=200, pool="eng", overs=45),
    dict(kind="photo", pool="eng", overs=50),
    dict(kind="scan", dpi=240, gray=True, pool="nz", overs=40),
    dict(kind="photo", small=True, pool="sa", overs=50, sideways=True),
    dict(kind="text", pool="ire", overs=50),
]
HOW = [{"bowled": "bowled", "lbw": "lbw", "caught and bowled": "c & b", "hit wicket": "hit wkt", "run out": "run out", "not out": "not out", "retired hurt": "retired hurt", "did not bat": "did not bat"},
       {"bowled": "b", "lbw": "lbw", "caught and bowled": "c & b", "hit wicket": "hit wicket", "run out": "run out", "not out": "not out", "retired hurt": "ret. hurt", "did not bat": "dnb"}]


def how_cells(row, how, caught, names_fielder):
    """How out with the fielder, and the bowler, each in its box; the truth accepts a `b` between."""
    kind, truth = row.batter.how, row.truth
    bowler = truth["bowler"] or ""
    if kind in ("caught", "stumped"):
        head = f"{caught if kind == 'caught' else 'st'} {truth['fielder']}"
    else:
        head = how[kind]
    truth["fielder"] = truth["fielder"] if kind in ("caught", "stumped") else None
    truth["dismissal"] = " ".join(t for t in (head, bowler) if t)
    if bowler and kind != "caught and bowled":
        truth["dismissal_accept"] = sorted({f"{head} b {bowler}", *([f"b {bowler}"] if kind == "bowled" else [])} - {truth["dismissal"]})
    return [f"<t>{esc(head)}</t>", f"<t>{esc(bowler)}</t>"]


def cell(label, value, name=""):
    return f"<div class='bx {name}'><small>{label}</small><t>{esc(value) if value != '' else '&nbsp;'}</t></div>"


def panel(number, view, picked, extras_zero):
    innings = view.innings
    rows = ""
    for k, row in enumerate(view.batting):
        a, b = how_cells(row, picked["how"], picked["caught"], True)
        rows += f"<tr><td class=no>{k + 1}</td><td><t>{esc(row.name)}</t></td><td>{a}</td><td>{b}</td><td class=r><t>{row['runs']}</t></td></tr>"
    bat = f"<table class=bat><tr><th></th><th>{picked['batsman']}</th><th>How out</th><th>Bowler</th><th class=r>Runs</th></tr>{rows}</table>"
    given = dict(view.parts)
    ex = "".join(cell(label, given.get(key, "0" if extras_zero else "")) for key, label in (("b", "Byes"), ("lb", "Leg byes"), ("w", "Wides"), ("nb", "No balls"))) + cell("Total extras", view.extras)
    wickets = "all out" if innings.all_out and picked["words"] else innings.wickets
    tot = cell("TOTAL", innings.runs, "big") + cell("Wickets", wickets) + cell("Overs", view.overs)
    falls = {r["wicket"]: r["runs"] for r in view.falls}
    fow = "<table class=fow><tr><th>Fall of wickets</th>" + "".join(f"<th>{k}</th>" for k in range(1, 11)) + "</tr><tr><th>Score</th>" + "".join(
        f"<td><t>{falls.get(str(k), '')}</t></td>" for k in range(1, 11)) + "</tr></table>"
    lines = "".join(f"<tr><td><t>{esc(r.name)}</t></td>" + "".join(f"<td class=r><t>{r[c]}</t></td>" for c in ("overs", "maidens", "runs", "wickets")) + "</tr>" for r in view.bowling)
    empty = "<tr><td>&nbsp;</td><td></td><td></td><td></td><td></td></tr>" * max(0, 8 - len(view.bowling))
    m = picked["bowl"]
    bowl = f"<table class=bowl><tr><th>{m[0]}</th>" + "".join(f"<th class=r>{h}</th>" for h in m[1:]) + f"</tr>{lines}{empty}</table>"
    title = f"<h2>{picked['title'][number]} <t>{esc(view.team)}</t></h2>"
    if picked["beside"]:
        return f"{title}<div class=two><div>{bat}<div class=row>{ex}</div></div><div>{bowl}<div class=row>{tot}</div></div></div>{fow}"
    return f"{title}{bat}<div class=row>{ex}{tot}</div>{fow}{bowl}"


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, how=HOW, caught=["c", "ct"], batsman=["Batsman", "Name", "Batsmen (in order)"], bowl=[("Bowling", "O", "M", "R", "W"), ("Bowler", "Overs", "Mdns", "Runs", "Wkts"), ("Bowler's name", "Ov", "M", "R", "W")],
                     title=[("1st Innings of", "2nd Innings of"), ("Team batting first:", "Team batting second:"), ("INNINGS OF", "INNINGS OF")], beside=[True, True, False], words=[True, False],
                     rows=["initial_dot", "open", "dotted", "initials"], face=["'Courier Prime'", "'Nimbus Mono PS'", "'Courier Prime'"], print=["'Liberation Sans'", "'TeX Gyre Termes'", "'Liberation Sans Narrow'"],
                     ink=["#111", "#1d2a52", "#222"], rule=["#222", "#1e4d2b", "#27408b"], paper=["#fff", "#fff", "#fdf6d8", "#eaf3fb"])
    extras_zero = rng.random() < 0.4
    names = Names(picked["rows"], rng.choice(["last", picked["rows"]]), "last")
    words = Dismissals(run_out="run out")
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls="plain", dnb="rows", overs=picked.setdefault("overs", rng.choice(["trim", "full"])), extras_zero=extras_zero)
             for i in match.innings]
    panels = "".join(panel(k, v, picked, extras_zero) for k, v in enumerate(views))
    when = date(rng, "long", (1968, 2004))
    toss = match.teams[match.toss_winner]
    a, b = match.teams
    top = (f"<h1>{esc(match.competition).upper()}</h1><div class=s>{rng.choice(['MATCH RESULT FORM', 'RESULT SHEET', 'OFFICIAL RESULT CARD'])}</div><div class=n>To reach the Hon. Results Secretary not later than first post Tuesday. Please TYPE or use BLOCK CAPITALS.</div>"
           f"<div class=row>{cell('Home club', a, 'w')}{cell('Visitors', b, 'w')}{cell('Date', when, 'w')}</div><div class=row>{cell('Played at', match.ground, 'w')}{cell('Toss won by', toss, 'w')}{cell('Result', match.result, 'w')}</div>")
    foot = f"<div class=foot><span>Umpires' marks (0–10): <t>{rng.randint(5, 9)}</t> &nbsp; <t>{rng.randint(5, 9)}</t></span><span>Signed .............................. (Captain)</span></div>"
    style = f"""body{{font-family:{picked['print']},sans-serif;font-size:10.5px;color:{picked['rule']};background:{picked['paper']};padding:6px}}t{{font-family:{picked['face']},'Liberation Mono',monospace;color:{picked['ink']};font-size:12px;text-transform:none;font-weight:400}}
h1{{text-align:center;font-size:19px;margin:0;letter-spacing:.5px}}.s{{text-align:center;font-weight:700;font-size:13px;margin:2px}}.n{{text-align:center;font-size:9px;margin-bottom:6px}}.row{{display:flex;margin:3px 0}}.bx{{border:1px solid {picked['rule']};padding:1px 5px 2px;margin-right:-1px;flex:1}}
.bx small{{font-size:8px;display:block}}.w t{{font-size:12px}}.big t{{font-weight:700;font-size:14px}}h2{{font-size:12px;margin:9px 0 3px}}table{{width:100%}}td,th{{border:1px solid {picked['rule']};padding:1.5px 4px;text-align:left;height:18px}}th{{font-size:9px}}.r{{text-align:right;width:36px}}.no{{width:18px;text-align:center;font-size:9px}}
.two{{display:grid;grid-template-columns:1.65fr 1fr;gap:8px}}.fow{{margin:4px 0}}.fow th,.fow td{{text-align:center}}.foot{{display:flex;justify-content:space-between;margin-top:12px}}.bat td t,.bowl td t{{white-space:nowrap}}.bat td,.bowl td{{overflow:hidden}}"""
    return Sheet(document(style, top + panels + foot), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
