/// The page's two templates, in Mustache.
enum ReportTemplate {
    static let page = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{{title}}</title>
        <style>{{{style}}}</style>
        </head>
        <body>
        <main>
        <header>
        <p class="eyebrow">Cricksy OCR · tuning run {{run}} · {{date}}</p>
        <h1>{{verdict}}</h1>
        <p class="lead">{{lead}}</p>
        </header>
        {{#hasCautions}}<ul class="cautions">{{#cautions}}<li>{{.}}</li>{{/cautions}}</ul>{{/hasCautions}}
        {{#headline}}<div class="headline">{{> table}}</div>{{/headline}}
        {{#comparisons}}{{> table}}{{/comparisons}}
        <div class="why">
        <div><h3>Why</h3>{{#reasons}}<p>{{.}}</p>{{/reasons}}</div>
        <div><h3>What to do next</h3>{{#next}}<p>{{text}}</p>{{#commands}}<pre>{{.}}</pre>{{/commands}}{{/next}}</div>
        </div>
        <nav>{{#sections}}<a href="#{{id}}">{{title}}</a>{{/sections}}</nav>
        {{#sections}}
        <section id="{{id}}">
        <h2>{{title}}</h2>
        {{#intro}}<p>{{.}}</p>{{/intro}}
        <div class="figures{{#sideBySide}} pair{{/sideBySide}}">
        {{#figures}}<figure>{{{svg}}}<figcaption>{{caption}}</figcaption></figure>
        {{/figures}}</div>
        {{#tables}}{{> table}}{{/tables}}
        </section>
        {{/sections}}
        <footer>Written by cricksy-bench. This page needs no network.</footer>
        </main>
        </body>
        </html>

        """

    static let table = """
        <div class="table"><table class="{{layout}}">
        <caption>{{caption}}</caption>
        <thead><tr>{{#columns}}<th class="{{style}}">{{title}}</th>{{/columns}}</tr></thead>
        <tbody>
        {{#rows}}<tr class="{{style}}">{{#cells}}<td class="{{style}}"{{#span}} colspan="{{.}}"{{/span}}>{{text}}{{#note}}<small>{{.}}</small>{{/note}}</td>\
        {{/cells}}{{#detailsTitle}}<td><details><summary>{{.}}</summary><ul>{{#details}}<li><code>{{path}}</code> \
        {{outcome}}: printed <b>{{expected}}</b>, read <b>{{found}}</b></li>{{/details}}</ul></details></td>{{/detailsTitle}}</tr>
        {{/rows}}</tbody>
        </table></div>

        """
}
