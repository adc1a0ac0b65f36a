"""A British newspaper's own scorecard page: one dismissal column, extras with the number before the letter, "for 6 dec" under the table.

theguardian.com/sport/cricket/match (also The Independent's and Telegraph's older widgets): `England first innings`, a table `Batsman | | Runs | Balls | 4s | 6s`, a row
`Extras 5nb 3w 12lb 4b 24`, a row `Total (for 6, 90.0 overs) 312`, "To bat" or "Did not bat", falls as "12 (Smith), 45 (Jones)" or as a list, `Bowler Overs Maidens Runs Wickets`."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, grid, sides
from match import Match
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-guardian"
CARDS = [
    dict(kind="screen", width=660, scale=1.3, nations=True, days=True),
    dict(kind="screen", width=380, scale=2, pool="eng", overs=50, file="jpg"),
    dict(kind="text", pool="wi", overs=50),
    dict(kind="screen", width=720, pool="women", overs=20, file="jpg", quality=80),
    dict(kind="photo", of="screen", width=640, scale=1.3, nations=True, overs=50),
]
HEADS = [("Batsman", "Runs", "Balls", "4s", "6s"), ("Batter", "R", "B", "4s", "6s")]
BOWLS = [("Bowler", "Overs", "Maidens", "Runs", "Wickets"), ("Bowler", "O", "M", "R", "W")]
ORDINALS = {1: "first innings", 2: "second innings"}


def block(index, view, picked, columns, days):
    innings = view.innings
    rows = [(f"b{index}.{k}", [f"<b>{esc(r.name)}</b>", esc(r.text), f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    blank = [""] * (len(columns) - 1)
    order = list(reversed(view.parts)) if picked["turned"] else view.parts
    parts = (", " if picked["comma"] else " ").join(f"{v}{k}" for k, v in order)
    rows.append((f"x{index}", ["Extras", parts, view.extras, *blank]))
    end = "all out" if innings.all_out else f"for {innings.wickets}{' dec' if innings.declared else ''}"
    rows.append((f"t{index}", ["<b>Total</b>", f"({end}, {view.overs} overs)", f"<b>{innings.runs}</b>", *blank]))
    head = picked["head"]
    bat = grid([head[0], "", *(head[1 + ["runs", "balls", "fours", "sixes"].index(c)] for c in columns)], rows, (0, 1), "bat")
    rest = f"<p data-t=d{index}><b>Did not bat</b> {absent(view)}</p>" if view.dnb else ""
    fell = ""
    if view.falls:
        shape = {"list": "{w}-{r} {n}", "brackets": "{r} ({n})", "plain": "{w}-{r}"}[picked["fall"]]
        fell = f"<p data-t=f{index}><b>Fall of wickets</b> " + ", ".join(shape.format(w=r["wicket"], r=r["runs"], n=esc(r.name)) for r in view.falls) + "</p>"
    bowl = grid(picked["bowl"], bowling_rows(index, view, ANALYSIS), name="bowl")
    word = ORDINALS[innings.number] if days or picked["always"] else "innings"
    return f"<h2 data-t=i{index}>{esc(view.team)} {word}</h2>{bat}{rest}{fell}{bowl}"


def draw(rng, spec):
    days = spec.get("days", False)
    match = names6.international(rng, spec.get("overs", 20), days, home="eng") if spec.get("nations") else Match(rng, spec["pool"], spec["overs"], days=days)
    picked = choices(rng, head=HEADS, bowl=BOWLS, turned=[True, False], comma=[True, False], fall=["list", "brackets", "plain"], always=[True, False], rows=["initials", "initial", "full"],
                     ink=["#052962", "#c70000", "#121212"])
    columns = ["runs", "balls", "fours", "sixes"][:rng.choice([1, 2, 4, 4])]
    names = Names(picked["rows"], "last", "last")
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out=rng.choice(["run out", "run out ({})"]), dagger=rng.random() < 0.3, hit_wicket="hit wkt b", retired="retired hurt")
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens"], falls="plain" if picked["fall"] == "plain" else "player", overs=picked.setdefault("overs", rng.choice(["trim", "full"])),
                          marks=picked.setdefault("marks", rng.choice([("*", "†"), ("", "")]))) for i in match.innings]
    when = date(rng, "long", (2009, 2025))
    a, b = sides(match)
    toss = f"{match.teams[match.toss_winner]} won the toss and {rng.choice(['elected', 'decided', 'chose'])} to {'bat' if match.toss_bat else 'field'}"
    umpires = "; ".join(["Umpires: J Holdsworth, P Tanner", "TV umpire: R Coyle"])
    top = (f"<header data-no-text>News &nbsp; Opinion &nbsp; <b>Sport</b> &nbsp; Culture &nbsp; Lifestyle<span>The&nbsp;Watchman</span></header><main><div class=k data-no-text>Cricket scorecard</div>"
           f"<h1>{esc(a)} v {esc(b)}</h1><div class=m>{esc(match.competition)}, {esc(match.ground)}, {when}</div><p class=r>{esc(match.result)}</p>")
    foot = f'<div class=foot><p data-t="h/toss"><b>Toss</b> {esc(toss)}</p><p>{umpires}</p></div></main>'
    phone = spec.get("width", 660) < 500
    style = f"""body{{font-family:'Roboto','Liberation Sans',sans-serif;font-size:{12 if phone else 14}px;color:#121212;background:#fff}}header{{background:#052962;color:#fff;padding:12px 14px;font-size:12px;white-space:nowrap;overflow:hidden}}header span{{float:right;font-family:'TeX Gyre Termes',serif;font-size:20px}}
main{{padding:6px 14px 20px}}.k{{color:{picked['ink']};font-weight:700;padding-top:6px;border-top:1px solid #dcdcdc}}h1{{font-family:'Linux Libertine O','TeX Gyre Termes',serif;font-size:{24 if phone else 32}px;font-weight:600;margin:2px 0 6px}}.m{{color:#707070;font-size:.9em}}.r{{font-weight:700}}
h2{{font-family:'Linux Libertine O','TeX Gyre Termes',serif;font-size:19px;border-top:1px solid {picked['ink']};padding-top:6px;margin:22px 0 6px;color:{picked['ink']};break-after:avoid}}table{{width:100%}}tr{{break-inside:avoid}}th{{text-align:right;font-weight:400;color:#707070;font-size:.85em;padding:4px;border-bottom:1px solid #dcdcdc}}
td{{text-align:right;padding:5px 4px;border-bottom:1px dotted #ccc}}.n{{text-align:left}}p{{margin:9px 4px;line-height:1.45}}.bowl{{margin-top:10px}}tr[data-t^=t] td{{background:#f6f6f6;border-bottom:0}}.foot{{border-top:1px solid #dcdcdc;margin-top:18px;font-size:.92em;color:#444}}"""
    body = top + "".join(block(k, v, picked, columns, days) for k, v in enumerate(views)) + foot
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
