"""A club's WordPress page whose tables are TablePress's: "Show 25 entries", a box to search, arrows in the heads, "Showing 1 to 11 of 11 entries".

The club's secretary types each innings into a table of its own: `Batsman | How Out | Bowler | Runs | Balls | 4s | 6s`, Extras and Total as rows at its
end, a second table for the bowling. What DataTables adds (entries, search, previous and next) stands around each."""

from common import Sheet, bowling_rows, choices, document, grid, joined
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-tablepress"
CARDS = [
    dict(kind="screen", width=780, pool="eng", overs=40),
    dict(kind="screen", width=640, scale=1.3, pool="nz", overs=40, file="jpg"),
    dict(kind="text", pool="ire", overs=50),
    dict(kind="screen", width=720, scale=1.4, pool="sa", overs=20, file="jpg", quality=78),
    dict(kind="photo", of="screen", width=760, scale=1.2, pool="dut", overs=20),
]
HEADS = [("Batsman", "How Out", "Bowler", dict(runs="Runs", balls="Balls", fours="4s", sixes="6s")), ("Batter", "Dismissal", "", dict(runs="R", balls="B", fours="4", sixes="6")),
         ("Name", "Fielder", "Bowler", dict(runs="Runs", balls="Balls", fours="4's", sixes="6's"))]
BOWLS = [("Bowler", "Overs", "Maidens", "Runs", "Wickets"), ("Bowling", "O", "M", "R", "W"), ("Name", "Overs", "Mdns", "Runs", "Wkts")]


def how_cells(row, picked):
    """The dismissal in one column, or what is before the bowler and the bowler in two."""
    if not picked["head"][2]:
        return [esc(row.text)]
    return [esc(row.parts[0]), esc(row.parts[1])]


def widget(table, rows, picked, number):
    """What the script draws around a table."""
    count = picked["count"]
    top = f"<div class=dt data-no-text><span>Show <u>{count} ▾</u> entries</span><span>Search: <u class=box></u></span></div>"
    foot = f"<div class=dt data-no-text><span>Showing 1 to {rows} of {rows} entries</span><span class=pg>Previous <b>1</b> Next</span></div>"
    return f"<div class=tp>{top if picked['top'] else ''}{table}{foot if picked['foot'] else ''}</div>"


def block(index, view, picked, columns):
    innings, head = view.innings, picked["head"]
    wide = 2 if head[2] else 1
    rows = [(f"b{index}.{k}", [esc(r.name), *how_cells(r, picked), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    blank, gap = [""] * (len(columns) - 1), [""] * (wide - 1)
    parts = joined(view.parts, picked["parts"])
    rows.append((f"x{index}", ["Extras", parts, *gap, view.extras, *blank]))
    end = "all out" if innings.all_out else f"for {innings.wickets}"
    rows.append((f"t{index}", ["TOTAL", f"{end} ({view.overs} overs)", *gap, innings.runs, *blank]))
    arrow = "<s data-no-text>⇅</s>"
    names = [head[0], head[1], *([head[2]] if head[2] else []), *(head[3][c] for c in columns)]
    bat = widget(grid([n + arrow for n in names], rows, tuple(range(1 + wide)), "bat"), len(rows), picked, index)
    fell = ""
    if view.falls and picked["fell"]:
        fell = f"<p data-t=f{index}><strong>FoW:</strong> " + ", ".join(f"{r['wicket']}-{r['runs']}" if picked["fell"] == "plain" else f"{r['runs']}-{r['wicket']} ({esc(r.name)})" for r in view.falls) + "</p>"
    bowls = bowling_rows(index, view)
    bowl = widget(grid([n + arrow for n in picked["bowl"]], bowls, (0,)), len(bowls), picked, index)
    return f"<h3 data-t=i{index}>{esc(view.team)} {picked['word']}</h3>{bat}{fell}{bowl}"


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, head=HEADS, bowl=BOWLS, parts=["{v}{k}", "{k}{v}", "{k} {v}"], count=[10, 25, 25, 50], top=[True, True, False], foot=[True, True, False], fell=["plain", "player", ""],
                     word=["", "Innings", "innings"], rows=["full", "initial", "initial_dot"], dnb=["rows", "omit"], bar=["#d9edf7", "#2c3e50", "#f5f5f5"],
                     theme=["#2e7d32", "#1b3a6b", "#6d1f2c", "#222"], font=["'Open Sans'", "'Lato'", "'Linux Libertine O'", "'Noto Sans'"])
    if picked["count"] == 10:
        picked["count"] = 25
    columns = ["runs", "balls", "fours", "sixes"][:rng.choice([1, 4, 4])] if rng.random() < 0.8 else ["runs", "fours", "sixes"]
    names = Names(picked["rows"], picked["rows"] if rng.random() < 0.5 else "last", "last")
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b="c & b", run_out=rng.choice(["run out", "run out ({})"]), lbw=rng.choice(["lbw b", "LBW b"]), not_out=rng.choice(["not out", "Not Out"]),
                       dnb=rng.choice(["did not bat", "DNB"]))
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens"], falls="player" if picked["fell"] == "player" else picked["fell"], dnb=picked["dnb"],
                          overs=picked.setdefault("overs", rng.choice(["trim", "full"])), marks=picked.setdefault("marks", rng.choice([("*", "+"), ("", "")]))) for i in match.innings]
    when = date(rng, "long", (2013, 2025))
    home = match.teams[0]
    words = rng.choice(["A good toss to win on a drying pitch.", "Another close game on a warm afternoon.", "The lads played some good cricket in patches.", "Teas were excellent as ever."])
    top = (f"<header data-no-text><h1>{esc(home)}</h1><small>Est. {rng.randint(1860, 1985)}</small></header><nav data-no-text>Home &nbsp; Fixtures &nbsp; Results &nbsp; Juniors &nbsp; Bar &nbsp; Contact</nav><main>"
           f"<h2>{esc(match.teams[0])} v {esc(match.teams[1])}</h2><div class=meta>{when} – {esc(match.ground)} – {esc(match.competition)}</div><p>{words} <strong>{esc(match.result)}.</strong></p>")
    ink = "#fff" if picked["bar"] == "#2c3e50" else "#222"
    style = f"""body{{font-family:{picked['font']},sans-serif;font-size:13.5px;color:#333;background:#fff}}header{{background:{picked['theme']};color:#fff;padding:20px 24px}}h1{{margin:0;font-size:26px}}nav{{background:#333;color:#eee;padding:9px 24px;font-size:12px}}main{{padding:8px 24px 20px}}
h2{{font-size:22px;margin:14px 0 4px}}.meta{{color:#888;font-size:12px}}h3{{font-size:17px;margin:20px 0 8px;break-after:avoid;color:{picked['theme']}}}.dt{{display:flex;justify-content:space-between;font-size:12px;margin:6px 0;color:#555}}.dt u{{border:1px solid #bbb;padding:1px 6px;text-decoration:none;display:inline-block}}
.box{{width:130px;height:19px;vertical-align:middle}}.pg b{{border:1px solid #bbb;padding:1px 7px;margin:0 6px}}table{{width:100%}}tr{{break-inside:avoid}}th{{background:{picked['bar']};color:{ink};padding:7px 8px;text-align:left;border-bottom:1px solid #ddd;white-space:nowrap}}td{{padding:6px 8px;text-align:left;border-top:1px solid #ddd}}
tr:nth-child(even) td{{background:#f9f9f9}}s{{text-decoration:none;color:#999;font-size:9px;margin-left:5px;font-weight:400}}.tp{{margin-bottom:12px}}td:first-child{{white-space:nowrap}}p{{line-height:1.5}}"""
    return Sheet(document(style, top + "".join(block(k, v, picked, columns) for k, v in enumerate(views)) + "</main>"),
                 card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
