import { SpreadsheetModel, SpreadsheetUser } from '../../../simulator/spreadsheet';
import { aSimulator } from '../../support/a-simulator';

test('people may rename, move and delete sheets and insert rows between any two calls of a script', () => {
  const spreadsheet = new SpreadsheetModel();
  const simulator = aSimulator(
    `function main() {
       const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Лист1');
       sheet.getRange('A1').setValue('x');
       console.log('meanwhile');
       const seen = [sheet.getName(), sheet.getIndex(), sheet.getRange('A3').getValue()];
       console.log('meanwhile');
       try { sheet.getRange('A1').getValue(); } catch (error) { return seen.concat(error.message).join('; '); }
     }`,
    { spreadsheet },
  );
  const user = new SpreadsheetUser(spreadsheet);
  const doings = [
    () => {
      user.addSheet('Первый', 0);
      user.rename('Лист1', 'Переименован');
      user.insertRows('Переименован', 0, 2);
    },
    () => user.delete('Переименован'),
  ];
  simulator.hooks = { before: ({ member }) => (member === 'console.log' ? doings.shift()?.() : undefined) };

  expect(simulator.run({ function: 'main', via: 'menu' }).value).toBe(
    'Переименован; 2; x; Sheet 0 not found',
  );
});

test('a hidden sheet can be read by everybody', () => {
  const spreadsheet = new SpreadsheetModel();
  new SpreadsheetUser(spreadsheet).addSheet('Тайный');
  const simulator = aSimulator(
    `const secret = () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Тайный');
     function hide() { secret().getRange('A1').setValue('x'); secret().hideSheet(); }
     function read() { return secret().getRange('A1').getValue(); }`,
    { spreadsheet },
  );
  simulator.run({ function: 'hide', user: 'anna', via: 'menu' });

  expect(simulator.run({ function: 'read', user: 'boris', via: 'menu' }).value).toBe('x');
});

test('triggers fire while another execution is running, and that one sees what they changed', () => {
  const simulator = aSimulator(`
    function install() { ScriptApp.newTrigger('tick').timeBased().everyMinutes(1).create(); }
    function tick() { const cache = CacheService.getUserCache(); cache.put('ticks', Number(cache.get('ticks')) + 1); }
    function main() { console.log('wait'); return CacheService.getUserCache().get('ticks'); }`);
  simulator.run({ function: 'install', via: 'menu' });
  simulator.hooks = {
    before: ({ member }) => (member === 'console.log' ? void simulator.passTime(120_000) : undefined),
  };

  expect(simulator.run({ function: 'main', via: 'menu' }).value).toBe('2');
});

test('a user has thirty executions at once; the next one is refused, another user goes on', () => {
  const simulator = aSimulator("function main() { console.log('deeper'); }");
  const refused: (string | undefined)[] = [];
  let depth = 0;
  simulator.hooks = {
    before: () => {
      depth++;
      const { error } = simulator.run({ function: 'main', user: 'anna', via: 'page' });
      if (error) refused.push(error.message);
    },
  };
  simulator.run({ function: 'main', user: 'anna', via: 'page' });

  expect(depth).toBe(30);
  expect(refused).toEqual([
    'There are too many scripts running simultaneously for this Google user account.',
  ]);
});
