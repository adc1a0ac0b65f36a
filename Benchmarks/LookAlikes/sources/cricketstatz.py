"""A statistics program's match report: how out, fielder and bowler in columns of their own; also on a dot-matrix printer."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, in_columns, innings_view

LAYOUT = "look-cricketstatz"
CARDS = [
    dict(kind="text", overs=40, pool="aus", margin="13mm"),
    dict(kind="screen", width=900, scale=1, overs=45, pool="sa"),
    dict(kind="scan", overs=40, pool="aus", margin="8mm", dpi=200, dots=True),
    dict(kind="photo", overs=45, pool="eng", margin="8mm", dots=True),
]
HOW = {"caught": "Caught", "bowled": "Bowled", "lbw": "LBW", "stumped": "Stumped", "run out": "Run Out", "caught and bowled": "Caught & Bowled", "hit wicket": "Hit Wicket", "not out": "Not Out",
       "retired hurt": "Retired Hurt", "did not bat": "Did Not Bat"}


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    dots = spec.get("dots")
    names = Names("last_full" if not dots else "last_comma", "last_comma", "last_comma", upper="all" if dots else None)
    case = (lambda t: t.upper()) if dots else (lambda t: t)
    bat = ["runs", "balls", "fours", "sixes"] if not dots else ["runs"]
    views = [innings_view(match, i, names, Dismissals(), bat=bat, bowl=["maidens", "wides", "no_balls"], falls="runs", dnb="rows", overs="full") for i in match.innings]
    for view in views:
        view.truth["team"] = case(view.team)
        for row in view.batting:
            how, truth = row.batter.how, row.truth
            if how == "run out":  # one fielder has a column
                truth["fielder"] = names.brief(row.batter.fielder, view.innings.fielding)
            if how == "caught" and row.batter.sub:
                truth["fielder"] = "sub" if not dots else "SUB"
            row.columns = [case(HOW[how]), truth["fielder"] or "", truth["bowler"] or ""]
            in_columns(truth, how, row.columns)
    when = date(rng, "slash", (1992, 2016))
    draw_form = matrix if dots else table
    return Sheet(draw_form(rng, match, views, when, bat), card_truth([case(t) for t in match.teams], views, result=case(match.result), venue=case(match.ground), date=when))


def table(rng, match, views, when, bat):
    blocks = ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f'<td class="n">{esc(c)}</td>' for c in r.columns) + "".join(f"<td>{r[c]}</td>" for c in bat) + "</tr>" for r in view.batting)
        parts = " ".join(f"{k}{v}" for k, v in view.parts)
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls")) + "</tr>" for r in view.bowling)
        wickets = "All Out" if innings.all_out else f"{innings.wickets} Wickets"
        blocks += f"""<h3>{esc(view.team)}</h3><table><tr><th class="n">Batsman</th><th class="n">How Out</th><th class="n">Fieldsman</th><th class="n">Bowler</th><th>Runs</th><th>Balls</th><th>4's</th><th>6's</th></tr>{rows}<tr><td class="n">Sundries</td><td class="n" colspan=3>{parts}</td><td>{view.extras}</td><td colspan=3></td></tr><tr class="t"><td class="n">Total</td><td class="n" colspan=3>{wickets} ({view.overs} overs)</td><td>{innings.runs}</td><td colspan=3></td></tr></table><p><b>Fall of Wickets:</b> {" ".join(r["wicket"] + "/" + r["runs"] for r in view.falls)}</p><table class="w"><tr><th class="n">Bowler</th><th>Overs</th><th>Mdns</th><th>Runs</th><th>Wkts</th><th>Wides</th><th>NoBs</th></tr>{bowling}</table>"""
    style = """body{font-family:'Liberation Serif',serif;font-size:12.5px;background:#ffffe8;color:#000;padding:12px}h2{color:#000080;margin:2px 0;font-size:19px}h3{color:#800000;margin:12px 0 3px}table{width:100%}.w{width:70%}th{background:#000080;color:#ff0}td,th{border:1px solid #888;padding:1.5px 5px;text-align:right}.n{text-align:left}.t td{font-weight:700}p{margin:5px 0}@media print{body{background:#fff;padding:0}}"""
    return document(style, f"<h2>{esc(match.teams[0])} v {esc(match.teams[1])}</h2><p>{esc(match.competition)}, at {esc(match.ground)}, {when}</p><p><b>{esc(match.result)}</b></p>{blocks}")


def matrix(rng, match, views, when, bat):
    out = [f"{match.competition.upper()}", f"{match.teams[0].upper()} V {match.teams[1].upper()}", f"AT {match.ground.upper()}   {when}", f"RESULT: {match.result.upper()}", ""]
    for view in views:
        innings = view.innings
        out += [f"{view.team.upper()}", f"{'BATSMAN':<24}{'HOW OUT':<18}{'FIELDSMAN':<22}{'BOWLER':<22}{'RUNS':>6}", "-" * 92]
        out += [f"{r.name:<24}{r.columns[0]:<18}{r.columns[1]:<22}{r.columns[2]:<22}{r['runs']:>6}" for r in view.batting]
        out += [f"{'SUNDRIES':<24}{'  '.join(f'{k.upper()}-{v}' for k, v in view.parts):<62}{view.extras:>6}"]
        wickets = "ALL OUT" if innings.all_out else f"{innings.wickets} WICKETS"
        out += [f"{'TOTAL':<24}{wickets + ' (' + view.overs + ' OVERS)':<62}{innings.runs:>6}", "", "F.O.W. " + "  ".join(f"{r['wicket']}/{r['runs']}" for r in view.falls), ""]
        out += [f"{'BOWLER':<24}{'OVERS':>7}{'MDNS':>6}{'RUNS':>6}{'WKTS':>6}{'WDS':>6}{'NBS':>6}"]
        out += [f"{r.name:<24}{r['overs']:>7}{r['maidens']:>6}{r['runs']:>6}{r['wickets']:>6}{r['wides']:>6}{r['no_balls']:>6}" for r in view.bowling] + ["", ""]
    holes = "".join("<i></i>" for _ in range(46))
    style = """body{background:#fff}.pp{display:flex;background:repeating-linear-gradient(#e3f3e3 0 36px,#fff 36px 72px)}.ho{width:24px;background:#fff;border-right:1px dashed #bbb}.ho+pre+.ho{border-left:1px dashed #bbb;border-right:0}.ho i{display:block;width:9px;height:9px;border-radius:50%;border:1px solid #aaa;margin:0 auto 17px}
pre{flex:1;position:relative;font-family:'DejaVu Sans Mono';font-size:12.5px;line-height:18px;color:#223;margin:0;padding:14px 20px}pre:after{content:'';position:absolute;inset:0;background:repeating-linear-gradient(transparent 0 1.5px,rgba(255,255,255,.42) 1.5px 2.1px)}"""
    return document(style, f'<div class="pp"><div class="ho" data-no-text>{holes}</div><pre>{esc(chr(10).join(out))}</pre><div class="ho" data-no-text>{holes}</div></div>')
