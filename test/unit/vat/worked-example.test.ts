/** The sheet «НДС» of two invoices, cell for cell. */
import { dayNumber } from '../../../src/domain/calendar-day';
import type { IsoDate } from '../../../src/domain/ids';
import type { CellValue, PlannedRow } from '../../../src/report/SheetPlan';
import { row, totals, vat } from './some-vat';

const times = <T>(many: number, value: T): T[] => Array.from({ length: many }, () => value);
const month = (iso: string): number => dayNumber(iso as IsoDate);

const ROMASHKA = { inn: '7707083893', name: 'ООО «Ромашка»', kpp: '007701001' };
const IVANOV = { inn: '500100732259', name: 'ИП Иванов' };
const SOLD = [
  {
    ...{ buyer: ROMASHKA, opportunity: 455, taxValue: 64.09 },
    rows: [row(305, 22), row(100, 10), row(50, null)],
  },
  {
    ...{ buyer: IVANOV, day: '2026-02-28', opportunity: '169.99', taxValue: '16.67' },
    rows: [row('33.33', 20, { quantity: 3 }), row(70, 0)],
  },
];
const plan = vat({ sold: SOLD });

const AMOUNT = '#,##0.00';
const FORMATS = ['mm.yyyy', '@', '@', '@', '@', '0', AMOUNT, AMOUNT, AMOUNT, '@'];
const ALIGNMENTS = [
  ...['center', 'center', 'left', 'center', 'center', 'center', 'right', 'right', 'right', 'left'],
];
const at = (place: number, value: string, others: readonly string[]): string[] =>
  others.map((other, index) => (index === place ? value : other));

/** A line from rate to VAT; whole texts where it is a total, by its fill. */
function line(values: readonly CellValue[], fill: string | null, endsGroup = false): unknown {
  const isWithoutVat = values[1] === 'без НДС';
  return {
    values: [...values, null],
    style: {
      formats: isWithoutVat ? at(8, `${AMOUNT};-${AMOUNT};"нет"`, FORMATS) : FORMATS,
      alignments: isWithoutVat ? at(8, 'center', ALIGNMENTS) : ALIGNMENTS,
      fills: times(10, fill),
      weights: times(10, fill === null ? 'normal' : 'bold'),
      colors: times(10, '#000000'),
    },
    link: null,
    endsGroup,
  };
}

const PERIOD = 'Итого за период';
const MONTH = 'Итого за месяц';
const [BLUE, GREY] = ['#eaf2fb', '#f3f3f3'];
const [JANUARY, FEBRUARY] = [month('2026-01-01'), month('2026-02-01')];
const romashka = [ROMASHKA.name, ROMASHKA.inn, ROMASHKA.kpp];
const ivanov = [IVANOV.name, IVANOV.inn, null];
const none = [null, null];

test('the columns are those of the contract', () => {
  expect(plan.columns.map(({ title, width, kind }) => [title, width, kind])).toEqual([
    ['Месяц', 80, 'month'],
    ['Ставка НДС', 90, 'text'],
    ['Контрагент', 280, 'wrapped'],
    ['ИНН', 110, 'text'],
    ['КПП', 90, 'text'],
    ['Счетов', 70, 'whole'],
    ['Сумма с НДС', 120, 'money'],
    ['Сумма без НДС', 120, 'money'],
    ['НДС', 120, 'vat'],
    ['Наша компания', 200, 'wrapped'],
  ]);
  expect(plan.columns.some(({ hasLinks }) => hasLinks)).toBe(false);
});

test('the header stands bold and centred on its fill', () => {
  expect(plan.header).toEqual<PlannedRow>({
    values: plan.columns.map(({ title }) => title),
    style: {
      formats: times(10, '@'),
      alignments: times(10, 'center'),
      fills: times(10, '#cfe2f3'),
      weights: times(10, 'bold'),
      colors: times(10, '#000000'),
    },
    link: null,
    endsGroup: false,
  });
});

test('the body is the worked example', () => {
  expect(plan.body).toEqual([
    line([null, '22\u00a0%', PERIOD, ...none, 1, 305, 250, 55], BLUE),
    line([null, '20\u00a0%', PERIOD, ...none, 1, 99.99, 83.32, 16.67], BLUE),
    line([null, '10\u00a0%', PERIOD, ...none, 1, 100, 90.91, 9.09], BLUE),
    line([null, '0\u00a0%', PERIOD, ...none, 1, 70, 70, 0], BLUE),
    line([null, 'без НДС', PERIOD, ...none, 1, 50, 50, 0], BLUE),
    line([null, 'все', PERIOD, ...none, 2, 624.99, 544.23, 80.76], BLUE, true),
    line([JANUARY, '22\u00a0%', MONTH, ...none, 1, 305, 250, 55], GREY),
    line([JANUARY, '10\u00a0%', MONTH, ...none, 1, 100, 90.91, 9.09], GREY),
    line([JANUARY, 'без НДС', MONTH, ...none, 1, 50, 50, 0], GREY),
    line([JANUARY, 'все', MONTH, ...none, 1, 455, 390.91, 64.09], GREY),
    line([JANUARY, '22\u00a0%', ...romashka, 1, 305, 250, 55], null),
    line([JANUARY, '10\u00a0%', ...romashka, 1, 100, 90.91, 9.09], null),
    line([JANUARY, 'без НДС', ...romashka, 1, 50, 50, 0], null, true),
    line([FEBRUARY, '20\u00a0%', MONTH, ...none, 1, 99.99, 83.32, 16.67], GREY),
    line([FEBRUARY, '0\u00a0%', MONTH, ...none, 1, 70, 70, 0], GREY),
    line([FEBRUARY, 'все', MONTH, ...none, 1, 169.99, 153.32, 16.67], GREY),
    line([FEBRUARY, '20\u00a0%', ...ivanov, 1, 99.99, 83.32, 16.67], null),
    line([FEBRUARY, '0\u00a0%', ...ivanov, 1, 70, 70, 0], null, true),
  ]);
});

test('below it rows and invoices agree', () => {
  const [empty, first] = plan.footer;
  expect(totals(plan)).toEqual([
    null,
    ['Строки листа «Полный»:', 624.99, 544.23, 80.76],
    ['Счета листа «Краткий»:', 624.99, 544.23, 80.76],
    ['Разница:', 0, 0, 0],
    ['из неё счета без строк:', 0, 0, 0],
    ['из неё остальные счета:', 0, 0, 0],
  ]);
  const plain = { fills: times(10, null), colors: times(10, '#000000') };
  const [general, left] = [times(10, 'General'), times(10, 'left')];
  expect(empty).toEqual({
    values: times(10, null),
    style: { ...plain, formats: general, alignments: left, weights: times(10, 'normal') },
    ...{ link: null, endsGroup: false },
  });
  expect(first).toEqual({
    values: [null, null, 'Строки листа «Полный»:', ...times(3, null), 624.99, 544.23, 80.76, null],
    style: {
      ...plain,
      formats: ['General', 'General', '@', ...times(3, 'General'), ...times(3, AMOUNT), 'General'],
      alignments: ['left', 'left', 'right', ...times(3, 'left'), ...times(3, 'right'), 'left'],
      weights: times(10, 'bold'),
    },
    ...{ link: null, endsGroup: false },
  });
});

test('its own rows are known by their labels, whatever the currency, and a buyer of such a name is not', () => {
  const { totals: labels, body } = plan.ownTexts;
  const isOwn = (text: string): boolean => labels.some((label) => text.startsWith(label));
  expect(['Разница:', 'Разница, USD:', 'из неё счета без строк, без валюты:'].map(isOwn)).toEqual([
    true,
    true,
    true,
  ]);
  expect(['Разница', 'Разница ООО', PERIOD].map(isOwn)).toEqual([false, false, false]);
  expect(body).toEqual(['Строк нет']);
});

test('without rows one plain line says so, the invoices below it', () => {
  const rowless = vat({ sold: [{ opportunity: 100, taxValue: '16.67' }] });
  expect(rowless.body).toEqual([line([null, null, 'Строк нет', ...times(6, null)], null)]);
  expect(totals(rowless)).toEqual([
    null,
    ['Строки листа «Полный»:', 0, 0, 0],
    ['Счета листа «Краткий»:', 100, 83.33, 16.67],
    ['Разница:', -100, -83.33, -16.67],
    ['из неё счета без строк:', -100, -83.33, -16.67],
    ['из неё остальные счета:', 0, 0, 0],
  ]);
});

test('without invoices everything is 0', () => {
  const nothing = vat({ sold: [] });
  expect(nothing.body).toEqual([line([null, null, 'Строк нет', ...times(6, null)], null)]);
  expect(totals(nothing).map((cells) => cells?.slice(1) ?? null)).toEqual([null, ...times(5, [0, 0, 0])]);
});

test('the note says what the table shows and whose word it is', () => {
  expect(plan.noteLines).toEqual([
    'Период: 01.01.2026 – 31.03.2026, поле «Дата счёта»',
    'Месяц — по тому же полю',
    'Это данные CRM: моментом определения базы может быть и предоплата',
  ]);
  const unavailable = { rows: 'unavailable' } as const;
  expect(vat({ sold: [unavailable, unavailable, {}] }).noteLines[2]).toBe('Строки недоступны у счетов: 2');
});
