"""The match sheet of a small European federation: headings in its own language, how out in English.

Such forms come from Dutch (KNCB), German (DCB), Danish, French and Italian leagues: a crest, a table about the match, an
innings with batting and bowling, boxes for the umpires. Words in the heads are the language's, `c`, `b` and `lbw` are not."""

import names6  # the pools
from common import ANALYSIS, Sheet, absent, batting_rows, bowling_rows, choices, document, falls, grid, joined, officials, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-european"
CARDS = [
    dict(kind="text", pool="ger", overs=40),
    dict(kind="screen", width=900, scale=1.3, pool="dut", overs=50),
    dict(kind="scan", dpi=200, pool="den", overs=20),
    dict(kind="photo", pool="fra", overs=40),
    dict(kind="screen", width=760, scale=1.6, pool="ita", overs=20, file="jpg"),
]
WORDS = {
    "dut": dict(sheet="Wedstrijdformulier", body="Koninklijke Nederlandse Cricket Bond", bat=["Batsman", "Wijze van uit", "Runs", "Ballen", "4's", "6's"],
                extras="Extra's", total="Totaal", dnb="Niet gebat", falls="Val van de wickets", bowl=["Bowler", "Overs", "Maidens", "Runs", "Wickets"],
                facts=["Competitie", "Veld", "Datum", "Toss", "Uitslag", "Scheidsrechters"], first="{} (slaat eerst)", second="{} (vangt eerst)",
                win="{} wint met {}", tie="Gelijkspel", run=("run", "runs"), wicket=("wicket", "wickets"), inn="Innings van {}", all="allen uit", out="{} wickets",
                overs="overs", sign="Handtekening scorer"),
    "ger": dict(sheet="Spielberichtsbogen", body="Deutscher Cricket Bund", bat=["Schlagmann", "Aus durch", "Runs", "Bälle", "4er", "6er"],
                extras="Extras", total="Gesamt", dnb="Nicht geschlagen", falls="Fall der Wickets", bowl=["Werfer", "Overs", "Maidens", "Runs", "Wickets"],
                facts=["Liga", "Spielort", "Datum", "Münzwurf", "Ergebnis", "Schiedsrichter"], first="{} (schlägt zuerst)", second="{} (feldet zuerst)",
                win="{} gewinnt mit {}", tie="Unentschieden", run=("Run", "Runs"), wicket=("Wicket", "Wickets"), inn="Innings {}", all="alle aus", out="{} Wickets",
                overs="Overs", sign="Unterschrift Anschreiber"),
    "den": dict(sheet="Kampskema", body="Dansk Cricket", bat=["Gærdespiller", "Ude", "Løb", "Bolde", "4'ere", "6'ere"],
                extras="Ekstra", total="I alt", dnb="Ikke inde", falls="Gærdefald", bowl=["Kaster", "Overs", "Maidens", "Løb", "Gærder"],
                facts=["Række", "Bane", "Dato", "Lodtrækning", "Resultat", "Dommere"], first="{} (valgte at slå)", second="{} (valgte marken)",
                win="{} vandt med {}", tie="Uafgjort", run=("løb", "løb"), wicket=("gærde", "gærder"), inn="Inneperiode: {}", all="alle ude", out="{} gærder",
                overs="overs", sign="Sekretær"),
    "fra": dict(sheet="Feuille de match", body="France Cricket", bat=["Batteur", "Élimination", "Courses", "Balles", "4", "6"],
                extras="Extras", total="Total", dnb="N'ont pas batté", falls="Chute des guichets", bowl=["Lanceur", "Overs", "Maidens", "Courses", "Guichets"],
                facts=["Compétition", "Terrain", "Date", "Tirage au sort", "Résultat", "Arbitres"], first="{} (batte en premier)", second="{} (lance en premier)",
                win="{} gagne par {}", tie="Match nul", run=("course", "courses"), wicket=("guichet", "guichets"), inn="Manche de {}", all="tous éliminés",
                out="{} guichets", overs="overs", sign="Signature du marqueur"),
    "ita": dict(sheet="Referto di gara", body="Federazione Cricket Italiana", bat=["Battitore", "Eliminazione", "Punti", "Palle", "4", "6"],
                extras="Extra", total="Totale", dnb="Non hanno battuto", falls="Caduta dei wicket", bowl=["Lanciatore", "Over", "Maiden", "Punti", "Wicket"],
                facts=["Campionato", "Campo", "Data", "Sorteggio", "Risultato", "Arbitri"], first="{} (batte per prima)", second="{} (lancia per prima)",
                win="{} vince di {}", tie="Pareggio", run=("punto", "punti"), wicket=("wicket", "wicket"), inn="Innings {}", all="tutti eliminati",
                out="{} wicket", overs="over", sign="Firma del segnapunti"),
}
BAT = ["runs", "balls", "fours", "sixes"]


def result_of(match, words):
    if not match.winner:
        return words["tie"]
    count, what = match.margin.split()
    return words["win"].format(match.winner, f"{count} {words['run' if what.startswith('run') else 'wicket'][count != '1']}")


def innings_block(index, view, words, semicolons=False):
    rows = [(tag, [k + 1, *cells]) for k, (tag, cells) in enumerate(batting_rows(index, view, BAT))]
    parts = joined(view.parts, "{k} {v}", "  ")
    rows.append((f"x{index}", ["", words["extras"], parts, f"<b>{view.extras}</b>", "", "", ""]))
    end = words["all"] if view.innings.all_out else words["out"].format(view.innings.wickets)
    rows.append((f"t{index}", ["", f"<b>{words['total']}</b>", f"{end}, {view.overs} {words['overs']}", f"<b>{view.innings.runs}</b>", "", "", ""]))
    out = f"<h2 data-t=i{index}>{words['inn'].format(esc(view.team))}</h2>" + grid(["#", *words["bat"]], rows, (1, 2))
    if view.dnb:
        out += f"<p data-t=d{index}><b>{words['dnb']}:</b> {'; '.join(esc(n) for n, _ in view.dnb) if semicolons else absent(view)}</p>"
    out += f"<p data-t=f{index}><b>{words['falls']}:</b> {falls(view, '{runs}-{wicket} ({name}, {over})')}</p>" if view.falls else ""
    return out + grid(words["bowl"], bowling_rows(index, view, ANALYSIS), name="bowl")


def draw(rng, spec):
    words, match = WORDS[spec["pool"]], Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, bar=["#e3e3e3", "#1c3f74", "#c9372c", "#2a6b3c", "#f0b400"], rows=["full", "initial_dot", "last_comma"],
                     font=["'Carlito'", "'Liberation Sans'", "'Open Sans'", "'Lato'"])
    ink = "#000" if picked["bar"] in ("#e3e3e3", "#f0b400") else "#fff"
    views = views_of(match, Names(picked["rows"], rng.choice(["last", "initial_dot"]), "last"), Dismissals(c_and_b="c&b", run_out=rng.choice(["run out", "run out ({})"])),
                     bat=BAT, bowl=["maidens"], marks=rng.choice([(" (C)", " (WK)"), ("*", "+"), ("", "")]), overs=rng.choice(["full", "trim"]))
    when, result = date(rng, "dot" if spec["pool"] in ("ger", "den") else "slash"), result_of(match, words)
    toss = words["first" if match.toss_bat else "second"].format(match.teams[match.toss_winner])
    values = [esc(match.competition), esc(match.ground), when, esc(toss), esc(result), ", ".join(officials(rng, 2, "initial_dot", spec["pool"]))]
    facts = "".join(f"<tr><th class=n>{k}</th><td class=n>{v}</td></tr>" for k, v in zip(words["facts"], values))
    crest = f'<svg data-no-text width="54" height="60"><path d="M3 3h48v30q0 18-24 26q-24-8-24-26z" fill="{picked["bar"]}" stroke="#222"/><circle cx="27" cy="26" r="10" fill="#fff"/></svg>'
    head = (f"<div class=top>{crest}<div><small>{words['body']}</small><h1>{words['sheet']}</h1><b>{esc(match.teams[0])} – {esc(match.teams[1])}</b></div></div>"
            f"<table class=facts>{facts}</table>")
    sign = f"<div class=sign><span>{words['sign']}</span><span>{esc(match.teams[0])}</span><span>{esc(match.teams[1])}</span></div>"
    style = f"""body{{font-family:{picked['font']},sans-serif;font-size:12px;color:#111;background:#fff;padding:14px}}.top{{display:flex;gap:14px}}
.top b{{font-size:15px}}h1{{font-size:22px;margin:0}}.facts{{margin:10px 0;width:100%}}.facts th{{width:150px}}h2{{font-size:14px;margin:14px 0 4px}}
table{{width:100%}}td,th{{border:1px solid #999;padding:3px 6px;text-align:right}}th{{background:{picked['bar']};color:{ink};font-size:11px}}
.n{{text-align:left}}.bowl{{width:64%;margin-top:6px}}p{{margin:5px 0;line-height:1.4}}.sign{{display:flex;gap:30px;margin-top:34px}}
.sign span{{flex:1;border-top:1px solid #000;font-size:10px;padding-top:2px}}"""
    truth = card_truth(match.teams, views, toss=toss, result=result, venue=match.ground, date=when)
    return Sheet(document(style, head + "".join(innings_block(k, v, words, picked['rows'] == 'last_comma') for k, v in enumerate(views)) + sign), truth)
