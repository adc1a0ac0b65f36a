"""CricClubs-like scorecard page of American leagues."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-cricclubs"
CARDS = [
    dict(kind="screen", width=1366, scale=1, overs=20, pool="ind"),
    dict(kind="screen", width=430, scale=2, overs=20, pool="wi", phone=True, first_only=True),
    dict(kind="text", overs=40, pool="ind", paper="Letter", margin="10mm"),
    dict(kind="photo", of="screen", width=1280, scale=1.5, overs=20, pool="pak", first_only=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", stumped="st", lbw="lbw", dagger=rng.random() < 0.4)
    names = Names("full", "initial", "full")
    played = match.innings[:1] if spec.get("first_only") else match.innings
    views = [innings_view(match, i, names, words, bowl=["maidens", "economy", "wides", "no_balls"], marks=("*", "†"), overs="full", bowl_zero="",
                          extras_zero=True) for i in played]
    when, phone, tables = date(rng, "usslash", (2014, 2025)), spec.get("phone"), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr data-t="b{index}.{k}"><td class="n"><b>{esc(r.name)}</b><br><span class="how">{esc(r.text)}</span></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for k, r in enumerate(view.batting))
        extras = f"(b {innings.byes} lb {innings.leg_byes} w {innings.wides} nb {innings.no_balls})"
        wickets = "all out" if innings.all_out else f"{innings.wickets} wickets"
        dnb = f'<p><b>Did not bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        falls = ", ".join(f'{r["wicket"]}-{r["runs"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
        bowling = ""
        for k, r in enumerate(view.bowling):
            more = ", ".join(f"{r[key]}{word}" for key, word in (("wides", "w"), ("no_balls", "nb")) if r[key])
            bowling += f'<tr><td class="n"><b>{esc(r.name)}</b></td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "dots", "runs", "wickets", "economy")) + f'<td>{f"({more})" if more else ""}</td></tr>'
        tables += f"""<h3>{esc(view.team)} innings <small>({spec["overs"]} overs maximum)</small></h3><table><tr class="h"><th class="n">Batter</th><th>R</th><th>B</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}
<tr class="e"><td class="n">Extras {extras}</td><td class="r">{view.extras}</td><td colspan=4></td></tr><tr class="e t"><td class="n">Total ({wickets}, {view.overs} overs)</td><td class="r">{innings.runs}</td><td colspan=4 class="{'' if phone else 'rate'}">{innings.rate:.2f} runs per over</td></tr></table>{dnb}<p><b>Fall of wickets:</b> {falls}</p>
<table><tr class="h"><th class="n">Bowling</th><th>O</th><th>M</th><th>Dot</th><th>R</th><th>W</th><th>Econ</th><th></th></tr>{bowling}</table>"""
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    result = match.result if not spec.get("first_only") else None
    lines = "".join(f'<div class="sc"><span>{esc(i.team)}</span><span>{i.runs}/{i.wickets} <small>({i.overs}/{spec["overs"]})</small></span></div>' for i in played)
    body = f"""<div class="nav" data-no-text></div><div class="page"><div class="box"><div class="lg">{esc(match.competition)}</div><h2>{esc(match.teams[0])} v {esc(match.teams[1])}</h2>{lines}<div class="res">{esc(result) if result else ""}</div>
<div class="mi">Toss: {esc(toss)}</div><div class="mi">Location: {esc(match.ground)}</div><div class="mi">Match Date: {when}</div></div><div class="tabs"><span>Info</span><span class="on">Full Scorecard</span><span>Ball By Ball</span><span>Charts</span></div>{tables}</div>"""
    style = """body{font-family:'Open Sans',Arial,sans-serif;font-size:13px;color:#333;background:#fff}.nav{height:38px;background:#101f40}.page{max-width:1140px;margin:0 auto;padding:0 16px 24px}.box{background:#1b3a70;color:#fff;padding:14px 18px;margin:12px 0}h2{margin:4px 0;font-size:19px}.lg{color:#f7b52c;font-size:12px}.sc{display:flex;gap:14px;font-size:16px;font-weight:700}.res{color:#f7b52c;font-weight:700;margin:6px 0}.mi{font-size:12px;margin:2px 0}
.tabs{display:flex;gap:26px;border-bottom:2px solid #1b3a70;padding:6px 0}.on{color:#d33;font-weight:700}h3{background:#1b3a70;color:#fff;padding:8px 12px;margin:16px 0 0;font-size:14px}small{font-weight:400}table{width:100%}.h th{background:#dfe6f1;color:#1b3a70}th,td{padding:6px 8px;text-align:center;border-bottom:1px solid #ddd}.n{text-align:left}td.n b{color:#1b3a70}.how{color:#777;font-size:12px}td.r{font-weight:700}.e td{background:#f6f6f6}.t td{font-weight:700}.rate{text-align:left}p{margin:0;padding:8px;border-bottom:1px solid #ddd;line-height:1.5}
@media print{.nav{display:none}}""" + (".page{padding:0 6px 16px}th,td{padding:6px 4px}td.n{width:52%}" if phone else "")
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=result, venue=match.ground, date=when))
