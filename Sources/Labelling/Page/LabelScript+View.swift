extension LabelScript {
    /// Cells with their crops, tables, and the page with the spot that a cell was read from.
    static let view = #"""
        const pictures = {};
        let onPage = null, current = null;

        function element(name, attributes, ...children) {
          const made = document.createElement(name);
          for (const [key, value] of Object.entries(attributes || {})) {
            if (key === 'class') made.className = value;
            else if (key.startsWith('on')) made.addEventListener(key.slice(2), value);
            else made.setAttribute(key, value);
          }
          made.append(...children.filter(child => child !== null));
          return made;
        }

        /* A crop is the page's picture, moved and scaled by style alone. */
        function crop(place, height, widest) {
          const made = element('span', { class: 'crop', 'aria-hidden': 'true' });
          const picture = place && pictures[place.page];
          if (!picture) return made;
          const [x, y, width, high] = place.box;
          const margin = high * 0.25;
          const scale = Math.min(height / ((high + 2 * margin) * picture.naturalHeight), 3,
            widest / ((width + 2 * margin) * picture.naturalWidth));
          const [pageWidth, pageHeight] = [picture.naturalWidth * scale, picture.naturalHeight * scale];
          const sideways = margin * pageHeight;
          made.style.width = Math.max(8, width * pageWidth + 2 * sideways) + 'px';
          made.style.height = (high + 2 * margin) * pageHeight + 'px';
          made.style.backgroundImage = `url("${picture.src}")`;
          made.style.backgroundSize = `${pageWidth}px ${pageHeight}px`;
          made.style.backgroundPosition = `${-x * pageWidth + sideways}px ${-(y - margin) * pageHeight}px`;
          return made;
        }

        function input(cell, label) {
          let made;
          if (cell.kind === 'flag') {
            made = element('input', { type: 'checkbox' });
            made.checked = cell.value;
          } else if (cell.kind === 'choice') {
            made = element('select', {}, element('option', { value: '' }, ''),
              ...choices.map(choice => element('option', { value: choice }, choice)));
            made.value = cell.value;
          } else {
            made = element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false' });
            if (cell.kind !== 'text') made.inputMode = 'decimal';
            made.value = cell.value;
          }
          made.setAttribute('aria-label', label);
          made.cell = cell;
          made.addEventListener('input', () => change(cell, made));
          made.addEventListener('focus', () => {
            current = cell;
            show(cell.place || placeOfRow(made));
            if (made.select) made.select();
          });
          cell.inputs.push(made);
          return made;
        }

        function frame(cell, label, height = 20, widest = 150) {
          const made = element('span', { class: `frame ${cell.kind}` },
            height ? crop(cell.place, height, widest) : null, input(cell, label));
          cell.frames.push(made);
          if (cell.confidence !== null) {
            const how = cell.source === 'repaired' ? `repaired, read as ${cell.raw}`
              : cell.source === 'derived' ? 'not on the card: follows from other cells' : `read as ${cell.raw}`;
            made.title = `${how} (${Math.round(cell.confidence * 100)}%)`;
          }
          paint(cell);
          return made;
        }

        const isDoubtful = cell => !cell.settled && (cell.mark === 'row' || cell.isWrong
          || (cell.confidence !== null && cell.source !== 'derived'
            && (cell.confidence < DOUBTFUL || cell.source === 'repaired')));

        function paint(cell) {
          for (const made of cell.frames) {
            made.classList.toggle('doubt', isDoubtful(cell));
            made.classList.toggle('row', cell.mark === 'row');
            made.classList.toggle('sum', cell.mark === 'sum');
            made.classList.toggle('wrong', cell.isWrong === true);
            made.classList.toggle('settled', cell.settled);
          }
        }

        /* A cell that was not read is somewhere in its row. */
        function placeOfRow(made) {
          const line = made.closest('tr');
          const places = line && line.row ? Object.values(line.row.cells).map(cell => cell.place).filter(place => place) : [];
          if (!places.length) return null;
          const boxes = places.filter(place => place.page === places[0].page).map(place => place.box);
          const left = Math.min(...boxes.map(box => box[0])), top = Math.min(...boxes.map(box => box[1]));
          return { page: places[0].page, box: [left, top, Math.max(...boxes.map(box => box[0] + box[2])) - left,
            Math.max(...boxes.map(box => box[1] + box[3])) - top] };
        }

        function show(place) {
          const spot = document.getElementById('spot');
          if (!place || !pictures[place.page]) { spot.hidden = true; return; }
          const viewer = document.getElementById('viewer'), sheet = document.getElementById('sheet');
          const picture = pictures[place.page], shown = document.getElementById('picture');
          if (onPage !== place.page) { shown.src = picture.src; onPage = place.page; }
          const [x, y, width, high] = place.box;
          const fitting = viewer.clientWidth;
          const zoom = Math.min(4, Math.max(1, 26 / (high * fitting * picture.naturalHeight / picture.naturalWidth)));
          const wide = fitting * Math.min(zoom, Math.max(1, 0.8 / Math.max(width, 0.01)));
          const tall = wide * picture.naturalHeight / picture.naturalWidth;
          sheet.style.width = wide + 'px';
          spot.hidden = false;
          spot.style.left = x * wide - 4 + 'px';
          spot.style.top = y * tall - 3 + 'px';
          spot.style.width = width * wide + 8 + 'px';
          spot.style.height = high * tall + 6 + 'px';
          viewer.scrollTo({ left: (x + width / 2) * wide - viewer.clientWidth / 2,
            top: (y + high / 2) * tall - viewer.clientHeight / 2 });
        }

        function line(columns, cells) {
          return element('div', { class: 'line' }, ...columns.map(([key, , title]) =>
            element('label', {}, element('span', {}, title), frame(cells[key], title))));
        }

        function table(title, columns, rows, add) {
          const body = element('tbody', {});
          const made = element('table', {},
            element('thead', {}, element('tr', {}, ...columns.map(([, kind, name]) =>
              element('th', { class: kind }, name)), element('th', {}))), body);
          rows.forEach((row, index) => {
            const line = element('tr', {}, ...columns.map(([key, kind, name]) =>
              element('td', { class: kind }, frame(row.cells[key], `${title} ${index + 1}, ${name}`))),
              element('td', {}, element('button', { type: 'button', class: 'quiet', tabindex: '-1',
                'aria-label': `remove row ${index + 1} of ${title}`, onclick: () => remove(rows, row) }, '×')));
            line.list = rows;
            line.row = row;
            line.fresh = add;
            body.append(line);
          });
          const button = element('button', { type: 'button', class: 'quiet', onclick: () => insert(rows, rows.length, add) },
            'add a row');
          return element('div', { class: 'table' }, element('h3', {}, title), made, button);
        }

        function freshRow(name) { return () => ({ cells: cells(COLUMNS[name], 'new/', null) }); }
        function freshName(title) { return () => ({ cells: { name: cell('new', 'text', title, null) } }); }

        function draw() {
          const root = document.getElementById('card');
          const stays = made => made.isConnected && made.closest('#queue');
          for (const cell of write().all.values()) {
            cell.inputs = cell.inputs.filter(stays);
            cell.frames = cell.frames.filter(stays);
          }
          root.replaceChildren(element('h2', {}, 'Match'),
            table('teams', [['name', 'text', 'team']], card.teams, freshName('team')), line(HEADING, card.heading));
          card.innings.forEach((value, index) => {
            root.append(element('h2', {}, `Innings ${index + 1} `, element('button', { type: 'button', class: 'quiet',
              onclick: () => remove(card.innings, value) }, 'remove this innings')),
              line([['team', 'text', 'team']], value), line(TOTAL, value.total), line(EXTRAS, value.extras),
              table('batting', COLUMNS.batting, value.batting, freshRow('batting')),
              table('did not bat', [['name', 'text', 'player']], value.did_not_bat, freshName('did not bat')),
              table('bowling', COLUMNS.bowling, value.bowling, freshRow('bowling')),
              table('fall of wickets', COLUMNS.fall_of_wickets, value.fall_of_wickets, freshRow('fall_of_wickets')));
          });
          root.append(element('button', { type: 'button', onclick: () => insert(card.innings, card.innings.length,
            () => innings('new/', EMPTY)) }, 'Add an innings'));
          if (card.deliveries.length) root.append(element('h2', {}, 'Ball by ball'),
            table('balls', COLUMNS.deliveries, card.deliveries, freshRow('deliveries')));
        }

        """#
}
