/// The page's style sheet: system fonts only, light and dark by the reader's preference.
enum ReportStyle {
    static let sheet = colours + page + tables + plots

    private static let colours = """
        :root{--paper:#fdfcf9;--ink:#1d2321;--soft:#5d6663;--faint:#e4e2da;--tint:#f4f2ea;\
        --winner:#0b6b4b;--candidate:#7a4c9e;--incumbent:#b85c00;--defaults:#5b6b7a;--other:#9aa39f;\
        --good:#0b6b4b;--bad:#a8322a;--caution:#fbf3dc}
        @media(prefers-color-scheme:dark){:root{--paper:#161a19;--ink:#e6e8e4;--soft:#9ca5a1;--faint:#30373a;--tint:#1e2423;\
        --winner:#55c795;--candidate:#c297e6;--incumbent:#f0a04b;--defaults:#9fb3c8;--other:#6d7673;\
        --good:#55c795;--bad:#f0857b;--caution:#332c17}}

        """

    private static let page = """
        *{box-sizing:border-box}
        body{margin:0;background:var(--paper);color:var(--ink);\
        font:16px/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;\
        -webkit-text-size-adjust:100%}
        main{max-width:1080px;margin:0 auto;padding:56px 32px 80px}
        h1,h2{font-family:"Iowan Old Style","Palatino Linotype",Palatino,"Source Serif 4","EB Garamond",Georgia,\
        "Liberation Serif",serif;font-weight:600;letter-spacing:-.01em;line-height:1.15;margin:0}
        h1{font-size:44px}
        h2{font-size:28px;margin:0 0 10px}
        .why h2,h3{font:600 13px/1.4 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;\
        text-transform:uppercase;letter-spacing:.07em;color:var(--soft);margin:0 0 8px}
        h3{margin:34px 0 4px;overflow-wrap:anywhere}
        .skip{position:absolute;left:-999px}
        .skip:focus{left:12px;top:12px;background:var(--paper);padding:8px 14px;border-radius:5px;z-index:1}
        :focus-visible{outline:2px solid var(--winner);outline-offset:2px;border-radius:3px}
        p{margin:0 0 12px;max-width:70ch}
        .eyebrow{color:var(--soft);font-size:14px;margin-bottom:14px}
        .lead{font-size:18.5px;line-height:1.5;margin:18px 0 26px;max-width:64ch}
        .cautions{background:var(--caution);border-radius:6px;padding:12px 20px 12px 36px;margin:0 0 28px;font-size:15px}
        .why{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:40px;margin:34px 0 8px}
        pre{background:var(--tint);border-radius:5px;padding:9px 12px;margin:0 0 8px;overflow-x:auto;font-size:13.5px}
        code,pre,.code{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        nav{display:flex;flex-wrap:wrap;gap:4px 22px;margin:34px 0 0;padding:14px 0;border:solid var(--faint);\
        border-width:1px 0;font-size:14px}
        nav a{color:inherit;text-decoration:none}
        nav a:hover{text-decoration:underline}
        section{margin-top:64px}
        footer{margin-top:72px;color:var(--soft);font-size:13px}
        @media(max-width:760px){main{padding:32px 18px}h1{font-size:34px}.why{grid-template-columns:minmax(0,1fr)}}
        @media print{main{max-width:none;padding:0}section{break-inside:avoid}nav{display:none}}

        """

    private static let tables = """
        .table{overflow-x:auto;margin:22px 0 30px}
        table{border-collapse:collapse;font-size:14px;line-height:1.35;font-variant-numeric:tabular-nums lining-nums;\
        min-width:50%}
        caption{caption-side:top;text-align:left;color:var(--soft);font-size:13.5px;padding-bottom:9px;\
        max-width:min(80ch,calc(100vw - 40px))}
        th,td{padding:6px 22px 6px 0;text-align:left;vertical-align:top;font-weight:400}
        th:last-child,td:last-child{padding-right:0}
        thead th{font-weight:600;font-size:12.5px;color:var(--soft);border-bottom:1px solid var(--ink);vertical-align:bottom}
        tbody tr{border-top:1px solid var(--faint)}tbody{border-bottom:1px solid var(--faint)}
        tbody tr.same{border-top:0}tr.same td{padding-top:1px}
        td.group{font-weight:600;padding-top:16px}
        td.group small{display:inline;font-weight:400;margin-left:10px}
        tr.opening+tr{border-top:0}
        .dense{font-size:13px}.dense th:not(:last-child),.dense td:not(:last-child){padding-right:15px}
        .number{text-align:right;white-space:nowrap}
        thead th.number{white-space:normal}
        td small,th small{display:block;color:var(--soft);font-size:11.5px}
        .name{font-size:13px;white-space:normal;max-width:360px}
        td.note{color:var(--soft);font-size:13px;max-width:420px}
        td.code{font-size:12.5px;overflow-wrap:anywhere}td.code.short{white-space:nowrap}
        .series{white-space:nowrap}
        tr.highlighted{background:var(--tint)}
        .winner{color:var(--winner)}.candidate{color:var(--candidate)}\
        .incumbent{color:var(--incumbent)}.defaults{color:var(--defaults)}
        .good{color:var(--good);font-weight:600}.bad{color:var(--bad);font-weight:600}
        .headline table{width:100%;font-size:15px}
        .headline td,.headline th{padding-top:6px;padding-bottom:6px}
        .headline td.number{font-size:18px;line-height:1.25}
        .headline td.number:nth-child(2):not(.name){font-weight:600;color:var(--winner)}
        .headline td small{font-weight:400}
        .headline td.name{font-size:13px;color:var(--soft)}
        .headline thead th{font-size:14px;width:26%}
        .headline thead th:first-child{width:22%}
        details summary{cursor:pointer;color:var(--soft)}
        details ul{margin:6px 0;padding-left:16px;font-size:12.5px;min-width:300px}
        details.group{margin-top:28px}
        details.group summary h3{display:inline;margin:0}
        .digits .diagonal{color:var(--soft)}
        .digits .level1{background:color-mix(in srgb,var(--bad) 10%,transparent)}
        .digits .level2{background:color-mix(in srgb,var(--bad) 22%,transparent)}
        .digits .level3{background:color-mix(in srgb,var(--bad) 34%,transparent)}
        .digits .level4{background:color-mix(in srgb,var(--bad) 46%,transparent)}
        .dense.digits td:not(:last-child),.dense.digits th:not(:last-child){padding-right:9px;padding-left:9px}
        .dense.digits th:first-child{padding-left:0}
        .cells svg{border:1px solid var(--faint);border-radius:3px}
        .cells b{font-weight:600;overflow-wrap:break-word}
        .about{color:var(--soft);font-size:14px;margin:0 0 8px}
        .exhibit{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:12px 32px;align-items:start}
        .exhibit .page{position:sticky;top:12px}
        .exhibit .page svg{width:100%;height:auto;border:1px solid var(--faint);border-radius:4px}
        .exhibit figure,.exhibit .table{margin:8px 0}
        .box{fill:none;stroke:#c8281e;stroke-width:2;vector-effect:non-scaling-stroke}
        .pin{fill:#c8281e;font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:6px;stroke-linejoin:round}
        svg .pin{fill:#c8281e}
        @media(prefers-color-scheme:dark){.exhibit image,.cells use{filter:brightness(.86)}}
        @media(max-width:760px){.exhibit{grid-template-columns:minmax(0,1fr)}.exhibit .page{position:static}}

        """

    private static let plots = """
        figure{margin:20px 0 30px}
        figcaption{color:var(--soft);font-size:13.5px;max-width:80ch;margin-top:4px}
        .pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(380px,100%),1fr));gap:0 40px}
        .scroll{overflow-x:auto}
        .scroll svg{min-width:430px}
        .figures:not(.pair) .scroll svg{min-width:860px}
        .panels{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(300px,100%),1fr));gap:6px 24px;align-items:start}
        .panels figure{margin:8px 0;overflow-x:auto}
        .panels figcaption{text-align:center;margin:0}
        svg .halo{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round;fill:var(--ink)}
        svg .figure{font-size:11.5px}
        .heat.winner{fill:var(--winner)}.heat.incumbent{fill:var(--incumbent)}.heat.defaults{fill:var(--defaults)}
        .heat.best{stroke:var(--ink);stroke-width:1.6}
        .bar{fill:var(--winner)}.bar.rest{fill:var(--other);fill-opacity:.5}
        .line.other{stroke:var(--other);stroke-width:1.3}.whisker.other{stroke:var(--other)}
        svg{max-width:100%;height:auto;display:block;font-family:inherit;font-size:12px;\
        font-variant-numeric:tabular-nums}
        svg text{fill:var(--ink)}
        svg .tick,svg .value{fill:var(--soft);font-size:11.5px}
        svg .title{fill:var(--soft);font-size:12.5px}
        svg .label,svg .legend{font-size:12.5px}
        svg .label{paint-order:stroke;stroke:var(--paper);stroke-width:3px;stroke-linejoin:round}
        .grid{stroke:var(--faint)}.axis{stroke:var(--soft)}
        .chosen{stroke:var(--soft);stroke-dasharray:3 3}
        .front{fill:none;stroke:var(--soft);stroke-dasharray:4 3}
        .mark{stroke:var(--paper);stroke-width:1}
        .mark.winner{fill:var(--winner)}.mark.candidate{fill:var(--candidate)}\
        .mark.incumbent{fill:var(--incumbent)}.mark.defaults{fill:var(--defaults)}.mark.other{fill:var(--other)}\
        .mark.partial{fill:none;stroke:var(--other);stroke-width:1.3}\
        .mark.peak{fill:var(--incumbent)}.mark.resident{fill:var(--winner)}.mark.proportional{fill:var(--defaults)}
        .whisker{stroke-width:1.8}.line{fill:none;stroke-width:1.8}
        .whisker.winner,.line.winner,.line.resident{stroke:var(--winner)}\
        .whisker.candidate,.line.candidate{stroke:var(--candidate)}\
        .whisker.incumbent,.line.incumbent,.line.peak{stroke:var(--incumbent)}\
        .whisker.defaults,.line.defaults,.line.proportional{stroke:var(--defaults)}

        """
}
