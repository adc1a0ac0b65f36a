"""Pages that tempt and are no scorecard, of the fourth lot: a paper's marks, an auction, a par sheet and a rugby score."""

import names as pool
from names import date
from sources.nocard import PLAIN, Part
from sources.nocard2 import table
from view import esc

COLUMN = ("body{font-family:'C059',serif;font-size:13px;color:#111;width:96mm;margin:0 auto}h1{font-size:21px;margin:2px 0 6px;"
          "line-height:1}h3{background:#111;color:#fff;padding:2px 6px;margin:8px 0 3px;font-size:13px}p{margin:3px 0;text-align:"
          "justify}p b{margin-right:3px}p u{float:right;text-decoration:none;font-weight:700}")
BOXED = ("body{font-family:'Liberation Sans',sans-serif;font-size:12px;color:#000}h1{font-size:17px;margin:3px 0}table{width:100%;"
         "margin:4px 0}td,th{border:1px solid #000;padding:3px 6px;text-align:right}.n{text-align:left}p{margin:3px 0}")
VERDICTS = ["Undone by a good one and had a quiet day in the field.", "Held the innings together when it mattered.",
            "Bowled without luck and kept his length.", "Two fine catches, one of them low to his left.",
            "Will want a better week at the next ground.", "Quick feet and soft hands; the pick of the side.",
            "Out of form and it shows.", "Tidy behind the stumps and useful with the bat."]


def ratings(rng, spec):
    """Marks out of ten for either side in a paper, with a verdict each."""
    sides = [("Norland", pool.squad(rng, "eng", 11)), ("Sudovia", pool.squad(rng, "aus", 11))]
    body = "<h1>How they rated: marks out of 10</h1>"
    for team, people in sides:
        lines = "".join(f"<p><b>{esc(p.form('full'))}</b> {rng.choice(VERDICTS)} <u>{rng.randint(2, 10)}</u></p>" for p in people[:8])
        body += f"<h3>{team.upper()}</h3>{lines}"
    return COLUMN, body


def auction(rng, spec):
    """A franchise league's auction: the lot, what he does, base and price."""
    people = pool.squad(rng, "ind", 11) + pool.squad(rng, "wi", 9)
    sides = ["Deccan Warriors", "Pune Panthers", "Bandra Blasters", "Powai Lakers", "—"]
    role = ["Batter", "Bowler", "All-rounder", "Wicketkeeper"]
    price = lambda side: "Unsold" if side == "—" else f"{rng.randint(20, 240) * 5} L"
    rows = []
    for lot, person in enumerate(people):
        side = rng.choice(sides)
        rows.append([lot + 1, esc(person.form("full")), rng.choice(role), rng.randint(0, 140), f"{rng.choice([20, 30, 50, 100])} L",
                     price(side), side])
    head = ["Lot", "Player", "Role", "T20s", "Base", "Sold for", "Team"]
    purses = [[s, f"{rng.randint(60, 900)} L", rng.randint(12, 20), rng.randint(3, 8)] for s in sides[:4]]
    return PLAIN, (f"<h1>Player auction {rng.randint(2014, 2025)}: day 1</h1>" + table(head, rows, (1, 2, 6)) + "<h3>Purses left</h3>"
                   + table(["Team", "Purse", "Players", "Overseas"], purses))


def par(rng, spec):
    """A par sheet: what the side that chases must have after each over by the wickets that are down."""
    target, rows = rng.randint(140, 290), []
    for over in range(5, 20):
        done = over / 20
        rows.append([over] + [min(target, round(target * done ** (1.35 - 0.05 * w)) + 3 * w) for w in range(10)])
    a, b = rng.sample(pool.POOLS["sa"][2], 2)
    return BOXED, (f"<h1>Par scores, no further interruption</h1><p>{esc(a)} v {esc(b)}, {date(rng, 'long')}</p>"
                   f"<p>Team 2 target: {target} in 20 overs</p>" + table(["Overs", *(f"{w} wkts" for w in range(10))], rows, ())
                   + "<p>If play is ended the side batting second wins if it is above the figure of its wickets.</p>")


def rugby(rng, spec):
    """A rugby team sheet with who scored what."""
    teams = [(t, pool.squad(rng, p, 15)) for t, p in (("Bloem Collegians RFC", "sa"), ("Te Awanui RFC", "nz"))]
    place = ["FB", "RW", "OC", "IC", "LW", "FH", "SH", "P", "H", "P", "L", "L", "F", "F", "No 8"]
    referee = esc(teams[0][1][3].form("dotted"))
    body = f"<h1>RUGBY UNION: MATCH SHEET</h1><p>{date(rng, 'long')} &nbsp; Referee: {referee} &nbsp; Half-time 10-7</p>"
    for team, people in teams:
        rows = []
        for shirt, person in enumerate(people):
            tries, kicks = rng.choice([0, 0, 0, 1, 2]), rng.choice([0, 1, 3]) if shirt == 5 else 0
            rows.append([15 - shirt, esc(person.form("initials")), place[shirt], tries or "", kicks or "", 5 * tries + 2 * kicks or ""])
        total = sum(r[5] or 0 for r in rows)
        body += table(["No", esc(team), "Pos", "T", "C", "Pts"], [*rows, ["", "TOTAL", "", "", "", total]], (1, 2))
    return BOXED, body


PARTS = [
    Part("look-no-ratings", [dict(kind="photo", crop=True)], ratings),
    Part("look-no-auction", [dict(kind="text")], auction),
    Part("look-no-par", [dict(kind="scan", dpi=200, gray=True)], par),
    Part("look-no-rugby", [dict(kind="screen", width=820, scale=1.5, file="jpg")], rugby),
]
