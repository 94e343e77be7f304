/** How wide the columns of amounts are planned, so that none of them shows as «###». */
import { fitting } from '../../../src/report/fitting-width';
import type { PlannedColumn, PlannedRow, RowStyle } from '../../../src/report/SheetPlan';

const AMOUNT = '#,##0.00';

const column = (kind: PlannedColumn['kind'], width = 120): PlannedColumn => ({
  ...{ title: 'Сумма', width, kind, hasLinks: false, total: null },
});

function rowOf(value: number | string | null, format: string): PlannedRow {
  const style: RowStyle = {
    ...{ formats: [format], alignments: ['right'], fills: [null], weights: ['bold'], colors: ['#000000'] },
  };
  return { values: [value], style, link: null, endsGroup: false };
}

const widthFor = (amounts: readonly (number | string | null)[], format = AMOUNT, planned = column('money')) =>
  fitting(
    [planned],
    amounts.map((amount) => rowOf(amount, format)),
  )[0]?.width;

test.each([
  ['nothing', []],
  ['no number', ['Всего счетов на сумму:', null]],
  ['what a company has', [0, 15_645_908.54, 999_999_999.99]],
  ['a milliard', [1_234_567_890]],
  ['the largest that fits', [9_999_999_999.99, -999_999_999.99]],
])('a column of amounts keeps its width with %s', (_, amounts) => {
  expect(widthFor(amounts)).toBe(120);
});

test.each([
  [[123_904_259_280.83], 130],
  [[1, 2, 123_456_789_012_345.67, 3], 160],
  [[-123_904_259_280.83, 0], 140],
])('one of %p is as wide as the widest of them, by tens of pixels', (amounts, width) => {
  expect(widthFor(amounts)).toBe(width);
});

test.each([
  ['#,##0.00 [$USD]', 1_234_567.89, 120],
  ['#,##0.00 [$USD]', 12_345_678.9, 130],
  ['#,##0.00 [$KZT];-#,##0.00 [$KZT];"нет"', 123_904_259_280.83, 160],
])('the currency of %p counts: %d needs %d pixels', (format, amount, width) => {
  expect(widthFor([amount], format)).toBe(width);
});

test('the widest counts whatever its format, and what it needs beside the width of its own column', () => {
  const rows = [rowOf(123_904_259_280.83, AMOUNT), rowOf(99_999_999, `${AMOUNT} [$USD]`), rowOf(1, AMOUNT)];
  expect(fitting([column('vat')], rows)[0]?.width).toBe(130);
  expect(widthFor([1_234_567_890], AMOUNT, column('money', 110))).toBe(120);
  expect(widthFor([123_904_259_280.83], AMOUNT, column('money', 200))).toBe(200);
});

test.each(['text', 'wrapped', 'number', 'day'] as const)('a column of kind %s keeps its width', (kind) => {
  expect(widthFor([123_904_259_280.83], 'General', column(kind))).toBe(120);
});
