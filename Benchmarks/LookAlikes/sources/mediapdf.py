"""A board's scorecard for the press: officials, powerplays, no-balls and wides of each bowler."""

from common import SANS, Sheet, document, officials
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-mediapdf"
CARDS = [
    dict(kind="text", pool="ind", overs=50, margin="10mm"),
    dict(kind="text", pool="eng", days=True, margin="10mm"),
    dict(kind="scan", pool="aus", overs=20, margin="10mm", dpi=200),
    dict(kind="photo", pool="wi", overs=50, margin="10mm"),
    dict(kind="scan", pool="sl", overs=20, margin="10mm", dpi=250, gray=True),
]
NATIONS = ["Norland", "Sudovia", "Westmark", "Ostania", "Karelin Isles", "Tamarind", "Port Albion", "Zanj"]
BAT = ["runs", "minutes", "balls", "fours", "sixes", "strike_rate"]
HEADS = {"runs": "R", "minutes": "M", "balls": "B", "fours": "4s", "sixes": "6s", "strike_rate": "SR"}


def powerplays(innings, limit):
    """Runs at the end of the fielding restrictions, where the innings came so far."""
    ends = [6] if limit == 20 else [10, 40]
    kept = [e for e in ends if e <= len(innings.overs_progress)]
    down = lambda over: sum(float(o) < over for _, _, _, o in innings.falls)
    return "".join(
        f"<span>P{k + 1}: {0 if k == 0 else ends[k - 1]}.1-{e}.0 ov &nbsp; {innings.overs_progress[e - 1]}/"
        f"{down(e)}</span>"
        for k, e in enumerate(kept)
    )


def draw(rng, spec):
    days = spec.get("days", False)
    while True:
        match = Match(rng, spec["pool"], spec.get("overs", 50), days=days, teams=rng.sample(NATIONS, 2))
        if not days or (len(match.innings) == 4 and match.result == "Match drawn"):
            break
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out="run out ({})", dagger=rng.random() < 0.5)
    names = Names(rng.choice(["full", "open", "initials"]), "last", "last")
    caps = rng.random() < 0.3
    if caps:
        names.upper = "last"
    columns = [c for c in BAT if c != "minutes" or days or rng.random() < 0.5]
    zero = rng.choice(["0", "-"])
    marks = rng.choice([("*", "†"), (" (c)", " (wk)")])
    before = marks[0] == "*" and rng.random() < 0.6
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=columns,
            bowl=["maidens", "wides", "no_balls", "economy"],
            falls="over",
            zero=zero,
            bowl_zero=zero,
            marks=marks,
            mark_before=before,
            overs="trim",
            dnb="list",
        )
        for i in match.innings
    ]
    bowls = ("overs", "maidens", "runs", "wickets", "economy", "no_balls", "wides")
    heads = dict(overs="O", maidens="M", runs="R", wickets="W", economy="Econ", no_balls="NB", wides="WD")
    sections = ""
    for view in views:
        innings = view.innings
        ordinal = f" {['', '1st', '2nd'][innings.number]} Innings" if days else ""
        rows = ""
        for row in view.batting:
            first, second = row.parts
            cells = "".join(f'<td class="{"b" if c == "runs" else ""}">{row[c]}</td>' for c in columns)
            rows += f'<tr><td class="n">{esc(row.name)}</td><td class="n">{esc(first)}</td>'
            rows += f'<td class="n">{esc(second)}</td>{cells}</tr>'
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        down = (
            "all out"
            if innings.all_out
            else f"{innings.wickets} wkt{'' if innings.wickets == 1 else 's'}{' dec' if innings.declared else ''}"
        )
        dnb = f"<p><b>Did not bat:</b> {', '.join(esc(n) for n, _ in view.dnb)}</p>" if view.dnb else ""
        falls = ", ".join(f"{r['wicket']}-{r['runs']} ({esc(r.name)}, {r['over']} ov)" for r in view.falls)
        plays = "" if days else powerplays(innings, match.limit)
        plays = f'<p class="pp"><b>Powerplays:</b> {plays}</p>' if plays else ""
        bowling = "".join(
            f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in bowls) + "</tr>"
            for r in view.bowling
        )
        blank = f"<td colspan={len(columns) - 1}></td>"
        sections += (
            f'<section><div class="ba"><span>{esc(view.team)}{ordinal}</span></div><table><tr><th class="n">Batting'
            f"</th><th></th><th></th>"
            f'{"".join(f"<th>{HEADS[c]}</th>" for c in columns)}</tr>{rows}<tr><td class="n">Extras</td><td class="n" '
            f'colspan=2>({parts})</td><td class="b">'
            f'{view.extras}</td>{blank}</tr><tr class="to"><td class="n">TOTAL</td><td class="n" colspan=2>({down}; '
            f"{view.overs} overs)</td><td>{innings.runs}"
            f"</td>{blank}</tr></table>{dnb}<p><b>Fall of wickets:</b> {falls}</p>{plays}<table><tr><th "
            f'class="n">Bowling</th>'
            f"{''.join(f'<th>{heads[c]}</th>' for c in bowls)}</tr>{bowling}</table></section>"
        )
    result = match.result
    when = date(rng, "long", (2009, 2025))
    won = f"{match.teams[match.toss_winner]}, elected to {'bat' if match.toss_bat else 'field'}"
    people = officials(rng, 5, "open")
    star = max((b for i in match.innings for b in i.batters), key=lambda b: b.runs).person.form(names.rows)
    facts = [
        ("Venue", esc(match.ground)),
        ("Date", when),
        ("Toss", esc(won)),
        ("Umpires", f"{people[0]} and {people[1]}"),
        ("TV Umpire", people[2]),
        ("Match Referee", people[3]),
        ("Player of the Match", esc(star)),
        ("Result", f"<b>{esc(result)}</b>"),
    ]
    info = "".join(f'<div><span class="g">{k}:</span> {v}</div>' for k, v in facts)
    a, b = (i.team for i in match.innings[:2])
    event = (
        f"{'Test Series' if days else rng.choice(['Tri-Series', 'Champions Cup', 'Continental Trophy'])} {when[-4:]}"
    )
    ordinal = rng.choice(["1st", "2nd", "3rd", "4th"])
    kind = "Test" if days else ("T20I" if match.limit == 20 else "ODI")
    main = rng.choice(["#0b2e63", "#00573f", "#7b1e3a", "#f0b323", "#1a1a1a"])
    ink = "#000" if main == "#f0b323" else "#fff"
    body = (
        f'<div class="hd"><i data-no-text></i><div><div class="ev">{event}</div><h1>{esc(a)} v {esc(b)}</h1><div>'
        f"{ordinal} {kind}</div></div>"
        f'<i data-no-text></i></div><div class="fa">{info}</div>{sections}<footer>Media scorecard, provided by '
        f"the scorers. * captain &nbsp; † wicketkeeper</footer>"
    )
    if marks[0] != "*":
        body = body.replace(" * captain &nbsp; † wicketkeeper", "")
    face = rng.choice([SANS, "'Carlito'", "'Roboto'", "'Open Sans'", "'Nimbus Sans'"])
    style = f"""body{{font-family:{face},sans-serif;font-size:10px;color:#111}}.hd{{display:flex;
justify-content:space-between;align-items:center;text-align:center;
background:{main};color:{ink};padding:7px 14px}}.hd i{{width:44px;height:44px;border-radius:50%;background:#fff;
border:7px double {main}}}h1{{font-size:17px;margin:1px 0}}
.ev{{font-size:11px}}.fa{{display:grid;grid-template-columns:1fr 1fr;gap:1px 18px;padding:6px 2px;
border-bottom:1px solid #999}}.g{{color:#555}}.ba{{font-size:12px;
font-weight:700;color:{main if main != "#f0b323" else "#000"};margin:7px 0 2px;border-bottom:2px solid {main}}}
table{{width:100%;margin-bottom:3px}}th{{background:#e9edf2;
font-size:9px}}td,th{{padding:1.4px 6px;text-align:right;white-space:nowrap}}tr:nth-child(odd) td{{background:#fafafa}}
.n{{text-align:left}}.b,.to td{{font-weight:700}}
.to td{{border-top:1px solid #333}}p{{margin:2px 3px}}.pp span{{margin-right:18px}}footer{{font-size:8px;color:#666;
margin-top:6px}}"""
    truth = card_truth([a, b], views, toss=won, result=result, match_type=kind, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
