/** Which rows pass for the report's own, by their values and by their formats. */
import {
  isBlank,
  isBodyRow,
  isFormattedAsBody,
  isMostlyFormatted,
  isReportRow,
  isTotal,
} from '../../../src/sheets/report-rows';
import { ROWS_UNAVAILABLE, totalLabels } from '../../../src/texts/sheet-texts';
import { briefPlan, detailPlan, invoices, textColumnsOf } from './plans';

const [BRIEF, DETAIL] = [briefPlan(invoices(1)), detailPlan(invoices(1))];
const plans = [BRIEF, DETAIL];
const read = (values: readonly unknown[]): unknown[] => values.map((value) => value ?? '');
const columns = plans.flatMap((plan) =>
  plan.header.values.map((_, column) => ({ plan, kind: plan.sheet, column })),
);
/** The row of the plan as a sheet reads it, with another value in one column. */
const changed = (values: readonly unknown[], column: number, value: unknown): unknown[] =>
  read(values).map((own, index) => (index === column ? value : own));

test.each(plans)('all rows of «$title» pass for its own, but its header and its empty rows', (plan) => {
  for (const { values } of plan.body) expect(isBodyRow(plan, read(values))).toBe(true);
  for (const { values } of [...plan.body, ...plan.footer]) {
    const isEmpty = values.every((value) => value === null);
    expect([isReportRow(plan, read(values)), isBlank(read(values), plan.fixedColumns)]).toEqual([
      !isEmpty,
      isEmpty,
    ]);
  }
  expect(isReportRow(plan, plan.header.values)).toBe(false);
  expect(isReportRow(plan, undefined)).toBe(false);
  expect(isReportRow(plan, [])).toBe(false);
});

test.each(columns)(
  'a number among the texts, or a text among the amounts, is no row: $kind, $column',
  ({ plan, column }) => {
    const [{ values } = plan.header] = plan.body;
    const isText = textColumnsOf(plan).includes(column);
    expect(isBodyRow(plan, changed(values, column, 'слово'))).toBe(isText);
    expect(isBodyRow(plan, changed(values, column, 7))).toBe(!isText);
    expect(isBodyRow(plan, changed(values, column, new Date()))).toBe(!isText);
    expect(isBodyRow(plan, changed(values, column, ''))).toBe(true);
  },
);

test.each(plans)(
  'texts without any amount are no row of «$title», except where it says that rows are unavailable',
  (plan) => {
    const [{ values } = plan.header] = plan.body;
    const texts = read(values).map((value, column) => (textColumnsOf(plan).includes(column) ? value : ''));
    expect(isBodyRow(plan, texts)).toBe(false);
    const [, , third] = textColumnsOf(plan);
    const isDetail = plan === DETAIL;
    expect(isBodyRow(plan, changed(texts, third ?? 0, ROWS_UNAVAILABLE))).toBe(isDetail);
  },
);

test.each([
  ['brief', 3, true],
  ['brief', 4, true],
  ['brief', 5, false],
  ['detail', 4, true],
  ['detail', 7, true],
] as const)(
  'on the %s sheet an amount in column %i alone makes a row of texts one: %s',
  (kind, column, is) => {
    const plan = kind === 'brief' ? BRIEF : DETAIL;
    const [{ values } = plan.header] = plan.body;
    const alone = read(values).map((value, at) =>
      typeof value === 'string' ? value : at === column ? 1 : '',
    );
    expect(isBodyRow(plan, alone)).toBe(is);
  },
);

test.each(Object.values(totalLabels('')))(
  'a row with «%s» is one of totals, in its column and on the brief sheet only',
  (label) => {
    const inCurrency = `${label.slice(0, -1)}, USD:`;
    for (const text of [label, inCurrency]) {
      const row = ['', '', text, 5, '', '', '', ''];
      expect([isTotal(BRIEF, row), isReportRow(BRIEF, row)]).toEqual([true, true]);
      const withoutAmount = ['', '', text, '', '', '', '', ''];
      expect([isReportRow(BRIEF, withoutAmount), isReportRow(DETAIL, withoutAmount)]).toEqual([true, false]);
      expect(isTotal(BRIEF, ['', text, '', 5])).toBe(false);
    }
    expect(isTotal(BRIEF, ['', '', `Итого. ${label}`])).toBe(false);
    expect(isTotal(BRIEF, ['', '', label.slice(1)])).toBe(false);
  },
);

test('nothing, a number or another word is no row of totals', () => {
  for (const row of [undefined, [], ['', '', 5], ['', '', ''], ['', '', 'Всего']])
    expect(isTotal(BRIEF, row)).toBe(false);
});

test('a row is blank without any cell, and with empty ones, but not with a zero', () => {
  expect([undefined, [], ['', ''], ['', 0], ['', false], [' ', '']].map((row) => isBlank(row, 8))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

test.each(plans)('the formats of its text columns make a row one of «$title», all of them', (plan) => {
  const formats = plan.header.values.map((_, column) => (textColumnsOf(plan).includes(column) ? '@' : '0'));
  expect(isFormattedAsBody(plan, formats)).toBe(true);
  for (const column of textColumnsOf(plan)) {
    const other = formats.map((format, at) => (at === column ? 'General' : format));
    expect(isFormattedAsBody(plan, other)).toBe(false);
  }
  expect(isFormattedAsBody(plan, [])).toBe(false);
  expect(isFormattedAsBody(plan)).toBe(false);
});

test.each(plans)('most formats make a row one of «$title», of its texts and of all its cells', (plan) => {
  const formats = plan.body[0]?.style.formats ?? [];
  expect(isMostlyFormatted(plan, formats)).toBe(true);
  const pairs = formats.flatMap((_, from) => formats.map((__, to) => [from, to] as const));
  for (const [from, to] of pairs) {
    const moved = formats.map((own, at) => (at === from ? 'General' : at === to ? formats[from] : own));
    expect(isMostlyFormatted(plan, read(moved).map(String))).toBe(true);
  }
  const onlyWhere = (isKept: (isText: boolean) => boolean): string[] =>
    formats.map((own, at) => (isKept(textColumnsOf(plan).includes(at)) ? own : 'General'));
  expect(
    isMostlyFormatted(
      plan,
      onlyWhere((isText) => !isText),
    ),
  ).toBe(false);
  expect(
    isMostlyFormatted(
      plan,
      onlyWhere(() => false),
    ),
  ).toBe(false);
  expect(isMostlyFormatted(plan, [])).toBe(false);
  expect(isMostlyFormatted(plan)).toBe(false);
});

test('as many formats as are lacking are not most of them', () => {
  const [texts, days] = [
    ['@', '@', '@', 'General', 'General'],
    ['dd.mm.yyyy', '', '0.###############'],
  ];
  expect(isMostlyFormatted(BRIEF, [...texts, ...days])).toBe(false);
  expect(isMostlyFormatted(BRIEF, [...texts, 'dd.mm.yyyy', 'dd.mm.yyyy', ''])).toBe(true);
  expect(isMostlyFormatted(DETAIL, ['@', '@', 'General', 'General', '', '0.00', '0.00', '0.00'])).toBe(false);
  expect(isMostlyFormatted(DETAIL, ['@', '@', '@', 'General', '', '0.00', '', ''])).toBe(true);
});
