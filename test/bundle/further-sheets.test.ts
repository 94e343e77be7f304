/** «Долги» and «НДС» in the bundle: when they are made, what stays of them and beside them, and what a kill leaves. */
import { connect, type World } from '../../world/make-world';
import { killAt, MINUTE } from '../../world/people';
import { progressOf, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, changesBy, DETAIL, faceOf, picture } from '../../world/sheets';
import { sheetCalls } from '../../cli/bench/sheet-calls';
import type { SheetModel } from '../../simulator/spreadsheet';
import { survived } from './support/kills';
import { anOffice, attempt, everything, userOf } from './support/workbook';

const [DEBTS, VAT] = ['Долги', 'НДС'];
const FOUR = [BRIEF, DETAIL, DEBTS, VAT];
const OFF = { debtsSheet: 'off', vatSheet: false };
const OFF_LINE = 'Лист выключен в настройках и больше не обновляется.';
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
/** The cells of a sheet, its note and line apart. */
const values = (world: World, name: string): unknown => picture(world, [name])[name]?.slice(1);
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
    for (const name of [DEBTS, VAT]) expect(values(plain, name)).toEqual(values(world, name));
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

describe('What people do to these sheets', () => {
  it.each([DEBTS, VAT])('«%s» renamed, moved and hidden stays the report’s', (name) => {
    const world = made();
    const user = userOf(world);
    const sheet = sheetOf(world, name);
    user.rename(name, 'Мой отчёт');
    user.move('Мой отчёт', 0);
    sheet.hidden = true;
    for (const id of [1, 2, 3]) changeInvoice(world, id, { OPPORTUNITY: 777 });
    refreshed(world);
    const right = office();
    for (const id of [1, 2, 3]) changeInvoice(right, id, { OPPORTUNITY: 777 });
    refreshed(right);
    expect(values(world, 'Мой отчёт')).toEqual(values(right, name));
    expect(sheet.hidden).toBe(true);
    expect(world.spreadsheet.sheetNamed(name)).toBeUndefined();
  });

  it.each([DEBTS, VAT])('«%s» deleted is made again at the end', (name) => {
    const world = made();
    const before = values(world, name);
    userOf(world).delete(name);
    refreshed(world);
    expect([namesOf(world).at(-1), values(world, name)]).toEqual([name, before]);
  });

  it.each([DEBTS, VAT])('what they write beside and below «%s» stays', (name) => {
    const world = made();
    const places = ['Q4', 'C60'];
    for (const place of places) userOf(world).enter(name, place, 'моё');
    for (const id of [1, 2, 3]) changeInvoice(world, id, { OPPORTUNITY: 777 });
    refreshed(world);
    for (const place of places) expect(userOf(world).cell(name, place).value).toBe('моё');
  });

  it.each([DEBTS, VAT])('a sheet of theirs named «%s» is refused before anything is asked', (name) => {
    const world = office();
    userOf(world).addSheet(name);
    const before = everything(world);
    expect(attempt(world, 'sidebar')).toEqual({
      state: 'failed',
      message: `Лист «${name}» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.`,
      requests: 0,
      changes: [],
    });
    expect(everything(world)).toBe(before);
  });

  it('a cell in the way of one of them stops all before any is written', () => {
    const world = made();
    const { data } = world;
    const row = sheetOf(world, DEBTS).lastRow() + 1;
    userOf(world).enter(DEBTS, `C${row}`, 'моё');
    for (const ID of [11, 12, 13]) data.addInvoice({ ID, OPPORTUNITY: 5, rows: [{}] });
    const before = everything(world);
    const { state, message, changes } = attempt(world, 'sidebar');
    expect([state, changes]).toEqual(['failed', []]);
    expect(message).toMatch(`строка ${row} листа «${DEBTS}» занята вашими данными`);
    expect(message).toMatch('правее столбца N');
    expect(everything(world)).toBe(before);
  });
});

describe('Sheets that are switched off', () => {
  it('say so once, keep their cells, and alarm nobody', () => {
    const world = made();
    const before = [DEBTS, VAT].map((name) => values(world, name));
    connect(world, OFF);
    for (const id of [1, 2, 3]) changeInvoice(world, id, { OPPORTUNITY: 777 });
    world.clock.sleep(MINUTE);
    refreshed(world);
    expect([DEBTS, VAT].map((name) => values(world, name))).toEqual(before);
    for (const name of [DEBTS, VAT]) {
      expect(noteOf(world, name)[0]).toBe(OFF_LINE);
      expect(faceOf(world, name)).toMatchObject({
        text: 'Счета за 01.04.2026 – 30.06.2026, поле «Дата счёта» · обновлено 20.05.2026 12:00',
        rules: [],
      });
    }
    const after = [DEBTS, VAT].map((name) => whole(world, name));
    world.portal.change({ revoked: true });
    startOnce(world);
    world.portal.change({ revoked: false });
    refreshed(world);
    expect([DEBTS, VAT].map((name) => whole(world, name))).toEqual(after);
  });

  it('are left alone by a refresh of «Краткий» alone', () => {
    const world = made();
    connect(world, OFF);
    const before = [DEBTS, VAT].map((name) => whole(world, name));
    refreshed(world, true);
    expect([DEBTS, VAT].map((name) => whole(world, name))).toEqual(before);
  });

  it('are made right when they are switched on again', () => {
    const world = made();
    connect(world, OFF);
    refreshed(world);
    connect(world, ON);
    for (const id of [1, 2, 3]) changeInvoice(world, id, { OPPORTUNITY: 777 });
    refreshed(world);
    const right = office();
    for (const id of [1, 2, 3]) changeInvoice(right, id, { OPPORTUNITY: 777 });
    refreshed(right);
    for (const name of FOUR) {
      expect(values(world, name)).toEqual(values(right, name));
      expect(noteOf(world, name)).not.toContain(OFF_LINE);
      expect(faceOf(world, name)).toEqual(faceOf(right, name));
    }
    expect(changesOf(world)).toEqual([]);
  });
});

describe('A refresh that does not come to its end', () => {
  it('is told on each sheet that is switched on', () => {
    const world = made();
    connect(world, { vatSheet: false });
    refreshed(world);
    world.portal.change({ revoked: true });
    startOnce(world);
    for (const name of [BRIEF, DETAIL, DEBTS]) {
      expect(faceOf(world, name).text).toMatch(/^⚠ Не обновляется с 20\.05\.2026 12:00: /);
      expect(noteOf(world, name)[0]).toMatch(/^⚠ Не обновляется с 20\.05\.2026 12:00: /);
    }
    expect(noteOf(world, VAT)[0]).toBe(OFF_LINE);
  });

  it('killed in the middle is made right on all sheets, even by one of «Краткий» alone', () => {
    const right = office();
    for (const id of [1, 2, 3]) changeInvoice(right, id, { OPPORTUNITY: 777 });
    refreshed(right);
    for (const briefOnly of [false, true]) {
      const world = made();
      for (const id of [1, 2, 3]) changeInvoice(world, id, { OPPORTUNITY: 777 });
      killAt(world, 'RangeList.setBorder');
      startOnce(world);
      world.simulator.hooks = {};
      expect(progressOf(world).state).not.toBe('done');
      refreshed(world, briefOnly);
      for (const name of FOUR) expect(values(world, name)).toEqual(values(right, name));
      expect(changesOf(world)).toEqual([]);
    }
  });

  it('killed at any change of the spreadsheet, the next one makes all sheets right', () => {
    const right = office();
    changeInvoice(right, 2, { OPPORTUNITY: 777 });
    refreshed(right);
    const arrange = (): World => {
      const world = made();
      changeInvoice(world, 2, { OPPORTUNITY: 777 });
      return world;
    };
    for (const { kills, world } of survived(3, arrange)) {
      for (const name of FOUR) expect([kills, values(world, name)]).toEqual([kills, values(right, name)]);
      for (const name of FOUR) expect(faceOf(world, name).text).toMatch(/обновлено/);
    }
  });
});
