"""A page of a yearly almanack of New Zealand or South Africa: minutes and balls, one table of falls for all innings, both innings' bowling beside one another.

New Zealand Cricket Almanack, Protea Annual, Australian state year books: title, ground and dates in italics, "Otago won by 5 wickets", each innings with `R M B 4 6`, wicket-keeper and captain marked,
`Extras (b 4, lb 2, nb 3)`, `TOTAL (78.2 overs)`, then FALL OF WICKETS with a column an innings and BOWLING with `O M R W` twice."""

from common import Sheet, choices, counted, document, grid, joined, officials, sides
from match import Match
import names6  # the pools
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-almanack"
CARDS = [
    dict(kind="scan", dpi=240, pool="nz", days=True, gray=True),
    dict(kind="photo", pool="nz", days=True),
    dict(kind="scan", dpi=200, pool="sa", days=True, bilevel=True),
    dict(kind="text", pool="aus", days=True),
    dict(kind="photo", pool="zim", overs=50, small=True),
]
ORDINALS = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th")


def short(team):
    """CD, Ot: what stands over a column of falls."""
    words = [w for w in team.replace("'", "").split() if w[0].isalnum()]
    return "".join(w[0] for w in words).upper() if len(words) > 1 else words[0][:2].upper()


def innings_table(view, picked, columns, days):
    innings = view.innings
    word = ("First Innings", "Second Innings")[innings.number - 1] if days else ""
    rows = [(None, [esc(r.name), esc(r.text), *(r[c] for c in columns)]) for r in view.batting]
    blank = [""] * (len(columns) - 1)
    parts = joined(view.parts, picked["parts"])
    rows.append((None, ["Extras", f"({parts})" if parts else "", view.extras, *blank]))
    end = "" if innings.all_out else counted(innings.wickets, picked["wkt"]) + (" declared" if innings.declared else "") + ", "
    rows.append((None, ["<b>TOTAL</b>", f"({end}{view.overs} overs)", f"<b>{innings.runs}</b>", *blank]))
    heads = [picked["letters"][c] for c in columns]
    absent = f"<p class=dnb>Did not bat: {', '.join(esc(n) for n, _ in view.dnb)}.</p>" if view.dnb else ""
    return f"<div class=inn><h3>{esc(view.team).upper()} <small>{word}</small></h3>{grid(['', '', *heads], rows, (0, 1), 'bat')}{absent}</div>"


def bowling_table(views, picked):
    """Both innings' analyses of one fielding side; the truth follows the order of the printed rows."""
    order = []
    for view in views:
        order += [r.name for r in view.bowling if r.name not in order]
    rows = []
    for name in order:
        cells = []
        for view in views:
            row = next((r for r in view.bowling if r.name == name), None)
            cells += [row[c] for c in ("overs", "maidens", "runs", "wickets")] if row else [""] * 4
        rows.append((None, [esc(name), *cells]))
    for view in views:
        view.truth["bowling"].sort(key=lambda t: order.index(t["player"]))
    return f"<div class=bw><h4>{esc(views[0].innings.fielding_team)}</h4>{grid(['', *(['O', 'M', 'R', 'W'] * len(views))], rows, (0,), 'bowl')}</div>"


def falls_table(views, picked, days):
    most = max(len(v.falls) for v in views)
    ordinal = lambda v: f"<br>{('1st', '2nd')[v.innings.number - 1]}" if days else ""
    rows = [(None, [ORDINALS[k], *(v.falls[k]["runs"] if k < len(v.falls) else "" for v in views)]) for k in range(most)]
    return f"<div class=fw><h4>FALL OF WICKETS</h4>{grid(['Wkt', *(short(v.team) + ordinal(v) for v in views)], rows, (0,), 'fow')}</div>"


def draw(rng, spec):
    days = spec.get("days", False)
    while True:  # two sides whose letters over the falls differ
        match = Match(rng, spec["pool"], spec.get("overs", 50), days=days)
        if short(match.teams[0]) != short(match.teams[1]) and all(len(set(p.form("dotted") for p in s)) == len(s) for s in match.squads):
            break
    picked = choices(rng, beside=[True, False], wkt=["wicket", "wkt"], parts=["{k} {v}", "{k}{v}"], letters=[dict(runs="R", minutes="M", balls="B", fours="4", sixes="6"), dict(runs="", minutes="M", balls="B", fours="4s", sixes="6s"),
                     dict(runs="Runs", minutes="Mins", balls="Balls", fours="4", sixes="6")], rows=["dotted", "dotted", "initials", "initial"], face=["'TeX Gyre Termes'", "'Liberation Sans'", "'TeX Gyre Schola'", "'Linux Libertine O'"], order=[("fours", "sixes"), ("sixes", "fours")])
    columns = ["runs", "minutes", "balls"] + ([] if picked["beside"] else list(picked["order"]))
    names = Names(picked["rows"], "last", "last")
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out=rng.choice(["run out", "run out ({})"]), dagger=rng.random() < 0.5)
    marks = rng.choice([("*", "†"), ("*", "†"), ("", "")])
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens"], falls="plain", overs=picked.setdefault("overs", rng.choice(["trim", "trim", "full"])), marks=marks, mark_before=picked.setdefault("before", rng.random() < 0.5),
                          total_wickets=not i.all_out) for i in match.innings]
    a, b = sides(match)
    bowls = "".join(bowling_table([v for v in views if v.innings.fielding_team == t], picked) for t in (b, a))
    when = date(rng, "long", (1986, 2019))
    toss = match.teams[match.toss_winner]
    umpires = ", ".join(officials(rng, 2, "initials", spec["pool"]))
    page = rng.randint(60, 240)
    top = (f"<div class=run data-no-text><span>{page}</span><span>{esc(match.competition)}</span></div><h1>{esc(a).upper()} v {esc(b).upper()}</h1><p class=c><i>{esc(match.competition)}, at {esc(match.ground)}, {when}</i></p>"
           f"<p class=c><b>{esc(match.result)}</b>. Toss: {esc(toss)}. Umpires: {umpires}</p>")
    cards = "".join(innings_table(v, picked, columns, days) for v in views)
    for view in views:  # the heads are in capitals
        view.truth["team"] = view.team.upper()
    style = f"""body{{font-family:{picked['face']},serif;font-size:{9.5 if picked['beside'] else 11}px;color:#111;background:#fff;padding:4px}}.run{{display:flex;justify-content:space-between;font-size:9px;border-bottom:1px solid #333}}h1{{text-align:center;font-size:16px;margin:8px 0 2px}}.c{{text-align:center;margin:2px 0 5px}}
h3{{font-size:1.08em;margin:8px 0 2px}}h3 small{{font-weight:400;font-style:italic}}h4{{margin:0 0 3px;font-size:1em}}.cards{{display:grid;grid-template-columns:{'1fr 1fr' if picked['beside'] else '1fr'};column-gap:20px}}.bat{{width:100%}}td,th{{text-align:right;padding:.8px 3px;font-variant-numeric:lining-nums}}th{{font-weight:400;font-style:italic;vertical-align:bottom}}.n{{text-align:left}}
.bat td:nth-child(n+3){{width:{26 if picked['beside'] else 44}px}}.bat td:nth-child(1){{white-space:nowrap}}.bat tr:last-child td{{border-top:1px solid #777}}.dnb{{margin:2px 3px}}.low{{display:flex;gap:16px;margin-top:12px;border-top:1px solid #333;padding-top:6px;align-items:flex-start}}.fw{{flex:1}}.bw{{flex:1.5}}.low table{{width:100%}}
.bowl th:nth-child(6),.bowl td:nth-child(6){{padding-left:14px}}.fow th,.fow td{{text-align:center}}"""
    body = top + f"<div class=cards>{cards}</div><div class=low>{falls_table(views, picked, days)}{bowls}</div>"
    return Sheet(document(style, body), card_truth([a.upper(), b.upper()], views, toss=toss, result=match.result, venue=match.ground, date=when))
