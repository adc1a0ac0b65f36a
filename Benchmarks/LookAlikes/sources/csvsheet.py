"""An exported CSV opened in a spreadsheet, and a shared sheet in the browser with both sides next to one another."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, in_columns, innings_view

LAYOUT = "look-csvsheet"
CARDS = [
    dict(kind="screen", width=1366, scale=1, overs=40, pool="nz", form=0),
    dict(kind="screen", width=1440, scale=1.5, overs=20, pool="ind", form=1),
    dict(kind="screen", width=1280, scale=1, overs=30, pool="eng", form=1, file="jpg"),
    dict(kind="photo", of="screen", width=1366, scale=1.3, overs=20, pool="sl", form=0),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    played = match.innings if spec["form"] else match.innings[:1]
    names = Names("full" if not spec["form"] else "initial", "initial" if not spec["form"] else "last", "last")
    words = Dismissals(caught="c", c_and_b="c&b", run_out="run out", dnb="dnb")
    bat = ["runs", "balls", "fours", "sixes"] if not spec["form"] else ["runs", "balls"]
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens"] + (["wides", "no_balls"] if not spec["form"] else []), falls=False, dnb="rows", overs="trim") for i in played]
    when = date(rng, "iso" if not spec["form"] else "slash", (2013, 2025))
    grid, widths = (export if not spec["form"] else shared)(match, views, when)
    letters = "".join(f'<th style="width:{w}px">{"ABCDEFGHIJKLMNOP"[k]}</th>' for k, w in enumerate(widths))
    rows = ""
    for k, row in enumerate(grid):
        row = row + [""] * (len(widths) - len(row))
        rows += f"<tr><th>{k + 1}</th>" + "".join(f'<td class="{"r" if str(c).replace(".", "").replace("-", "").isdigit() else ""}">{c if str(c).startswith("<b>") else esc(c)}</td>' for c in row) + "</tr>"
    name = f"scorecard_{rng.randint(10000, 99999)}.csv" if not spec["form"] else "Scorecards " + when[-4:]
    menu = "File Edit View Insert Format " + ("Styles Sheet Data Tools Window Help" if not spec["form"] else "Data Tools Extensions Help")
    bars = f'<div class="ti">{name}{" - LibreOffice Calc" if not spec["form"] else ""}</div><div class="me">{"".join(f"<span>{m}</span>" for m in menu.split())}</div><div class="to">{"<i></i>" * 22}</div><div class="fx"><span>A1</span><span>ƒx</span></div>'
    green = spec["form"] == 1
    style = f"""body{{font-family:'{"Carlito" if not green else "Liberation Sans"}',sans-serif;font-size:13px;background:{"#f0f0f0" if not green else "#fff"};color:#000}}.ti{{background:{"#e2e0de" if not green else "#f9fbfd"};padding:7px 12px;font-size:{13 if not green else 18}px}}.me{{display:flex;gap:16px;padding:4px 12px;font-size:13px}}.to{{display:flex;gap:9px;padding:6px 12px;background:{"#f6f5f4" if not green else "#edf2fa"}}}.to i{{width:17px;height:17px;background:#c6ccd4;border-radius:3px}}.fx{{display:flex;gap:30px;padding:4px 12px;border-bottom:1px solid #ccc;font-size:12px;color:#555}}
table{{table-layout:fixed;background:#fff}}th{{background:{"#e8e8e8" if not green else "#f8f9fa"};font-weight:400;color:#555;border:1px solid #c8c8c8;font-size:12px}}tr th:first-child{{width:42px}}td{{border:1px solid {"#dcdcdc" if not green else "#e2e3e3"};padding:1px 4px;height:{20 if not green else 21}px;white-space:nowrap}}.r{{text-align:right}}"""
    result = match.result if green else None
    truth = card_truth(match.teams, views, result=result, venue=match.ground, date=when)
    return Sheet(document(style, f'<div data-no-text>{bars}</div><table><tr><th></th>{letters}</tr>{rows}</table>'), truth)


def export(match, views, when):
    """Lines of a program: every field in its own column, words without capitals."""
    view, innings = views[0], views[0].innings
    for row in view.batting:
        how, truth = row.batter.how, row.truth
        if how in ("caught", "stumped") and row.batter.sub:
            truth["fielder"] = "sub"
        if how == "run out":
            truth["fielder"] = Names("full", "initial").brief(row.batter.fielder, innings.fielding)
        word = {"caught": "ct", "stumped": "st", "caught and bowled": "c&b", "bowled": "b", "did not bat": "dnb"}.get(how, how)
        row.columns = [word, truth["fielder"] or "", truth["bowler"] or ""]
        in_columns(truth, how, row.columns)
    grid = [["match", f"{match.teams[0]} v {match.teams[1]}"], ["date", when], ["ground", match.ground], ["batting_team", view.team], ["bowling_team", innings.fielding_team], [],
            ["batter", "how_out", "fielder", "bowler", "runs", "balls", "fours", "sixes"]]
    grid += [[r.name, *r.columns, r["runs"], r["balls"], r["fours"], r["sixes"]] for r in view.batting]
    for key, word in (("byes", "byes"), ("leg_byes", "leg_byes"), ("wides", "wides"), ("no_balls", "no_balls")):
        grid.append([word, "", "", "", str(getattr(innings, key))])
        view.truth["extras"][key] = getattr(innings, key)
    grid += [["extras", "", "", "", str(view.extras)], ["total", "", "", "", str(innings.runs)], ["wickets", "", "", "", str(innings.wickets)], ["overs", "", "", "", view.overs], [],
             ["bowler", "overs", "maidens", "runs", "wickets", "wides", "no_balls"]]
    grid += [[r.name] + [r[c] for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls")] for r in view.bowling]
    return grid, [190, 110, 160, 160, 70, 70, 70, 70, 80, 80]


def shared(match, views, when):
    """Both innings in the same rows, an empty column between."""
    bold = lambda text: f"<b>{esc(text)}</b>"
    grid = [[bold(f"{match.teams[0]} v {match.teams[1]}")], [match.competition], [when, match.ground], [bold(match.result)], []]
    sides = []
    for view in views:
        innings = view.innings
        parts = " ".join(f"{v}{k}" for k, v in view.parts)
        ends = "all out" if innings.all_out else f"{innings.wickets} wkts"
        lines = [[bold(view.team), "", "", ""], [bold("Batter"), bold("How out"), bold("R"), bold("B")]]
        lines += [[r.name, r.text, r["runs"], r["balls"]] for r in view.batting]
        lines += [["Extras", parts, str(view.extras), ""], [bold("Total"), f"{ends}, {view.overs} ov", bold(str(innings.runs)), ""], ["", "", "", ""]]
        side = [[bold("Bowling"), "", "", ""]] + [[r.name, "-".join(r[c] for c in ("overs", "maidens", "runs", "wickets")), "", ""] for r in view.bowling]
        sides.append(lines + side)
    for k in range(max(len(s) for s in sides)):
        left, right = (s[k] if k < len(s) else [""] * 4 for s in sides)
        grid.append(left + [""] + right)
    return grid, [150, 230, 50, 50, 40, 150, 230, 50, 50]
