"""Pages that tempt and are no scorecard, of the sixth lot: a player's innings list, a golf day, match-ups, a rota of duties."""

import names as pool
from names import date
from sources.nocard import PLAIN, Part
from sources.nocard2 import table
from view import esc

QUERY = ("body{font-family:'DejaVu Sans',Verdana,sans-serif;font-size:10.5px;color:#222;padding:10px}h1{font-size:14px;color:#06c}table{width:100%}td,th{padding:4px 6px;text-align:right}"
         ".n{text-align:left}th{background:#e0e6ee}tr:nth-child(odd) td{background:#f4f6fa}p{color:#555}")
GOLF = ("body{font-family:'Carlito',sans-serif;font-size:13px;color:#000;padding:10px}h1{font-size:20px;margin:2px 0}table{width:100%;margin:8px 0}td,th{border:1px solid #222;padding:5px 4px;text-align:center}"
        ".n{text-align:left}th{background:#cfe3cf}i{font-family:'Comic Neue';font-style:normal;color:#1d2f86;font-size:15px}")
LEAGUE = ("body{font-family:'Roboto','Liberation Sans',sans-serif;font-size:13px;background:#f2f4f7;color:#1d2430;padding:12px}h1{font-size:18px;margin:4px 0}h3{background:#253858;color:#fff;padding:8px 10px;margin:12px 0 0;font-size:14px}"
          "table{width:100%;background:#fff}td,th{padding:7px 8px;text-align:right;border-bottom:1px solid #e1e5ea}.n{text-align:left}th{color:#66758c;font-size:11px}")


def innings_list(rng, spec):
    """Innings by innings of one player, as a query on statistics prints it."""
    person, rows = pool.squad(rng, "sa", 11)[0], []
    for k in range(24):
        balls = rng.randint(1, 190)
        runs, how = round(balls * rng.uniform(0.1, 1.1)), rng.choice(["caught", "caught", "bowled", "lbw", "run out", "not out"])
        rows.append([f"{runs}{'*' if how == 'not out' else ''}", balls + rng.randint(5, 90), balls, runs // 11, runs // 40, f"{runs * 100 / balls:.2f}", rng.randint(1, 7), how, rng.randint(1, 4),
                     "v " + rng.choice(["India", "England", "Ireland", "Nepal", "Kenya", "Oman"]), rng.choice(["Harare", "Durban", "Dublin", "Leeds", "Pune", "Hobart"]), date(rng, "short", (2001 + k, 2001 + k))])
    return QUERY, (f"<h1>Batting records: {esc(person.form('initials'))}, innings by innings list</h1><p>Overall figures filtered by: ordered by start date. Page 1 of 3. Showing 1 - 24 of 68.</p>"
                   + table(["Runs", "Mins", "BF", "4s", "6s", "SR", "Pos", "Dismissal", "Inns", "Opposition", "Ground", "Start Date"], rows, (7, 9, 10)))


def golf(rng, spec):
    """A card of the club's golf day, filled in by hand."""
    pars = [rng.choice([3, 4, 4, 5]) for _ in range(18)]
    people = pool.squad(rng, "eng", 11)[:4]

    def half(start):
        body = [["Par", *pars[start:start + 9], sum(pars[start:start + 9])]]
        for person in people:
            shots = [max(2, p + rng.choice([-1, 0, 0, 1, 1, 2, 3])) for p in pars[start:start + 9]]
            body.append([f"<i>{esc(person.form('initial'))}</i>", *(f"<i>{s}</i>" for s in shots), f"<i>{sum(shots)}</i>"])
        return table(["Hole", *range(start + 1, start + 10), "OUT" if start == 0 else "IN"], body, (0,))
    return GOLF, (f"<h1>{esc(rng.choice(pool.POOLS['eng'][2]))} – annual golf day</h1><p>Scorecard, {date(rng, 'long')}. Team of four, best two scores count. Ready golf please.</p>"
                  + half(0) + half(9) + "<p>Marker: ........................ &nbsp; Competitor: ........................</p><p>Handicap: <i>18</i> &nbsp; Net: ........</p>")


def head_to_head(rng, spec):
    """Bowler against batter: what one has done to the other in all matches."""
    batters, bowlers = pool.squad(rng, "ind", 11), pool.squad(rng, "aus", 11)
    out = f"<h1>Match-ups to watch</h1><p>All T20 innings since 2019, at least 12 balls</p>"
    for batter in batters[:3]:
        rows = []
        for bowler in bowlers[5:10]:
            balls = rng.randint(12, 80)
            runs = round(balls * rng.uniform(0.8, 2.1))
            rows.append([esc(bowler.form("full")), rng.randint(2, 12), balls, runs, rng.randint(0, 5), runs // 9, runs // 20, f"{runs * 100 / balls:.1f}"])
        out += f"<h3>{esc(batter.form('full'))} against</h3>" + table(["Bowler", "Inns", "Balls", "Runs", "Outs", "4s", "6s", "SR"], rows)
    return LEAGUE, out + "<p>Figures exclude super overs. <u>See all match-ups</u></p>"


def nets(rng, spec):
    """A rota of nets and duties: who bowls, who brings the teas."""
    people, rows = pool.squad(rng, "women", 11) + pool.squad(rng, "eng", 11), []
    for week in range(12):
        a, b, c, d = rng.sample(people, 4)
        rows.append([week + 1, date(rng, "short", (2025, 2025)), rng.choice(["1st XI", "2nd XI", "Sunday XI", "Women's XI"]), esc(rng.choice(pool.POOLS["eng"][2])), esc(a.form("initial")), esc(b.form("initial")),
                     esc(c.form("initial")), esc(d.form("initial")), rng.randint(1, 4)])
    return PLAIN, (f"<h1>Duties 2025: scorer, umpire, teas and bar</h1><p>If you can not do your day, swap and tell the secretary.</p>"
                   + table(["Wk", "Date", "Team", "Opposition", "Scorer", "Umpire", "Teas", "Bar", "Net"], rows, (1, 2, 3, 4, 5, 6, 7)))


PARTS = [
    Part("look-no-innings-list", [dict(kind="screen", width=1000, scale=1.3)], innings_list),
    Part("look-no-golf", [dict(kind="photo", crop=True)], golf),
    Part("look-no-matchups", [dict(kind="screen", width=430, scale=2, file="jpg")], head_to_head),
    Part("look-no-duties", [dict(kind="text")], nets),
]
