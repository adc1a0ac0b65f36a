"""Pages that tempt and are no scorecard, of the eighth lot: a preview with both sides, the highest stands, bowlers' loads in training, basketball's box score."""

import names as pool
import names6  # the pools
from names import date
from sources.nocard import PLAIN, Part
from sources.nocard2 import table
from view import esc

APP = ("body{font-family:'Inter','Roboto',sans-serif;font-size:13px;background:#f1f3f6;color:#1b2330;padding:0 10px 14px}h1{font-size:17px;margin:0 -10px;background:#0b3a66;color:#fff;padding:13px 14px}h3{margin:14px 0 4px;font-size:14px}.two{display:flex;gap:8px}.two div{flex:1;background:#fff;border-radius:8px;padding:8px 10px;line-height:1.75}"
       "table{width:100%;background:#fff}td,th{padding:6px;text-align:right;border-bottom:1px solid #e5e8ee}.n{text-align:left}th{color:#6b7686;font-size:11px}p{margin:6px 2px;line-height:1.45}small{color:#6b7686}")
BOOK = ("body{font-family:'TeX Gyre Termes',serif;font-size:12px;color:#111;padding:6px}h1{font-size:17px;text-align:center;margin:4px 0}h3{font-size:13px;margin:12px 0 3px;border-bottom:1px solid #333}table{width:100%}td,th{padding:2px 6px;text-align:right}.n{text-align:left}th{font-weight:400;font-style:italic}p{margin:3px 0;text-align:center}")
BOX = ("body{font-family:'Roboto Condensed','Liberation Sans',sans-serif;font-size:13px;color:#121213;background:#fff;padding:14px}h1{font-size:22px;margin:0}h3{margin:16px 0 4px;font-size:15px}table{width:100%}td,th{padding:5px 7px;text-align:right;border-bottom:1px solid #e4e5e7}.n{text-align:left}th{background:#f1f2f3;font-size:11px}p{color:#555;margin:4px 0}")


def preview(rng, spec):
    """What may be expected tomorrow: probable sides, form, the last meetings."""
    home, away = rng.sample(sorted(names6.NATIONS), 2)
    a, b = names6.NATIONS[home], names6.NATIONS[away]
    side = lambda key: "".join(f"{k + 1} {esc(p.form('full'))}{' (capt)' if k == 2 else ' (wk)' if k == 4 else ''}<br>" for k, p in enumerate(pool.squad(rng, key, 11)))
    meetings = []
    for k in range(5):
        first = rng.randint(120, 210)
        meetings.append([date(rng, "short", (2018 + k, 2018 + k)), rng.choice(["Harare", "Dubai", "Hove", "Perth", "Kandy"]), f"{rng.choice([a, b])} won by {rng.choice(['6 wickets', '23 runs', '9 runs', '3 wickets'])}", f"{first}/{rng.randint(3, 9)}", f"{first - rng.randint(1, 40)}"])
    form = lambda: " ".join(rng.choice("WLWLWN") for _ in range(5))
    return APP, (f"<h1>{a} vs {b}: preview, probable XIs</h1><p><small>{date(rng, 'us', (2025, 2025))}, 7.30 pm, 2nd T20I of 3, {a} lead 1-0</small></p><p>Dew may make it a chase. Average score batting first here: 163; highest 221/4, lowest 84.</p><h3>Probable XIs</h3><div class=two><div><b>{a}</b><br>{side(home)}</div><div><b>{b}</b><br>{side(away)}</div></div>"
                 f"<h3>Form guide</h3><p>{a} {form()} (last five, most recent first)<br>{b} {form()}</p><h3>Last meetings</h3>{table(['Date', 'Where', 'Result', '1st', '2nd'], meetings, (0, 1, 2))}")


def stands_list(rng, spec):
    """A county's highest partnership for each wicket, for and against."""
    out = f"<h1>{esc(rng.choice(['Northshire', 'Severnshire', 'Fenland']))} County Cricket Club</h1><p>HIGHEST PARTNERSHIP FOR EACH WICKET</p>"
    for title in ("For the county", "Against the county"):
        people, rows = pool.squad(rng, "eng", 11), []
        for wicket in range(1, 11):
            a, b = rng.sample(people, 2)
            rows.append([f"{wicket}{'st' if wicket == 1 else 'nd' if wicket == 2 else 'rd' if wicket == 3 else 'th'}", f"{rng.randint(140, 420)}{rng.choice(['', '*'])}", f"{esc(a.form('open'))} ({rng.randint(60, 250)}) and {esc(b.form('open'))} ({rng.randint(60, 190)})", "v " + rng.choice(["Wessex", "Mercia", "Cantia", "the Australians", "Oxford University"]), rng.choice(["Castle Park", "The Spa", "Town Ground", "Abbeyfield"]), rng.randint(1895, 2018)])
        out += f"<h3>{title}</h3>" + table(["Wkt", "Runs", "", "", "", "Year"], rows, (2, 3, 4))
    return BOOK, out


def loads(rng, spec):
    """How much each bowler has bowled in training this week."""
    people, rows = pool.squad(rng, "aus", 11)[:9], []
    for person in people:
        days = [rng.choice([0, 24, 30, 36, 36, 42, 48]) for _ in range(6)]
        rows.append([esc(person.form("full")), *(d or "–" for d in days), sum(days), rng.randint(90, 240), f"{sum(days) / 160:.2f}", rng.choice(["OK", "OK", "OK", "Rest", "Monitor"])])
    return PLAIN, ("<h1>Fast bowling workloads: week 14</h1><p>Balls at full run, nets and matches. Target 120-180 a week; acute to chronic ratio below 1.5.</p>"
                   + table(["Bowler", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Balls", "4-wk av", "A:C", "Status"], rows, (0,)) + "<p>W/E 12 November. Physio to see those marked Monitor before Tuesday.</p>")


def basketball(rng, spec):
    """A box score: minutes, shots, rebounds, points, and a total of each side."""
    cities = rng.sample(["Harbour City Giants", "Lakeside Hawks", "Iron Valley Steel", "Coastal Kings", "Prairie Wolves"], 2)
    points, out = [], ""
    head = f"<p>Final. {date(rng, 'us', (2022, 2025))}. Attendance 14,206</p>"
    for city in cities:
        rows, sums = [], [0] * 6
        for k, person in enumerate(pool.squad(rng, rng.choice(["aus", "wi", "eng"]), 11)[:9]):
            made, three, free = rng.randint(0, 7), rng.randint(0, 3), rng.randint(0, 5)
            line = [rng.randint(6, 40), rng.randint(0, 12), rng.randint(0, 9), rng.randint(0, 3), rng.randint(0, 5), 2 * made + 3 * three + free]
            sums = [x + y for x, y in zip(sums, line)]
            rows.append([esc(person.form("initial_dot")) + (" <small>G</small>" if k < 2 else ""), line[0], f"{made + three}-{made + three + rng.randint(0, 8)}", f"{three}-{three + rng.randint(0, 5)}", f"{free}-{free + rng.randint(0, 2)}", *line[1:]])
        rows.append(["<b>TOTALS</b>", sums[0], "", "", "", *sums[1:5], f"<b>{sums[5]}</b>"])
        points.append(sums[5])
        out += f"<h3>{city}</h3>" + table(["PLAYER", "MIN", "FG", "3PT", "FT", "REB", "AST", "STL", "PF", "PTS"], rows)
    return BOX, f"<h1>{cities[0]} {points[0]}, {cities[1]} {points[1]}</h1>" + head + out


PARTS = [
    Part("look-no-preview", [dict(kind="screen", width=412, scale=2, file="jpg")], preview),
    Part("look-no-stands", [dict(kind="scan", dpi=200, gray=True)], stands_list),
    Part("look-no-loads", [dict(kind="photo", of="screen", width=860, scale=1.3, height=560)], loads),
    Part("look-no-basketball", [dict(kind="text")], basketball),
]
