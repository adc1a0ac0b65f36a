"""The board at the ground: tin numbers, lamps, a video screen; photographed from the boundary."""
from common import Sheet, document
from match import Match
from view import card_truth, esc

LAYOUT = "look-groundboard"
CARDS = [
    dict(kind="photo", of="screen", width=1200, height=820, scale=1, pool="eng", overs=40, form=0, bezel=False),
    dict(kind="photo", of="screen", width=1200, height=700, scale=1, pool="aus", overs=50, form=1, bezel=False),
    dict(kind="photo", of="screen", width=1280, height=720, scale=1, pool="wi", overs=20, form=2),
    dict(kind="screen", width=1100, height=640, scale=1, pool="nz", overs=20, form=1, file="jpg", quality=70),
]
EMPTY = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, fours=None, sixes=None, minutes=None, strike_rate=None)
NO_EXTRAS = {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")}


def draw(rng, spec):
    """The end of a chase: the board shows who is in, the score and what was wanted."""
    match = Match(rng, spec["pool"], spec["overs"])
    first, second = match.innings
    form = spec["form"]
    overs = second.overs.split(".")[0] if form != 2 else second.overs
    target = first.runs + 1
    batters = [b for b in second.batters if b.how == "not out"][:2]
    last = second.falls[-1][2].runs if second.falls else 0
    truth = {"team": None, "total": {"runs": second.runs, "wickets": second.wickets, "overs": overs, "declared": None}, "extras": dict(NO_EXTRAS),
             "batting": [], "did_not_bat": [], "bowling": [], "fall_of_wickets": []}
    if form == 0:  # tin plates on a painted board: batters have numbers alone, which are no rows of a card
        plate = lambda value, count: '<span class="pl">' + "".join(f"<b>{c if c != ' ' else '&nbsp;'}</b>" for c in str(value).rjust(count)) + "</span>"
        numbers = [second.batters.index(b) + 1 for b in batters]
        bats = "".join(f'<div><div class="lb">BAT {n}</div>{plate(b.runs, 3)}</div>' for n, b in zip(numbers, batters))
        body = f'<div class="bd"><div class="ti">{esc(match.teams[0].replace(" CC", "").upper())} CRICKET CLUB</div><div class="rw">{bats}</div><div class="rw big"><div><div class="lb">TOTAL</div>{plate(second.runs, 3)}</div></div><div class="rw"><div><div class="lb">WKTS</div>{plate(second.wickets, 2)}</div><div><div class="lb">OVERS</div>{plate(overs, 2)}</div><div><div class="lb">LAST MAN</div>{plate(last, 3)}</div><div><div class="lb">TARGET</div>{plate(target, 3)}</div></div></div>'
        style = """body{width:1200px;height:820px;background:linear-gradient(#a9c8e8 0 55%,#5d8a43 55%);overflow:hidden}.bd{margin:40px auto;width:1060px;background:#14361f;border:14px solid #e8e6dc;padding:20px 30px;color:#fff;font-family:'Nimbus Sans',sans-serif;font-weight:700}.ti{text-align:center;font-size:40px;letter-spacing:3px}.rw{display:flex;justify-content:space-around;margin-top:18px}.lb{font-size:26px;text-align:center;margin-bottom:6px}.pl b{display:inline-block;background:#0b0b0b;color:#f7f4e6;font-size:78px;width:62px;line-height:92px;margin:0 3px;text-align:center;border:2px solid #333;font-family:'Nimbus Sans Narrow'}.big .pl b{font-size:110px;width:88px;line-height:124px}"""
        truth_card = card_truth([], [])
    elif form == 1:  # lamps; the sides are home and visitors
        lamp = lambda value: f'<span class="lp">{value}</span>'
        body = f'<div class="bd"><div class="rw"><div><div class="lb">BATSMAN</div>{lamp(batters[0].runs if batters else 0)}</div><div><div class="lb">TOTAL</div><span class="lp xl">{second.runs}</span></div><div><div class="lb">BATSMAN</div>{lamp(batters[1].runs if len(batters) > 1 else 0)}</div></div><div class="rw"><div><div class="lb">WICKETS</div>{lamp(second.wickets)}</div><div><div class="lb">OVERS</div>{lamp(overs)}</div><div><div class="lb">TARGET</div>{lamp(target)}</div></div></div>'
        colour = rng.choice(["#ffb300", "#ff3b1f", "#ffe34d"])
        style = f"""body{{background:#6f8fae;overflow:hidden;width:{spec['width']}px;height:{spec['height']}px}}.bd{{margin:46px auto;width:94%;background:#0c0c0e;border:10px solid #2a4a2f;padding:24px 20px;color:#fff;font-family:'Liberation Sans',sans-serif;font-weight:700}}.rw{{display:flex;justify-content:space-around;align-items:flex-end;margin:12px 0}}.rw>div{{text-align:center}}.lb{{font-size:30px;margin-bottom:10px}}.lp{{font-family:'DSEG7 Classic';font-size:86px;color:{colour};text-shadow:0 0 12px {colour}88}}.xl{{font-size:128px}}"""
        truth_card = card_truth([], [])
    else:  # a video screen with names
        name = lambda p: p.form("last").upper()
        bowler = second.bowlers[-1]
        rows = "".join(f'<div class="ln"><span>{esc(name(b.person))}*</span><span>{b.runs}</span><small>{b.balls}</small></div>' for b in batters)
        body = f'<div class="hd"><span>{esc(second.team.upper())}</span><span class="sc">{second.runs}-{second.wickets}</span></div><div class="md"><div>{rows}</div><div class="ri"><div>OVERS <b>{overs}</b></div><div>TARGET <b>{target}</b></div><div>RUN RATE <b>{second.rate:.2f}</b></div></div></div><div class="ft"><span>{esc(name(bowler.person))}</span><span>{bowler.wickets}-{bowler.runs}</span><span>OVERS {bowler.overs}</span></div>'
        style = """body{width:1280px;height:720px;overflow:hidden;background:#02061a;color:#fff;font-family:'Roboto Condensed',sans-serif;font-weight:700;font-size:62px}.hd{display:flex;justify-content:space-between;background:#12308f;padding:20px 40px;align-items:center}.sc{font-size:110px;color:#ffe14d}.md{display:flex;justify-content:space-between;padding:24px 40px;gap:50px}.md>div{flex:1}.ln{display:flex;gap:20px;padding:12px 0;border-bottom:2px solid #345}.ln span:first-child{flex:1}small{font-size:40px;color:#9bc}.ri{font-size:48px;line-height:1.7;color:#bcd}.ri b{color:#fff}.ft{display:flex;gap:60px;background:#1a1f3a;padding:22px 40px;position:absolute;bottom:0;width:100%}"""
        truth["team"] = second.team.upper()
        truth["batting"] = [{"player": name(b.person), **EMPTY, "how_out": "not out", "runs": b.runs, "balls": b.balls} for b in batters]
        truth["bowling"] = [{"player": name(bowler.person), "overs": bowler.overs, "maidens": None, "runs": bowler.runs, "wickets": bowler.wickets, "wides": None, "no_balls": None, "economy": None}]
        truth_card = card_truth([second.team.upper()], [])
    truth_card["innings"] = [truth]
    return Sheet(document(style, body), truth_card)
