import fc from 'fast-check';
import { briefPlan, detailPlan, type InvoiceCells } from './plans';
import { Workbench } from './workbench';

const readings = [false, true].flatMap((atCellParsesFormula) =>
  [false, true].map((atCellConsumesApostrophe) => ({ atCellParsesFormula, atCellConsumesApostrophe })),
);

const hostileTexts = [
  '=1+1', '=HYPERLINK("http://evil.example","x")', '=FORMULATEXT(D3)', '+7 999 123-45-67', '+1+1', '-abc', '-1', '- тире',
  '@SUM(A1)', "'начало", "''два", "'=1+1", '＝1+1', '＋1', '－1', '＠x', '\t=1+1', '\n=1', '\r\n+1', ' =1', ' -5',
  '\u00a0=1+1', '\u200b=1+1', '\ufeff=1', '007', '1-2', '01.02.2026', '1E5', 'TRUE', 'ИСТИНА', '10%', '$5', '1 234,50',
  '&quot;', 'строка\nстрока', '  пробелы  ', '🙂', '=', "'", '#REF!', '{=1}', `=${'x'.repeat(49_999)}`, 'y'.repeat(50_000),
]; // prettier-ignore

const withTexts = (texts: readonly string[]): InvoiceCells[] =>
  texts.map((text, index) => ({ number: text, inn: text, name: text, sum: index }));

describe.each(readings)('with `@` cells that behave as %j', (quirks) => {
  const texts = [...hostileTexts, ...hostileTexts];

  test('hostile texts stand in the brief sheet exactly as in the CRM, and no formula exists', () => {
    const bench = new Workbench({ quirks });
    bench.write(briefPlan(withTexts(texts)));
    const columns = bench.values('Краткий', texts.length + 1).slice(1);
    expect(columns.map((row) => row.slice(0, 3))).toEqual(texts.map((text) => [text, text, text]));
    expect(bench.formulas('Краткий')).toEqual([]);
  });

  test('hostile texts stand in the detail sheet exactly as in the CRM, and no formula exists', () => {
    const bench = new Workbench({ quirks });
    const plan = detailPlan(withTexts(texts));
    bench.write(plan);
    const rows = bench.values('Полный', plan.body.length + 1).slice(1);
    expect(rows.map((row) => row.slice(0, 4))).toEqual(plan.body.map((row) => row.values.slice(0, 4)));
    expect(bench.formulas('Полный')).toEqual([]);
  });

  test('any text comes out as it went in, and a second write finds nothing to change', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .tuple(fc.constantFrom('=', '+', '-', '@', "'", '＝', ' =', '\t', '\n'), fc.string())
        .map(([start, rest]) => start + rest),
      fc.constantFrom(...hostileTexts.filter(({ length }) => length < 100)),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (some) => {
        const bench = new Workbench({ quirks });
        bench.write(briefPlan(withTexts(some)));
        const rows = bench.values('Краткий', some.length + 1).slice(1);
        expect(rows.map((row) => row.slice(0, 3))).toEqual(some.map((one) => [one, one, one]));
        expect(bench.formulas('Краткий')).toEqual([]);
        expect(bench.write(briefPlan(withTexts(some)))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });
});

test('a text longer than a cell may hold is refused before anything is written', () => {
  const bench = new Workbench();
  const tooLong = { number: '1', inn: '1', name: 'x'.repeat(50_001), sum: 1 };
  expect(() => bench.write(briefPlan([tooLong]))).toThrow(
    'Текст для ячейки D3 листа «Краткий» длиннее 50\u00a0000 знаков. Сократите его в Bitrix24 и обновите отчёт.',
  );
  expect(bench.book.sheetNamed('Краткий')).toBeUndefined();
});
