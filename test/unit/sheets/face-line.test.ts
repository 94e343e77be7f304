/** The line over a table: whose its cells are, what stands in them, and the colour that ages by itself. */
import type { Face } from '../../../src/sheets/face-line';
import { FaceLines } from '../../../src/sheets/face-line';
import { ReportSheets } from '../../../src/sheets/ReportSheets';
import type { ConditionalRule } from '../../../simulator/spreadsheet/sheet-parts';
import { briefPlan, detailPlan, invoices } from './plans';
import { Workbench } from './workbench';

const BRIEF = 'Краткий';
const TEXT = 'Счета за 01.04.2026 – 30.06.2026, поле «Дата счёта» · обновлено 20.05.2026 12:00';
/** 20.05.2026 12:00 as a day number. */
const CHECKED = 46_162.5;
const FACE: Face = { text: TEXT, checkedAt: CHECKED, allowedHours: 26 };
const LATER: Face = { ...FACE, text: TEXT.replace('12:00', '13:30'), checkedAt: CHECKED + 1.5 / 24 };
const FAILED = '⚠ Не обновляется с 20.05.2026 12:00: Портал не ответил.';

function refresh(bench: Workbench, face = FACE, count = 2): void {
  const writer = bench.writer();
  const plans = [briefPlan(invoices(count)), detailPlan(invoices(count))];
  writer.commit(writer.prepare(plans), ({ plan }) => ({ note: plan.noteLines.join('\n'), face }));
}

function refreshed(): Workbench {
  const bench = new Workbench();
  refresh(bench);
  return bench;
}

/** @returns the times that are told, by sheet */
function fail(bench: Workbench, since = ''): string[] {
  const { app, workbook } = bench.open();
  const faces = new FaceLines(app, { warn: () => undefined });
  return new ReportSheets(workbook).tables().map((table) => faces.fail(table, 'Портал не ответил.', since));
}

const at = (bench: Workbench, a1: string, sheet = BRIEF) => bench.user.cell(sheet, a1);
const valuesOf = (bench: Workbench, ...cells: string[]): unknown[] => cells.map((a1) => at(bench, a1).value);
const rulesOf = (bench: Workbench): string[] =>
  bench
    .sheet(BRIEF)
    .conditionalRules.map(({ areas: [area], formula }) => `${area?.row},${area?.column} ${formula}`);
const OWN_RULE = '1,2 =(NOW()-A1)*24>26';

const ofUser = (formula: string, column = 5): ConditionalRule => ({
  areas: [{ row: 1, column, rows: 9, columns: 1 }],
  ...{ formula, background: '#ff0000', fontColor: null, bold: null },
});

describe('a line over a table', () => {
  test('stands over both tables: small, grey, left, in a text cell that is not wrapped', () => {
    const bench = refreshed();
    for (const sheet of [BRIEF, 'Полный']) {
      expect(at(bench, 'B1', sheet)).toMatchObject({
        value: TEXT,
        style: {
          ...{ numberFormat: '@', fontSize: 9, fontColor: '#5f6368', fontWeight: 'normal' },
          ...{ horizontalAlignment: 'left', wrap: 'OVERFLOW' },
        },
      });
      expect(at(bench, 'A1', sheet)).toMatchObject({
        value: CHECKED,
        style: { numberFormat: 'General', fontSize: 1, fontColor: '#ffffff' },
      });
      expect(bench.sheet(sheet).conditionalRules).toEqual([
        {
          areas: [{ row: 1, column: 2, rows: 1, columns: 1 }],
          ...{ formula: '=(NOW()-A1)*24>26', fontColor: '#cc0000', bold: true, background: null },
        },
      ]);
    }
  });

  test('goes on with each check, whether the table changes or not', () => {
    const bench = refreshed();
    refresh(bench, LATER);
    expect(valuesOf(bench, 'A1', 'B1')).toEqual([LATER.checkedAt, LATER.text]);
    refresh(bench, FACE, 3);
    expect(valuesOf(bench, 'A1', 'B1')).toEqual([CHECKED, TEXT]);
  });

  test('turns red with a failure and says since when and why, and is as before after the next success', () => {
    const bench = refreshed();
    const fresh = structuredClone(at(bench, 'B1'));
    expect(fail(bench)).toEqual(['20.05.2026 12:00', '20.05.2026 12:00']);
    expect(at(bench, 'B1')).toMatchObject({
      value: FAILED,
      style: { fontWeight: 'bold', fontColor: '#cc0000', fontSize: 9, numberFormat: '@' },
    });
    expect([at(bench, 'A1').value, rulesOf(bench)]).toEqual([CHECKED, [OWN_RULE]]);
    expect(fail(bench, '21.05.2026 10:00')).toEqual(['20.05.2026 12:00', '20.05.2026 12:00']);
    expect(at(bench, 'B1').value).toBe(FAILED);
    refresh(bench);
    expect(at(bench, 'B1')).toEqual(fresh);
  });

  test('that is missing tells a failure by what is known otherwise, and nothing where nothing is', () => {
    const bench = new Workbench();
    bench.write(briefPlan(invoices(2)));
    expect(fail(bench)).toEqual(['']);
    expect(at(bench, 'B1').value).toBe('');
    expect(fail(bench, '20.05.2026 12:00')).toEqual(['20.05.2026 12:00']);
    expect(at(bench, 'B1').value).toBe(FAILED);
    refresh(bench);
    expect([valuesOf(bench, 'A1', 'B1'), rulesOf(bench)]).toEqual([[CHECKED, TEXT], [OWN_RULE]]);
  });
});

describe('where something of a user’s stands', () => {
  const own: [string, (bench: Workbench) => void][] = [
    ['a text over the header', ({ user }) => user.enter(BRIEF, 'B1', 'Счета за апрель')],
    ['a text left of that', ({ user }) => user.enter(BRIEF, 'A1', 'моё')],
    ['a number left of that', ({ user }) => user.enter(BRIEF, 'A1', 5)],
    ['a day left of that', ({ user }) => user.enter(BRIEF, 'A1', '20.05.2026')],
    ['a formula over the header', ({ user }) => user.enterFormula(BRIEF, 'B1', '=K1', TEXT)],
    ['a formula left of that', ({ user }) => user.enterFormula(BRIEF, 'A1', '=NOW()', CHECKED)],
    ['a formula that shows nothing', ({ user }) => user.enterFormula(BRIEF, 'A1', '=K1', '')],
  ];

  test.each(own)('%s: no line is made, and none of it is touched', (_, put) => {
    const bench = new Workbench();
    bench.write(briefPlan(invoices(2)));
    put(bench);
    const before = structuredClone([at(bench, 'A1'), at(bench, 'B1')]);
    refresh(bench);
    fail(bench, '20.05.2026 12:00');
    expect([at(bench, 'A1'), at(bench, 'B1')]).toEqual(before);
    expect(rulesOf(bench)).toEqual([]);
  });

  test.each(own)('%s, put over a line: it stays, and nothing of the line does', (_, put) => {
    const bench = refreshed();
    put(bench);
    const typed = structuredClone([at(bench, 'A1'), at(bench, 'B1')]);
    const isOwn = [CHECKED, TEXT].map(
      (value, index) => typed[index]?.value === value && typed[index].formula === '',
    );
    refresh(bench, LATER, 3);
    const left = [at(bench, 'A1'), at(bench, 'B1')];
    isOwn.forEach((wasOwn, index) => {
      if (wasOwn) expect(left[index]).toMatchObject({ value: '', style: { fontSize: null } });
      else expect(left[index]).toEqual(typed[index]);
    });
    expect(rulesOf(bench)).toEqual([]);
    fail(bench);
    expect(at(bench, 'B1').value).not.toBe(FAILED);
  });

  test('a line whose text was deleted is made again, the day number beside it being the report’s', () => {
    const bench = refreshed();
    bench.user.enter(BRIEF, 'B1', '');
    refresh(bench);
    expect(valuesOf(bench, 'A1', 'B1')).toEqual([CHECKED, TEXT]);
  });
});

describe('the colour that ages', () => {
  test('keeps its place among the user’s own, which stay as they are', () => {
    const bench = refreshed();
    const { conditionalRules: own } = bench.sheet(BRIEF);
    const [first, last] = [ofUser('=E1>0'), ofUser('=(NOW()-A1)*24>48')];
    bench.sheet(BRIEF).conditionalRules = [first, ...own, last];
    refresh(bench, { ...FACE, allowedHours: 10 });
    expect(bench.sheet(BRIEF).conditionalRules).toEqual([
      first,
      { ...own[0], formula: '=(NOW()-A1)*24>10' },
      last,
    ]);
  });

  test.each([
    ['spelled otherwise', '= ( NOW() - $A$1 ) * 24 > 26', true],
    ['in another language', '=(ТДАТА()-A1)*24>26', true],
    ['of other hours', '=(NOW()-A1)*24>10', false],
    ['about another cell', '=(NOW()-A7)*24>26', false],
    ['about a cell that is gone', '=(NOW()-#REF!)*24>26', false],
  ])('%s is known again, and set again only where it is wrong', (_, formula, isRight) => {
    const bench = refreshed();
    const sheet = bench.sheet(BRIEF);
    sheet.conditionalRules = sheet.conditionalRules.map((rule) => ({ ...rule, formula }));
    bench.calls.length = 0;
    refresh(bench);
    expect(rulesOf(bench)).toEqual([isRight ? `1,2 ${formula}` : OWN_RULE]);
    expect(bench.calls.includes('Sheet.setConditionalFormatRules')).toBe(!isRight);
  });

  test('is there once, however often somebody has copied it', () => {
    const bench = refreshed();
    const sheet = bench.sheet(BRIEF);
    sheet.conditionalRules = [...sheet.conditionalRules, ofUser('=E1>0'), ...sheet.conditionalRules];
    refresh(bench);
    expect(rulesOf(bench)).toEqual([OWN_RULE, '1,5 =E1>0']);
  });
});

describe('a table that moved', () => {
  const moves: [string, (bench: Workbench) => void, string, string][] = [
    ['by a row over the line', ({ user }) => user.insertRows(BRIEF, 0, 1), 'A2', 'B2'],
    ['by a row between line and table', ({ user }) => user.insertRows(BRIEF, 1, 1), 'A2', 'B2'],
    ['by a column left of both', ({ user }) => user.insertColumns(BRIEF, 0, 1), 'B1', 'C1'],
    ['by a column between number and text', ({ user }) => user.insertColumns(BRIEF, 1, 2), 'C1', 'D1'],
  ];

  test.each(moves)('%s has its line over it, and none where it was', (_, move, left, right) => {
    for (const isFailed of [false, true]) {
      const bench = refreshed();
      if (isFailed) fail(bench);
      move(bench);
      refresh(bench, LATER, 3);
      expect(valuesOf(bench, left, right)).toEqual([LATER.checkedAt, LATER.text]);
      const filled: string[] = [];
      for (const a1 of ['A1', 'B1', 'C1', 'D1', 'A2']) if (at(bench, a1).value !== '') filled.push(a1);
      expect(filled).toEqual([left, right].filter((a1) => a1 !== 'B2'));
      expect(rulesOf(bench)).toHaveLength(1);
      expect(rulesOf(bench)[0]).toContain(`(NOW()-${left})*24>26`);
    }
  });

  test('to the first row has no line, and to the first column one that does not age', () => {
    const bench = refreshed();
    bench.user.deleteRows(BRIEF, 1, 1);
    refresh(bench);
    fail(bench);
    expect([at(bench, 'B1').value, rulesOf(bench)]).toEqual(['Номер', []]);
    const other = refreshed();
    other.user.deleteColumns(BRIEF, 1, 1);
    refresh(other, LATER);
    expect([at(other, 'A1').value, rulesOf(other)]).toEqual([LATER.text, []]);
  });
});

describe('nothing that Google refuses of the line', () => {
  test.each([false, true])('ends a refresh or loses a failure, at once or later: %j', (defersErrors) => {
    const bench = new Workbench({ quirks: { defersErrors } });
    refresh(bench);
    bench.user.protect(BRIEF, 'A1:B1');
    refresh(bench, LATER, 3);
    refresh(bench, { ...LATER, allowedHours: 4 }, 3);
    fail(bench);
    expect([at(bench, 'B1').value, rulesOf(bench)]).toEqual([TEXT, [OWN_RULE]]);
    expect(bench.values(BRIEF, 4)[3]?.[0]).toBe('СЧ-3');
    expect(at(bench, 'B1', 'Полный').value).toBe(FAILED.replace('12:00', '13:30'));
  });
});
