/** What counts in which figure of «Сводка», and which lines its blocks have. */
import type { IsoDate } from '../../../src/domain/ids';
import { aStage } from '../report/builders';
import { cellsIn, column, LINES, rowAt, summary, type Billed } from './some-summary';

const PAID = { stageId: 'S' };
const figures = (billed: readonly Billed[]): readonly unknown[] => rowAt(summary({ billed }), 3).values;
const NBSP = '\u00a0';

describe('the figures on top', () => {
  it.each<[string, readonly Billed[], readonly unknown[]]>([
    ['of nothing are 0, without a share', [], [0, 0, 0, 0, 0, 0, null]],
    ['of a paid one', [{ ...PAID, opportunity: 120 }], [120, 1, 120, 0, 0, 20, 1]],
    ['of an owing one', [{ opportunity: 120 }], [120, 1, 0, 120, 0, 20, 0]],
    ['of an overdue one', [{ opportunity: 120, due: '2026-04-04' }], [120, 1, 0, 120, 120, 20, 0]],
    ['of one due today', [{ opportunity: 120, due: '2026-04-05' }], [120, 1, 0, 120, 0, 20, 0]],
    ['of one paid in part', [{ opportunity: 120, paidSum: 40 }], [120, 1, 40, 80, 0, 20, 0.3333]],
    ['of one paid by its paid sum', [{ opportunity: 120, paidSum: 130 }], [120, 1, 120, 0, 0, 20, 1]],
    ['of a failed one', [{ opportunity: 120, stageId: 'F', paidSum: 40 }], [120, 1, 0, 0, 0, 20, 0]],
    ['of one without a sum', [{ opportunity: null, paidSum: 40 }], [0, 1, 0, 0, 0, 20, null]],
    ['of a refund', [{ ...PAID, opportunity: -5, taxValue: null }], [-5, 1, -5, 0, 0, 0, null]],
    ['to the kopeck', Array.from({ length: 30 }, () => ({ opportunity: 0.1 })), [3, 30, 0, 3, 0, 600, 0]],
  ])('%s', (_, billed, expected) => {
    expect(figures(billed)).toEqual(expected);
  });

  it('are large, and red where anything is overdue', () => {
    const { style } = rowAt(summary({ billed: [{ opportunity: 1, due: '2026-04-04' }] }), 3);
    expect([new Set(style.sizes), new Set(style.weights), new Set(style.alignments)]).toEqual([
      ...[new Set([16]), new Set(['bold']), new Set(['center'])],
    ]);
    expect(style.colors.map((color) => color === '#cc0000')).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((place) => place === 4),
    );
    for (const opportunity of [0, -1]) {
      const plan = summary({ billed: [{ opportunity, due: '2026-04-04' }] });
      expect(new Set(rowAt(plan, 3).style.colors)).toEqual(new Set(['#000000']));
    }
  });

  it('are of the main currency, and name it beside others', () => {
    const billed = [
      { currency: 'USD', opportunity: 7 },
      { currency: 'USD', opportunity: 8 },
      { currency: 'RUB', opportunity: 5, taxValue: 1 },
    ];
    const plan = summary({ billed });
    expect(rowAt(plan, 3).values).toEqual([5, 1, 0, 5, 0, 1, 0]);
    expect(rowAt(plan, 3).style.formats[0]).toBe('#,##0.00 [$RUB]');
    expect(plan.noteLines).toContain('Валюта: RUB');
    expect(rowAt(summary({ billed: billed.slice(0, 2) }), 3).values.slice(0, 2)).toEqual([15, 2]);
  });
});

describe('a share', () => {
  const shareOf = (part: number, whole: number): unknown => {
    const billed = [
      { opportunity: part, buyer: { name: 'А' } },
      { opportunity: whole - part, buyer: { name: 'Б' } },
    ];
    const found = column(summary({ billed }), LINES.buyers, 6) as [string, unknown][];
    return Object.fromEntries(found)['А'];
  };

  it.each([
    [5, 1_000, `▏ 1${NBSP}%`],
    [500, 1_000, `██████████ 50${NBSP}%`],
    [0, 1_000, `0${NBSP}%`],
    [1, 1_000, `▏ 0${NBSP}%`],
    [24, 1_000, `▏ 2${NBSP}%`],
    [25, 1_000, `█ 3${NBSP}%`],
    [1_000, 1_000, `${'█'.repeat(20)} 100${NBSP}%`],
    [2_000, 1_000, `${'█'.repeat(40)} 200${NBSP}%`],
    [1e9, 0.01, `${'█'.repeat(100)} 10${NBSP}000${NBSP}000${NBSP}000${NBSP}000${NBSP}%`],
    [-1, 1_000, null],
    [1, 0, null],
    [1, -1, null],
  ])('%p of %p is %p', (part, whole, text) => {
    expect(shareOf(part, whole)).toBe(text);
  });
});

describe('the months', () => {
  const months = (from: string, to: string, billed: readonly Billed[] = [], today = '2026-04-05') => {
    const period = { from: from as IsoDate, to: to as IsoDate };
    return column(summary({ billed, period, today: today as IsoDate }), LINES.months, 1);
  };

  it('are those of the period down to today’s', () => {
    expect(months('2026-02-10', '2026-12-31')).toEqual([
      ['Февраль 2026', 0],
      ['Март 2026', 0],
      ['Апрель 2026', 0],
    ]);
  });

  it('go on to the last one with an invoice, be it of another currency', () => {
    const billed = [{ day: '2026-04-01' }, { day: '2026-06-30', currency: 'USD' }];
    expect(months('2026-04-01', '2026-12-31', billed)).toEqual([
      ['Апрель 2026', 1],
      ['Май 2026', 0],
      ['Июнь 2026', 0],
    ]);
  });

  it('are none of a period to come without invoices', () => {
    expect(months('2026-05-01', '2026-12-31')).toEqual([]);
  });

  it('are twelve, or the last eleven after what was earlier', () => {
    expect(months('2025-05-31', '2026-04-01')).toHaveLength(12);
    const billed = [{ day: '2024-04-05' }, { day: '2025-05-31' }, { day: '2025-06-01' }];
    const found = months('2024-04-01', '2026-04-30', billed);
    expect([found.length, ...found.slice(0, 2)]).toEqual([12, ['Ранее', 2], ['Июнь 2025', 1]]);
    expect(found[11]).toEqual(['Апрель 2026', 0]);
  });
});

describe('the ages', () => {
  const owed = [
    { opportunity: 10, due: '2026-04-05' },
    { opportunity: 30, due: '2026-04-04' },
    { opportunity: null, due: '2026-04-01' },
    { opportunity: 7, stageId: 'S' },
    { opportunity: 0 },
  ];

  it('are those of the report’s debts', () => {
    const plan = summary({ billed: owed });
    expect(rowAt(plan, 19).values).toEqual([
      ...['Долги по срокам', 'Счетов', 'Долг', null, null, null, 'Доля'],
    ]);
    expect(cellsIn(plan, ...LINES.ages)).toEqual([
      ['Не просрочено', 1, 10, null, null, null, `█████ 25${NBSP}%`],
      ['1–30 дней', 2, 30, null, null, null, `███████████████ 75${NBSP}%`],
      ['31–60 дней', 0, 0, null, null, null, `0${NBSP}%`],
      ['61–90 дней', 0, 0, null, null, null, `0${NBSP}%`],
      ['Более 90 дней', 0, 0, null, null, null, `0${NBSP}%`],
      ['Без срока', 0, 0, null, null, null, `0${NBSP}%`],
    ]);
  });

  it('are those of «Долги» where it shows invoices outside the period, and say so', () => {
    const plan = summary({ billed: owed, older: [{ id: 90, opportunity: 60, due: '2025-01-01' }] });
    expect(rowAt(plan, 19).values[0]).toBe('Долги по срокам, и вне периода');
    expect(column(plan, LINES.ages, 2)).toContainEqual(['Более 90 дней', 60]);
    expect(rowAt(plan, 3).values[3]).toBe(40);
  });

  it('have no shares of nothing', () => {
    const plan = summary({ billed: [] });
    expect(cellsIn(plan, ...LINES.ages).map((values) => values.slice(1))).toEqual(
      Array(6).fill([0, 0, null, null, null, null]),
    );
  });
});

describe('buyers', () => {
  const buyers = (count: number): readonly Billed[] =>
    Array.from({ length: count }, (_, index) => ({
      opportunity: 100 - index,
      buyer: { name: `Клиент ${index}` },
    }));

  it('are ten, and the others in one line', () => {
    expect(cellsIn(summary({ billed: buyers(10) }), ...LINES.buyers)).toHaveLength(10);
    const eleven = column(summary({ billed: buyers(11) }), LINES.buyers, 2);
    expect(eleven.slice(9)).toEqual([
      ['Клиент 9', 91],
      ['Остальные (1)', 90],
    ]);
    expect(column(summary({ billed: buyers(13) }), LINES.buyers, 1)[10]).toEqual(['Остальные (3)', 3]);
  });

  it('stand by what they were billed, then by name and key, and are called as their last invoice calls them', () => {
    const billed = [
      { opportunity: 5, buyer: { name: 'Б', inn: '7707083893' } },
      { opportunity: 5, buyer: { name: 'А' }, companyId: 9 },
      { opportunity: 5, buyer: { name: 'А' }, companyId: 7 },
      { opportunity: 1, buyer: { name: 'Я', inn: '7707083893' }, currency: 'USD' },
    ];
    expect(column(summary({ billed }), LINES.buyers, 2)).toEqual([
      ['А', 5],
      ['А', 5],
      ['Я', 5],
    ]);
  });
});

describe('stages', () => {
  it('of one name are one line, by what they mean, then by their place, then by name; unknown ones last', () => {
    const stages = [
      aStage('1', 'F', { name: 'Отменён', sort: 1 }),
      aStage('2', 'S', { name: 'Оплачен', sort: 5 }),
      aStage('3', 'P', { name: 'В работе', sort: 9 }),
      aStage('4', 'P', { name: 'Новый', sort: 20 }),
      aStage('5', 'P', { name: 'Новый', sort: 3 }),
      aStage('6', 'P', { name: 'Анализ', sort: 9 }),
      aStage('7', 'P', { name: 'Без счетов', sort: 1 }),
    ];
    const billed = ['gone', '1', '2', '3', '4', '5', '6'].map((stageId) => ({ stageId }));
    expect(column(summary({ billed, stages }), LINES.stages, 1)).toEqual([
      ['Новый', 2],
      ['Анализ', 1],
      ['В работе', 1],
      ['Оплачен', 1],
      ['Отменён', 1],
      ['Неизвестная стадия', 1],
    ]);
  });

  it('are twelve, or eleven and the others in one line', () => {
    const stages = Array.from({ length: 13 }, (_, index) => aStage(`${10 + index}`, 'P', { sort: index }));
    const billed = stages.map(({ id }) => ({ stageId: id }));
    expect(column(summary({ billed: billed.slice(1), stages }), LINES.stages, 1)).toHaveLength(12);
    const found = column(summary({ billed, stages }), LINES.stages, 1);
    expect([found.length, ...found.slice(10)]).toEqual([12, ['20', 1], ['Другие (2)', 2]]);
  });
});

describe('other currencies', () => {
  const codes = ['', 'EUR', 'BYN', 'USD', 'KZT', 'CNY'];
  const billedIn = (count: number): readonly Billed[] =>
    ['RUB', ...codes.slice(0, count)].map((currency) => ({ currency, opportunity: 8 }));

  it('are none of a report in one', () => {
    expect(cellsIn(summary({ billed: billedIn(0) }), 53, 59)).toEqual([]);
  });

  it('have each its own money and no share', () => {
    const plan = summary({ billed: billedIn(2) });
    expect(cellsIn(plan, 54, 59)).toEqual([
      ['Другие валюты', 'Счетов', 'Выставлено', 'Оплачено', 'Не оплачено', 'Просрочено', null],
      ['EUR', 1, 8, 0, 8, 0, null],
      ['без валюты', 1, 8, 0, 8, 0, null],
    ]);
    expect([55, 56].map((row) => rowAt(plan, row).style.formats[2])).toEqual([
      ...['#,##0.00 [$EUR]', '#,##0.00'],
    ]);
  });

  it('are five, or four and a line without sums that counts the others', () => {
    expect(cellsIn(summary({ billed: billedIn(5) }), ...LINES.currencies)).toHaveLength(5);
    const found = cellsIn(summary({ billed: billedIn(6) }), ...LINES.currencies);
    expect(found.map(([label]) => label)).toEqual(['BYN', 'CNY', 'EUR', 'KZT', 'Ещё валют: 2']);
    expect(found[4]).toEqual(['Ещё валют: 2', 2, null, null, null, null, null]);
  });
});

test('a report without invoices has its zeros, months, ages and titles', () => {
  const plan = summary({ billed: [] });
  expect(rowAt(plan, 2).values).toEqual([
    ...['Выставлено', 'Счетов', 'Оплачено', 'Не оплачено', 'Просрочено', 'НДС', 'Оплачено, %'],
  ]);
  expect(cellsIn(plan, 5, 17)).toEqual([
    ['Месяц', 'Счетов', 'Выставлено', 'Оплачено', 'Не оплачено', 'Просрочено', 'Доля'],
    ['Апрель 2026', 0, 0, 0, 0, 0, null],
  ]);
  expect(cellsIn(plan, 26, 59).map(([label]) => label)).toEqual(['Покупатель', 'Стадия']);
  expect([plan.body.length, plan.footer]).toEqual([57, []]);
  expect(plan.blocks).toEqual([
    ...[
      { from: 0, to: 1 },
      { from: 3, to: 4 },
      { from: 17, to: 23 },
      { from: 25, to: 25 },
      { from: 38, to: 38 },
    ],
  ]);
});

test('the note tells period, day and currency, and of failed invoices where there are any', () => {
  const lines = ['Период: 01.04.2026 – 30.04.2026, поле «Дата счёта»', 'На дату: 05.04.2026', 'Валюта: RUB'];
  expect(summary({ billed: [] }).noteLines).toEqual(lines);
  expect(summary({ billed: [{ stageId: 'F' }] }).noteLines).toEqual([
    ...lines,
    'Отменённые счета входят только в «Выставлено»',
  ]);
});

test('a column is as wide as the large figure over it', () => {
  const [labels, , paid] = summary({ billed: [{ stageId: 'S', opportunity: 123_456_789 }] }).columns;
  expect([labels?.width, paid?.width]).toEqual([240, 160]);
});
