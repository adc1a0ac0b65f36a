"""The British broadcaster's scorecard since 2023: a head with both totals, a tab an innings, dismissals below the names, extras as "4b 2lb 5w 1nb".

BBC Sport: "England 187-6 (20 overs)", "England won by 12 runs", tabs; `Batter Runs Balls 4s 6s SR`, `Extras 12 (4b 2lb 5w 1nb)`, `Total 187-6 (20.0 overs)`, `Did not bat:`, fall of wickets as rows `1-15 Crawley 3.4 ov`, `Bowler O M R W Econ`, umpires and toss above."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, ending, falls, grid, joined, officials, sides, total_alone
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view, score
from weather8 import make

LAYOUT = "look-bbcnew"
CARDS = [
    dict(kind="screen", width=390, scale=2.5, nations=True, only=True),
    dict(kind="screen", width=1000, pool="women", overs=50, case="dls"),
    dict(kind="screen", width=430, scale=2, nations=True, days=True, dark=True, file="jpg"),
    dict(kind="text", pool="eng", overs=50, margin="14mm"),
    dict(kind="photo", of="screen", width=780, scale=1.4, pool="eng", only=True),
]


def block(index, view, spec, picked, phone):
    innings, days = view.innings, spec.get("days")
    columns = ["runs", "balls", "fours", "sixes"] + ([] if phone and picked["lean"] else ["strike_rate"])
    heads = dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="SR") if phone else dict(runs="Runs", balls="Balls", fours="4s", sixes="6s", strike_rate="SR")
    how = lambda r: esc(r.text)
    rows = [(f"b{index}.{k}", [f"<b>{esc(r.name)}</b><br><em>{how(r)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    for row in view.batting:
        if "strike_rate" not in columns:
            row.truth["strike_rate"] = None
    blank = [""] * (len(columns) - 1)
    rows.append((f"x{index}", [f"<b>Extras</b><br><em>{joined(view.parts, '{v}{k}', ' ') or '&nbsp;'}</em>", f"<b>{view.extras}</b>", *blank]))
    end = f"{innings.runs} all out" if innings.all_out else score(innings, "dash", " dec")
    out = f"<h3 data-t=i{index}>{esc(view.team)}{(' - 1st Innings', ' - 2nd Innings')[innings.number - 1] if days else ' Innings'}</h3>" + grid(["Batter", *(heads[c] for c in columns)], rows, name="bat")
    out += f"<div class=tot data-t=t{index}><b>Total</b><b>{end}</b><span>{view.overs} overs</span></div>"
    if view.dnb:
        out += f"<p data-t=d{index}><b>Did not bat:</b> {absent(view)}</p>"
    if view.falls and picked["rows"]:
        out += f"<h4>Fall of wickets</h4>" + grid([], [(f"f{index}", [f"{r['runs']}-{r['wicket']}", esc(r.name), f"{r['over']} overs"]) for r in view.falls], (0, 1), "fow")
    elif view.falls:
        out += f"<p data-t=f{index}><b>Fall of wickets:</b> {falls(view, '{runs}-{wicket} ({name}, {over} overs)')}</p>"
    return out + grid(["Bowler", *(("O", "M", "R", "W", "Econ") if phone else ("Overs", "Maidens", "Runs", "Wickets", "Econ"))], bowling_rows(index, view, [*ANALYSIS, "economy"]), name="bowl")


def draw(rng, spec):
    match = make(rng, spec)
    phone, days, dark = spec.get("width", 900) < 500, spec.get("days"), spec.get("dark")
    picked = choices(rng, lean=[True, False], rows=[True, False], names=["full", "full", "last"], band=["#ffd230", "#141414"])
    if picked["names"] == "last" and any(len({p.family for p in s}) < 11 for s in match.squads):
        picked["names"] = "full"
    names = Names(picked["names"], "last", "last")
    views = [innings_view(match, i, names, Dismissals(c_and_b="c & b", run_out="run out ({})"), bowl=["maidens", "economy"], overs="trim", marks=rng.choice([("", "")])) for i in match.innings]
    for view in views:
        if view.innings.all_out:
            view.truth["total"]["wickets"] = 10
    when, (a, b) = date(rng, "long", (2023, 2026)), sides(match)
    line = lambda t: " &amp; ".join((f"{i.runs}" if i.all_out and days else score(i, 'dash', 'd') if not i.all_out else f"{i.runs}-10") + (f" <small>({i.overs.removesuffix('.0')} overs)</small>" if not days else "") for i in match.innings if i.team == t)
    board = "".join(f"<div class=tm><i data-no-text></i><span>{esc(t)}</span><b>{line(t)}</b></div>" for t in (a, b))
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    umpires = ", ".join(officials(rng, 2, "full", spec.get("pool", "eng") if spec.get("pool") != "women" else "eng"))
    shown = range(len(views))
    if spec.get("only"):
        shown = [rng.randrange(2)]
    chips = "".join(f"<span class={'on' if k in shown and (len(shown) == 1 or k == 0) else 'of'}>{esc(i.team)}{' ' + ('1st', '2nd')[i.number - 1] if days else ''}</span>" for k, i in enumerate(match.innings))
    top = (f"<header data-no-text><b>B</b><b>C</b><b>S</b> SPORT</header><div class=hd><small>{esc(match.competition)} · {when}</small>{board}<p class=rs>{esc(match.result)}</p><p>Venue: {esc(match.ground)}</p></div>"
           f"<nav data-no-text><span>Summary</span><span class=on>Scorecard</span><span>Commentary</span><span>Line-ups</span></nav><div class=to><b>Toss:</b> {esc(toss)}<br><b>Umpires:</b> {umpires}</div><div class=chips data-no-text>{chips}</div>")
    back, ink, soft, line_, pale = ("#141414", "#f6f6f6", "#b0b2b4", "#3a3c3e", "#222") if dark else ("#fff", "#141414", "#545658", "#e6e8ea", "#f6f6f6")
    style = f"""body{{font-family:'Open Sans','Liberation Sans',sans-serif;font-size:{13 if phone else 14}px;color:{ink};background:{back}}}header{{background:{picked['band']};color:{'#141414' if picked['band'] == '#ffd230' else '#fff'};padding:11px 14px;font-weight:700}}header b{{background:{'#141414' if picked['band'] == '#ffd230' else '#fff'};color:{picked['band']};padding:2px 5px;margin-right:3px}}.hd,.to,section{{max-width:780px;margin:0 auto;padding:10px 14px}}
.tm{{display:flex;gap:10px;align-items:center;font-size:{16 if phone else 20}px;padding:6px 0}}.tm i{{width:26px;height:26px;border-radius:50%;background:{line_}}}.tm b{{margin-left:auto}}small{{font-weight:400;font-size:.72em;color:{soft}}}.hd p{{margin:4px 0}}.rs{{font-weight:700}}nav{{display:flex;gap:22px;padding:0 14px;border-bottom:1px solid {line_};max-width:780px;margin:0 auto}}nav span{{padding:9px 0}}nav .on{{border-bottom:4px solid {'#ffd230' if dark else '#141414'};font-weight:700}}
.to{{line-height:1.6;color:{soft}}}.chips{{display:flex;gap:8px;padding:4px 14px;max-width:780px;margin:0 auto;flex-wrap:wrap}}.chips span{{border:1px solid {soft};padding:5px 12px;border-radius:16px;font-size:12px}}.chips .on{{background:{ink};color:{back}}}h3{{font-size:18px;margin:10px 0 6px;break-after:avoid}}h4{{margin:14px 0 4px;break-after:avoid}}table{{width:100%}}tr{{break-inside:avoid}}th{{text-align:right;font-size:12px;color:{soft};font-weight:400;padding:7px 5px;border-bottom:2px solid {ink}}}
td{{text-align:right;padding:7px 5px;border-bottom:1px solid {line_}}}.n{{text-align:left;padding-left:0}}em{{font-style:normal;color:{soft};font-size:.92em}}.bat td:nth-child(n+2){{width:{40 if phone else 70}px}}.bat td:nth-child(6){{width:{60 if phone else 80}px}}.bowl{{margin-top:14px}}.bowl td:nth-child(n+2){{width:{40 if phone else 76}px}}.tot{{display:flex;gap:16px;background:{pale};padding:9px 6px}}.tot span{{margin-left:auto}}p{{line-height:1.5;margin:10px 0}}.fow td:first-child{{width:70px}}.fow td{{padding:4px 5px}}"""
    truth = card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when)
    if spec.get("only"):  # the other innings' total stands in the head
        closed = match.innings[1 - shown[0]]
        truth["innings"][1 - shown[0]] = total_alone(closed, closed.wickets, closed.overs.removesuffix(".0"))
    return Sheet(document(style, top + "".join(f"<section>{block(k, views[k], spec, picked, phone)}</section>" for k in shown)), truth)
