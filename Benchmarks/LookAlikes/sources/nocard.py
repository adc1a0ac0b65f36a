"""Pages that clubs have as well and that are no scorecard."""
import names as pool
from common import Sheet, document
from match import Match
from names import date
from view import card_truth, esc


class Part:
    """One kind of page, as a source of its own."""

    def __init__(self, layout, cards, body):
        self.LAYOUT, self.CARDS, self.body = layout, cards, body

    def draw(self, rng, spec):
        style, body = self.body(rng, spec)
        return Sheet(document(style, body), card_truth([], []))


PLAIN = "body{font-family:'Open Sans','Liberation Sans',sans-serif;font-size:13px;color:#222;padding:16px;background:#fff}h1{font-size:20px}table{width:100%}th{background:#1f3d6d;color:#fff}th,td{padding:6px 8px;border-bottom:1px solid #ddd;text-align:right}.n{text-align:left}tr:nth-child(even) td{background:#f3f6fa}"


def league(rng, spec):
    clubs = rng.sample(pool.POOLS["eng"][2], 10)
    rows = ""
    points = sorted((rng.randint(60, 320) for _ in clubs), reverse=True)
    for k, club in enumerate(clubs):
        won = max(0, 14 - k - rng.randint(0, 3))
        rows += f'<tr><td>{k + 1}</td><td class="n">{esc(club)} - 1st XI</td><td>18</td><td>{won}</td><td>{rng.randint(0, 2)}</td><td>{16 - won}</td><td>{rng.randint(0, 3)}</td><td>{rng.randint(20, 70)}</td><td>{rng.randint(20, 70)}</td><td><b>{points[k]}</b></td></tr>'
    return PLAIN, f'<h1>Wessex League Division Two</h1><p>League table after 18 matches</p><table><tr><th></th><th class="n">Team</th><th>P</th><th>W</th><th>T</th><th>L</th><th>A</th><th>Bat</th><th>Bowl</th><th>Pts</th></tr>{rows}</table>'


def fixtures(rng, spec):
    clubs = pool.POOLS["eng"][2]
    rows = ""
    for k in range(16):
        a, b = rng.sample(clubs, 2)
        rows += f'<tr><td class="n">Sat {1 + k * 7 % 30} {rng.choice(["May", "Jun", "Jul", "Aug"])}</td><td class="n">{esc(a)}</td><td class="n">{rng.choice(["Home", "Away"])}</td><td class="n">{rng.choice(pool.GROUNDS["eng"])}</td><td>{rng.choice(["12:30", "13:00", "13:30"])}</td></tr>'
    return PLAIN, f'<h1>{esc(clubs[0])} Fixtures 2024</h1><table><tr><th class="n">Date</th><th class="n">Opposition</th><th class="n">Venue</th><th class="n">Ground</th><th>Start</th></tr>{rows}</table>'


def batting_averages(rng, spec):
    rows = ""
    people = pool.squad(rng, "eng", 11) + pool.squad(rng, "ind", 7)
    for k, person in enumerate(people):
        innings, not_out = rng.randint(5, 20), rng.randint(0, 4)
        runs = rng.randint(40, 900)
        rows += f'<tr><td>{k + 1}</td><td class="n">{esc(person.form("initial"))}</td><td>{innings + 2}</td><td>{innings}</td><td>{not_out}</td><td>{runs}</td><td>{rng.randint(30, 130)}{rng.choice(["", "*"])}</td><td>{runs / max(1, innings - not_out):.2f}</td><td>{rng.randint(0, 6)}</td><td>{rng.randint(0, 3)}</td><td>{rng.randint(0, 12)}</td></tr>'
    return PLAIN, f'<h1>Batting averages 2023</h1><table><tr><th></th><th class="n">Player</th><th>M</th><th>Inns</th><th>NO</th><th>Runs</th><th>HS</th><th>Avge</th><th>50</th><th>100</th><th>Ct</th></tr>{rows}</table>'


def bowling_averages(rng, spec):
    rows = ""
    for k, person in enumerate(pool.squad(rng, "sa", 11)):
        wickets, runs = rng.randint(4, 42), rng.randint(120, 700)
        overs = rng.randint(40, 190)
        rows += f'<tr><td class="n">{esc(person.form("initials"))}</td><td>{overs}.{rng.randint(0, 5)}</td><td>{rng.randint(2, 40)}</td><td>{runs}</td><td>{wickets}</td><td>{runs / wickets:.2f}</td><td>{rng.randint(3, 7)}-{rng.randint(9, 50)}</td><td>{rng.randint(0, 3)}</td><td>{runs / overs:.2f}</td></tr>'
    return PLAIN, f'<h1>Bowling averages</h1><p>Qualification: 4 wickets</p><table><tr><th class="n">Name</th><th>Overs</th><th>Mdns</th><th>Runs</th><th>Wkts</th><th>Avge</th><th>Best</th><th>5wi</th><th>Econ</th></tr>{rows}</table>'


def notice(rng, spec):
    club = rng.choice(pool.POOLS["eng"][2])
    people = pool.squad(rng, "eng", 4)
    body = f"""<h1>{esc(club)}</h1><h2>Annual General Meeting</h2><p>Notice is hereby given that the Annual General Meeting of the club will be held in the pavilion on Thursday {rng.randint(1, 28)} November at 7.30 p.m.</p><ol><li>Apologies for absence</li><li>Minutes of the last meeting</li><li>Reports of the Treasurer and of the captains</li><li>Election of officers: Chairman {esc(people[0].form("initial_dot"))}, Secretary {esc(people[1].form("initial_dot"))}, Treasurer {esc(people[2].form("initial_dot"))}</li><li>Subscriptions for the coming season: seniors £{rng.randint(90, 160)}, juniors £{rng.randint(30, 60)}</li><li>Any other business</li></ol><p>The bar will be open from 6 p.m. Match fees of 2023 that are still unpaid may be settled on the night.</p><p>{esc(people[3].form("initial_dot"))}, Hon. Secretary</p>"""
    return "body{font-family:'TeX Gyre Schola',serif;font-size:16px;line-height:1.6;color:#111}h1,h2{text-align:center}", body


def teams(rng, spec):
    people = pool.squad(rng, "eng", 11)
    rows = "".join(f"<li>{esc(p.form('full'))}{' (c)' if k == 0 else ' (wk)' if k == 4 else ''}</li>" for k, p in enumerate(people))
    club = rng.choice(pool.POOLS["eng"][2])
    return "body{font-family:Roboto,sans-serif;background:#0d3b66;color:#fff;font-size:22px;padding:26px}h1{font-size:34px;margin:0 0 6px;color:#faf0ca}ol{line-height:1.65}", f"<h1>TEAM NEWS</h1><div>{esc(club)} 2nd XI v {esc(rng.choice(pool.POOLS['eng'][2]))}, Saturday 1.00 pm</div><ol>{rows}</ol><div>Meet 11.45 at the ground. Umpire: {esc(pool.squad(rng, 'eng', 1)[0].form('full') if False else people[0].form('initial'))}. Scorer required!</div>"


def receipt(rng, spec):
    items = [("Cricket ball 156g", 2, 18.99), ("Batting gloves M", 1, 44.5), ("Score book 60 inns", 1, 12.0), ("Bat grip", 3, 4.25), ("Tea bags 240", 1, 6.49), ("Squash 2L", 4, 1.75)]
    chosen = rng.sample(items, 5)
    total = sum(q * p for _, q, p in chosen)
    rows = "".join(f"<tr><td class=n>{n}</td><td>{q}</td><td>{p:.2f}</td><td>{q * p:.2f}</td></tr>" for n, q, p in chosen)
    return "body{font-family:'Courier Prime','Liberation Mono',monospace;font-size:15px;width:380px;margin:0 auto;color:#111}h1{font-size:19px;text-align:center}td{padding:2px 6px;text-align:right}.n{text-align:left}p{text-align:center}", f"<h1>HOWZAT SPORTS LTD</h1><p>14 Station Road<br>VAT 381 22 97</p><table>{rows}<tr><td class=n><b>TOTAL</b></td><td></td><td></td><td><b>{total:.2f}</b></td></tr></table><p>CARD **** {rng.randint(1000, 9999)}<br>{date(rng, 'slash')} 11:42<br>Thank you</p>"


def football(rng, spec):
    towns = "Ashford Bromsgrove Carlton Dunmere Eastwick Fallow Gorsebrook Harrowby Inglewhite Kelsey Lymm Moorside".split()
    rng.shuffle(towns)
    rows = "".join(f'<tr><td class="n">{towns[k]} {rng.choice(["Town", "Rovers", "United"])}</td><td><b>{rng.randint(0, 4)} - {rng.randint(0, 4)}</b></td><td class="n">{towns[k + 1]} {rng.choice(["Athletic", "City", "FC"])}</td><td class="n">{rng.choice(["Smith", "Jones", "Ward", "Bell"])} {rng.randint(3, 90)}, {rng.choice(["Khan", "Cole", "Reid"])} {rng.randint(3, 90)} (pen)</td></tr>' for k in range(0, 12, 2))
    return PLAIN, f"<h1>Football results</h1><p>Northern Counties League</p><table>{rows}</table>"


def tennis(rng, spec):
    people = pool.squad(rng, "women", 4)
    sets = [(6, 4), (3, 6), (7, 6)]
    line = lambda p, side: f'<tr><td class="n">{esc(p.form("full")).upper()}</td>' + "".join(f"<td>{s[side]}</td>" for s in sets) + f"<td>{rng.choice([15, 30, 40])}</td></tr>"
    return "body{background:#143d2b;color:#fff;font-family:'Open Sans',sans-serif;font-size:34px;padding:40px;font-weight:700}td{padding:14px 26px;border:2px solid #fff;text-align:center}.n{text-align:left}h1{font-size:30px}", f"<h1>COURT 2, LADIES' SINGLES</h1><table><tr><td></td><td>1</td><td>2</td><td>3</td><td></td></tr>{line(people[0], 0)}{line(people[1], 1)}</table>"


def worm(rng, spec):
    match = Match(rng, "eng", 20)
    lines, colours = "", ["#d1495b", "#00798c"]
    for innings, colour in zip(match.innings, colours):
        points = " ".join(f"{60 + 40 * (k + 1)},{480 - 2 * r}" for k, r in enumerate(innings.overs_progress))
        lines += f'<polyline fill="none" stroke="{colour}" stroke-width="3" points="60,480 {points}"/>'
        lines += "".join(f'<circle cx="{60 + 40 * float(o.split(".")[0]) + 40}" cy="{480 - 2 * r}" r="5" fill="{colour}"/>' for _, r, _, o in innings.falls)
    ticks = "".join(f'<text x="{60 + 40 * k}" y="505" font-size="13" text-anchor="middle">{k}</text>' for k in range(0, 21, 2)) + "".join(f'<text x="50" y="{484 - 2 * v}" font-size="13" text-anchor="end">{v}</text>' for v in range(0, 221, 20))
    legend = "".join(f'<span style="color:{c};margin-right:30px">■ {esc(i.team)}</span>' for i, c in zip(match.innings, colours))
    return "body{font-family:Roboto,sans-serif;padding:14px;background:#fff}", f'<h2>Worm</h2><div>{legend}</div><svg width="900" height="520"><line x1="60" y1="480" x2="870" y2="480" stroke="#888"/><line x1="60" y1="40" x2="60" y2="480" stroke="#888"/>{lines}{ticks}<text x="465" y="518" font-size="13">Overs</text></svg>'


PARTS = [
    Part("look-no-league", [dict(kind="screen", width=900, scale=1)], league),
    Part("look-no-fixtures", [dict(kind="text")], fixtures),
    Part("look-no-batting-averages", [dict(kind="screen", width=1000, scale=1.5, file="jpg")], batting_averages),
    Part("look-no-bowling-averages", [dict(kind="scan", dpi=200)], bowling_averages),
    Part("look-no-notice", [dict(kind="photo")], notice),
    Part("look-no-teams", [dict(kind="screen", width=720, scale=1.5)], teams),
    Part("look-no-receipt", [dict(kind="photo", crop=True)], receipt),
    Part("look-no-football", [dict(kind="text")], football),
    Part("look-no-tennis", [dict(kind="screen", width=1100, scale=1)], tennis),
    Part("look-no-worm", [dict(kind="scan", dpi=150, landscape=True)], worm),
]
