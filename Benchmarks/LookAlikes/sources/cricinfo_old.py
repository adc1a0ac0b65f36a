"""The same site as it looked around 2005: small Verdana, blue bars, initials."""
from common import Sheet, document, joined
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-cricinfo-old"
CARDS = [
    dict(kind="screen", width=800, scale=1, overs=50, pool="sa"),
    dict(kind="text", overs=50, pool="aus", margin="10mm"),
    dict(kind="scan", dpi=200, overs=20, pool="pak", margin="15mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(dagger=True, run_out=rng.choice(["run out ({})", "run out"]), c_and_b="c & b")
    names = Names("initials", "last")
    views = [innings_view(match, i, names, words, bat=["runs", "minutes", "balls", "fours", "sixes", "strike_rate"],
                          bowl=["maidens", "economy", "wides", "no_balls"], falls="over", marks=("*", "†"), overs="trim",
                          bowl_zero="") for i in match.innings]
    when, tables = date(rng, "long", (2003, 2010)), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr><td class="n">{esc(r.name)}</td><td class="d">{esc(r.text)}</td><td class="r">{r["runs"]}</td><td>{r["minutes"]}</td>'
                       f'<td>{r["balls"]}</td><td>{r["fours"]}</td><td>{r["sixes"]}</td><td>{r["strike_rate"]}</td></tr>' for r in view.batting)
        clock = round(innings.balls * 0.7)
        wickets = "all out" if innings.all_out else f"{innings.wickets} wicket{'s' if innings.wickets != 1 else ''}"
        bowling = ""
        for r in view.bowling:
            more = ", ".join(f"{r[key]}{word}" for key, word in (("no_balls", "nb"), ("wides", "w")) if r[key])
            bowling += (f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "economy"))
                        + f'<td class="l">{f"({more})" if more else ""}</td></tr>')
        falls = ", ".join(f'{r["wicket"]}-{r["runs"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
        dnb = f'<tr><td colspan=8 class="l"><b>Did not bat</b> {", ".join(esc(n) for n, _ in view.dnb)}</td></tr>' if view.dnb else ""
        target = "" if index == 0 else f"target: {match.innings[0].runs + 1} runs from {spec['overs']} overs"
        note = f"({spec['overs']} overs maximum)" if index == 0 else f"({target})"
        tables += f"""<table class="t"><tr class="h"><th class="l" colspan=2>{esc(view.team)} innings <span>{note}</span></th><th>R</th><th>M</th><th>B</th><th>4s</th><th>6s</th><th>SR</th></tr>
{rows}<tr><td class="n">Extras</td><td class="d">({joined(view.parts)})</td><td class="r">{view.extras}</td><td colspan=5></td></tr>
<tr class="tot"><td class="n">Total</td><td class="d">({wickets}; {view.overs} overs; {clock} mins)</td><td class="r">{innings.runs}</td><td colspan=5 class="l">({innings.rate:.2f} runs per over)</td></tr>
{dnb}{f'<tr><td colspan=8 class="l"><b>Fall of wickets</b> {falls}</td></tr>' if falls else ""}</table>
<table class="t"><tr class="h2"><th class="l">Bowling</th><th>O</th><th>M</th><th>R</th><th>W</th><th>Econ</th><th></th></tr>{bowling}</table>"""
    toss = f"{match.teams[match.toss_winner]}, who chose to {'bat' if match.toss_bat else 'field'}"
    body = f"""<div class="wrap"><div class="crumb">{esc(match.competition)}, {when[-4:]} season</div><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1>
<p>Played at {esc(match.ground)}, on {when}</p><p><b>Result</b> {esc(match.result)}</p><p><b>Toss</b> {esc(toss)}</p>{tables}</div>"""
    style = """body{font-family:Verdana,'DejaVu Sans',sans-serif;font-size:11px;color:#111;background:#fff}.wrap{width:720px;margin:8px auto}
h1{font-size:15px;color:#036;margin:4px 0}.crumb{color:#666}p{margin:3px 0}.t{width:100%;margin-top:10px}.h th{background:#369;color:#fff}.h span{font-weight:400}
.h2 th{background:#cde;color:#036}th,td{padding:3px 5px;text-align:right}.l,td.n,td.d{text-align:left}tr:nth-child(even) td{background:#f3f6fa}td.n{color:#036;width:150px}td.r{font-weight:bold}.tot td{font-weight:bold}"""
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
