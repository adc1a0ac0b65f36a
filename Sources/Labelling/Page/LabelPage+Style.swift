extension LabelPage {
    /// System fonts only, light and dark as the browser prefers.
    static let css =
        PageColours.sheet + """
            *{box-sizing:border-box}
            body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,\
            "Noto Sans","Liberation Sans",sans-serif;height:100vh;display:flex;flex-direction:column}
            header{display:flex;gap:24px;justify-content:space-between;align-items:center;padding:10px 20px;\
            border-bottom:1px solid var(--faint)}
            h1{font-size:17px;margin:0;overflow-wrap:anywhere}
            h2{font-size:16px;margin:30px 0 8px}
            h3{font-size:12px;text-transform:uppercase;letter-spacing:.06em;color:var(--soft);margin:18px 0 4px}
            p{margin:0}
            #state{color:var(--soft);font-variant-numeric:tabular-nums}
            #state.bad,#notice.bad{color:var(--bad)}
            #notice{padding:8px 12px;background:var(--tint);border-radius:5px;margin-bottom:12px}
            .actions{display:flex;gap:12px;align-items:center;flex-wrap:wrap;justify-content:flex-end}
            button{font:inherit;color:inherit;background:var(--tint);border:1px solid var(--line);border-radius:5px;\
            padding:6px 12px;cursor:pointer}
            button.main{background:var(--good);border-color:var(--good);color:var(--paper)}
            button.quiet{background:none;border:0;padding:2px 4px;color:var(--soft);text-align:left;font-weight:400;\
            font-size:13px}
            button.quiet:hover{color:var(--ink);text-decoration:underline}
            kbd{font:11px ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;border:1px solid currentColor;\
            border-radius:3px;padding:0 4px;opacity:.65;margin-left:3px}
            main{flex:1;min-height:0;display:grid;grid-template-columns:minmax(340px,36%) 1fr}
            #viewer{overflow:auto;background:var(--desk);position:relative;border-right:1px solid var(--faint)}
            #sheet{position:relative;width:100%}
            #picture{width:100%;display:block}
            #spot{position:absolute;border:2px solid var(--spot);border-radius:3px;pointer-events:none;\
            box-shadow:0 0 0 3px color-mix(in srgb,var(--spot) 30%,transparent)}
            #form{overflow:auto;padding:14px 20px 60px}
            #queue{display:flex;flex-wrap:wrap;gap:10px}
            #queue h2{flex-basis:100%;margin:0}
            .doubtful{border:1px solid var(--line);border-radius:6px;padding:7px 9px;max-width:340px}
            .doubtful .where{display:block;color:var(--soft);font-size:12px;margin-bottom:3px}
            .doubtful .frame{display:flex}
            .doubtful .frame+.frame{margin-top:3px}
            .doubtful:not(:has(.frame:not(.settled))){opacity:.45}
            .doubtful input[type=text]{width:100%;min-width:110px;font-size:15px}
            #laws{margin-top:16px}
            #laws summary{cursor:pointer;color:var(--bad)}
            #laws ul{margin:4px 0;padding-left:18px}
            #laws .soft,#laws .soft button{color:var(--soft)}
            #laws button.quiet{color:inherit;padding:0}
            .line{display:flex;flex-wrap:wrap;gap:6px 14px;align-items:flex-end;margin:6px 0}
            .line label>span:first-child{display:block;color:var(--soft);font-size:12px}
            .line .text input{width:190px}
            .table{overflow-x:auto}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th{font-size:12px;font-weight:500;color:var(--soft);text-align:left;padding:0 4px}
            td{padding:2px 3px;vertical-align:bottom;border-top:1px solid var(--faint)}
            .frame{display:inline-flex;flex-direction:column;gap:2px;border-radius:4px;padding:1px}
            .crop{display:block;min-height:2px;background-repeat:no-repeat;border-radius:2px;max-width:100%}
            .frame input,.frame select{font:inherit;color:inherit;background:var(--field);border:1px solid var(--line);\
            border-radius:4px;padding:2px 5px;width:100%}
            .whole .frame input,.frame.whole input{width:50px}
            .decimal .frame input,.frame.decimal input{width:66px}
            td:first-child,th:first-child{position:sticky;left:0;background:var(--paper);z-index:1}
            td.text .frame input{width:126px}
            td.choice select{width:128px}
            .frame.flag input{width:auto;align-self:center;margin:4px}
            .frame input:focus,.frame select:focus,button:focus-visible,textarea:focus{outline:2px solid var(--spot);\
            outline-offset:1px}
            .frame.doubt{background:var(--caution)}
            .frame.sum input{border-bottom:2px dotted var(--bad)}
            .frame.row input,.frame.wrong input{border:2px solid var(--bad)}
            textarea{width:100%;font:13px/1.45 ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;color:inherit;\
            background:var(--field);border:1px solid var(--line);border-radius:5px;padding:8px;white-space:pre;overflow:auto}
            .check{display:inline-flex;gap:6px;align-items:center}
            .hint,.keys{color:var(--soft);margin-bottom:6px}
            .keys{margin-top:24px;line-height:2}
            .done{padding:80px 40px;font-size:18px}
            @media(max-width:1100px){main{grid-template-columns:1fr;grid-template-rows:38vh 1fr}\
            #viewer{border-right:0;border-bottom:1px solid var(--faint)}}
            """
}

/// Colours of the pages of this room, light and dark.
enum PageColours {
    static let sheet = """
        :root{color-scheme:light dark;--paper:#fdfcf9;--ink:#1d2321;--soft:#5d6663;--faint:#e4e2da;--line:#c9c7bd;\
        --tint:#f4f2ea;--field:#fff;--desk:#d9d7cf;--good:#0b6b4b;--bad:#a8322a;--caution:#f7e3a4;--spot:#c2410c}
        @media(prefers-color-scheme:dark){:root{--paper:#161a19;--ink:#e6e8e4;--soft:#9ca5a1;--faint:#2b3234;\
        --line:#454e50;--tint:#1e2423;--field:#0f1312;--desk:#0b0d0d;--good:#55c795;--bad:#f0857b;--caution:#5a4a17;\
        --spot:#f0a04b}}

        """
}
