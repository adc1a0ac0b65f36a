"""A university or office club's season report set with LaTeX: numbered section, short account, the card as tables with booktabs' rules.

Two `tabular`s an innings: `Batsman & How out & Runs (& Balls)` between \\toprule and \\bottomrule, `Extras`, `Total (8 wkts, 40 overs)` after \\midrule, a caption "Table 3: ..." above or below, falls as a line, bowling `O M R W` (and average)
beside or below; a page number at the foot."""

from common import Sheet, absent, choices, document, grid, joined
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-latexreport"
CARDS = [
    dict(kind="text", pool="eng", overs=35),
    dict(kind="text", pool="ger", overs=20),
    dict(kind="scan", dpi=200, pool="eng", overs=40),
    dict(kind="photo", pool="dut", overs=40),
    dict(kind="screen", width=760, scale=1.5, pool="women", overs=20),
]


def block(index, view, picked, columns, table):
    innings = view.innings
    heads = dict(runs="Runs", balls="Balls", minutes="Min.", fours="4s", sixes="6s")
    rows = [(f"b{index}.{k}", [esc(r.name), *([esc(p) for p in r.parts] if picked["split"] else [esc(r.text)]), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    gap, blank = [""] if picked["split"] else [], [""] * (len(columns) - 1)
    parts = joined(view.parts, picked["parts"])
    end = "all out" if innings.all_out else f"for {innings.wickets}" if picked["for"] else f"{innings.wickets} wkt{'' if innings.wickets == 1 else 's'}"
    last = [(f"x{index}", ["Extras", f"({parts})" if parts else "", *gap, view.extras, *blank]), (f"t{index}", ["<b>Total</b>", f"({end}, {view.overs} overs)", *gap, f"<b>{innings.runs}</b>", *blank])]
    head = [picked["bat"], "" if picked["split"] else picked["how"], *gap, *(heads[c] for c in columns)]
    bat = grid(head, rows + last, (0, 1, 2) if picked["split"] else (0, 1), "bat").replace(f"<tr data-t=x{index}", f"<tr class=mid data-t=x{index}")
    if picked["split"] and picked["midtotal"]:
        bat = bat.replace(f"<tr data-t=t{index}", f"<tr class=mid data-t=t{index}")
    fell = ""
    if view.falls:
        shape = "{w}–{r} ({n})" if picked["fall"] == "player" else "{w}–{r}"
        fell = f"<p class=f data-t=f{index}><i>Fall of wickets:</i> " + ", ".join(shape.format(w=r["wicket"], r=r["runs"], n=esc(r.name)) for r in view.falls) + ".</p>"
    rest = f"<p class=f data-t=d{index}><i>Did not bat:</i> {absent(view)}.</p>" if view.dnb else ""
    mean = lambda r: f"{r.bowler.runs / r.bowler.wickets:.2f}" if r.bowler.wickets else "--"
    lines = [(f"w{index}.{k}", [esc(r.name), *(r[c] for c in ("overs", "maidens", "runs", "wickets")), *([mean(r)] if picked["average"] else [])]) for k, r in enumerate(view.bowling)]
    bowl = grid([picked["bowler"], "O", "M", "R", "W", *(["Avg."] if picked["average"] else [])], lines, (0,), "bowl")
    label = f"<div class=cap><span data-t=i{index}>Table {table}: {esc(view.team)} innings</span></div>"
    body = f"{bat}{rest}{fell}{bowl}"
    return f"<figure>{label if picked['above'] else ''}{body}{'' if picked['above'] else label}</figure>"


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, split=[True, False], bat=["Batsman", "Batter", "Name"], how=["How out", "Dismissal", ""], bowler=["Bowler", "Bowling"], parts=["{k} {v}", "{v}{k}"], fall=["player", "plain"], average=[True, False], above=[True, True, False], midtotal=[True, False],
                     rows=["open", "initial_dot", "full", "dotted"], face=["'Old Standard TT'", "'Old Standard TT'", "'TeX Gyre Termes'", "'TeX Gyre Pagella'", "'Linux Libertine O'"])
    picked["for"] = rng.random() < 0.5
    columns = ["runs", *rng.choice([[], ["balls"], ["balls", "fours", "sixes"], ["fours", "sixes"]])]
    names = Names(picked["rows"], "last", "last")
    words = Dismissals(caught=rng.choice(["c", "c.", "ct."]), bowled=picked.setdefault("b", rng.choice(["b", "b", "b."])), c_and_b="c & b", lbw=f"lbw {picked['b']}", stumped=rng.choice(["st", "st."]), hit_wicket=f"hit wkt {picked['b']}", run_out="run out")
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens"], falls=picked["fall"], overs=picked.setdefault("overs", rng.choice(["trim", "full"])), marks=picked.setdefault("marks", rng.choice([("*", "†"), ("", "")]))) for i in match.innings]
    when = date(rng, "long", (2004, 2024))
    a, b = match.teams
    section = f"{rng.randint(2, 5)}.{rng.randint(1, 14)}"
    toss = f"{match.teams[match.toss_winner]} won the toss and {'batted' if match.toss_bat else 'fielded'}"
    best = max((r for v in views for r in v.batting), key=lambda r: r.batter.runs)
    told = (f"Played at {esc(match.ground)} on {when} in the {esc(match.competition)}. {esc(toss)}. The pitch was slow and the outfield long, but {esc(best.plain)} found the gaps and made the "
            f"highest score of the day. <i>{esc(match.result)}.</i> The full card is given in Tables {(t := rng.randint(2, 20))} and {t + 1}.")
    body = (f"<h2><span>{section}</span>&ensp;{esc(a)} v {esc(b)}</h2><p class=t>{told}</p>" + "".join(block(k, v, picked, columns, t + k) for k, v in enumerate(views)) + f"<div class=pg>{rng.randint(4, 60)}</div>")
    style = f"""body{{font-family:{picked['face']},serif;font-size:13px;color:#000;background:#fff;padding:10px 40px}}h2{{font-size:18px;margin:8px 0 10px}}.t{{text-align:justify;line-height:1.35;text-indent:0;margin:0 0 8px}}figure{{margin:16px 0 0;text-align:center}}table{{margin:0 auto 6px;border-top:1.6px solid #000;border-bottom:1.6px solid #000;font-variant-numeric:lining-nums}}
th{{font-weight:400;border-bottom:1px solid #000;padding:3px 8px;text-align:right}}td{{padding:1.2px 8px;text-align:right}}tr:first-child th,tr:nth-child(2) td{{padding-top:4px}}.n{{text-align:left}}.mid td{{border-top:1px solid #000;padding-top:3px}}tr{{break-inside:avoid}}.cap{{margin:4px 0 6px}}.f{{margin:4px auto 6px;max-width:560px;text-align:justify;line-height:1.3;font-size:.94em}}.pg{{text-align:center;margin-top:26px}}"""
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
