import type { SimulatorOptions } from '../../../simulator';
import { SpreadsheetModel, SpreadsheetUser } from '../../../simulator/spreadsheet';
import { aSimulator } from '../../support/a-simulator';

const SOURCE = `
  const cell = () => SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Лист1').getRange('B2');
  function write(then) {
    cell().setValue('new');
    if (then === 'flush') SpreadsheetApp.flush();
    if (then === 'read') cell().getValue();
    console.log('look');
    if (then === 'caught') { try { SpreadsheetApp.flush(); } catch (error) { return String(error); } }
    return 'returned';
  }
  function unlock() {
    const lock = LockService.getDocumentLock(); lock.tryLock(0);
    cell().setValue('late'); lock.releaseLock(); console.log('look');
  }
  function read() { return cell().getValue(); }`;

function bundling(options: Partial<SimulatorOptions> = {}) {
  const spreadsheet = new SpreadsheetModel();
  spreadsheet.quirks.defersErrors = true;
  const simulator = aSimulator(SOURCE, { spreadsheet, ...options });
  const seen: unknown[] = [];
  simulator.hooks = {
    before: ({ member }) => {
      if (member === 'console.log')
        seen.push(simulator.run({ function: 'read', user: 'boris', via: 'page' }).value);
    },
  };
  const write = (then: string) => simulator.run({ function: 'write', args: [then], via: 'menu' });
  return { simulator, seen, write, user: new SpreadsheetUser(spreadsheet) };
}

test('a bundled write is seen by other executions only after a flush, a read or the end', () => {
  const { simulator, seen, write, user } = bundling();

  for (const then of ['nothing', 'flush', 'read']) {
    user.enter('Лист1', 'B2', 'old');
    write(then);
  }

  expect(seen).toEqual(['old', 'new', 'new']);
  expect(simulator.run({ function: 'read', via: 'menu' }).value).toBe('new');
});

test('what was pending when a lock was released is applied after the release', () => {
  const { simulator, seen } = bundling();

  const { unflushedReleases } = simulator.run({ function: 'unlock', via: 'menu' });

  expect(unflushedReleases).toBe(1);
  expect(seen).toEqual(['']);
  expect(simulator.run({ function: 'read', via: 'menu' }).value).toBe('late');
});

test('a refusal that is still pending at the end fails the execution, on record for everybody', () => {
  const { simulator, write, user } = bundling();
  user.protect('Лист1', 'B2', ['boris']);

  const execution = write('nothing');

  expect(execution.outcome).toBe('threw');
  expect(execution.error?.message).toContain('You are trying to edit a protected cell');
  expect(simulator.disclosures.at(-1)?.text).toContain('protected cell');
  expect(write('caught').value).toContain('Exception: You are trying to edit a protected cell');
});

test('a write that a hook has refused is refused when its turn comes, and what waits behind it is lost', () => {
  const { simulator, write } = bundling();
  simulator.hooks = {
    before: (call) => {
      if (call.member === 'Range.setValue') call.refuseWrite('The service failed.');
    },
  };

  expect(write('caught').value).toBe('Exception: The service failed.');
  expect(simulator.run({ function: 'read', via: 'menu' }).value).toBe('');
});

test('what a killed execution still had pending is lost, and nothing of it reaches the next one', () => {
  const { simulator, write, user } = bundling();
  user.protect('Лист1', 'B2', ['boris']);
  simulator.hooks = { before: (call) => (call.member === 'console.log' ? call.kill() : undefined) };

  expect(write('nothing').outcome).toBe('killed');
  expect(simulator.run({ function: 'read', via: 'menu' })).toMatchObject({ outcome: 'returned', value: '' });
});

test('protections know the user as whom the script runs', () => {
  const { simulator, user } = bundling();
  user.protect('Лист1', 'B2', ['anna']);
  const as = (name: string) => simulator.run({ function: 'write', args: ['flush'], user: name, via: 'menu' });

  expect([as('anna').outcome, as('boris').outcome]).toEqual(['returned', 'threw']);
});
