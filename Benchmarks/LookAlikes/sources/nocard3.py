"""Pages that tempt and are no scorecard, of the third lot."""

import names as pool
from names import date
from sources.nocard import PLAIN, Part
from sources.nocard2 import table
from view import esc

SERIF = (
    "body{font-family:'Old Standard TT','Liberation "
    "Serif',serif;font-size:12.5px;color:#111}h1{font-size:17px;text-align:center;margin:4px 0}"
    "p{text-align:center;margin:3px 0}table{width:100%}td,th{padding:1.5px "
    "5px;text-align:right;font-weight:400}.n{text-align:left}"
)
PHONE = (
    "body{font-family:'Roboto',sans-serif;background:#101a2c;color:#fff;font-size:14px;padding:14px}"
    "h1{font-size:18px}table{width:100%}"
    "td,th{padding:8px 4px;text-align:right;border-bottom:1px solid "
    "#26344f}th{color:#8fa3c4;font-size:11px}.n{text-align:left}"
)


def averages(rng, spec):
    """A yearbook's averages of a season."""
    people = pool.squad(rng, "eng", 11)

    def bat(person):
        innings, not_out = rng.randint(8, 30), rng.randint(0, 5)
        runs = rng.randint(60, 1100)
        return [
            esc(person.form("spaced")),
            innings,
            not_out,
            runs,
            f"{rng.randint(30, 180)}{rng.choice(['', '', '*'])}",
            f"{runs / (innings - not_out):.2f}",
        ]

    def bowl(person):
        overs, wickets, runs = rng.randint(40, 500), rng.randint(2, 80), rng.randint(200, 1600)
        return [esc(person.form("spaced")), overs, overs // 5, runs, wickets, f"{runs / wickets:.2f}"]

    batting = sorted((bat(p) for p in people), key=lambda r: -float(r[-1]))
    bowling = sorted((bowl(p) for p in people[4:]), key=lambda r: float(r[-1]))
    return SERIF, (
        f"<h1>{esc(rng.choice(pool.POOLS['eng'][2])).upper()}: AVERAGES, {rng.randint(1950, 1999)}</h1>"
        f"<p>BATTING</p>"
        + table(["", "Inns.", "Not outs", "Runs", "Highest inns.", "Average"], batting)
        + "<p>BOWLING</p>"
        + table(["", "Overs", "Maidens", "Runs", "Wickets", "Average"], bowling)
        + "<p>* Signifies not out."
        "</p>"
    )


def squad(rng, spec):
    """A squad's list: shirt numbers and what each does."""
    people = pool.squad(rng, "aus", 11)
    role = ["Batter", "Batter (c)", "All-rounder", "Wicketkeeper", "Right-arm fast", "Leg spin", "Left-arm orthodox"]
    rows = [
        [
            rng.randint(1, 99),
            esc(p.form("full")),
            rng.choice(role),
            rng.choice(["RHB", "LHB"]),
            rng.randint(18, 38),
            rng.randint(1, 140),
        ]
        for p in people
    ]
    return (
        PLAIN,
        f"<h1>{esc(rng.choice(pool.POOLS['aus'][2]))} squad</h1><p>For the match on {date(rng, 'long')}</p>"
        + table(["No.", "Player", "Role", "Bat", "Age", "Caps"], rows, (1, 2, 3)),
    )


def fantasy(rng, spec):
    """A fantasy team's points."""
    people = pool.squad(rng, "ind", 11)
    points = [rng.randint(-2, 140) for _ in people]
    rows = [
        [
            esc(p.form("initial")) + (" (C)" if k == 3 else " (VC)" if k == 5 else ""),
            rng.choice(["BAT", "AR", "WK", "BOWL"]),
            f"{rng.uniform(7, 11):.1f}",
            f"{rng.uniform(2, 90):.1f}%",
            n,
        ]
        for k, (p, n) in enumerate(zip(people, points))
    ]
    return (
        PHONE,
        f"<h1>My Team (T1)</h1><p>Total points {sum(points)} &nbsp; Rank #{rng.randint(1000, 99999)}</p>"
        + table(["PLAYER", "ROLE", "CREDITS", "SEL BY", "PTS"], rows, (0, 1)),
    )


def speeds(rng, spec):
    """How fast they bowled."""
    people = pool.squad(rng, "wi", 9)
    rows = [
        [
            esc(p.form("full")),
            rng.randint(12, 120),
            f"{rng.uniform(120, 138):.1f}",
            f"{rng.uniform(139, 151):.1f}",
            f"{rng.uniform(105, 119):.1f}",
            f"{rng.randint(3, 9)}.{rng.randint(1, 6)}",
        ]
        for p in people
    ]
    return PLAIN, "<h1>Bowling speeds (km/h)</h1><p>1st innings</p>" + table(
        ["Bowler", "Balls", "Average", "Fastest", "Slowest", "Over"], rows
    )


def timetable(rng, spec):
    """Trains."""
    stops = [
        "Riverside",
        "Mill Lane",
        "Hillside",
        "Kirkby Moor",
        "Thornbury Green",
        "Castle Bromley",
        "Stoke Merton",
        "Marlow Heath",
        "Lower Weston",
    ]
    start = [rng.randint(5, 7) * 60 + rng.randint(0, 59) + 47 * k for k in range(7)]
    rows = [
        [f"{stop} {'d' if k == 0 else 'a' if k == len(stops) - 1 else ''}"]
        + [
            "—" if 0 < k < 8 and (k + c) % 5 == 0 else f"{(s + 11 * k) // 60:02d}.{(s + 11 * k) % 60:02d}"
            for c, s in enumerate(start)
        ]
        for k, stop in enumerate(stops)
    ]
    return SERIF, "<h1>MONDAYS TO SATURDAYS</h1>" + table(
        ["", "SO", "", "SX", "", "b", "c", ""], rows
    ) + "<p>b—To 12 September. c—Calls to set down. SO Saturdays only.</p>"


def marks(rng, spec):
    """Marks of a school's form."""
    people = sorted(pool.squad(rng, "eng", 11) + pool.squad(rng, "ind", 6), key=lambda p: p.family)
    rows = []
    for k, person in enumerate(people):
        got = [rng.randint(21, 98) for _ in range(5)]
        rows.append([k + 1, esc(person.form("last_comma")), *got, sum(got), f"{sum(got) / 5:.1f}"])
    style = (
        "body{font-family:'Liberation Sans',sans-serif;font-size:13px;color:#000}table{width:100%}"
        "td,th{border:1px solid #000;padding:3px 6px;text-align:right}.n{text-align:left}"
    )
    return style, f"<h1>Form 4B: Summer Examination</h1><p>{date(rng, 'long')}</p>" + table(
        ["No", "Name", "Eng", "Math", "Sci", "Hist", "Geog", "Total", "Av."], rows, (1,)
    ) + "<p>Pass 40. Absent: none.</p>"


def baseball(rng, spec):
    """A box score of baseball in a newspaper."""
    sides = [(t, pool.squad(rng, p, 9)) for t, p in (("Port Fairview", "aus"), ("Riccarton", "nz"))]
    body = ""
    for team, people in sides:
        rows = [
            [
                f"{esc(p.family)} {rng.choice(['ss', '2b', 'cf', 'rf', '1b', 'lf', 'c', '3b', 'p'])}",
                rng.randint(2, 5),
                rng.randint(0, 2),
                rng.randint(0, 3),
                rng.randint(0, 3),
            ]
            for p in people
        ]
        rows.append(["Totals"] + [sum(r[k] for r in rows) for k in range(1, 5)])
        body += table([team, "ab", "r", "h", "bi"], rows)
        body += table(
            ["", "IP", "H", "R", "ER", "BB", "SO"],
            [
                [
                    esc(p.family),
                    rng.randint(1, 7),
                    rng.randint(1, 8),
                    rng.randint(0, 4),
                    rng.randint(0, 3),
                    rng.randint(0, 4),
                    rng.randint(0, 9),
                ]
                for p in people[7:]
            ],
        )
    line = lambda team: [team] + [rng.randint(0, 2) for _ in range(9)]
    return SERIF + "body{width:90mm;margin:0 auto}", "<h1>BASEBALL</h1>" + body + table(
        [""] + list(range(1, 10)), [line(t) for t, _ in sides]
    ) + (f"<p>E: {esc(sides[0][1][2].family)}. LOB: {rng.randint(3, 9)}. T: 2:41. A: 1,204.</p>")


def records(rng, spec):
    """A club's records of all time."""
    people = pool.squad(rng, "eng", 11) + pool.squad(rng, "sa", 11)
    clubs = pool.POOLS["eng"][2]
    year = lambda: rng.randint(1921, 2019)
    ordinals = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split()
    stands = [
        [
            f"{o} wicket",
            rng.randint(60, 290),
            f"{esc(people[2 * k].form('initials'))} & {esc(people[2 * k + 1].form('initials'))}",
            f"v {esc(rng.choice(clubs))}",
            year(),
        ]
        for k, o in enumerate(ordinals)
    ]
    best = [
        [
            f"{rng.randint(7, 10)}-{rng.randint(9, 50)}",
            esc(rng.choice(people).form("initials")),
            f"v {esc(rng.choice(clubs))}",
            year(),
        ]
        for _ in range(6)
    ]
    totals = [
        [f"{rng.randint(300, 420)}-{rng.randint(2, 9)} dec", f"v {esc(rng.choice(clubs))}", year()] for _ in range(4)
    ]
    return PLAIN, "<h1>Club records</h1><h3>Record partnerships</h3>" + table(
        ["Wicket", "Runs", "Batsmen", "Opponents", "Year"], stands, (0, 2, 3)
    ) + (
        "<h3>Best bowling</h3>" + table(["Figures", "Bowler", "Opponents", "Year"], best, (1, 2)) + "<h3>Highest "
        "totals</h3>" + table(["Total", "Opponents", "Year"], totals, (0, 1))
    )


PARTS = [
    Part("look-no-averages", [dict(kind="scan", dpi=300, gray=True, paper="A5", margin="12mm")], averages),
    Part("look-no-squad", [dict(kind="screen", width=760, scale=1.5)], squad),
    Part("look-no-fantasy", [dict(kind="screen", width=400, scale=3, file="jpg")], fantasy),
    Part("look-no-speeds", [dict(kind="photo", of="screen", width=800, scale=1.5)], speeds),
    Part("look-no-timetable", [dict(kind="scan", dpi=200)], timetable),
    Part("look-no-marks", [dict(kind="photo")], marks),
    Part("look-no-baseball", [dict(kind="scan", dpi=300, bilevel=True)], baseball),
    Part("look-no-records", [dict(kind="text")], records),
]
