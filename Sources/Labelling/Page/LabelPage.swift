/// The page on which a draft is corrected: three files without a byte from elsewhere, and without a card in them.
enum LabelPage {
    static let html = """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width,initial-scale=1">
        <title>Correct a card</title>
        <link rel="stylesheet" href="page.css">
        </head>
        <body>
        <header>
        <div><h1 id="name"></h1><p id="state" role="status" aria-live="polite"></p></div>
        <div class="actions">
        <label class="check"><input type="checkbox" id="inconsistent"> does not add up in print</label>
        <button id="save" type="button">Save <kbd>Ctrl S</kbd></button>
        <button id="close" type="button" class="main">Save and close <kbd>Ctrl Enter</kbd></button>
        </div>
        </header>
        <main>
        <section id="viewer" aria-label="The page"><div id="sheet"><img id="picture" alt=""><div id="spot"></div></div></section>
        <section id="form">
        <p id="notice" hidden></p>
        <div id="queue"></div>
        <details id="laws" open><summary></summary><ul></ul></details>
        <div id="card"></div>
        <h2>Text of the page</h2>
        <p class="hint">All text, row by row. Unless you say that it is right, it counts in no figure.</p>
        <textarea id="text" spellcheck="false" rows="12" aria-label="Text of the page"></textarea>
        <label class="check"><input type="checkbox" id="textIsRight"> this text is right</label>
        <p class="keys"><kbd>Tab</kbd> next cell <kbd>Enter</kbd> right, go on <kbd>↑</kbd><kbd>↓</kbd> same column
        <kbd>F2</kbd> next doubtful cell <kbd>Ctrl Insert</kbd> row below <kbd>Ctrl Delete</kbd> remove row</p>
        </section>
        </main>
        <script src="page.js"></script>
        </body>
        </html>
        """

    static let script = LabelScript.model + LabelScript.view + LabelScript.work
}
