/// The page's templates, in Mustache.
enum ReportTemplate {
    static let all = [("page", page), ("table", table), ("group", group), ("panel", panel), ("exhibit", exhibit)]

    static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{{title}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <a class="skip" href="#main">Skip to the result</a>
        <main id="main">
        <header>
        <p class="eyebrow">Cricksy OCR · tuning run {{run}} · {{date}}</p>
        <h1>{{verdict}}</h1>
        <p class="lead">{{lead}}</p>
        </header>
        {{#hasCautions}}<ul class="cautions">{{#cautions}}<li>{{.}}</li>{{/cautions}}</ul>{{/hasCautions}}
        {{#headline}}<div class="headline">{{> table}}</div>{{/headline}}
        {{#comparisons}}{{> table}}{{/comparisons}}
        <div class="why">
        <div><h2>Why</h2>{{#reasons}}<p>{{.}}</p>{{/reasons}}</div>
        <div><h2>What to do next</h2>{{#next}}<p>{{text}}</p>{{#commands}}<pre>{{.}}</pre>{{/commands}}{{/next}}</div>
        </div>
        <nav aria-label="Contents">{{#sections}}<a href="#{{id}}">{{title}}</a>{{/sections}}</nav>
        {{#sections}}
        <section id="{{id}}" aria-labelledby="{{id}}-title">
        <h2 id="{{id}}-title">{{title}}</h2>
        {{#intro}}<p>{{.}}</p>{{/intro}}
        <div class="figures{{#sideBySide}} pair{{/sideBySide}}">
        {{#figures}}<figure><div class="scroll" role="group" aria-label="Plot" tabindex="0">{{{svg}}}</div>\
        <figcaption>{{caption}}</figcaption></figure>
        {{/figures}}</div>
        {{#groups}}{{> group}}{{/groups}}
        {{#exhibits}}{{> exhibit}}{{/exhibits}}
        {{#tables}}{{> table}}{{/tables}}
        </section>
        {{/sections}}
        <footer>Written by cricksy-bench. This page needs no network.</footer>
        </main>
        </body>
        </html>

        """

    static let table = """
        <div class="table"{{#isWide}} role="region" aria-label="Table: {{caption}}" tabindex="0"{{/isWide}}><table class="{{layout}}">
        <caption>{{caption}}</caption>
        <thead><tr>{{#columns}}<th scope="col" class="{{style}}">{{title}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}<tr class="{{style}}">{{#cells}}\
        {{#namesRow}}<th scope="row" class="{{style}}">{{text}}{{#note}}<small>{{.}}</small>{{/note}}</th>{{/namesRow}}\
        {{^namesRow}}<td class="{{style}}"{{#span}} colspan="{{.}}"{{/span}}>{{text}}{{#note}}<small>{{.}}</small>{{/note}}</td>\
        {{/namesRow}}{{/cells}}{{#detailsTitle}}<td><details><summary>{{.}}</summary><ul>{{#details}}<li><code>{{path}}</code> \
        {{outcome}}: printed <b>{{expected}}</b>, read <b>{{found}}</b></li>{{/details}}</ul></details></td>{{/detailsTitle}}</tr>
        {{/rows}}</tbody>
        </table></div>

        """

    static let group = """
        {{#isCollapsed}}<details class="group"><summary><h3>{{title}}</h3></summary>\
        <div class="panels">{{#panels}}{{> panel}}{{/panels}}</div></details>{{/isCollapsed}}\
        {{^isCollapsed}}<h3>{{title}}</h3><div class="panels">{{#panels}}{{> panel}}{{/panels}}</div>{{/isCollapsed}}

        """

    static let panel = """
        <figure>{{{svg}}}{{#caption}}<figcaption>{{.}}</figcaption>{{/caption}}</figure>
        """

    static let exhibit = """
        <h3 id="{{id}}">{{title}}</h3>
        <p class="about">{{caption}}</p>
        <div class="exhibit">
        <figure class="page">{{{svg}}}</figure>
        <div class="table" role="region" aria-label="Cells of {{title}}" tabindex="0"><table class="dense cells">
        <caption>Cells of {{title}} that are not right</caption>
        <thead><tr><th scope="col">box</th><th scope="col">on the page</th><th scope="col">printed</th>\
        <th scope="col">read</th></tr></thead>
        <tbody>
        {{#cells}}<tr><th scope="row">{{number}}</th><td>{{{svg}}}<small>{{field}}, {{outcome}}{{#note}} · {{.}}{{/note}}<br/>\
        <code>{{path}}</code></small></td><td><b>{{printed}}</b></td><td><b>{{read}}</b></td></tr>
        {{/cells}}</tbody>
        </table>{{#hasRest}}<p class="about">{{rest}}</p>{{/hasRest}}</div>
        </div>

        """
}
