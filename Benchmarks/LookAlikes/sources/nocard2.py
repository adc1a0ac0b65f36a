"""More pages that are no scorecard and look as if they were."""
import names as pool
from names import date
from sources.nocard import PLAIN, Part
from view import esc


def table(head, rows, left=(0,)):
    cell = lambda tag, k, v: f'<{tag}{" class=n" if k in left else ""}>{v}</{tag}>'
    return "<table><tr>" + "".join(cell("th", k, v) for k, v in enumerate(head)) + "</tr>" + "".join("<tr>" + "".join(cell("td", k, v) for k, v in enumerate(r)) + "</tr>" for r in rows) + "</table>"


def leaders(rng, spec):
    """A league's statistics: most runs and most wickets."""
    clubs = pool.POOLS["aus"][2]
    people = pool.squad(rng, "aus", 11) + pool.squad(rng, "aus", 9)
    runs = sorted((rng.randint(180, 900) for _ in range(10)), reverse=True)
    wickets = sorted((rng.randint(9, 45) for _ in range(10)), reverse=True)
    batting = [[k + 1, esc(p.form("full")), esc(rng.choice(clubs)), rng.randint(8, 16), r, f"{r / rng.randint(6, 14):.2f}", f"{rng.randint(60, 140)}{rng.choice(['', '*'])}", rng.randint(10, 90), rng.randint(0, 20)] for k, (p, r) in enumerate(zip(people, runs))]
    bowling = [[k + 1, esc(p.form("full")), esc(rng.choice(clubs)), f"{rng.randint(60, 160)}.{rng.randint(0, 5)}", rng.randint(4, 30), rng.randint(220, 600), w, f"{rng.uniform(9, 25):.2f}", f"{rng.randint(4, 7)}/{rng.randint(12, 50)}"] for k, (p, w) in enumerate(zip(people[10:], wickets))]
    return PLAIN, "<h1>Competition leaders</h1><h3>Most runs</h3>" + table(["#", "Player", "Team", "Inn", "Runs", "Ave", "HS", "4s", "6s"], batting, (1, 2)) + "<h3>Most wickets</h3>" + table(["#", "Player", "Team", "O", "M", "R", "W", "Ave", "Best"], bowling, (1, 2))


def profile(rng, spec):
    """A player's career."""
    person = pool.squad(rng, "wi", 1 + 10)[0]
    def batting(label):
        m, r = rng.randint(9, 160), rng.randint(150, 5200)
        return [label, m, m + rng.randint(-5, 40), rng.randint(1, 20), r, f"{rng.randint(60, 190)}{rng.choice(['', '*'])}", f"{rng.uniform(18, 48):.2f}", f"{rng.uniform(48, 140):.2f}", rng.randint(0, 12), rng.randint(1, 30), rng.randint(20, 500), rng.randint(1, 90), rng.randint(3, 120)]
    def bowling(label):
        b = rng.randint(300, 9000)
        w = rng.randint(4, 200)
        r = int(b * rng.uniform(0.5, 1.2))
        return [label, rng.randint(9, 160), b, r, w, f"{rng.randint(3, 7)}/{rng.randint(9, 60)}", f"{r / w:.2f}", f"{r * 6 / b:.2f}", f"{b / w:.1f}", rng.randint(0, 8), rng.randint(0, 4)]
    formats = ["Tests", "ODIs", "T20Is", "First-class", "List A"]
    body = f"<h1>{esc(person.form('full'))}</h1><p>Born {date(rng, 'us', (1978, 2001))} · Batting style: Left-hand bat · Bowling style: Right-arm medium · Playing role: Allrounder</p><h3>Batting & fielding</h3>" + table(["Format", "Mat", "Inns", "NO", "Runs", "HS", "Ave", "SR", "100s", "50s", "4s", "6s", "Ct"], [batting(f) for f in formats]) + "<h3>Bowling</h3>" + table(["Format", "Mat", "Balls", "Runs", "Wkts", "BBI", "Ave", "Econ", "SR", "4w", "5w"], [bowling(f) for f in formats])
    return PLAIN, body


def umpires(rng, spec):
    """The panel's appointments of a day."""
    clubs = rng.sample(pool.POOLS["eng"][2], 12)
    people = pool.squad(rng, "eng", 11) + pool.squad(rng, "sa", 11)
    rows = [[f"{1 + k // 2}", esc(clubs[2 * k]), esc(clubs[2 * k + 1]), esc(people[2 * k].form("initial")), esc(people[2 * k + 1].form("initial")), rng.choice(["12.00", "12.30", "13.00"])] for k in range(6)]
    return PLAIN, f"<h1>Umpires' appointments</h1><p>Saturday {date(rng, 'long', (2016, 2024))}</p>" + table(["Div", "Home", "Away", "Umpire", "Umpire", "Start"], rows, (1, 2, 3, 4)) + "<p>c: conflict notified; b: no neutral bowler's end umpire. Reserve: telephone the appointments secretary by Thursday.</p>"


def tee_times(rng, spec):
    """The golf day: four balls and handicaps."""
    people = [p for side in (pool.squad(rng, "eng", 11), pool.squad(rng, "aus", 11), pool.squad(rng, "nz", 10)) for p in side]
    rows = [[f"{9 + (k * 8) // 60}.{(k * 8) % 60:02d}"] + [f"{esc(p.form('initial'))} ({rng.randint(2, 28)})" for p in people[4 * k:4 * k + 4]] + [rng.randint(28, 43)] for k in range(8)]
    return "body{font-family:'Liberation Serif',serif;font-size:15px;color:#111}h1{text-align:center}table{width:100%}td,th{border:1px solid #333;padding:7px;text-align:right}.n{text-align:left}", "<h1>CLUB GOLF DAY</h1><p>Tee times, players (handicap) and points; total 36 to beat.</p>" + table(["Tee", "Player", "Player", "Player", "Player", "Points"], rows, (0, 1, 2, 3, 4))


def line_ups(rng, spec):
    """Football: elevens with goals, minutes and cards."""
    sides = [pool.squad(rng, "eng", 11), pool.squad(rng, "eng", 11)]
    rows = [[k + 1, esc(a.form("last")) + (" (c)" if k == 5 else ""), rng.choice(["", "", f"{rng.randint(5, 89)}'"]), k + 1, esc(b.form("last")) + (" (GK)" if k == 0 else ""), rng.choice(["", "", f"{rng.randint(5, 89)}'"])] for k, (a, b) in enumerate(zip(*sides))]
    return "body{font-family:'Roboto Condensed',sans-serif;background:#101b2d;color:#fff;font-size:20px;padding:22px}table{width:100%}td,th{padding:6px 10px;text-align:right;border-bottom:1px solid #2a3a55}.n{text-align:left}h1{text-align:center}", f"<h1>Ashford Town {rng.randint(0, 4)} - {rng.randint(0, 4)} Kelsey Rovers</h1>" + table(["No", "Home", "Goal", "No", "Away", "Goal"], rows, (1, 4)) + "<p>Substitutes not used: 12, 14, 16. Att: 1,204. Referee: B. Lamb</p>"


def invoice(rng, spec):
    """What the club is to pay for balls and overs of rolling."""
    items = [("Match balls, red, 156 g", 24, 17.5), ("Match balls, pink", 6, 19.0), ("Hire of bowling machine, days", 3, 45.0), ("Roller service", 1, 240.0), ("Scoreboard numbers 0-9, set", 2, 36.4), ("Boundary rope, m", 300, 0.85), ("Extras: delivery", 1, 12.0)]
    rows = [[n, q, f"{p:.2f}", f"{q * p:.2f}"] for n, q, p in items]
    total = sum(q * p for _, q, p in items)
    club = rng.choice(pool.POOLS["eng"][2])
    return PLAIN, f"<h1>INVOICE {rng.randint(1000, 9999)}</h1><p>To: The Treasurer, {esc(club)}<br>Date: {date(rng, 'slash')}</p>" + table(["Item", "No", "Price", "Amount"], rows) + f"<p>Net {total:.2f} &nbsp; VAT 20% {total * 0.2:.2f} &nbsp; <b>TOTAL {total * 1.2:.2f}</b></p><p>Payment within 30 days.</p>"


PARTS = [
    Part("look-no-leaders", [dict(kind="screen", width=900, scale=1.5)], leaders),
    Part("look-no-profile", [dict(kind="screen", width=1000, scale=1, file="jpg")], profile),
    Part("look-no-umpires", [dict(kind="text")], umpires),
    Part("look-no-teetimes", [dict(kind="photo")], tee_times),
    Part("look-no-lineups", [dict(kind="screen", width=760, scale=1.5)], line_ups),
    Part("look-no-invoice", [dict(kind="scan", dpi=200)], invoice),
]
