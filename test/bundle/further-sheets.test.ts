/** «Долги» and «НДС» in the bundle: when they are made, what stays of them and beside them, and what a kill leaves. */
import { connect, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { BRIEF, changesBy, DETAIL, faceOf, picture } from '../../world/sheets';
import { sheetCalls } from '../../cli/bench/sheet-calls';
import type { SheetModel } from '../../simulator/spreadsheet';
import { anOffice, userOf } from './support/workbook';

const [DEBTS, VAT] = ['Долги', 'НДС'];
const FOUR = [BRIEF, DETAIL, DEBTS, VAT];
const ON = { debtsSheet: 'period', vatSheet: true };

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

const sheetOf = ({ spreadsheet }: World, name: string): SheetModel => {
  const sheet = spreadsheet.sheetNamed(name);
  if (sheet === undefined) throw new RangeError(`expected a sheet named "${name}"`);
  return sheet;
};
const namesOf = ({ spreadsheet }: World): string[] =>
  spreadsheet.sheets.map(({ name }) => name).filter((name) => FOUR.includes(name));
/** Everything kept of a sheet, notes and lines too. */
const whole = (world: World, name: string): string => JSON.stringify(sheetOf(world, name));
/** Values of a sheet, its line apart. */
function values(world: World, name: string): string {
  const sheet = sheetOf(world, name);
  const area = { row: 2, column: 1, rows: sheet.lastRow() + 5, columns: 20 };
  return JSON.stringify(
    sheet.map(area, (cell) => [cell?.value ?? '', cell?.style ?? null, cell?.runs ?? []]),
  );
}
const noteOf = (world: World, name: string): string[] => userOf(world).cell(name, 'B2').note.split('\n');
const changeInvoice = ({ data }: World, id: number, facts: object): void => {
  const invoice = data.invoices.get(id);
  if (invoice !== undefined) data.invoices.set(id, { ...invoice, ...facts });
};
const changesOf = (world: World): readonly string[] => changesBy(startOnce(world).ledger);

describe('Sheets that are switched on', () => {
  it('are made at the end, and an unchanged report changes nothing of any', () => {
    const world = made();
    expect(namesOf(world)).toEqual(FOUR);
    for (const name of FOUR) expect(sheetOf(world, name).lastRow()).toBeGreaterThan(3);
    world.clock.sleep(MINUTE);
    expect(changesOf(world)).toEqual([]);
    for (const name of FOUR) {
      expect(faceOf(world, name)).toMatchObject({
        text: 'Счета за 01.04.2026 – 30.06.2026, поле «Дата счёта» · обновлено 20.05.2026 12:01',
        rules: ['=(NOW()-A1)*24>4'],
      });
      expect(noteOf(world, name)).toEqual(
        expect.arrayContaining(['Проверено: 20.05.2026 12:01', 'Изменено: 20.05.2026 12:00']),
      );
    }
  });

  it('change no cell, note or format of the two others', () => {
    const [plain, world] = [made({}), made()];
    expect(picture(world)).toEqual(picture(plain));
    for (const name of [BRIEF, DETAIL]) {
      expect(noteOf(world, name)).toEqual(noteOf(plain, name));
      expect(faceOf(world, name)).toEqual(faceOf(plain, name));
    }
    connect(plain, ON);
    const before = picture(plain);
    refreshed(plain);
    expect(picture(plain)).toEqual(before);
    for (const name of [DEBTS, VAT]) expect(values(plain, name)).toBe(values(world, name));
  });

  it('have the first report turn to «Краткий», and a later one to nothing', () => {
    const world = made();
    expect(world.spreadsheet.activeSheet.name).toBe(BRIEF);
    const later = made({});
    later.spreadsheet.activeSheet = sheetOf(later, DETAIL);
    connect(later, ON);
    refreshed(later);
    expect(later.spreadsheet.activeSheet.name).toBe(DETAIL);
  });

  it('are neither made nor touched by a refresh of «Краткий» alone', () => {
    const world = office();
    refreshed(world, true);
    expect(namesOf(world)).toEqual([BRIEF]);
    refreshed(world);
    changeInvoice(world, 1, { OPPORTUNITY: 777 });
    const before = FOUR.slice(1).map((name) => whole(world, name));
    refreshed(world, true);
    expect(FOUR.slice(1).map((name) => whole(world, name))).toEqual(before);
  });

  it('cost a bounded number of calls', () => {
    const calls = (world: World): number => sheetCalls(startOnce(world).ledger.toRecord());
    const counts = (settings: object): number[] => {
      const world = made(settings);
      world.clock.sleep(MINUTE);
      const unchanged = calls(world);
      for (const id of [1, 2, 3]) changeInvoice(world, id, { OPPORTUNITY: 777 });
      world.clock.sleep(MINUTE);
      return [unchanged, calls(world)];
    };
    const [none, debts, vat] = [{}, { debtsSheet: 'period' }, { vatSheet: true }].map(counts);
    const more = (those: number[] = []): number[] =>
      those.map((count, index) => count - (none?.[index] ?? 0));
    for (const further of [debts, vat]) {
      const [unchanged = NaN, written = NaN] = more(further);
      expect([unchanged <= 20, written <= 36]).toEqual([true, true]);
    }
  });
});
