/// The page's script, part by part; the parts are one file for the browser.
enum LabelScript {
    /// The card as cells that remember how they were read.
    static let model = #"""
        'use strict';
        const COLUMNS = {
          batting: [['player', 'text', 'batter'], ['captain', 'flag', 'c'], ['keeper', 'flag', 'wk'],
            ['how_out', 'choice', 'how out'], ['dismissal', 'text', 'as printed'], ['fielder', 'text', 'fielder'],
            ['bowler', 'text', 'bowler'], ['runs', 'whole', 'R'], ['balls', 'whole', 'B'], ['fours', 'whole', '4s'],
            ['sixes', 'whole', '6s'], ['minutes', 'whole', 'min'], ['strike_rate', 'decimal', 'SR']],
          bowling: [['player', 'text', 'bowler'], ['overs', 'text', 'O'], ['maidens', 'whole', 'M'], ['runs', 'whole', 'R'],
            ['wickets', 'whole', 'W'], ['wides', 'whole', 'wd'], ['no_balls', 'whole', 'nb'], ['economy', 'decimal', 'econ']],
          fall_of_wickets: [['wicket', 'whole', 'wicket'], ['runs', 'whole', 'score'], ['player', 'text', 'batter'],
            ['over', 'text', 'over']],
          deliveries: [['over', 'whole', 'over'], ['ball', 'whole', 'ball'], ['batsman', 'text', 'batter'],
            ['bowler', 'text', 'bowler'], ['runs', 'whole', 'runs'], ['is_wicket', 'flag', 'wicket'],
            ['extra_type', 'text', 'extra']],
        };
        const TOTAL = [['runs', 'whole', 'runs'], ['wickets', 'whole', 'wickets'], ['overs', 'text', 'overs'],
          ['declared', 'flag', 'declared']];
        const EXTRAS = [['total', 'whole', 'extras'], ['byes', 'whole', 'b'], ['leg_byes', 'whole', 'lb'],
          ['wides', 'whole', 'w'], ['no_balls', 'whole', 'nb'], ['penalty', 'whole', 'pen']];
        const HEADING = [['toss', 'text', 'toss'], ['result', 'text', 'result'], ['match_type', 'text', 'kind of match'],
          ['venue', 'text', 'venue'], ['date', 'text', 'date']];
        const DOUBTFUL = 0.9;
        let fields = {}, card, choices = [];

        function cell(path, kind, title, value) {
          const read = fields[path];
          const box = read && read.box ? { page: read.page, box: read.box } : null;
          return { kind, title, value: value === null || value === undefined ? (kind === 'flag' ? false : '') : value,
            place: box, raw: read ? read.raw : '', source: read ? read.source : '', at: path,
            confidence: read ? read.confidence : null, settled: false, mark: '', inputs: [], frames: [] };
        }
        function cells(columns, path, object) {
          return Object.fromEntries(columns.map(([key, kind, title]) =>
            [key, cell(path + key, kind, title, object ? object[key] : null)]));
        }
        function rows(name, path, list) {
          return list.map((entry, index) => ({ cells: cells(COLUMNS[name], `${path}${index}/`, entry), entry }));
        }
        function names(title, path, list) {
          return list.map((value, index) => ({ cells: { name: cell(path + index, 'text', title, value) } }));
        }
        function innings(path, value) {
          return { team: cell(path + 'team', 'text', 'team', value.team),
            total: cells(TOTAL, path + 'total/', value.total), extras: cells(EXTRAS, path + 'extras/', value.extras),
            batting: rows('batting', path + 'batting/', value.batting),
            did_not_bat: names('did not bat', path + 'did_not_bat/', value.did_not_bat),
            bowling: rows('bowling', path + 'bowling/', value.bowling),
            fall_of_wickets: rows('fall_of_wickets', path + 'fall_of_wickets/', value.fall_of_wickets) };
        }
        function modelOf(truth) {
          return { teams: names('team', 'teams/', truth.teams), heading: cells(HEADING, '', truth),
            innings: truth.innings.map((value, index) => innings(`innings/${index}/`, value)),
            deliveries: rows('deliveries', 'deliveries/', truth.deliveries || []) };
        }
        const EMPTY = { team: null, total: {}, extras: {}, batting: [], did_not_bat: [], bowling: [], fall_of_wickets: [] };

        /* What a cell says, or undefined when it cannot be what is written there. */
        function valueOf(cell) {
          if (cell.kind === 'flag') return cell.value ? true : null;
          const text = String(cell.value).trim();
          if (text === '') return null;
          if (cell.kind === 'whole') return /^-?\d{1,9}$/.test(text) ? Number(text) : undefined;
          if (cell.kind === 'decimal') return /^-?\d{1,9}([.,]\d{1,6})?$/.test(text) ? Number(text.replace(',', '.')) : undefined;
          return text;
        }

        /* Writes the card as truth.json has it, and renames its cells by the places that they have now. */
        function write() {
          const wrong = [];
          const all = new Map();
          const one = (cell, path) => {
            all.set(path, cell);
            const value = valueOf(cell);
            cell.isWrong = value === undefined;
            if (cell.isWrong) { wrong.push(path); return null; }
            return value;
          };
          const object = (cells, path) => Object.fromEntries(
            Object.entries(cells).map(([key, value]) => [key, one(value, path + key)]));
          const list = (rows, path) => rows.map((row, index) => object(row.cells, `${path}${index}/`));
          const texts = (rows, path) => rows.map((row, index) => one(row.cells.name, path + index)).filter(text => text !== null);
          const truth = { schema: 1, teams: texts(card.teams, 'teams/'), ...object(card.heading, ''), innings: [] };
          card.innings.forEach((value, index) => {
            const path = `innings/${index}/`;
            const batting = list(value.batting, path + 'batting/');
            value.batting.forEach((row, at) => {
              if (row.entry && row.entry.dismissal_accept && row.entry.dismissal === batting[at].dismissal)
                batting[at].dismissal_accept = row.entry.dismissal_accept;
            });
            truth.innings.push({ team: one(value.team, path + 'team'), total: object(value.total, path + 'total/'),
              extras: object(value.extras, path + 'extras/'), batting,
              did_not_bat: texts(value.did_not_bat, path + 'did_not_bat/'), bowling: list(value.bowling, path + 'bowling/'),
              fall_of_wickets: list(value.fall_of_wickets, path + 'fall_of_wickets/') });
          });
          if (document.getElementById('inconsistent').checked) truth.printedInconsistent = true;
          const balls = list(card.deliveries, 'deliveries/');
          if (balls.length) truth.deliveries = balls.map(ball => ({ ...ball, batsman: ball.batsman || '',
            bowler: ball.bowler || '', over: ball.over || 0, ball: ball.ball || 0, runs: ball.runs || 0,
            is_wicket: ball.is_wicket === true }));
          return { truth, wrong, all };
        }

        """#
}
