/** Cells that keep a text as something else. */
import fc from 'fast-check';
import { fingerprintOf, isAlike, keptAltered, withSubstitutes } from '../../../src/sheets/altered-texts';
import { plannedRows } from '../../../src/sheets/area';
import { newRecord } from '../../../src/sheets/sheet-record';
import { STORED_TEXTS } from '../../support/stored-texts';
import { briefPlan, invoices } from './plans';
import { Workbench } from './workbench';

test.each([
  ['Стол\r\nдубовый', 'Стол\nдубовый'],
  ['Стол\rдубовый', 'Стол\r\nдубовый'],
  ['Стол\u2028дубовый\u0085', 'Стол\nдубовый\n'],
  ['Стол\0', 'Стол'],
  ['Стол\0', 'Стол\ufffd'],
  ['\ud83dСтол\ude00', '\ufffdСтол\ufffd'],
  ['\ud83dСтол\ude00', 'Стол'],
])('nobody misses what tells %j from %j', (text, shown) => {
  expect(isAlike({ text, shown })).toBe(true);
});

test.each<[string, unknown]>([
  ['Стол\r\nдубовый', 'Стол дубовый'],
  ['Стол\r\nдубовый', 'Столдубовый'],
  ['Стол\0дубовый', 'Стол'],
  ['Стол 🙂\0', 'Стол '],
  ['Стол\ufffd', 'Стол'],
  ['Стол', 'Стол\0'],
  ['7\0', 7],
])('more than nobody misses tells %j from %j', (text, shown) => {
  expect(isAlike({ text, shown })).toBe(false);
});

test('«�» stands for each character that may not stay, and whole ones stay', () => {
  expect(withSubstitutes('a\r\nb\rc\u2028d\te\0f\ud83dg\ude00h🙂\v')).toBe(
    'a\nb\nc\nd\te\ufffdf\ufffdg\ufffdh🙂\ufffd',
  );
});

test('only what is not alike is kept in the record', () => {
  const place = { row: 1, column: 2 };
  expect(fingerprintOf([{ ...place, text: 'a\r\nb', shown: 'a\nb' }])).toBe('');
  const one = fingerprintOf([{ ...place, text: 'a\r\nb', shown: 'a b' }]);
  expect(one).not.toBe('');
  expect(fingerprintOf([{ ...place, text: 'a\r\nb', shown: 'b' }])).not.toBe(one);
  expect(fingerprintOf([{ ...place, row: 2, text: 'a\r\nb', shown: 'a b' }])).not.toBe(one);
});

test.each(Object.entries(STORED_TEXTS))(
  'where cells keep of a text %s, each write tells the same cells, and the second changes none',
  (_, storedText) => {
    const pieces = fc.constantFrom('\r\n', '\n', '\0', '\ud83d', '\ude00', ' ', '=1', 'Стол', '\u2028');
    const text = fc.array(pieces, { maxLength: 5 }).map((some) => some.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 6 }), (names) => {
        const bench = new Workbench({ quirks: { storedText } });
        const plan = briefPlan(
          invoices(names.length).map((cells, index) => ({ ...cells, name: names[index] ?? '' })),
        );
        const written = (): unknown => {
          const writer = bench.writer();
          const { changed, altered } = writer.commit(writer.prepare([plan]));
          return [
            changed,
            altered.get('brief')?.map(({ row, column, text: of, shown }) => [row, column, of, shown]),
          ];
        };
        const shown = (): unknown[] => bench.values('Краткий', names.length + 1).map((row) => row[2]);
        const first = written();
        const told = names.flatMap((name, index) =>
          storedText(name) === name ? [] : [[index + 1, 2, name, shown()[index + 1]]],
        );
        expect(first).toEqual([true, told]);
        expect(written()).toEqual([false, told]);
        bench.user.cell('Краткий', 'D3').value = 'чужое';
        expect(written()).toEqual([true, told]);
        expect(bench.formulas('Краткий')).toEqual([]);
      }),
      { numRuns: 25 },
    );
  },
);

describe('Texts that a sheet shows otherwise are kept', () => {
  const rows = plannedRows(briefPlan([{ number: 'a\r\nb', inn: 'c\0d', name: '🙂', sum: 5 }]));
  const shownAs = (...texts: readonly unknown[]): unknown[][] =>
    rows.map(({ values }, row) => values.map((value, c) => (row === 1 && c < 3 ? texts[c] : (value ?? ''))));
  const record = (altered: string) => ({ ...newRecord('brief', 1), altered });
  const keptOf = (values: readonly (readonly unknown[])[], altered: string) =>
    keptAltered(values, rows, record(altered), () => 0);
  const lost = { row: 1, column: 2, text: '🙂', shown: '??' };

  test('where they are the same as after the last write, or only alike', () => {
    expect(keptOf(shownAs('a\r\nb', 'c\0d', '🙂'), '')).toEqual([]);
    const alike = [
      { row: 1, column: 0, text: 'a\r\nb', shown: 'a\nb' },
      { row: 1, column: 1, text: 'c\0d', shown: 'cd' },
    ];
    expect(keptOf(shownAs('a\nb', 'cd', '🙂'), '')).toEqual(alike);
    expect(keptOf(shownAs('a\nb', 'cd', '??'), fingerprintOf([lost]))).toEqual([...alike, lost]);
  });

  test('and not where one is another than then, or as planned again', () => {
    expect(keptOf(shownAs('a\r\nb', 'c\0d', '??'), '')).toBeNull();
    expect(keptOf(shownAs('a\r\nb', 'c\0d', '?'), fingerprintOf([lost]))).toBeNull();
    expect(keptOf(shownAs('a\r\nb', 'd', '??'), fingerprintOf([lost]))).toBeNull();
    expect(keptOf(shownAs('a\r\nb', 'c\0d', '🙂'), fingerprintOf([lost]))).toBeNull();
  });

  test('and not where a number is another, or rows cannot be read', () => {
    const values = shownAs('a\r\nb', 'c\0d', '??');
    expect(
      keptOf(
        values.map((row) => row.map((cell) => (cell === 5 ? 6 : cell))),
        fingerprintOf([lost]),
      ),
    ).toBeNull();
    expect(keptOf(values.slice(0, 1), fingerprintOf([lost]))).toBeNull();
    expect(keptOf([], '')).toBeNull();
  });
});
