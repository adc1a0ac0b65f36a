"""A benefit or tour brochure: last year's match reprinted, and round it the advertisements that paid for the page.

Souvenir brochures of the 1960s to 1980s: a garage, a butcher and a brewery with prices and telephone numbers beside and
under the table; initials with points, how out in two columns, Extras with letters, bowling O M R W, falls as 1-23."""

from common import (ANALYSIS, LEADERS, Sheet, absent, choices, document, ending, falls, grid, joined, leader, sides,
                    views_of, written)
from match import Match
from names import date
from view import Dismissals, card_truth, esc

LAYOUT = "look-brochure"
CARDS = [
    dict(kind="scan", pool="eng", overs=40, paper="A5", margin="8mm", dpi=300),
    dict(kind="scan", pool="wi", overs=50, paper="A4", margin="10mm", dpi=250, gray=True),
    dict(kind="photo", pool="eng", overs=40, paper="A5", margin="8mm", curl=0.003),
    dict(kind="photo", pool="aus", overs=50, paper="A4", margin="10mm"),
    dict(kind="text", pool="sa", overs=45, paper="A5", margin="8mm"),
]
TRADES = [
    ("GARAGE", "Repairs · Tyres · M.O.T. while you wait", "4-Star £1.02 gal."),
    ("FAMILY BUTCHERS", "Our own pork sausages, 38p lb.", "Deep freeze orders a speciality"),
    ("& SONS, BUILDERS", "Extensions, roofing and repairs", "Free estimates"),
    ("SPORTS", "Bats from £14.50 · Pads £9.95 pair", "10% off to all club members"),
    ("BREWERY", "The pint for the thirsty slip fielder", "On draught in the beer tent"),
    ("TRAVEL", "Coaches of 12, 29, 45 and 53 seats", "Parties to all grounds"),
    ("FLORIST", "Wreaths, bouquets, 7 days", "Interflora"),
    ("INSURANCE BROKERS", "Motor, house, life", "Open Saturdays 9.30 to 12"),
]


def advertisement(rng, trade, name):
    """A box with a business, an address and a telephone number."""
    kind, line, more = trade
    look = rng.choice(["", "rev", "dbl"])
    street = f"{rng.randint(1, 180)} {rng.choice(['High Street', 'Station Road', 'Market Place', 'London Road'])}"
    phone = f"Tel. {rng.randint(20, 99)}{rng.randint(100, 999)}"
    return (f'<div class="ad {look}"><b>{esc(name.upper())} {kind}</b><p>{line}</p><p>{more}</p><p class="sm">{street}. '
            f"{phone}</p></div>")


def innings_block(view, picked):
    innings = view.innings
    parts = joined(view.parts, picked["part"], ", ")
    fill = None if picked["dots"] else "<i></i>"
    if picked["table"]:
        rows = [("", [esc(r.name), esc(r.parts[0]), esc(r.parts[1]), r["runs"]]) for r in view.batting]
        rows.append(("", ["Extras", f"({parts})" if parts else "", "", view.extras]))
        rows.append(("", [f"<b>TOTAL</b> {picked['end'](innings)}", "", "", f"<b>{innings.runs}</b>"]))
        batting = grid([], rows, (0, 1, 2), "ba")
    else:
        batting = "".join(leader(f"{esc(r.name)}, {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
        batting += leader(f"Extras{f' ({parts})' if parts else ''}", view.extras, "", fill)
        batting += leader(f"<b>TOTAL</b> {picked['end'](innings)}", f"<b>{innings.runs}</b>", "", fill)
    dnb = f"<p>Did not bat: {absent(view)}.</p>" if view.dnb else ""
    fell = f"<p>Fall of wickets: {falls(view, '{wicket}-{runs}')}</p>" if picked["fell"] else ""
    bowled = grid(["Bowling", "O", "M", "R", "W"], [("", [esc(r.name), *(r[c] for c in ANALYSIS)]) for r in view.bowling])
    return f"<h3>{esc(view.team.upper())}</h3>{batting}{dnb}{fell}{bowled}"


def page(rng, spec, card):
    """Where the advertisements stand: beside, under, or on both sides."""
    names = [w.strip() for w in "Hollis,Tranter,Beddoes,Uttley,Maggs,Wragg,Yeoman".split(",")]
    ads = [advertisement(rng, t, n) for t, n in zip(rng.sample(TRADES, 6), rng.sample(names, 6))]
    column = lambda some: f'<div class="si">{"".join(some)}</div>'
    if spec["paper"] == "A5":
        return f'<div class="pg"><div class="ca">{card}</div>{column(ads[:4])}</div><div class="un">{ads[4]}{ads[5]}</div>'
    if rng.random() < 0.5:
        return f'<div class="pg">{column(ads[:3])}<div class="ca">{card}</div>{column(ads[3:])}</div>'
    return f'<div class="un">{ads[0]}{ads[1]}</div><div class="ca mid">{card}</div><div class="un">{ads[2]}{ads[3]}{ads[4]}</div>'


def style_of(picked, spec):
    return f"""body{{font-family:{picked['face']},serif;font-size:{10.5 if spec['paper'] == 'A5' else 12.5}px;
line-height:1.2;
color:{picked['ink']}}}h2{{text-align:center;font-size:1.3em;margin:2px 0}}h3{{margin:6px 0 2px;
font-size:1.05em}}p{{margin:2px 0}}.c{{text-align:center}}.pg{{display:flex;gap:10px}}.ca{{flex:1;min-width:0}}
.si{{width:27%;
display:flex;flex-direction:column;gap:8px}}.mid{{width:74%;margin:0 auto}}.un{{display:flex;gap:8px;margin:8px 0}}.un .ad{{flex:1}}
.ad{{border:1.2px solid
{picked['ink']};padding:6px;text-align:center;font-family:'Liberation Sans'}}.si .ad{{flex:1}}
.rev{{background:{picked['ink']};
color:#fff}}.dbl{{border:4px double {picked['ink']};font-family:'TeX Gyre Bonum'}}.sm{{font-size:.85em}}
table{{width:100%}}td,th{{
padding:.6px 3px;text-align:right;white-space:nowrap}}th{{font-weight:400;font-style:italic}}.n{{text-align:left}}
{LEADERS}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, rows=["dotted", "initial_dot", "last"], face=["'C059'", "'TeX Gyre Bonum'", "'URW Gothic'", "'P052'"],
                     table=[True, False], dots=[True, False], fell=[True, False], part=["{k}{v}", "{k} {v}", "{v}{k}"],
                     ink=["#111", "#16264f", "#3a1a10"], overs=[True, False])
    count = (lambda i: f", {i.overs.removesuffix('.0')} overs") if picked["overs"] else (lambda i: "")
    picked["end"] = lambda i: f"({ending(i)}{count(i)})"
    words = Dismissals(c_and_b=rng.choice(["c and b", "c & b"]), run_out="run out", hit_wicket="hit wkt b")
    names = written(match, picked["rows"])
    views = views_of(match, names, words, bat=["runs"], bowl=["maidens"], falls="runs" if picked["fell"] else False,
                     overs="trim", total_overs=picked["overs"], marks=rng.choice([("", ""), ("*", "†")]), mark_before=True)
    for view in views:
        view.truth["team"] = view.team.upper()
    (a, b), when = sides(match), date(rng, "long", (1962, 1989))
    card = (f'<p class="c"><i>Last year\'s match</i></p><h2><nobr>{esc(a)}</nobr> v. <nobr>{esc(b)}</nobr></h2>'
            f'<p class="c">at {esc(match.ground)}, {when}</p>'
            + "".join(innings_block(v, picked) for v in views) + f'<p class="c"><b>{esc(match.result)}</b></p>')
    title = f'<h2>{rng.choice(["BENEFIT YEAR", "SOUVENIR BROCHURE", "CENTENARY TOUR"])} {int(when[-4:]) + 1}</h2>'
    truth = card_truth([a, b], views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec), title + page(rng, spec, card)), truth)
