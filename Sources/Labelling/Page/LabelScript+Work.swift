extension LabelScript {
    /// What a person does: change, check, settle, save.
    static let work = #"""
        let timer = null, asked = 0, unsaved = true;

        function change(cell, made) {
          cell.value = cell.kind === 'flag' ? made.checked : made.value;
          cell.settled = true;
          for (const other of cell.inputs) {
            if (other === made) continue;
            if (cell.kind === 'flag') other.checked = cell.value; else other.value = cell.value;
          }
          later();
        }
        function later() { unsaved = true; clearTimeout(timer); timer = setTimeout(check, 250); }

        function insert(list, at, fresh) {
          list.splice(at, 0, fresh());
          draw();
          later();
        }
        function remove(list, row) {
          list.splice(list.indexOf(row), 1);
          draw();
          later();
        }

        async function post(path, body) {
          const answer = await fetch(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });
          const value = await answer.json();
          if (!answer.ok) throw new Error(value.error || answer.statusText);
          return value;
        }

        async function check() {
          const mine = ++asked;
          const { truth, wrong, all } = write();
          for (const cell of all.values()) paint(cell);
          if (wrong.length) return say(`${wrong.length} cells hold no number.`, true);
          try {
            const report = await post('check', JSON.stringify(truth));
            if (mine !== asked) return;
            for (const [path, cell] of all) { cell.mark = report.cells[path] || ''; paint(cell); }
            laws(report, all);
            const left = [...all.values()].filter(isDoubtful).length;
            say(`${report.held} laws hold, ${report.broken.filter(law => !law.soft).length} do not; `
              + `${left} doubtful cells left.` + (report.problems.length ? ' Cannot be saved yet.' : ''),
              report.problems.length > 0);
          } catch (error) { say(error.message, true); }
        }

        function say(text, isBad) {
          const state = document.getElementById('state');
          state.textContent = text;
          state.classList.toggle('bad', isBad);
        }
        function note(text, isBad) {
          const notice = document.getElementById('notice');
          notice.hidden = text === '';
          notice.textContent = text;
          notice.classList.toggle('bad', isBad);
        }

        function laws(report, all) {
          const root = document.getElementById('laws');
          root.hidden = report.broken.length === 0;
          root.querySelector('summary').textContent = `Laws that do not hold: ${report.broken.length}`;
          root.querySelector('ul').replaceChildren(...report.broken.map(law => {
            const first = law.cells.map(path => all.get(path)).find(cell => cell);
            return element('li', { class: law.soft ? 'soft' : '' }, first
              ? element('button', { type: 'button', class: 'quiet', onclick: () => focusOn(first) }, law.says) : law.says);
          }));
        }

        /* Doubtful cells first: rows that break a law, then the least certain. */
        function queue() {
          const { all } = write();
          const list = [...all].filter(([, cell]) => isDoubtful(cell)).sort(([, left], [, right]) =>
            (right.mark === 'row') - (left.mark === 'row') || (left.confidence ?? 1) - (right.confidence ?? 1));
          const root = document.getElementById('queue');
          // What stands in a dismissal is looked at in one crop.
          const groups = new Map();
          for (const [path, cell] of list) {
            const key = path.replace(/\/(how_out|dismissal|fielder|bowler)$/, '/out');
            groups.set(key, [...(groups.get(key) || []), [path, cell]]);
          }
          root.replaceChildren(...[...groups.values()].map(group => {
            const whole = group.find(([path]) => path.endsWith('/dismissal')) || group[0];
            const ordered = [whole, ...group.filter(one => one !== whole)];
            return element('div', { class: 'doubtful' }, element('span', { class: 'where' }, where(whole[0])),
              ...ordered.map(([path, cell], index) => frame(cell, where(path), index ? 0 : 38, 320)));
          }));
          if (list.length) root.prepend(element('h2', {}, `Look at these ${list.length} first`));
        }
        function where(path) {
          const [, at, name, row, leaf] = path.split('/');
          if (!path.startsWith('innings/')) return path.replaceAll('_', ' ');
          const rows = card.innings[at][name];
          const who = Array.isArray(rows) && rows[row].cells.player ? valueOf(rows[row].cells.player) || `row ${+row + 1}` : '';
          return `${+at + 1}: ` + [name, who, leaf || (who ? '' : row)].filter(part => part).join(', ').replaceAll('_', ' ');
        }

        const visible = cell => cell.inputs.find(made => made.isConnected && !made.closest('#queue'))
          || cell.inputs.find(made => made.isConnected);
        function focusOn(cell) { const made = visible(cell); if (made) made.focus(); }
        function jump(step) {
          const list = [...write().all.values()].filter(isDoubtful);
          if (!list.length) return;
          const at = list.indexOf(current);
          focusOn(list[(at + step + list.length) % list.length]);
        }

        async function save(andClose) {
          note('', false);
          const { truth, wrong, all } = write();
          if (wrong.length) return note('Some cells hold no number; they are outlined.', true);
          const places = {};
          for (const [path, cell] of all) if (cell.place) places[path] = [cell.place.page, ...cell.place.box];
          try {
            const answer = await post('save', JSON.stringify({ truth: JSON.stringify(truth), places,
              text: document.getElementById('text').value,
              textIsRight: document.getElementById('textIsRight').checked }));
            unsaved = false;
            note(`Saved as ${answer.saved}.`, false);
            if (!andClose) return;
            await post('close', '{}');
            document.body.replaceChildren(element('p', { class: 'done' },
              `Saved as ${answer.saved}. You can close this page.`));
          } catch (error) { note(error.message, true); }
        }

        document.addEventListener('keydown', event => {
          const made = event.target, line = made.closest && made.closest('tr');
          if (event.ctrlKey && event.key === 's') { event.preventDefault(); return save(false); }
          if (event.ctrlKey && event.key === 'Enter') { event.preventDefault(); return save(true); }
          if (event.key === 'F2') { event.preventDefault(); return jump(event.shiftKey ? -1 : 1); }
          if (!made.cell) return;
          if (event.ctrlKey && line && line.list && (event.key === 'Insert' || event.key === 'Delete')) {
            event.preventDefault();
            const at = line.list.indexOf(line.row);
            return event.key === 'Insert' ? insert(line.list, at + 1, line.fresh) : remove(line.list, line.row);
          }
          const vertical = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (event.key === 'Enter') { event.preventDefault(); settle(made); }
          else if (vertical && made.tagName !== 'SELECT' && line) { event.preventDefault(); step(made, vertical); }
        });
        function settle(made) {
          made.cell.settled = true;
          paint(made.cell);
          later();
          if (!made.closest('#queue')) return step(made, 1);
          const waiting = [...document.querySelectorAll('#queue input, #queue select')];
          const next = waiting.slice(waiting.indexOf(made) + 1).concat(waiting).find(other => !other.cell.settled);
          if (next) next.focus(); else document.getElementById('save').focus();
        }
        function step(made, by) {
          const line = made.closest('tr');
          const other = line && (by > 0 ? line.nextElementSibling : line.previousElementSibling);
          const target = other && other.children[made.closest('td').cellIndex].querySelector('input, select');
          if (target) target.focus();
        }

        async function load() {
          const draft = await (await fetch('draft.json')).json();
          await Promise.all(draft.pages.map(async page => {
            const picture = new Image();
            picture.src = `pages/${page}.jpg`;
            await picture.decode();
            pictures[page] = picture;
          }));
          fields = draft.fields;
          choices = draft.howOut;
          document.title = draft.name;
          document.getElementById('name').textContent = draft.name;
          document.getElementById('text').value = draft.text;
          document.getElementById('save').onclick = () => save(false);
          document.getElementById('close').onclick = () => save(true);
          document.getElementById('inconsistent').onchange = later;
          if (draft.pages.length) { document.getElementById('picture').src = pictures[draft.pages[0]].src; onPage = draft.pages[0]; }
          card = modelOf(draft.truth);
          draw();
          await check();
          queue();
          const first = document.querySelector('#queue input, #queue select');
          if (first) first.focus({ preventScroll: true });
          document.body.dataset.ready = 'yes';
        }
        addEventListener('beforeunload', event => { if (unsaved && document.getElementById('card')) event.preventDefault(); });
        load().catch(error => note(error.message, true));

        """#
}
