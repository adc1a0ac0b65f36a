"""The summary that a scorebook's app prints: times, strokes with dots, how out and bowler; the overs below."""

from common import SANS, Sheet, document, nobody_retired, stands
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, in_columns, innings_view

LAYOUT = "look-scoresheetprint"
CARDS = [
    dict(kind="text", pool="eng", overs=20, landscape=True, margin="8mm"),
    dict(kind="text", pool="nz", overs=30, landscape=True, margin="8mm"),
    dict(kind="scan", pool="eng", overs=20, landscape=True, margin="8mm", dpi=250, gray=True),
    dict(kind="scan", pool="ind", overs=25, landscape=True, margin="8mm", dpi=300, bilevel=True),
]


def clock(minutes):
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def times(innings, start):
    """When each batter came and went, by the minutes that he was in."""
    out, at = {}, {b: start for b in innings.batters[:2]}
    for pair, gone in stands(innings):
        now = max(at[b] for b in pair)
        for batter in pair:
            out.setdefault(batter, [at[batter], None])
        if gone:
            out[gone][1] = max(now, at[gone] + gone.minutes)
            following = [b for b in innings.batters if b not in at]
            if following:
                at[following[0]] = out[gone][1] + 2
    return out


def draw(rng, spec):
    match = nobody_retired(lambda: Match(rng, spec["pool"], spec["overs"]))
    innings = match.innings[rng.randrange(2)]
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b="c & b", run_out="run out", hit_wicket="hit wicket b")
    names = Names(rng.choice(["full", "initial", "last_comma"]), rng.choice(["initial", "last"]), "last")
    bowl = rng.choice([["maidens", "wides", "no_balls"], ["maidens", "wides", "no_balls", "economy"]])
    balls = rng.random() < 0.7
    bat = ["runs", "fours", "sixes"] + ["balls"] * balls
    view = innings_view(
        match,
        innings,
        names,
        words,
        bat=bat,
        bowl=bowl,
        falls="over",
        dnb="rows",
        overs="full",
        bowl_zero=rng.choice(["", "0"]),
    )
    start = rng.choice([13 * 60, 13 * 60 + 30, 18 * 60])
    spans, rows = times(innings, start), ""
    for k, row in enumerate(view.batting):
        batter, truth = row.batter, row.truth
        how, fielder = batter.how, truth["fielder"] or ""
        word = {"caught": words.caught, "stumped": "st", "caught and bowled": "c & b", "bowled": "bowled"}.get(how, how)
        if how == "did not bat":
            rows += (
                f'<tr><td>{k + 1}</td><td class="n">{esc(row.name)}</td><td colspan=2></td><td class="n">did not bat'
                f"</td>" + "<td></td>" * (5 + balls) + "</tr>"
            )
            continue
        fielder = "" if how == "run out" else fielder
        in_columns(truth, how, [word, fielder, truth["bowler"] or ""], words.caught)
        if how == "run out":
            truth["fielder"] = None
        strokes = [str(s) for s in batter.shots] + ["."] * batter.dots
        rng.shuffle(strokes)
        came, went = spans.get(batter, [start, None])
        told = [f"{word} {fielder}".strip(), truth["bowler"] or ""]
        rows += (
            f'<tr><td>{k + 1}</td><td class="n">{esc(row.name)}</td><td>{clock(came)}</td><td>'
            f'{clock(went) if went else ""}</td><td class="n">{esc(told[0])}'
            f'</td><td class="n">{esc(told[1])}</td><td class="n sk">{" ".join(strokes)}</td>'
            + "".join(f"<td>{row[c]}</td>" for c in (["balls"] if balls else []) + ["fours", "sixes"])
            + f'<td class="b">{row["runs"]}</td></tr>'
        )
    heads = (
        ["", "Batter", "Timed In", "Timed Out", "How Out", "Bowler", "Scoring strokes"]
        + ["Balls"] * balls
        + ["4s", "6s", "Runs"]
    )
    head = "".join(
        f"<th{' class=n' if h in ('Batter', 'How Out', 'Bowler', 'Scoring strokes') else ''}>{h}</th>" for h in heads
    )
    wide = 7 + balls
    parts = ", ".join(
        f"{w} {getattr(innings, k)}"
        for k, w in (("byes", "Byes"), ("leg_byes", "Leg byes"), ("wides", "Wides"), ("no_balls", "No balls"))
        if getattr(innings, k)
    )
    down = "all out" if innings.all_out else f"for {innings.wickets} wicket{'' if innings.wickets == 1 else 's'}"
    rows += (
        f'<tr class="x"><td></td><td class="n">Extras</td><td class="n" colspan={wide}>{parts}</td><td class="b">'
        f'{view.extras}</td></tr><tr class="x b"><td></td>'
        f'<td class="n">Total</td><td class="n" colspan={wide}>{down} in {view.overs} overs</td><td>'
        f"{innings.runs}</td></tr>"
    )
    names_of = ("overs", "maidens", "runs", "wickets", "wides", "no_balls") + (
        ("economy",) if "economy" in bowl else ()
    )
    titles = dict(overs="Overs", maidens="Mdns", runs="Runs", wickets="Wkts", wides="Wd", no_balls="NB", economy="Econ")
    bowling = "".join(
        f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in names_of) + "</tr>"
        for r in view.bowling
    )
    falls = "".join(
        f'<tr><td>{r["wicket"]}</td><td>{r["runs"]}</td><td class="n">{esc(r.name)}</td><td>{r["over"]}</td></tr>'
        for r in view.falls
    )
    done = [0] + innings.overs_progress
    strip = range(1, len(done))
    fell = lambda over: sum(over - 1 <= float(o) < over for _, _, _, o in innings.falls)
    upto = lambda over: sum(float(o) < over for _, _, _, o in innings.falls)
    line = lambda title, value: (
        f'<tr><th class="n">{title}</th>' + "".join(f"<td>{value(k)}</td>" for k in strip) + "</tr>"
    )
    overs = (
        line("Over", lambda k: f"<b>{k}</b>")
        + line("Runs", lambda k: done[k] - done[k - 1])
        + line("Wkts", lambda k: fell(k) or "")
        + line("Total", lambda k: f"{done[k]}-{upto(k)}")
    )
    when = date(rng, rng.choice(["slash", "long"]), (2015, 2025))
    body = (
        f'<div class="ti"><b>{esc(match.teams[0])} v {esc(match.teams[1])}</b><span>{esc(match.ground)}</span>'
        f"<span>{when}</span></div><h2>Innings of "
        f'{esc(view.team)}</h2><table class="g">{f"<tr>{head}</tr>"}{rows}</table><div class="tw"><table '
        f'class="g"><tr><th class="n">Bowler</th>'
        f'{"".join(f"<th>{titles[c]}</th>" for c in names_of)}</tr>{bowling}</table><table class="g"><tr><th>Wkt'
        f'</th><th>Score</th><th class="n">Batter out</th><th>Over</th>'
        f'</tr>{falls}</table></div><h3>Over by over</h3><table class="g ov">{overs}</table>'
    )
    face = rng.choice([SANS, "'DejaVu Sans Condensed','DejaVu Sans'", "'Carlito'", "'Roboto Condensed','Roboto'"])
    tint = rng.choice(["#e6eef6", "#eee", "#eaf3e6", "#fff"])
    style = f"""body{{font-family:{face},sans-serif;font-size:10.5px;color:#000}}.ti{{display:flex;
justify-content:space-between;font-size:13px;border-bottom:2px solid #000}}
h2{{font-size:14px;margin:5px 0}}h3{{font-size:11px;margin:5px 0 2px}}table{{width:100%}}
.g td,.g th{{border:.8px solid #777;padding:1.5px 4px;text-align:right}}
.g th{{background:{tint}}}.g .n{{text-align:left}}.b,.b td{{font-weight:700}}td.sk{{font-family:'Liberation Mono';
font-size:8.6px;max-width:330px;line-height:1.05}}
.tw{{display:flex;gap:14px;margin-top:6px;align-items:flex-start}}.tw table:first-child{{width:62%}}
.ov td{{text-align:center!important;font-size:8.6px;padding:1px}}"""
    truth = card_truth(match.teams, [view], venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
