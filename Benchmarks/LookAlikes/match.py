"""A match simulated ball by ball, so that everything on its card agrees."""
import names


class Batter:
    def __init__(self, person):
        self.person, self.runs, self.balls, self.fours, self.sixes, self.minutes = person, 0, 0, 0, 0, 0
        self.how = "did not bat"
        self.fielder = self.fielder2 = self.bowler = None
        self.captain = self.keeper = False
        self.dots = 0
        self.shots = []
        self.sub = False


class Bowler:
    def __init__(self, person):
        self.person, self.balls, self.maidens, self.runs, self.wickets = person, 0, 0, 0, 0
        self.wides = self.no_balls = self.dots = self.fours = self.sixes = 0
        self.by_over = []  # (runs, wickets) of each over

    @property
    def overs(self):
        return f"{self.balls // 6}.{self.balls % 6}"


class Innings:
    def __init__(self, team, squad, fielding_team, fielding):
        self.team, self.fielding_team = team, fielding_team
        self.batters = [Batter(p) for p in squad]
        self.fielding = fielding
        self.bowlers, self.falls, self.partnerships = [], [], []
        self.byes = self.leg_byes = self.wides = self.no_balls = self.penalty = 0
        self.runs = self.wickets = self.balls = 0
        self.declared = False
        self.number = 1
        self.overs_progress = []
        self.extra_marks = {"byes": [], "leg_byes": [], "wides": [], "no_balls": []}

    @property
    def overs(self):
        return f"{self.balls // 6}.{self.balls % 6}"

    @property
    def extras(self):
        return self.byes + self.leg_byes + self.wides + self.no_balls + self.penalty

    @property
    def all_out(self):
        return self.wickets == len(self.batters) - 1

    @property
    def rate(self):
        return self.runs * 6 / self.balls if self.balls else 0.0


def play_innings(rng, innings, max_overs, pace, danger, target=None, declare_at=None, max_per_bowler=None, over_balls=6):
    """Fills an innings. `pace` scales scoring, `danger` scales wickets; a set of the Hundred has five balls."""
    order, fielding = innings.batters, innings.fielding
    keeper = rng.randrange(2, 7)
    attack = [i for i in list(range(len(fielding)))[-rng.choice([6, 7, 7, 8]):] if i != keeper]
    hurt_at = rng.randrange(20, 90) if rng.random() < 0.03 else None
    bowlers = {}
    at = [0, 1]
    order[0].how = order[1].how = "not out"
    following, on_strike, last = 2, 0, None
    stand_runs = 0
    clock = 0.0
    per_bowler = max_per_bowler or max(1, -(-max_overs // 5))
    opening = rng.sample(attack, 2)
    for over in range(max_overs):
        able = [b for b in attack if b != last and (b not in bowlers or bowlers[b].balls < per_bowler * over_balls)]
        if not able:
            able = [b for b in range(len(fielding)) if b != last and b != keeper
                    and (b not in bowlers or bowlers[b].balls < per_bowler * over_balls)]
        choice = opening[over % 2] if over < 4 and opening[over % 2] in able else rng.choice(able)
        bowler = bowlers.setdefault(choice, Bowler(fielding[choice]))
        if bowler not in innings.bowlers:
            innings.bowlers.append(bowler)
        last = choice
        legal, conceded = 0, 0
        while legal < over_balls:
            batter = order[at[on_strike]]
            clock += 0.62
            for index in at:
                order[index].minutes += 0.62
            if hurt_at is not None and innings.balls >= hurt_at and following < len(order) - 3 and batter.runs > 5:
                hurt_at = None
                batter.how = "retired hurt"
                at[on_strike] = following
                order[following].how = "not out"
                following += 1
                batter = order[at[on_strike]]
            draw, crossed = rng.random(), 0
            if draw < 0.028:
                extra = 1 if rng.random() < 0.95 else 5
                innings.wides += extra
                innings.extra_marks["wides"].append(extra)
                bowler.wides += extra
                bowler.runs += extra
                conceded += extra
                innings.runs += extra
                stand_runs += extra
            elif draw < 0.034:
                hit = rng.choice([0, 0, 1, 4])
                innings.no_balls += 1
                innings.extra_marks["no_balls"].append(1)
                bowler.no_balls += 1
                batter.balls += 1
                credit(batter, bowler, innings, hit)
                bowler.runs += 1
                conceded += 1 + hit
                innings.runs += 1
                stand_runs += 1 + hit
                crossed = hit % 2
            else:
                legal += 1
                innings.balls += 1
                bowler.balls += 1
                batter.balls += 1
                ball = f"{over}.{legal}"
                settled = 1.15 if batter.balls < 8 else 0.85
                if rng.random() < 0.045 * danger * settled:
                    out = at[on_strike]
                    how = rng.choices(["caught", "bowled", "lbw", "run out", "stumped", "caught and bowled", "hit wicket"],
                                      [54, 20, 11, 7, 4, 4, 0.7])[0]
                    if how == "run out" and rng.random() < 0.4:
                        out = at[1 - on_strike]
                    dismiss(rng, order[out], how, bowler, fielding, choice, keeper)
                    innings.wickets += 1
                    innings.falls.append((innings.wickets, innings.runs, order[out], ball))
                    innings.partnerships.append(stand_runs)
                    stand_runs = 0
                    bowler.dots += 1
                    if following >= len(order):
                        order[at[0] if out == at[1] else at[1]].how = "not out"
                        innings.bowler_keeper = keeper
                        finish_over(bowler, conceded, legal, over_balls)
                        return
                    slot = at.index(out)
                    at[slot] = following
                    order[following].how = "not out"
                    following += 1
                elif draw < 0.034 + 0.012:
                    kind = rng.choice(["byes", "leg_byes", "leg_byes"])
                    run = rng.choice([1, 1, 1, 2, 4])
                    setattr(innings, kind, getattr(innings, kind) + run)
                    innings.runs += run
                    innings.extra_marks[kind].append(run)
                    stand_runs += run
                    bowler.dots += 1
                    crossed = run % 2
                else:
                    hit = rng.choices([0, 1, 2, 3, 4, 6], [46 / pace, 31, 6, 0.6, 8.5 * pace, 2.2 * pace * pace])[0]
                    if hit == 0:
                        bowler.dots += 1
                        batter.dots += 1
                    credit(batter, bowler, innings, hit)
                    conceded += hit
                    stand_runs += hit
                    crossed = hit % 2
            if crossed:
                on_strike = 1 - on_strike
            if target is not None and innings.runs >= target:
                finish_over(bowler, conceded, legal, over_balls)
                innings.bowler_keeper = keeper
                return
        finish_over(bowler, conceded, legal, over_balls)
        innings.overs_progress.append(innings.runs)
        on_strike = 1 - on_strike
        clock += 1.0
        for index in at:
            order[index].minutes += 0.9
        if declare_at is not None and innings.runs >= declare_at:
            innings.declared = True
            break
    innings.bowler_keeper = keeper


def credit(batter, bowler, innings, hit):
    batter.runs += hit
    if hit:
        batter.shots.append(hit)
    bowler.runs += hit
    innings.runs += hit
    if hit == 4:
        batter.fours += 1
        bowler.fours += 1
    if hit == 6:
        batter.sixes += 1
        bowler.sixes += 1


def finish_over(bowler, conceded, legal, over_balls=6):
    bowler.by_over.append((conceded, bowler.wickets - sum(w for _, w in bowler.by_over)))
    if legal == over_balls and conceded == 0:
        bowler.maidens += 1


def dismiss(rng, batter, how, bowler, fielding, bowler_index, keeper):
    batter.how = how
    catchers = [i for i in range(len(fielding)) if i != bowler_index]
    if how != "run out":
        batter.bowler = bowler.person
        bowler.wickets += 1
    if how == "caught":
        index = keeper if rng.random() < 0.25 else rng.choice(catchers)
        batter.fielder = fielding[index]
        if rng.random() < 0.025:
            batter.sub = True
    elif how == "stumped":
        batter.fielder = fielding[keeper]
    elif how == "run out":
        pair = rng.sample(range(len(fielding)), 2)
        batter.fielder = fielding[pair[0]]
        if rng.random() < 0.35:
            batter.fielder2 = fielding[pair[1]]


class Match:
    """Two squads, their innings and what stands above them."""

    def __init__(self, rng, pool="eng", overs=20, days=False, teams=None, size=11, over_balls=6):
        self.over_balls = over_balls
        self.pool, self.limit = pool, overs
        self.teams = list(teams or names.two_clubs(rng, pool))
        self.squads = [names.squad(rng, pool, size), names.squad(rng, pool, size)]
        self.captains = [rng.randrange(0, 7), rng.randrange(0, 7)]
        self.keepers = [None, None]
        self.ground, self.competition = rng.choice(names.GROUNDS[pool]), rng.choice(names.COMPETITIONS[pool])
        self.innings = []
        first = rng.randrange(2)
        self.first = first
        self.toss_winner = rng.randrange(2)
        self.toss_bat = (self.toss_winner == first)
        if days:
            self.play_days(rng, first)
        else:
            self.play_limited(rng, first, overs)
        for innings in self.innings:
            side = self.teams.index(innings.team)
            order = innings.batters
            for batter in order:
                position = self.squads[side].index(batter.person)
                batter.captain = position == self.captains[side]
                batter.keeper = position == self.keepers[side]
                batter.minutes = max(1, round(batter.minutes))

    def start(self, rng, side, number=1):
        innings = Innings(self.teams[side], self.squads[side], self.teams[1 - side], self.squads[1 - side])
        innings.number = number
        self.innings.append(innings)
        return innings

    def keep(self, innings, fielding_side):
        """The same player keeps wicket whenever a side fields."""
        keeper = innings.bowler_keeper
        if self.keepers[fielding_side] is None:
            self.keepers[fielding_side] = keeper

    def play_limited(self, rng, first, overs):
        pace = {True: 1.25, False: 1.0}[overs <= 20] * rng.uniform(0.85, 1.15)
        danger = (1.15 if overs <= 20 else 0.8) * rng.uniform(0.75, 1.2)
        one = self.start(rng, first)
        play_innings(rng, one, overs, pace, danger, over_balls=self.over_balls)
        self.keep(one, 1 - first)
        two = self.start(rng, 1 - first)
        play_innings(rng, two, overs, pace, danger, target=one.runs + 1, over_balls=self.over_balls)
        self.keep(two, first)
        if two.runs > one.runs:
            left = len(two.batters) - 1 - two.wickets
            self.winner, self.margin = two.team, f"{left} wicket{'s' if left != 1 else ''}"
        elif two.runs == one.runs:
            self.winner, self.margin = None, None
        else:
            gap = one.runs - two.runs
            self.winner, self.margin = one.team, f"{gap} run{'s' if gap != 1 else ''}"
        self.result = f"{self.winner} won by {self.margin}" if self.winner else "Match tied"

    def play_days(self, rng, first):
        pace, danger = 0.8 * rng.uniform(0.9, 1.1), 0.75 * rng.uniform(0.9, 1.25)
        order = [first, 1 - first, first, 1 - first]
        for number, side in enumerate(order):
            innings = self.start(rng, side, 1 + number // 2)
            target = None
            if number == 3:
                scores = [i.runs for i in self.innings]
                target = scores[0] + scores[2] - scores[1] + 1
                if target <= 0:
                    self.innings.pop()
                    gap = 1 - target
                    self.result = f"{self.teams[1 - first]} won by an innings and {gap} run{'s' if gap != 1 else ''}"
                    self.winner = self.teams[1 - first]
                    return
            if number == 2:
                self.innings.pop()
                lead = self.innings[1].runs - self.innings[0].runs
                innings = self.start(rng, side, 2)
                play_innings(rng, innings, 70, pace, danger, declare_at=max(lead + 190, 160), max_per_bowler=22)
                self.keep(innings, 1 - side)
                if innings.runs < lead:
                    gap = lead - innings.runs
                    self.winner = self.teams[1 - first]
                    self.result = f"{self.winner} won by an innings and {gap} runs"
                    return
                continue
            play_innings(rng, innings, 95 if number < 2 else 55, pace, danger, target=target, max_per_bowler=26,
                         declare_at=330 if number < 2 else None)
            self.keep(innings, 1 - side)
        last = self.innings[3]
        if last.runs >= target:
            left = 10 - last.wickets
            self.winner, self.result = last.team, f"{last.team} won by {left} wicket{'s' if left != 1 else ''}"
        elif last.wickets == 10:
            gap = target - 1 - last.runs
            self.winner = self.teams[first]
            self.result = f"{self.winner} won by {gap} runs" if gap else "Match tied"
        else:
            self.winner, self.result = None, "Match drawn"
