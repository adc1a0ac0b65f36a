"""Pages that tempt and are no scorecard, of the fifth lot: a season's best figures, fees, odds and net run rates."""

import names as pool
from names import date
from sources.nocard import PLAIN, Part
from sources.nocard2 import table
from view import esc

SHEET = ("body{font-family:'Carlito','Liberation Sans',sans-serif;font-size:13px;color:#000}h1{font-size:18px;margin:3px 0}table{width:100%;"
         "margin:6px 0}td,th{border:1px solid #333;padding:4px 7px;text-align:right}.n{text-align:left}p{margin:4px 0}th{background:#e6e6e6}")
BOOK = ("body{font-family:'Roboto',sans-serif;background:#1b1f27;color:#f1f1f1;font-size:14px;padding:12px}h1{font-size:17px;margin:4px 0}"
        "h3{background:#262c37;margin:12px 0 0;padding:9px;font-size:14px}table{width:100%}td,th{padding:9px;text-align:right;border-bottom:1px solid "
        "#2f3644}.n{text-align:left}td:not(.n){color:#ffd84d;font-weight:700}th{color:#8d97a8;font-weight:400;font-size:12px}p{color:#8d97a8}")


def figures(rng, spec):
    """The best bowling of a season: who, figures, against whom and when."""
    people, clubs = pool.squad(rng, "eng", 11), pool.POOLS["eng"][2]
    rows = []
    for wickets in sorted((rng.choice([4, 4, 5, 5, 6, 7]) for _ in range(16)), reverse=True):
        person, overs = rng.choice(people), rng.randint(5, 14)
        rows.append([esc(person.form("initial")), overs, rng.randint(0, overs // 3), rng.randint(9, 60), wickets, esc(rng.choice(clubs)), date(rng, "short", (2024, 2024))])
    return PLAIN, (f"<h1>Bowling performances of the season 2024</h1><p>Four wickets or more, 1st XI</p>"
                   + table(["Bowler", "O", "M", "R", "W", "Opponents", "Date"], rows, (0, 5)))


def fees(rng, spec):
    """A treasurer's table: who has paid what."""
    rows, total = [], 0
    for k, person in enumerate(pool.squad(rng, "eng", 11) + pool.squad(rng, "ind", 9)):
        matches = rng.randint(0, 16)
        subs, owed = rng.choice([60, 90, 120]), 8 * matches
        paid = rng.choice([subs + owed, subs, subs + owed - 8, 0])
        total += subs + owed - paid
        rows.append([k + 1, esc(person.form("last_comma")), matches, subs, owed, paid, subs + owed - paid or "-"])
    return SHEET, (f"<h1>{esc(rng.choice(pool.POOLS['eng'][2]))}: match fees and subscriptions</h1><p>As at {date(rng, 'long')}</p>"
                   + table(["No", "Player", "Matches", "Subs", "Match fees", "Paid", "Owing"], [*rows, ["", "TOTAL", "", "", "", "", total]], (1,)))


def odds(rng, spec):
    """A betting page before a match: top batter, top bowler, most sixes."""
    a, b = rng.sample(pool.POOLS["ind"][2], 2)
    price = lambda low, high: f"{rng.uniform(low, high):.2f}"
    people = lambda: [esc(p.form("full")) for p in pool.squad(rng, "ind", 11)[:7]]
    market = lambda title, names, low, high: f"<h3>{title}</h3>" + table(["", "Odds"], sorted([[n, price(low, high)] for n in names], key=lambda r: float(r[1])))
    lines = [[f"Over {x}.5", price(1.7, 2.1), f"Under {x}.5", price(1.7, 2.1)] for x in (158, 164, 170)]
    return BOOK, (f"<h1>{esc(a)} v {esc(b)}</h1><p>Starts today 19:30 · Monsoon Trophy · T20</p>" + market("Match winner", [esc(a), esc(b)], 1.4, 2.6)
                  + "<h3>1st innings runs</h3>" + table(["", "Odds", "", "Odds"], lines, (0, 2)) + market(f"Top batter: {esc(a)}", people(), 3, 15)
                  + market(f"Top bowler: {esc(b)}", people(), 3.2, 12) + "<p>18+ Bet responsibly</p>")


def rates(rng, spec):
    """How a net run rate was worked out: runs and overs for and against, match by match."""
    clubs, rows = rng.sample(pool.POOLS["pak"][2], 5), []
    own, sums = clubs.pop(), [0, 0, 0, 0]
    for club in clubs * 2:
        values = [rng.randint(110, 210), 20, rng.randint(100, 205), 20]
        sums = [x + y for x, y in zip(sums, values)]
        rows.append([esc(club), values[0], f"{values[1]}.0", values[2], f"{values[3]}.0", f"{values[0] / values[1]:.2f}", f"{values[2] / values[3]:.2f}"])
    rate = sums[0] / sums[1] - sums[2] / sums[3]
    total = ["TOTAL", sums[0], f"{sums[1]}.0", sums[2], f"{sums[3]}.0", f"{sums[0] / sums[1]:.3f}", f"{sums[2] / sums[3]:.3f}"]
    return SHEET, (f"<h1>NET RUN RATE - {esc(own)}</h1>" + table(["Opponents", "Runs for", "Overs", "Runs against", "Overs", "RR for", "RR against"], [*rows, total])
                   + f"<p>NRR = {sums[0]}/{sums[1]} - {sums[2]}/{sums[3]} = {rate:+.3f}</p>")


PARTS = [
    Part("look-no-figures", [dict(kind="screen", width=900, scale=1.3)], figures),
    Part("look-no-fees", [dict(kind="scan", dpi=200)], fees),
    Part("look-no-odds", [dict(kind="screen", width=412, scale=2, file="jpg")], odds),
    Part("look-no-nrr", [dict(kind="text")], rates),
]
