"""Matches of the eighth lot: two clubs or two countries, with rain, a tie, a super over or nobody who retired."""
import names6
from match import Match, play_innings


def settle(match):
    """Marks captains and keepers anew and rounds minutes, as Match does when it is made."""
    for innings in match.innings:
        side = match.teams.index(innings.team)
        for batter in innings.batters:
            position = match.squads[side].index(batter.person)
            batter.captain, batter.keeper = position == match.captains[side], position == match.keepers[side]
            batter.minutes = max(1, round(batter.minutes))


def chase(rng, match, overs, target, pace=1.0):
    """Plays the second innings anew."""
    match.innings = match.innings[:1]
    match.keepers[match.first] = None
    two = match.start(rng, 1 - match.first)
    play_innings(rng, two, overs, pace * (1.25 if overs <= 20 else 1.0), 1.1 if overs <= 20 else 0.85, target=target)
    match.keep(two, match.first)
    settle(match)
    return two


def rain(rng, match, overs, method="DLS method"):
    """The chase is shortened and the target revised; sets `reduced` and `target`."""
    one = match.innings[0]
    while True:
        target = round(one.runs * (overs / match.limit) ** 0.75) + 1
        two = chase(rng, match, overs, target)
        if two.runs >= target:
            left = 10 - two.wickets
            match.winner, margin = two.team, f"{left} wicket{'s' if left != 1 else ''}"
        elif two.runs < target - 1:
            gap = target - 1 - two.runs
            match.winner, margin = one.team, f"{gap} run{'s' if gap != 1 else ''}"
        else:
            continue
        match.reduced, match.target, match.result = overs, target, f"{match.winner} won by {margin} ({method})"
        return match


def tie(rng, match, over=None):
    """The scores are level; `over` words who won the super over."""
    while True:
        two = chase(rng, match, match.limit, match.innings[0].runs + 1, rng.uniform(0.85, 1.15))
        if two.runs == match.innings[0].runs:
            match.winner, match.result = None, "Match tied"
            if over:
                match.result += over.format(rng.choice(match.teams))
            return match


def washed_out(rng, match, overs, result="No result"):
    """The chase had gone on for so many overs when it rained."""
    while True:
        two = chase(rng, match, overs, match.innings[0].runs + 1)
        if two.runs <= match.innings[0].runs and not two.all_out:
            match.winner, match.result = None, result
            return match


def make(rng, spec, over=" ({} won the Super Over)", method="DLS method", nothing="No result", home=None, calm=False):
    """A match as `spec` asks: pool or nations, overs or days, and the case: dls, tie, super, off."""
    overs, days, case = spec.get("overs", 20), spec.get("days", False), spec.get("case")
    while True:
        match = names6.international(rng, overs, days, home=home) if spec.get("nations") else Match(rng, spec["pool"], overs, days=days)
        if case == "dls":
            rain(rng, match, max(5, round(overs * rng.uniform(0.5, 0.85))), method)
        elif case in ("tie", "super"):
            tie(rng, match, over if case == "super" else None)
        elif case == "off":
            washed_out(rng, match, max(3, round(overs * rng.uniform(0.2, 0.5))), nothing)
        if calm and any(b.how == "retired hurt" for i in match.innings for b in i.batters):
            continue
        return match


def limit_of(match, index):
    """How many overs an innings could have had."""
    return getattr(match, "reduced", match.limit) if index else match.limit


def target_of(match):
    return getattr(match, "target", match.innings[0].runs + 1)
