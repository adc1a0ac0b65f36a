internal import Mustache

/// The live page's templates, and the little that its script does: without one the page reloads itself.
enum LiveTemplate {
    static let page = "live-page"
    static let body = "live-body"
    /// What the script is told when there is a report to show.
    static let over = "<p data-over=\"1\">The study is finished.</p>"

    private static let texts = [
        (
            page,
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta name="color-scheme" content="light dark"/>
            <noscript><meta http-equiv="refresh" content="5"/></noscript>
            <title>{{title}}</title>
            <style>{{{style}}}</style>
            <script src="live.js" defer="defer"></script>
            </head>
            <body>
            <a class="skip" href="#standings">Skip to the standings</a>
            <main id="live">
            {{> live-body}}
            </main>
            </body>
            </html>

            """
        ),
        (
            body,
            """
            <header>
            <p class="eyebrow">Cricksy OCR · tuning run {{run}}, live</p>
            <h1>{{headline}}</h1>
            <p class="lead" role="status">{{status}}</p>
            {{#hasShare}}<progress max="100" value="{{share}}" aria-label="Readings done">{{share}}%</progress>{{/hasShare}}
            <p class="facts">{{#facts}}<span>{{.}}</span> {{/facts}}</p>
            </header>
            <section id="standings" aria-labelledby="standings-title">
            <h2 id="standings-title">Standings</h2>
            {{#chart}}<figure><div class="scroll" role="group" aria-label="Plot" tabindex="0">{{{.}}}</div>\
            <figcaption>As each stands against the leader on the documents that both have read; hollow marks left the search.</figcaption></figure>{{/chart}}
            {{#standings}}{{> table}}{{/standings}}
            </section>
            <footer>{{footer}}</footer>

            """
        ),
        ("table", ReportTemplate.table),
    ]

    static let style = """
        progress{width:100%;height:14px;accent-color:var(--winner)}
        .facts{display:flex;flex-wrap:wrap;gap:4px 22px;color:var(--soft);font-size:14px;margin-top:10px;max-width:none}
        tr.left{color:var(--soft)}

        """

    /// Asks for the body every two seconds and puts it in place when it has changed, scroll and focus kept.
    static let script = """
        'use strict';
        (() => {
          const live = document.getElementById('live');
          let shown = '', misses = 0;
          async function look() {
            try {
              const answer = await fetch('live', {cache: 'no-store'});
              const text = await answer.text();
              misses = 0;
              if (text.includes('data-over')) { location.reload(); return; }
              if (answer.ok && text !== shown && answer.headers.get('content-type').startsWith('text/html')) {
                const places = [...live.querySelectorAll('.table,.scroll')].map(e => e.scrollLeft);
                const focused = [...live.querySelectorAll('[tabindex]')].indexOf(document.activeElement);
                live.innerHTML = text;
                live.querySelectorAll('.table,.scroll').forEach((e, i) => { e.scrollLeft = places[i] || 0; });
                if (focused >= 0) live.querySelectorAll('[tabindex]')[focused]?.focus({preventScroll: true});
                shown = text;
              }
            } catch {
              if (++misses === 3) {
                const status = live.querySelector('[role=status]');
                if (status) status.textContent = 'The server of this page has ended.';
              }
            }
            setTimeout(look, 2000);
          }
          setTimeout(look, 2000);
        })();

        """

    static func render(_ name: String, _ page: LivePage) throws(ReportError) -> String {
        var library = MustacheLibrary()
        for (name, text) in texts {
            do {
                try library.register(text, named: name)
            } catch {
                throw .template(name: name, reason: "\(error)")
            }
        }
        guard let text = library.render(page, withTemplate: name) else {
            throw .template(name: name, reason: "it is not there")
        }
        return text
    }
}
