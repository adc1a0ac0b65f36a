"""A yearbook's page: both innings of a side in one table, one beside the other."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-wisden"
CARDS = [
    dict(kind="text", pool="eng", paper="A5", margin="11mm"),
    dict(kind="scan", pool="wi", paper="A5", margin="11mm", dpi=300, gray=True),
    dict(kind="scan", pool="aus", paper="A5", margin="11mm", dpi=300, bilevel=True),
    dict(kind="photo", pool="sl", paper="A5", margin="11mm", curl=0.004),
]


def draw(rng, spec):
    while True:
        match = Match(rng, spec["pool"], days=True)
        if len(match.innings) == 4:
            break
    words = Dismissals(c_and_b="c and b", run_out="run out", dagger=False)
    names = Names(rng.choice(["spaced", "dotted"]), "last", "last")
    a, b = match.innings[0].team, match.innings[1].team
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls="runs", marks=("*", "†"), overs="trim", mark_before=True,
                          total_wickets=not i.all_out, total_overs=False, dnb="omit") for i in match.innings]
    extras = {"b": "B", "lb": "l-b", "w": "w", "nb": "n-b"}
    tables = ""
    dots = rng.random() < 0.6
    lead = lambda text: f'<span class="ld">{text}<i></i></span>' if dots else text
    for team in (a, b):
        pair = [v for v in views if v.team == team]
        one, two = pair
        later = {row.plain: row for row in two.batting}
        rows = ""
        shown = list(one.batting)
        for row in shown:
            other = later.get(row.plain)
            rows += f'<tr><td class="n">{esc(row.name)}</td><td class="d">{lead(esc(row.text))}</td><td>{row["runs"]}</td>'
            rows += (f'<td class="m">–</td><td class="d">{lead(esc(other.text))}</td><td>{other["runs"]}</td></tr>' if other else "<td></td><td></td><td></td></tr>")
        for row in two.batting:  # who batted in the second innings alone
            if row.plain not in {r.plain for r in shown}:
                rows += f'<tr><td class="n">{esc(row.name)}</td><td class="d">{lead("did not bat")}</td><td></td><td class="m">–</td><td class="d">{lead(esc(row.text))}</td><td>{row["runs"]}</td></tr>'
                one.truth["batting"].append({**{k: None for k in row.truth if k != "dismissal_accept"}, "player": row.plain, "captain": row.truth["captain"],
                                            "keeper": row.truth["keeper"], "how_out": "did not bat", "dismissal": "did not bat"})
        def parts(view):
            text = ", ".join(f"{extras[k]} {v}" for k, v in view.parts)
            return text[:1].upper() + text[1:]
        def total(view):
            innings = view.innings
            if innings.all_out:
                return "", str(innings.runs)
            return f"({innings.wickets} wkts{' dec.' if innings.declared else ''})", str(innings.runs)
        rows += f'<tr><td></td><td class="d">{lead(parts(one))}</td><td>{one.extras}</td><td></td><td class="d">{lead(parts(two))}</td><td>{two.extras}</td></tr>'
        rows += f'<tr class="s"><td></td><td class="d r">{total(one)[0]}</td><td>{total(one)[1]}</td><td></td><td class="d r">{total(two)[0]}</td><td>{total(two)[1]}</td></tr>'
        falls = lambda v: " ".join(f'{r["wicket"]}/{r["runs"]}' for r in v.falls)
        bowled = lambda v: "; ".join(f'{esc(r.name)} {r["overs"]}–{r["maidens"]}–{r["runs"]}–{r["wickets"]}' for r in v.bowling)
        other = b if team == a else a
        tables += f"""<h3>{esc(team)}</h3><table>{rows}</table><p><b>Fall of wickets:</b> <i class="it">First innings</i> {falls(one)}; <i class="it">Second innings</i> {falls(two)}.</p><p>{esc(other)} bowling: <i class="it">First innings</i>—{bowled(one)}. <i class="it">Second innings</i>—{bowled(two)}.</p>"""
    when = date(rng, "long", (1935, 1998))
    body = f"""<h1>{esc(a).upper()} v {esc(b).upper()}</h1><p class="c">At {esc(match.ground)}, {when}. {esc(match.result)}.</p>{tables}"""
    face = rng.choice(["'EB Garamond'", "'TeX Gyre Termes','Nimbus Roman'", "'Old Standard TT','Liberation Serif'"])
    style = f"""body{{font-family:{face},serif;font-size:8.6pt;line-height:1.2;color:#000}}h1{{font-size:11pt;text-align:center;font-weight:600;margin:0 0 3px}}.c{{text-align:center;text-indent:0}}h3{{text-align:center;font-size:9.5pt;margin:8px 0 3px}}table{{width:100%}}td{{padding:0.6px 2px;vertical-align:baseline;text-align:right;white-space:nowrap}}.n,.d{{text-align:left}}.r{{text-align:right}}.m{{width:14px;text-align:center}}p{{margin:4px 0;text-align:justify}}.it{{font-style:italic}}
.ld{{display:flex;align-items:baseline}}.ld i{{flex:1;border-bottom:1.1px dotted #444;margin:0 3px;height:.6em}}td.d{{width:33%}}.s td{{font-weight:600;padding-top:3px}}"""
    # the heading is in capitals, and so are the teams
    truth = card_truth([a.upper(), b.upper()], [views[0], views[1], views[2], views[3]], result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
