/** «Сводка» in the bundle: what it shows, when it is written, what stays of it and beside it, and what a kill leaves. */
import { sheetCalls } from '../../cli/bench/sheet-calls';
import type { SheetModel } from '../../simulator/spreadsheet';
import type { Area } from '../../simulator/spreadsheet/area';
import { columnName } from '../../src/report/SheetPlan';
import { connect, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { BRIEF, changesBy, DETAIL, faceOf, picture } from '../../world/sheets';
import { expectedSheets } from '../oracle/expected-report';
import { differences } from '../oracle/picture';
import { pictureOfSheet } from '../oracle/picture-of-sheet';
import { survived } from './support/kills';
import { anOffice, attempt, everything, userOf } from './support/workbook';

const NAME = 'Сводка';
const ON = { summarySheet: true };
const OFF = { summarySheet: false };
const OFF_LINE = 'Лист выключен в настройках и больше не обновляется.';

function office(settings: object = ON): World {
  const world = anOffice();
  connect(world, { ...settings });
  return world;
}

function made(settings: object = ON): World {
  const world = office(settings);
  refreshed(world);
  return world;
}

function sheetOf({ spreadsheet }: World, name = NAME): SheetModel {
  const sheet = spreadsheet.sheetNamed(name);
  if (sheet === undefined) throw new RangeError(`expected a sheet named "${name}"`);
  return sheet;
}

const values = (world: World, name = NAME): unknown => picture(world, [name])[name]?.slice(1);
const noteOf = (world: World): string[] => userOf(world).cell(NAME, 'B2').note.split('\n');
const changesOf = (world: World): readonly string[] => changesBy(startOnce(world).ledger);
/** What each chart shows; Google gives one that was changed as the last. */
const ranges = (world: World): readonly string[] =>
  sheetOf(world)
    .charts.map(({ areas }) => areas.map(areaName).join(' '))
    .sort();

function areaName({ row, column, rows, columns }: Area): string {
  const [first, last] = [columnName(column), columnName(column + columns - 1)];
  return `${first}${row}:${last}${row + rows - 1}`;
}

/** Sums, a stage, a currency and a month more. */
function change({ data }: World): void {
  data.changeInvoice(1, { OPPORTUNITY: 777 });
  data.changeInvoice(2, { STAGE_ID: 'DT31_7:P', CURRENCY_ID: 'USD' });
  data.addInvoice({ ID: 95, BEGINDATE: '2026-06-30', COMPANY_ID: 4, OPPORTUNITY: 5, rows: [{}] });
}

/** How the sheet differs from what the portal's records say. */
function wrongIn({ data, clock, spreadsheet }: World, settings: object, name = NAME): readonly string[] {
  const sheet = spreadsheet.sheetNamed(name);
  const expected = expectedSheets(data, settings, clock.now())[NAME];
  if (sheet === undefined || expected === undefined) return ['no sheet'];
  const found = pictureOfSheet(sheet);
  return differences(expected(found), found);
}

describe('«Сводка»', () => {
  it.each<[string, object]>([
    ['alone', {}],
    ['beside «Долги» of the period', { debtsSheet: 'period' }],
    ['beside «Долги» of all that is unpaid', { debtsSheet: 'all', vatSheet: true }],
  ])('%s shows what the portal holds, then what has changed, and is else left alone', (_, more) => {
    const settings = { ...ON, ...more };
    const world = made(settings);
    expect(wrongIn(world, settings)).toEqual([]);
    world.clock.sleep(MINUTE);
    expect(changesOf(world)).toEqual([]);
    change(world);
    refreshed(world);
    expect(wrongIn(world, settings)).toEqual([]);
    expect(noteOf(world).slice(0, 3)).toEqual([
      ...['Период: 01.04.2026 – 30.06.2026, поле «Дата счёта»', 'На дату: 20.05.2026', 'Валюта: RUB'],
    ]);
  });

  it('stands behind «Полный» and before the others, and changes no cell of «Краткий» and «Полный»', () => {
    const world = made({ ...ON, debtsSheet: 'period', vatSheet: true });
    const names = world.spreadsheet.sheets.map(({ name }) => name);
    const all = [BRIEF, DETAIL, NAME, 'Долги', 'НДС'];
    expect(names.filter((name) => all.includes(name))).toEqual(all);
    expect(picture(world)).toEqual(picture(made({})));
  });

  it('costs a bounded number of calls', () => {
    const counts = (settings: object): number[] => {
      const world = made(settings);
      world.clock.sleep(MINUTE);
      const unchanged = sheetCalls(startOnce(world).ledger.toRecord());
      world.data.changeInvoice(1, { OPPORTUNITY: 777 });
      world.clock.sleep(MINUTE);
      return [unchanged, sheetCalls(startOnce(world).ledger.toRecord())];
    };
    const [[none = 0, noneWritten = 0] = [], [unchanged = 0, written = 0] = []] = [{}, ON].map(counts);
    expect([unchanged - none <= 21, written - noneWritten <= 36]).toEqual([true, true]);
  });

  it('has four charts, made once, over exactly the lines in use', () => {
    const world = made();
    const others = ['B19:B25 D19:D25', 'B27:B28 D27:D28', 'B40:B41 D40:D41'];
    expect(ranges(world)).toEqual([...others, 'B5:B7 E5:F7']);
    refreshed(world);
    expect(ranges(world)).toEqual([...others, 'B5:B7 E5:F7']);
    change(world);
    refreshed(world);
    expect(ranges(world)).toEqual([...others, 'B5:B8 E5:F8']);
  });
});

describe('What people do to «Сводка»', () => {
  it('renamed, moved and hidden it stays the report’s', () => {
    const world = made();
    userOf(world).rename(NAME, 'Директору');
    userOf(world).move('Директору', 0);
    sheetOf(world, 'Директору').hidden = true;
    change(world);
    refreshed(world);
    expect(wrongIn(world, ON, 'Директору')).toEqual([]);
    expect([sheetOf(world, 'Директору').hidden, world.spreadsheet.sheetNamed(NAME)]).toEqual([
      true,
      undefined,
    ]);
  });

  it('deleted it is made again', () => {
    const world = made();
    userOf(world).delete(NAME);
    refreshed(world);
    expect(wrongIn(world, ON)).toEqual([]);
  });

  it('sorted, or written over within its rows, it is put right', () => {
    const upsideDown = Array.from({ length: 57 }, (_, index) => 56 - index);
    const spoilings: readonly ((user: ReturnType<typeof userOf>) => void)[] = [
      (user) => user.sort(NAME, 'B3:H59', upsideDown),
      (user) => user.enter(NAME, 'C50', 'моё'),
      (user) => user.enter(NAME, 'B3', '7'),
    ];
    for (const spoil of spoilings) {
      const world = made();
      spoil(userOf(world));
      refreshed(world);
      expect(wrongIn(world, ON)).toEqual([]);
    }
  });

  it('keeps what they write beside and right below it', () => {
    const world = made();
    const places = ['J4', 'B60', 'C60', 'D61', 'H70'];
    for (const place of places) userOf(world).enter(NAME, place, 'моё');
    change(world);
    refreshed(world);
    for (const place of places) expect(userOf(world).cell(NAME, place).value).toBe('моё');
    world.clock.sleep(MINUTE);
    expect(changesOf(world)).toEqual([]);
  });

  it('a sheet of theirs of that name is refused before anything is asked', () => {
    const world = office();
    userOf(world).addSheet(NAME);
    const before = everything(world);
    expect(attempt(world, 'sidebar')).toMatchObject({
      ...{ state: 'failed', requests: 0, changes: [] },
      message: `Лист «${NAME}» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.`,
    });
    expect(everything(world)).toBe(before);
  });

  it('switched off it stays as it is and says so, switched on again it is right', () => {
    const world = made();
    const before = values(world);
    connect(world, OFF);
    change(world);
    refreshed(world);
    expect([values(world), noteOf(world)[0]]).toEqual([before, OFF_LINE]);
    connect(world, ON);
    refreshed(world);
    expect([wrongIn(world, ON), noteOf(world).includes(OFF_LINE)]).toEqual([[], false]);
  });
});

test('killed at any change of the spreadsheet, the next refresh makes «Сводка» right', () => {
  const arrange = (): World => {
    const world = made();
    change(world);
    return world;
  };
  for (const { kills, world } of survived(3, arrange)) {
    expect([kills, wrongIn(world, ON)]).toEqual([kills, []]);
    expect(faceOf(world, NAME).text).toMatch(/обновлено/);
  }
});
