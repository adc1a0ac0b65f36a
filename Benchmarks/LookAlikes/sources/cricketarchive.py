"""Plain tables of an archive of old matches: the browser's own serif, nothing but lines of text."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-archive"
CARDS = [
    dict(kind="screen", width=1000, scale=1, days=True, pool="eng"),
    dict(kind="text", days=True, pool="aus", margin="15mm"),
    dict(kind="scan", dpi=200, overs=60, pool="eng", bilevel=True, margin="18mm"),
    dict(kind="photo", overs=55, pool="sa", margin="18mm"),
]


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 60), days=days)
    words = Dismissals(c_and_b="c and b", run_out="run out", stumped="st", dagger=False)
    style_of = rng.choice(["initials", "dotted"])
    names = Names(style_of, "last", "last")
    full = not days or rng.random() < 0.5
    bat = ["runs"] + (["balls", "minutes", "fours", "sixes"] if full and rng.random() < 0.5 else [])
    falls = rng.choice(["runs", "player"])
    word = {"runs": "Runs", "balls": "Balls", "minutes": "Mins", "fours": "4s", "sixes": "6s"}
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens", "wides", "no_balls"], falls=falls, marks=("*", "+"), overs="trim", mark_before=True, bowl_zero="-") for i in match.innings]
    when, tables = date(rng, "long", (1895, 1975)), ""
    for index, view in enumerate(views):
        innings = view.innings
        ordinal = ("first innings" if innings.number == 1 else "second innings") if days else "innings"
        rows = "".join(f'<tr><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in bat) + "</tr>" for r in view.batting)
        parts = ", ".join(f"{v} {k}" for k, v in view.parts)
        wickets = "all out" if innings.all_out else (f"{innings.wickets} wickets" + (" declared" if innings.declared else ""))
        gap = "<td></td>" * (len(bat) - 1)
        dnb = f'<tr><td class="n" colspan=9>DNB: {", ".join(esc(n) for n, _ in view.dnb)}.</td></tr>' if view.dnb else ""
        falls_text = ", ".join(f'{r["wicket"]}-{r["runs"]}' + (f" ({esc(r.name)})" if falls == "player" else "") for r in view.falls)
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls")) + "</tr>" for r in view.bowling)
        tables += f"""<table><tr><td class="n"><b>{esc(view.team)} {ordinal}</b></td><td></td>{"".join(f"<td><b>{word[c]}</b></td>" for c in bat)}</tr>{rows}<tr><td class="n">Extras</td><td class="n">({parts})</td><td>{view.extras}</td>{gap}</tr><tr><td class="n"><b>Total</b></td><td class="n"><b>({wickets}, {view.overs} overs)</b></td><td><b>{innings.runs}</b></td>{gap}</tr>{dnb}</table>
<p>Fall of wickets:<br>{falls_text}</p><table><tr><td class="n"><b>{esc(innings.fielding_team)} bowling</b></td>{"".join(f"<td><b>{h}</b></td>" for h in ("Overs", "Mdns", "Runs", "Wkts", "Wides", "No-Balls"))}</tr>{bowling}</table><br>"""
    toss = f"{match.teams[match.toss_winner]} won the toss and decided to {'bat' if match.toss_bat else 'field'}"
    body = f"""<div class="pg"><table class="i"><tr><td><b>{esc(match.teams[0])} v {esc(match.teams[1])}</b></td></tr><tr><td>{esc(match.competition)} {when[-4:]}</td></tr></table><table class="i"><tr><td>Venue</td><td>{esc(match.ground)}</td></tr><tr><td>Date</td><td>{when}</td></tr><tr><td>Toss</td><td>{esc(toss)}</td></tr><tr><td>Result</td><td><b>{esc(match.result)}</b></td></tr></table><br>{tables}<p>* Captain, + Wicket-keeper</p></div>"""
    style = """body{font-family:'Liberation Serif','Times New Roman',serif;font-size:15px;color:#000;background:#fff}.pg{padding:10px 16px;max-width:820px}td{padding:1px 10px 1px 2px;text-align:right}.n,.i td{text-align:left}p{margin:8px 2px}@media print{body{font-size:12.5px}}"""
    truth = card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
