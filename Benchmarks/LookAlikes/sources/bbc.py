"""Scorecard of a broadcaster's sport pages."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-bbc"
CARDS = [
    dict(kind="screen", width=976, scale=1, overs=50, pool="eng"),
    dict(kind="screen", width=375, scale=2, overs=20, pool="sa", phone=True, first_only=True),
    dict(kind="text", days=True, pool="wi", fit=False, margin="14mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=spec.get("days", False))
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", pair="/")
    names = Names("last" if spec.get("phone") else "initial", "last", "last")
    phone = spec.get("phone")
    for squad in match.squads:  # a page that writes family names alone has no two of one name
        seen = set()
        if names.rows == "last" and len({p.family for p in squad}) < len(squad):
            names = Names("initial", "last", "last")
    played = match.innings[:1] if spec.get("first_only") else match.innings
    bat = ["runs", "balls", "fours", "sixes"] + ([] if phone else ["strike_rate"])
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens", "economy"] if not phone else ["maidens"], overs="full", extras_zero=True, falls="over", rate=2) for i in played]
    when, tables = date(rng, "long", (2015, 2025)), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr data-t="b{index}.{k}"><td class="n"><span class="nm">{esc(r.name)}</span><span class="how">{esc(r.text)}</span></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in bat) + "</tr>" for k, r in enumerate(view.batting))
        extras = f"(b{innings.byes}, lb{innings.leg_byes}, w{innings.wides}, nb{innings.no_balls})"
        if innings.all_out:
            total = f"{innings.runs} all out"
        elif innings.declared:
            total = f"{innings.runs} for {innings.wickets} declared"
        else:
            total = f"{innings.runs} for {innings.wickets}"
        number = (" - 1st Innings" if innings.number == 1 else " - 2nd Innings") if spec.get("days") else ""
        columns = ["overs", "maidens", "runs", "wickets"] + ([] if phone else ["economy"])
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in columns) + "</tr>" for r in view.bowling)
        falls = ", ".join(f'{r["runs"]}-{r["wicket"]} ({esc(r.name)}, {r["over"]})' for r in view.falls)
        dnb = f'<p><strong>Did not bat:</strong> {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        tables += f"""<section><h2>{esc(view.team)}{number}</h2><table><tr class="h"><th class="n">Batter</th>{"".join(f"<th>{h}</th>" for h in (["Runs", "Balls", "4s", "6s"] + ([] if phone else ["SR"])))}</tr>{rows}<tr><td class="n"><span class="nm">Extras</span><span class="how">{extras}</span></td><td class="r">{view.extras}</td><td colspan={len(bat) - 1}></td></tr></table>
<div class="tot"><span>Total</span><span>{total}</span><span class="ov">{view.overs} overs</span></div>{dnb}<p><strong>Fall of wickets:</strong> {falls}</p><table><tr class="h"><th class="n">Bowler</th>{"".join(f"<th>{h}</th>" for h in (["Overs", "Mdns", "Runs", "Wkts"] if not phone else ["O", "M", "R", "W"]) + ([] if phone else ["Econ"]))}</tr>{bowling}</table></section>"""
    result = match.result if not spec.get("first_only") else None
    body = f'<div class="blk" data-no-text></div><div class="pg"><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><div class="mt">{esc(match.competition)}, {esc(match.ground)}</div><div class="mt">{when}</div>' + (f'<div class="rs">{esc(result)}</div>' if result else "") + tables + "</div>"
    style = """body{font-family:'Liberation Sans',Helvetica,Arial,sans-serif;font-size:14px;color:#141414;background:#fff}.blk{height:40px;background:#ffd230}.pg{max-width:800px;margin:0 auto;padding:10px 16px}h1{font-size:24px;margin:8px 0}.mt{color:#545658;font-size:13px}.rs{font-weight:700;margin:8px 0}h2{font-size:18px;border-bottom:2px solid #141414;padding-bottom:4px;margin:20px 0 0}
table{width:100%}.h th{font-size:12px;color:#545658;font-weight:400}th,td{padding:8px 6px;text-align:right;border-bottom:1px solid #e6e8ea}.n{text-align:left}.nm{font-weight:700;display:inline-block;min-width:150px}.how{color:#545658;font-size:13px}td.r{font-weight:700}.tot{display:flex;gap:20px;font-weight:700;padding:10px 6px;background:#f6f6f6}.ov{margin-left:auto;font-weight:400}p{margin:10px 6px;line-height:1.5}
@media print{.blk{display:none}th,td{padding:4px 6px}body{font-size:12px}}""" + (".nm{display:block}.how{display:block}td.n{width:52%}" if phone else "")
    return Sheet(document(style, body), card_truth(match.teams, views, result=result, venue=match.ground, date=when))
