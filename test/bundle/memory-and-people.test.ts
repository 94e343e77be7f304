/** What people do to the sheet that holds the memory: the report is right all the same, and the memory comes back. */
import { COLLEAGUE, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, MEMORY, picture } from '../../world/sheets';
import { inOneGo } from './support/long-worlds';
import { isFull, memoryCells, memorySheets } from './support/memory';
import { anOffice, userOf } from './support/workbook';

const names = ({ spreadsheet }: World): string[] =>
  spreadsheet.sheets.map(({ name, hidden }) => (hidden ? `(${name})` : name));

/** Refreshed so many times, ten minutes apart. */
function written(times: number): World {
  const world = anOffice();
  for (let time = 0; time < times; time += 1) {
    refreshed(world);
    world.clock.advance(10 * MINUTE);
  }
  return world;
}

/** Puts other texts in the place of a column's cells. */
function change(
  world: World,
  column: 'A' | 'B',
  changed: (texts: readonly string[]) => readonly string[],
): void {
  changed(memoryCells(world, column === 'A' ? 1 : 2)).forEach((text, index) => {
    userOf(world).enter(MEMORY, `${column}${index + 1}`, text);
  });
}

test('it lies in one hidden sheet, which is known by its mark and is no larger than it has to be', () => {
  const world = written(2);
  expect(names(world)).toEqual(['Лист1', `(${MEMORY})`, BRIEF, DETAIL]);
  const [sheet] = memorySheets(world);
  expect([memorySheets(world).length, sheet?.maxColumns]).toEqual([1, 2]);
  expect(memoryCells(world, 1)).toHaveLength(sheet?.maxRows ?? 0);
});

test('whoever looks at another sheet goes on seeing it, at the first report and at later ones', () => {
  const world = anOffice();
  refreshed(world);
  world.spreadsheet.activeSheet = userOf(world).addSheet('Мой лист');
  userOf(world).delete(MEMORY);
  refreshed(world);
  expect(world.spreadsheet.activeSheet.name).toBe('Мой лист');
});

/** What was done; whether the next refresh is full; what the visible sheets are then. */
const DEEDS: readonly (readonly [string, (world: World) => unknown, boolean])[] = [
  ['shown', (world) => (userOf(world).sheet(MEMORY).hidden = false), false],
  ['shown and looked at', lookedAt, false],
  ['renamed', (world) => userOf(world).rename(MEMORY, 'Что это?'), false],
  ['moved to the front', (world) => userOf(world).move(MEMORY, 0), false],
  ['copied within the file', (world) => userOf(world).duplicate(MEMORY, 'Копия'), false],
  ['written beside', writtenBeside, false],
  ['written beneath', writtenBeneath, false],
  ['given a note and a colour', coloured, false],
  ['deleted', (world) => userOf(world).delete(MEMORY), true],
  [
    'sorted',
    (world) => (['A', 'B'] as const).forEach((c) => change(world, c, (all) => [...all].reverse())),
    true,
  ],
  [
    'emptied',
    (world) => (['A', 'B'] as const).forEach((c) => change(world, c, (all) => all.map(() => ''))),
    true,
  ],
  ['merged', (world) => userOf(world).merge(MEMORY, 'A1:B2'), true],
  ['cut down to a cell', cutDown, true],
  [
    'changed in both of its columns',
    (world) => (['A', 'B'] as const).forEach((c) => change(world, c, spoilt)),
    true,
  ],
  ['changed in its newer column', (world) => change(world, 'B', spoilt), false],
  ['changed in its older column', (world) => change(world, 'A', spoilt), false],
];

function spoilt(texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => (index === 1 ? text.replace(/.{9}$/, 'x') : text));
}

function lookedAt(world: World): void {
  const sheet = userOf(world).sheet(MEMORY);
  sheet.hidden = false;
  world.spreadsheet.activeSheet = sheet;
}

function writtenBeside(world: World): void {
  userOf(world).insertColumns(MEMORY, 2, 3);
  userOf(world).enter(MEMORY, 'D2', 'моё');
}

function writtenBeneath(world: World): void {
  userOf(world).insertRows(MEMORY, userOf(world).sheet(MEMORY).maxRows, 40);
  userOf(world).enter(MEMORY, 'A30', 'моё');
}

function coloured(world: World): void {
  userOf(world).fill(MEMORY, 'A1', '#ff0000');
  userOf(world).note(MEMORY, 'A1', 'моё');
}

function cutDown(world: World): void {
  const sheet = userOf(world).sheet(MEMORY);
  sheet.deleteRows(2, sheet.maxRows - 1);
  sheet.deleteColumns(2, 1);
}

describe.each(DEEDS)('A memory whose sheet was %s', (_, act, isLost) => {
  it(`${isLost ? 'is begun anew by a full refresh' : 'is gone by'}, and every cell is right`, () => {
    const world = written(2);
    act(world);
    world.data.addInvoice({ ID: 4, COMPANY_ID: 4, OPPORTUNITY: 400, rows: [{}, {}] });
    world.data.changeInvoice(1, { ACCOUNT_NUMBER: 'Новый' });
    expect(isFull(refreshed(world))).toBe(isLost);
    expect(picture(world)).toEqual(inOneGo(world));
    expect(memorySheets(world)[0]?.hidden).toBe(true);
    world.clock.advance(10 * MINUTE);
    world.data.changeInvoice(2, { ACCOUNT_NUMBER: 'Другой' });
    expect(isFull(refreshed(world))).toBe(false);
    expect(picture(world)).toEqual(inOneGo(world));
  });
});

const NEW_SHEET = 26_000;

/** Fills the spreadsheet with a sheet that leaves room for about so many cells more. */
function leaveRoom(world: World, cells: number): void {
  const filler = userOf(world).addSheet('Большой');
  const free = 10_000_000 - world.spreadsheet.sheets.reduce((sum, sheet) => sum + sheet.gridCells(), 0);
  filler.insertRows(filler.maxRows, Math.floor((free - cells) / filler.maxColumns));
}

describe('A memory that cannot be written', () => {
  const REFUSALS: readonly (readonly [string, (world: World) => unknown])[] = [
    ['for its protection', (world) => userOf(world).protect(MEMORY, null, [COLLEAGUE])],
    ['for typed columns', (world) => userOf(world).convertToTable(MEMORY, 'A1:B3')],
    ['for rules of what may be entered', (world) => userOf(world).allow(MEMORY, 'A1:B3', ['да', 'нет'])],
  ];

  describe.each([false, true])('where Google brings refusals out late: %s', (defersErrors) => {
    it.each(REFUSALS)('%s keeps no refresh from its end, and the older one is gone by', (_, act) => {
      const world = written(2);
      act(world);
      world.spreadsheet.quirks.defersErrors = defersErrors;
      for (const [id, number] of [
        [1, 'Новый'],
        [2, 'Другой'],
      ] as const) {
        world.data.changeInvoice(id, { ACCOUNT_NUMBER: number });
        expect(isFull(refreshed(world))).toBe(false);
        expect(picture(world)).toEqual(inOneGo(world));
        world.clock.advance(10 * MINUTE);
      }
    });
  });

  it('for want of room in the spreadsheet leaves every refresh a full one', () => {
    const world = written(1);
    userOf(world).delete(MEMORY);
    leaveRoom(world, 13_000);
    for (const number of ['Новый', 'Другой']) {
      world.data.changeInvoice(1, { ACCOUNT_NUMBER: number });
      expect(isFull(refreshed(world))).toBe(true);
      expect(picture(world)).toEqual(inOneGo(world));
      world.clock.advance(10 * MINUTE);
    }
    expect(memorySheets(world)).toEqual([]);
  });

  it('takes no room from the first report where both would only just fit one after the other', () => {
    const world = anOffice();
    leaveRoom(world, 2 * NEW_SHEET + 1_000);
    startOnce(world);
    expect(progressOf(world).state).toBe('done');
    expect(memorySheets(world)).toHaveLength(1);
  });
});

describe('A sheet of somebody’s own under the name of the memory', () => {
  it('is left as it is, and the memory lies in another', () => {
    const world = anOffice();
    userOf(world).addSheet(MEMORY);
    userOf(world).enter(MEMORY, 'A1', 'моё');
    refreshed(world);
    world.clock.advance(10 * MINUTE);
    expect(isFull(refreshed(world))).toBe(false);
    expect(memorySheets(world).map(({ name }) => name)).toEqual([`${MEMORY} 2`]);
    expect(userOf(world).cell(MEMORY, 'A1').value).toBe('моё');
    expect(userOf(world).sheet(MEMORY).hidden).toBe(false);
  });
});
