/** What refuses a refresh is found before anything is written, and once it is out of the way the report is right. */
import { COLLEAGUE, type World } from '../../world/make-world';
import { OWNER } from '../../simulator';
import type { SheetModel, SpreadsheetUser } from '../../simulator/spreadsheet';
import { inOneGo } from '../bundle/support/long-worlds';
import { documentProperty, refreshed } from '../../world/scenario';
import { BRIEF, DETAIL, picture } from '../../world/sheets';
import {
  anOffice,
  attempt,
  BRIEF_END,
  DETAIL_END,
  everything,
  type How,
  HOWS,
  userOf,
} from '../bundle/support/workbook';

interface Hindrance {
  readonly put: (user: SpreadsheetUser, world: World) => unknown;
  readonly sentence: string;
  readonly take: (user: SpreadsheetUser, world: World) => unknown;
}

const isProtected = (name: string): string =>
  `Лист «${name}» защищён от изменений. Снимите защиту со столбцов B:I и обновите отчёт.`;
const isTaken = (name: string, row: number, lastRow: number): string =>
  `Отчёт вырос, а строка ${row} листа «${name}» занята вашими данными. ` +
  `Перенесите их ниже строки ${lastRow} или правее столбца I и обновите отчёт.`;

const unprotect = (name: string) => (user: SpreadsheetUser) => (user.sheet(name).protections = []);
const protect = (name: string, a1: string | null) => (user: SpreadsheetUser) =>
  user.protect(name, a1, [COLLEAGUE]);

/** The workbook's cells but for so many are those of another sheet. */
function leaveCells({ spreadsheet }: World, free: number): SheetModel {
  const archive = spreadsheet.insertSheet('Архив', 0);
  archive.maxColumns = 1;
  archive.maxRows = 1;
  const cells = spreadsheet.sheets.reduce((sum, { maxRows, maxColumns }) => sum + maxRows * maxColumns, 0);
  archive.maxRows = 10_000_001 - cells - free;
  return archive;
}

/** Each holds for a report that grows by an invoice of two rows. */
const hindrances: Readonly<Record<string, Hindrance>> = {
  'a protected brief sheet': {
    put: protect(BRIEF, null),
    sentence: isProtected(BRIEF),
    take: unprotect(BRIEF),
  },
  'a protected sheet that leaves B:I free where rows have to be added': {
    put: (user) => {
      const sheet = user.sheet(DETAIL);
      sheet.maxRows = DETAIL_END;
      user.protect(DETAIL, null, [COLLEAGUE]);
      const [protection] = sheet.protections;
      if (protection) protection.unprotected = [{ row: 1, column: 2, rows: 1_000, columns: 8 }];
    },
    sentence:
      `Лист «${DETAIL}» защищён, и отчёт не может изменить число его строк и ширину столбцов. ` +
      'Снимите защиту с листа и обновите отчёт.',
    take: (user) => {
      unprotect(DETAIL)(user);
    },
  },
  'data validation that rejects entries': {
    put: (user) => user.allow(BRIEF, 'D4:D5', ['Альфа']),
    sentence:
      `Проверка данных в ячейке D4 листа «${BRIEF}» запрещает ввод. ` +
      'Удалите её или выберите в ней «Показывать предупреждение» и обновите отчёт.',
    take: (user) => (user.sheet(BRIEF).validations = []),
  },
  'a text below the brief table': {
    put: (user) => user.enter(BRIEF, `I${BRIEF_END + 1}`, 'моё'),
    sentence: isTaken(BRIEF, BRIEF_END + 1, BRIEF_END + 1),
    take: (user) => user.enter(BRIEF, `I${BRIEF_END + 1}`, ''),
  },
  'a workbook without room for the rows to be added': {
    put: (user, world) => {
      user.sheet(DETAIL).maxRows = DETAIL_END;
      leaveCells(world, 2 * 26 - 1);
    },
    sentence:
      'Отчёт не помещается: в таблице может быть не больше 10\u00a0000\u00a0000 ячеек. ' +
      'Удалите лишние листы или выберите период короче.',
    take: (user) => user.delete('Архив'),
  },
};

/** Nothing in them depends on who starts the refresh, so that a few speak for all. */
const BY_SCHEDULE = ['a protected brief sheet', 'a text below the brief table'];
const hindrancesFor = (how: How) =>
  Object.entries(hindrances).filter(([name]) => how === 'sidebar' || BY_SCHEDULE.includes(name));

describe.each(HOWS)('Before a refresh by %s writes anything', (how) => {
  it.each(hindrancesFor(how))('it is refused by %s', (_, { put, sentence, take }) => {
    const world = anOffice();
    refreshed(world);
    put(userOf(world), world);
    world.data.addInvoice({ ID: 4, COMPANY_ID: 4, OPPORTUNITY: 400, rows: [{}, {}] });
    const before = everything(world);
    expect(attempt(world, how)).toMatchObject({ state: 'failed', message: sentence, changes: [] });
    expect(everything(world)).toBe(before);
    expect(documentProperty(world, 'writing')).toBeNull();
    take(userOf(world), world);
    expect(attempt(world, how).state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
  });

  it('a foreign sheet of the report’s name refuses it, and the portal is not asked', () => {
    const world = anOffice();
    userOf(world).addSheet(DETAIL);
    const before = everything(world);
    expect(attempt(world, how)).toEqual({
      state: 'failed',
      message: `Лист «${DETAIL}» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.`,
      requests: 0,
      changes: [],
    });
    expect(everything(world)).toBe(before);
    userOf(world).rename(DETAIL, 'Мой лист');
    expect(attempt(world, how).state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
  });
});

describe('A refresh goes on', () => {
  it('where the workbook has exactly the room for the rows to be added', () => {
    const world = anOffice();
    refreshed(world);
    userOf(world).sheet(DETAIL).maxRows = DETAIL_END;
    leaveCells(world, 2 * 26);
    world.data.addInvoice({ ID: 4, COMPANY_ID: 4, rows: [{}, {}] });
    expect(attempt(world, 'sidebar').state).toBe('done');
  });

  it('where a protection only warns, lets the owner edit or lies beside the table, and keeps it', () => {
    const world = anOffice();
    refreshed(world);
    const user = userOf(world);
    user.protect(BRIEF, null, [COLLEAGUE]);
    const sheet = user.sheet(BRIEF);
    sheet.protections.forEach((protection) => (protection.warningOnly = true));
    user.protect(BRIEF, 'B2:I5', [OWNER]);
    user.protect(BRIEF, 'A1:I1', [COLLEAGUE]);
    user.protect(BRIEF, 'J1:J99', [COLLEAGUE]);
    user.protect(DETAIL, 'B50:I50', [COLLEAGUE]);
    world.data.addInvoice({ ID: 4, COMPANY_ID: 4, rows: [{}, {}] });
    expect(attempt(world, 'sidebar').state).toBe('done');
    expect(picture(world)).toEqual(inOneGo(world));
    expect(sheet.protections).toHaveLength(4);
  });

  it('where data validation only marks entries, and keeps it', () => {
    const world = anOffice();
    refreshed(world);
    userOf(world).allow(BRIEF, 'B3:I9', ['только это'], true);
    world.data.addInvoice({ ID: 4, COMPANY_ID: 4 });
    expect(attempt(world, 'sidebar').state).toBe('done');
    expect(userOf(world).sheet(BRIEF).validations).toHaveLength(1);
  });
});
