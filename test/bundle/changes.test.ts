/** «Изменения» in the bundle: what it costs, what it tells and when, and what becomes of it with its memory. */
import { connect, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { changesBy, MEMORY, picture } from '../../world/sheets';
import { sheetCalls } from '../../cli/bench/sheet-calls';
import { anOffice, copyOf, userOf } from './support/workbook';

const CHANGES = 'Изменения';
const COLUMNS = 9;
type Line = readonly unknown[];

function office(settings: Record<string, unknown> = { changesSheet: true }): World {
  const world = anOffice();
  connect(world, settings);
  refreshed(world);
  return world;
}

/** Invoice, event, before, after and change of the sum of each line. */
function told({ spreadsheet }: World): readonly Line[] {
  const sheet = spreadsheet.sheetNamed(CHANGES);
  if (sheet === undefined) return [];
  const area = { row: 3, column: 2, rows: Math.max(1, sheet.lastRow() - 2), columns: COLUMNS };
  return sheet
    .map(area, (cell) => cell?.value ?? '')
    .map(([invoice, , , event, before, after, , amount]) => [invoice, event, before, after, amount]);
}

const noteOf = (world: World): readonly string[] => userOf(world).cell(CHANGES, 'B2').note.split('\n');
const shown = (world: World): unknown => picture(world, [CHANGES]);
const later = (world: World): World => {
  world.clock.advance(15 * MINUTE);
  return world;
};
const messageOf = (world: World): string => progressOf(world).message;
/** The ids by which invoices were asked for. */
const askedById = (world: World): readonly unknown[] =>
  refreshed(later(world)).flatMap(({ method, params }) => {
    const filter = (params as { filter?: Record<string, unknown> }).filter ?? {};
    const isById = method === 'crm.item.list' && filter['@id'] !== undefined;
    return isById && (params as { entityTypeId?: unknown }).entityTypeId === 31 ? [filter['@id']] : [];
  });

const BEGUN: Line = ['', 'Журнал начат', '', '3 счёта', 600];

describe('The sheet of changes', () => {
  it('begins with the total of the report, which is no change', () => {
    const world = office();
    expect(told(world)).toEqual([BEGUN]);
    expect(noteOf(world).slice(0, 2)).toEqual([
      'С прошлого обновления: изменений нет',
      'Столбец «Изменение суммы» сходится с «Всего счетов на сумму»',
    ]);
    expect(messageOf(world)).not.toContain('Изменений с прошлого обновления');
  });

  it('tells what has changed, also by how many lines and since when', () => {
    const world = office();
    world.data.changeInvoice(1, { OPPORTUNITY: 150.5 });
    world.data.deleteInvoice(2);
    refreshed(later(world));
    expect(told(world)).toEqual([
      ['1', 'Изменена сумма', '100,00', '150,50', 50.5],
      ['2', 'Удалён или недоступен', '', '', -200],
      BEGUN,
    ]);
    expect(noteOf(world).slice(0, 2)).toEqual([
      'С прошлого обновления: 2 изменения',
      'Прошлое обновление: 20.05.2026 12:00',
    ]);
    expect(messageOf(world)).toContain('Изменений с прошлого обновления: 2.');
  });

  it('is not touched by a refresh without events', () => {
    const world = office();
    const before = shown(world);
    expect(changesBy(startOnce(later(world)).ledger)).toEqual([]);
    expect(shown(world)).toEqual(before);
  });

  it('asks for those that are gone, once for fifty of them, and for nothing else', () => {
    const world = office();
    world.data.changeInvoice(1, { OPPORTUNITY: 1 });
    expect(askedById(world)).toEqual([]);
    world.data.deleteInvoice(1);
    world.data.changeInvoice(2, { BEGINDATE: '2025-01-01' });
    expect(askedById(world)).toEqual([[1, 2]]);
    expect(told(world).slice(0, 2)).toEqual([
      ['1', 'Удалён или недоступен', '', '', -1],
      ['2', 'Вышел из периода', '20.05.2026', '01.01.2025', -200],
    ]);
  });

  it('asks for nobody after another selection', () => {
    const world = office();
    world.data.deleteInvoice(1);
    connect(world, { period: { preset: 'month', from: null, to: null } });
    expect(askedById(world)).toEqual([]);
    expect(told(world).slice(0, 2)).toEqual([
      [
        ...['', 'Изменён отбор'],
        '01.04.2026 – 30.06.2026, «Дата счёта», без проваленных',
        '01.05.2026 – 31.05.2026, «Дата счёта», без проваленных',
        '',
      ],
      ['', 'Изменён отбор', '', '', -100],
    ]);
  });

  it('is told by a refresh of all sheets what those of «Краткий» alone have passed over', () => {
    const world = office();
    const before = shown(world);
    world.data.changeInvoice(1, { OPPORTUNITY: 150 });
    refreshed(later(world), true);
    world.data.changeInvoice(1, { OPPORTUNITY: 175 });
    refreshed(later(world), true);
    expect(shown(world)).toEqual(before);
    refreshed(later(world));
    expect(told(world)).toEqual([['1', 'Изменена сумма', '100,00', '175,00', 75], BEGUN]);
  });

  it('costs a bounded number of calls', () => {
    const counts = (settings: Record<string, unknown>): number[] => {
      const world = office(settings);
      const calls = (): number => sheetCalls(startOnce(later(world)).ledger.toRecord());
      const unchanged = calls();
      world.data.changeInvoice(1, { OPPORTUNITY: 777 });
      world.data.deleteInvoice(2);
      return [unchanged, calls()];
    };
    const [none, journal] = [counts({}), counts({ changesSheet: true })];
    const more = journal.map((count, index) => count - (none[index] ?? 0));
    expect(more[0]).toBeLessThanOrEqual(20);
    expect(more[1]).toBeLessThanOrEqual(38);
  });
});

describe('The journal', () => {
  it('is kept while the sheet is off, at no request more, and told when it is on', () => {
    const world = office({ changesSheet: true });
    connect(world, { changesSheet: false });
    world.data.deleteInvoice(1);
    world.data.addInvoice({ ID: 7, OPPORTUNITY: 70 });
    expect(askedById(world)).toEqual([]);
    const before = told(world);
    expect(before).toEqual([BEGUN]);
    connect(world, { changesSheet: true });
    expect(askedById(world)).toEqual([[1]]);
    expect(told(world)).toEqual([
      ['1', 'Удалён или недоступен', '', '', -100],
      ['7', 'Новый счёт', '', '', 70],
      BEGUN,
    ]);
  });

  it('outlives a cleared cache, and a refresh that keeps nothing', () => {
    const world = office();
    world.simulator.page().call('clearCache');
    world.data.changeInvoice(1, { OPPORTUNITY: 150 });
    refreshed(later(world));
    connect(world, { cacheTtlSeconds: 0 });
    world.data.changeInvoice(1, { OPPORTUNITY: 160 });
    refreshed(later(world));
    expect(told(world)).toEqual([
      ['1', 'Изменена сумма', '150,00', '160,00', 10],
      ['1', 'Изменена сумма', '100,00', '150,00', 50],
      BEGUN,
    ]);
  });

  it('begins anew where somebody has deleted the memory, or damaged it', () => {
    const world = office();
    world.data.changeInvoice(1, { OPPORTUNITY: 150 });
    refreshed(later(world));
    userOf(world).delete(MEMORY);
    expect(refresh(later(world)).progress.state).toBe('done');
    expect(told(world)).toEqual([['', 'Журнал начат', '', '3 счёта', 650]]);
    for (const cell of ['A1', 'B1']) userOf(world).enter(MEMORY, cell, 'x');
    world.data.changeInvoice(1, { OPPORTUNITY: 100 });
    expect(refresh(later(world)).progress.state).toBe('done');
    expect(told(world)).toEqual([BEGUN]);
  });

  it('begins anew in a copy of the file, and with another connection', () => {
    const world = office();
    world.data.changeInvoice(1, { OPPORTUNITY: 150 });
    refreshed(later(world));
    const copy = copyOf(world);
    connect(copy, { changesSheet: true });
    refreshed(later(copy));
    expect(told(copy)).toEqual([['', 'Журнал начат', '', '3 счёта', 650]]);
    expect(told(world)).toHaveLength(2);
  });
});
