"""What a card prints and, beside it, the truth: both come from the same strings."""
import html


def esc(text):
    return html.escape(str(text), quote=False)


class Names:
    """How a card writes its names: `rows` in the tables, `short` in dismissals, `falls` in the fall of wickets."""

    def __init__(self, rows="full", short="last", falls=None, upper=None):
        self.rows, self.short, self.falls, self.upper = rows, short, falls or short, upper

    def row(self, person):
        text = person.form(self.rows)
        if self.upper == "all":
            return text.upper()
        if self.upper == "last":
            return text.replace(person.family, person.family.upper())
        return text

    def brief(self, person, squad, style=None):
        """The short form; where two of a team share a family name, with an initial."""
        style = style or self.short
        if style == "last" and sum(p.family == person.family for p in squad) > 1:
            style = {"dotted": "dotted", "initials": "initials", "open": "open", "last_initials": "last_initials",
                     "last_comma": "initials"}.get(self.rows, "initial")
        text = person.form(style)
        return text.upper() if self.upper == "all" else text


class Dismissals:
    """How a card words dismissals."""

    def __init__(self, caught="c", bowled="b", c_and_b="c & b", lbw="lbw b", stumped="st", run_out="run out ({})",
                 not_out="not out", hit_wicket="hit wicket b", dagger=False, retired="retired hurt", dnb="did not bat",
                 pair="/"):
        self.caught, self.bowled, self.c_and_b, self.lbw, self.stumped = caught, bowled, c_and_b, lbw, stumped
        self.run_out, self.not_out, self.hit_wicket, self.dagger = run_out, not_out, hit_wicket, dagger
        self.retired, self.dnb, self.pair = retired, dnb, pair

    def write(self, batter, names, squad, keeper):
        """(parts of the text, fielder, bowler); the parts are what stands before and in the bowler's column."""
        short = lambda person: names.brief(person, squad)
        mark = "†" if self.dagger and batter.fielder is not None and batter.fielder is keeper else ""
        bowler = short(batter.bowler) if batter.bowler else None
        how = batter.how
        if how == "caught":
            fielder = f"sub ({short(batter.fielder)})" if batter.sub else short(batter.fielder)
            if batter.sub:
                mark = ""
            return (f"{self.caught} {mark}{fielder}", f"{self.bowled} {bowler}"), fielder, bowler
        if how == "stumped":
            fielder = short(batter.fielder)
            return (f"{self.stumped} {mark}{fielder}", f"{self.bowled} {bowler}"), fielder, bowler
        if how == "bowled":
            return ("", f"{self.bowled} {bowler}"), None, bowler
        if how == "lbw":
            head, tail = self.lbw.rsplit(" ", 1) if " " in self.lbw else (self.lbw, "")
            return (head, f"{tail} {bowler}".strip()), None, bowler
        if how == "caught and bowled":
            return (self.c_and_b, bowler), None, bowler
        if how == "hit wicket":
            head, tail = self.hit_wicket.rsplit(" ", 1)
            return (head, f"{tail} {bowler}"), None, bowler
        if how == "run out":
            if "{}" not in self.run_out:
                return (self.run_out, ""), None, None
            fielders = [mark + short(batter.fielder)]
            if batter.fielder2 and self.pair:
                fielders.append(short(batter.fielder2))
            text = (self.pair or "/").join(fielders)
            return (self.run_out.format(text), ""), "/".join(f.lstrip("†") for f in fielders), None
        return ({"not out": self.not_out, "retired hurt": self.retired, "did not bat": self.dnb}[how], ""), None, None


class CommaDismissals(Dismissals):
    """c Blackham, b Spofforth."""

    def write(self, batter, names, squad, keeper):
        parts, fielder, bowler = super().write(batter, names, squad, keeper)
        if all(parts) and batter.how != "caught and bowled":
            parts = (parts[0] + ",", parts[1])
        return parts, fielder, bowler


def number(value, zero="0"):
    return zero if value == 0 else str(value)


class Row:
    """One line of a table: its cells as printed and its entry in the truth."""

    def __init__(self, name, cells, truth, **more):
        self.name, self.cells, self.truth = name, cells, truth
        self.__dict__.update(more)

    def __getitem__(self, key):
        return self.cells[key]


class InningsView:
    pass


BAT = ["runs", "balls", "fours", "sixes", "minutes", "strike_rate"]
BOWL = ["maidens", "wides", "no_balls", "economy"]


def innings_view(match, innings, names, words, bat=("runs", "balls", "fours", "sixes", "strike_rate"),
                 bowl=("maidens", "economy"), falls="over", dnb="list", marks=("", ""), overs="full", zero="0",
                 bowl_zero="0", rate=2, economy=2, extras_parts=("byes", "leg_byes", "wides", "no_balls"),
                 extras_zero=False, extras_total=True, team=None, total_overs=True, dismissal=True, mark_before=False,
                 total_wickets=True, keeper_word=None):
    """The rows of an innings as a card with these columns prints them. `zero` is what a zero of fours or sixes looks
    like, `bowl_zero` of wides and no-balls; `marks` are those of captain and keeper, printed after the name or before."""
    side = match.teams.index(innings.team)
    keeper_person = innings.fielding[match.keepers[1 - side]] if match.keepers[1 - side] is not None else None
    keeper = match.squads[1 - side][match.keepers[1 - side]] if match.keepers[1 - side] is not None else keeper_person
    trim = lambda o: o[:-2] if overs == "trim" and o.endswith(".0") else o
    view = InningsView()
    view.innings, view.team = innings, team or innings.team
    view.batting, view.dnb = [], []
    for batter in innings.batters:
        name = names.row(batter.person)
        captain, keeps = bool(batter.captain and marks[0]), bool(batter.keeper and marks[1])
        mark = (marks[0] if captain else "") + (marks[1] if keeps else "")
        shown = mark + name if mark_before else name + mark
        if batter.how == "did not bat" and dnb == "list":
            view.dnb.append((shown, name))
            continue
        if batter.how == "did not bat" and dnb == "omit":
            continue
        parts, fielder, bowler = words.write(batter, names, innings.fielding, keeper)
        text = " ".join(p for p in parts if p)
        batted = batter.how != "did not bat"
        rate_text = f"{batter.runs * 100 / batter.balls:.{rate}f}" if batter.balls else "-"
        cells = {
            "runs": str(batter.runs) if batted else "", "balls": str(batter.balls) if batted else "",
            "fours": number(batter.fours, zero) if batted else "", "sixes": number(batter.sixes, zero) if batted else "",
            "minutes": str(batter.minutes) if batted else "", "strike_rate": rate_text if batted else "",
        }
        truth = {
            "player": name, "captain": True if captain else None, "keeper": True if keeps else None,
            "how_out": batter.how if dismissal else ("not out" if batter.how == "not out" and dismissal is None else None),
            "dismissal": text if dismissal else None, "fielder": fielder if dismissal else None,
            "bowler": bowler if dismissal else None,
        }
        if dismissal and "†" in text:
            truth["dismissal_accept"] = [text.replace("†", "")]
        for key in BAT:
            value = cells[key]
            truth[key] = None if key not in bat or value in ("", "-", "–") else (
                float(value) if key == "strike_rate" else int(value))
        view.batting.append(Row(shown, cells, truth, parts=parts, text=text, batter=batter, plain=name, mark=mark))
    view.bowling = []
    for bowler in innings.bowlers:
        conceded = f"{bowler.runs * 6 / bowler.balls:.{economy}f}" if bowler.balls else "-"
        cells = {"overs": trim(bowler.overs), "maidens": str(bowler.maidens), "runs": str(bowler.runs),
                 "wickets": str(bowler.wickets), "wides": number(bowler.wides, bowl_zero),
                 "no_balls": number(bowler.no_balls, bowl_zero), "economy": conceded, "dots": str(bowler.dots),
                 "fours": str(bowler.fours), "sixes": str(bowler.sixes)}
        truth = {"player": names.row(bowler.person), "overs": cells["overs"],
                 "maidens": bowler.maidens if "maidens" in bowl else None, "runs": bowler.runs, "wickets": bowler.wickets}
        for key in ("wides", "no_balls"):
            truth[key] = int(cells[key]) if key in bowl and cells[key].isdigit() else None
        truth["economy"] = float(conceded) if "economy" in bowl and conceded != "-" else None
        view.bowling.append(Row(truth["player"], cells, truth, bowler=bowler))
    view.falls = []
    if falls:
        for wicket, runs, batter, over in innings.falls:
            name = names.brief(batter.person, [b.person for b in innings.batters], names.falls)
            truth = {"wicket": wicket, "runs": runs, "player": name if falls in ("over", "player") else None,
                     "over": over if falls in ("over", "bare_over") else None}
            view.falls.append(Row(name, {"wicket": str(wicket), "runs": str(runs), "over": over}, truth))
    view.extras, view.parts = innings.extras, []
    short = {"byes": "b", "leg_byes": "lb", "wides": "w", "no_balls": "nb", "penalty": "p"}
    extras = {"total": innings.extras if extras_total else None}
    for key in ("byes", "leg_byes", "wides", "no_balls", "penalty"):
        value = getattr(innings, key)
        visible = key in extras_parts and (value or extras_zero)
        extras[key] = value if visible else None
        if visible:
            view.parts.append((short[key], value))
    view.overs = trim(innings.overs)
    view.truth = {
        "team": view.team,
        "total": {"runs": innings.runs, "wickets": innings.wickets if total_wickets else None,
                  "overs": view.overs if total_overs else None, "declared": True if innings.declared else None},
        "extras": extras, "batting": [r.truth for r in view.batting], "did_not_bat": [n for _, n in view.dnb],
        "bowling": [r.truth for r in view.bowling], "fall_of_wickets": [r.truth for r in view.falls],
    }
    return view


def in_columns(truth, how, columns, caught="c"):
    """How out, fielder and bowler in columns of their own: the dismissal as they stand and, as good, with the `b`."""
    fielder, bowler = columns[1], columns[2]
    truth["dismissal"] = " ".join(c for c in columns if c)
    if bowler:
        plain = {"bowled": "b", "lbw": "lbw b", "caught and bowled": "c & b", "caught": f"{caught} {fielder} b", "stumped": f"st {fielder} b",
                 "hit wicket": "hit wicket b"}[how]
        truth["dismissal_accept"] = sorted({" ".join(c for c in columns[:2] if c) + f" b {bowler}", f"{plain} {bowler}"})


def card_truth(teams, views, toss=None, result=None, match_type=None, venue=None, date=None):
    return {"schema": 1, "teams": list(teams), "toss": toss, "result": result, "match_type": match_type,
            "venue": venue, "date": date, "innings": [v.truth for v in views]}


def score(innings, order="runs/wickets", declared="d"):
    """187/6, 6-187, 187 (all out)."""
    out = "" if not innings.declared else declared
    if order == "runs/wickets":
        return f"{innings.runs}{'' if innings.all_out else f'/{innings.wickets}'}{out}"
    if order == "full":
        return f"{innings.runs}/{innings.wickets}{out}"
    if order == "dash":
        return f"{innings.runs}-{innings.wickets}{out}"
    if order == "wickets/runs":
        return f"{innings.wickets}/{innings.runs}{out}"
    raise ValueError(order)
