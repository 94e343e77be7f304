/** «Проверка данных» in the bundle: what it tells of a portal's faults, since when, and what a kill leaves of it. */
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { makeFaultyData, PAID_SUM } from '../../portal/data/faulty-data';
import { sheetCalls } from '../../cli/bench/sheet-calls';
import { CHECK_NAMES } from '../../src/domain/check-names';
import { CHECK_TITLES } from '../../src/texts/check-titles';
import { connect, type World, type WorldOptions } from '../../world/make-world';
import { aWorld } from '../../world/a-world';
import { MINUTE } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { changesBy, CHECKS, lines, MEMORY } from '../../world/sheets';
import { expectedLines } from '../oracle/expected-checks';
import { survived } from './support/kills';
import { userOf } from './support/workbook';

const TODAY = '2026-05-20';
const DAY = 24 * 60 * MINUTE;
const FIELDS = { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE, paidSumField: PAID_SUM };
const ON = { checksSheet: true, ...FIELDS };
/** The day number of today; the next ones follow. */
const FIRST = 46_162;

const aFaultyWorld = (options: WorldOptions = {}): World =>
  aWorld((clock) => makeFaultyData({ clock, today: TODAY }), options);

function made(settings: object = {}, options: WorldOptions = {}): World {
  const world = aFaultyWorld(options);
  connect(world, { ...ON, ...settings });
  refreshed(world);
  return world;
}

/** Number, importance, title and details of each line. */
const told = (world: World): unknown[][] =>
  lines(world, CHECKS).map(([number, , , ...texts]) => [number, ...texts.slice(0, 3)]);
/** Number and title with the day since when. */
const since = (world: World): unknown[][] =>
  lines(world, CHECKS).map(([number, , , , title, , day]) => [number, title, Number(day) - FIRST]);
const noteOf = (world: World): string[] => userOf(world).cell(CHECKS, 'B2').note.split('\n');
const later = (world: World, days = 1): void => world.clock.sleep(days * DAY);

describe('The remarks about a portal with every fault', () => {
  it.each(['old', 'mid', 'new'] as const)(
    'are those of its records, on a portal of the %s generation',
    (generation) => {
      const world = made({}, { portal: { generation } });
      const expected = expectedLines(world.data, {
        ...{ from: '2026-04-01', to: '2026-06-30', periodField: 'BEGINDATE', excludeFailed: true },
        ...{ ...FIELDS, zone: '+03:00', today: TODAY, dueDateField: 'CLOSEDATE', dueDays: 0 },
        ...{ dueDateTitle: 'Срок оплаты', skipped: [] },
      }).map(({ invoice, fault: [check, importance, details] }) => [
        ...[invoice.number || `id ${invoice.id}`, importance, CHECK_TITLES[check as never], details],
      ]);
      const cut = ['К сведению', 'Текст сокращён', 'Слишком длинный текст: «Наименование товара».'];
      const last = world.data.invoices.size;
      expect(told(world)).toEqual([...expected, [`СЧ-${last}`, ...cut]]);
      const titles = new Set(told(world).map(([, , title]) => title));
      expect(CHECK_NAMES.filter((name) => !titles.has(CHECK_TITLES[name]))).toEqual([
        ...['rows-unavailable', 'row-empty', 'date-missing'],
      ]);
    },
  );

  it('lead to their invoices, and the result and the note count them', () => {
    const world = made();
    const errors = told(world).filter(([, importance]) => importance === 'Ошибка').length;
    const [number] = told(world)[0] ?? [];
    const id = [...world.data.invoices.values()].find(({ ACCOUNT_NUMBER }) => ACCOUNT_NUMBER === number)?.ID;
    expect(
      userOf(world)
        .cell(CHECKS, 'B3')
        .runs.map(({ link }) => link),
    ).toEqual([`https://demo.bitrix24.ru/crm/type/31/details/${id}/`]);
    expect(progressOf(world).message).toContain(
      `\nПроверка данных: ошибок ${errors}, новых замечаний 0, снято 0.\n`,
    );
    expect(noteOf(world)[0]).toMatch(new RegExp(`^Ошибок: ${errors}, внимание: \\d+, к сведению: \\d+$`));
    expect(noteOf(world)[1]).toBe('С прошлого обновления: новых 0, снято 0');
  });

  it('name every invoice that the result names', () => {
    const world = made();
    const named = [...progressOf(world).message.matchAll(/№ (\S+) \(id/g)].map(([, number]) => number);
    expect(named.length).toBeGreaterThan(3);
    const numbers = new Set(told(world).map(([number]) => number));
    expect(named.filter((number) => !numbers.has(number))).toEqual([]);
  });
});

describe('A remark', () => {
  it('is gone when it is mended, its neighbours keep their days, and broken again it is of that day', () => {
    const world = made();
    const before = since(world);
    expect(before.every(([, , day]) => day === 0)).toBe(true);
    const broken = [...world.data.invoices.values()].find(({ CURRENCY_ID }) => CURRENCY_ID === '');
    const id = broken?.ID ?? 0;
    const isOf = ([number, title]: unknown[]): boolean =>
      number === broken?.ACCOUNT_NUMBER && title === 'Нет валюты';
    later(world);
    world.data.changeInvoice(id, { CURRENCY_ID: 'RUB' });
    refreshed(world);
    expect(since(world)).toEqual(before.filter((line) => !isOf(line)));
    expect(noteOf(world)[1]).toBe('С прошлого обновления: новых 0, снято 1');
    later(world);
    world.data.changeInvoice(id, { CURRENCY_ID: '' });
    refreshed(world);
    expect(since(world)).toEqual(before.map((line) => (isOf(line) ? [line[0], line[1], 2] : line)));
    expect(progressOf(world).message).toContain('новых замечаний 1, снято 0.');
  });

  it('of a check that is skipped has no line, is counted in the note, and is of a new day afterwards', () => {
    const world = made();
    const before = since(world);
    const isOf = ([, title]: unknown[]): boolean => title === 'Нет валюты' || title === 'Нет номера';
    later(world);
    connect(world, { skippedChecks: ['currency-missing', 'number-missing'] });
    refreshed(world);
    expect(since(world)).toEqual(before.filter((line) => !isOf(line)));
    expect(noteOf(world).slice(1, 3)).toEqual([
      'С прошлого обновления: новых 0, снято 0',
      'Выключено проверок: 2',
    ]);
    connect(world, { skippedChecks: [] });
    refreshed(world);
    expect(since(world)).toEqual(before.map((line) => (isOf(line) ? [line[0], line[1], 1] : line)));
  });

  it('keeps its day while its invoice is in another period, while the sheet is off and when the cache is cleared', () => {
    const world = made();
    const before = since(world);
    later(world);
    connect(world, { period: { preset: 'custom', from: '2026-01-01', to: '2026-02-01' } });
    refreshed(world);
    expect(told(world)).toEqual([['', '', 'Замечаний нет', '']]);
    connect(world, { period: { preset: 'quarter', from: null, to: null }, checksSheet: false });
    refreshed(world);
    connect(world, { checksSheet: true });
    world.simulator.page().call('clearCache');
    refreshed(world);
    expect(since(world)).toEqual(before);
  });

  it('is of today where nobody remembers it', () => {
    const world = made();
    later(world);
    userOf(world).delete(MEMORY);
    refreshed(world);
    expect(since(world).every(([, , day]) => day === 1)).toBe(true);
    expect(noteOf(world)[1]).toBe('С прошлого обновления: новых 0, снято 0');
  });
});

describe('The sheet', () => {
  it('is written no cell where nothing has changed', () => {
    const world = made();
    later(world);
    expect(changesBy(startOnce(world).ledger)).toEqual([]);
  });

  it('costs a bounded number of calls', () => {
    const calls = (settings: object): number[] => {
      const world = made({ checksSheet: false, ...settings });
      const count = (): number => {
        world.clock.sleep(MINUTE);
        return sheetCalls(startOnce(world).ledger.toRecord());
      };
      const unchanged = count();
      for (const id of [1, 2, 3]) world.data.changeInvoice(id, { OPPORTUNITY: 777 });
      return [unchanged, count()];
    };
    const [plain, checks] = [calls({}), calls({ checksSheet: true })];
    const more = checks.map((count, index) => count - (plain[index] ?? 0));
    expect([(more[0] ?? NaN) <= 20, (more[1] ?? NaN) <= 38]).toEqual([true, true]);
  });

  it('killed at any change of the spreadsheet is made right by the next refresh, days and all', () => {
    const edit = (world: World): void => {
      later(world);
      world.data.changeInvoice(1, { CURRENCY_ID: '' });
      world.data.changeInvoice(2, { COMPANY_ID: 4 });
    };
    const right = made();
    edit(right);
    refreshed(right);
    const arrange = (): World => {
      const world = made();
      edit(world);
      return world;
    };
    for (const { kills, world } of survived(7, arrange)) {
      expect([kills, lines(world, CHECKS)]).toEqual([kills, lines(right, CHECKS)]);
    }
  });
});
