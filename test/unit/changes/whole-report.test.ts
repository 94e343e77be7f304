/** What the journal says of the whole report: that it begins, that another selection was chosen, what is left of old lines. */
import { refreshed, refreshes, shown, told, type Invoice, type Moment, type Refreshed } from './a-journal';

const NBSP = '\u00a0';
const anInvoice = (id: number, facts: Partial<Invoice> = {}): Invoice => ({
  ...{ id, opportunity: id, dates: { BEGINDATE: '2026-02-05' } },
  ...facts,
});
const last = (all: readonly Refreshed[]): Refreshed => all[all.length - 1] as Refreshed;

describe('the beginning of a journal', () => {
  it('tells the number and the total of each currency, and nothing else', () => {
    const [begun] = refreshes({
      invoices: [
        anInvoice(1, { opportunity: 0.1, currency: 'USD' }),
        anInvoice(2, { opportunity: 0.2, currency: 'USD' }),
        anInvoice(3, { opportunity: null, currency: 'EUR' }),
        anInvoice(4),
      ],
    });
    expect(shown(begun as Refreshed)).toEqual([
      [null, 46_091, '09:15', 'Журнал начат', null, '1 счёт', null, 4, null],
      [null, 46_091, '09:15', 'Журнал начат', null, '1 счёт', null, 0, null],
      [null, 46_091, '09:15', 'Журнал начат', null, '2 счёта', null, 0.3, null],
    ]);
    expect(begun?.step.changes).toBe(0);
    expect(begun?.plan.noteLines).toEqual([
      'С прошлого обновления: изменений нет',
      'Столбец «Изменение суммы» сходится с «Всего счетов на сумму»',
    ]);
  });

  it('is one line of zero in an empty report', () => {
    const begun = refreshed(null, { invoices: [] });
    expect(shown(begun)).toEqual([[null, 46_091, '09:15', 'Журнал начат', null, '0 счетов', null, 0, null]]);
  });

  it('asks for nothing', () => {
    expect(refreshed(null, { invoices: [anInvoice(1)] }).asked).toEqual([]);
  });
});

describe('a refresh without events', () => {
  it('leaves the lines as they are, and says so', () => {
    const moment = { invoices: [anInvoice(1)] };
    const [first, second] = refreshes(moment, { ...moment, today: '2026-03-11', time: '10:20' });
    expect(second?.plan.body).toEqual(first?.plan.body);
    expect(second?.plan.noteLines).toEqual([
      'С прошлого обновления: изменений нет',
      'Прошлое обновление: 10.03.2026 09:15',
      'Столбец «Изменение суммы» сходится с «Всего счетов на сумму»',
    ]);
  });

  it('counts lines', () => {
    const noteOf = (...ids: number[]): string | undefined =>
      last(refreshes({ invoices: [] }, { invoices: ids.map((id) => anInvoice(id)) })).plan.noteLines[0];
    expect(noteOf(1)).toBe('С прошлого обновления: 1 изменение');
    expect(noteOf(1, 2)).toBe('С прошлого обновления: 2 изменения');
    expect(noteOf(1, 2, 3, 4, 5)).toBe('С прошлого обновления: 5 изменений');
  });
});

describe('another selection', () => {
  const first = [anInvoice(1), anInvoice(2), anInvoice(3, { currency: 'USD' })];
  const second = (id: number, facts: Partial<Invoice> = {}): Invoice =>
    anInvoice(id, { dates: { BEGINDATE: '2026-04-02' }, ...facts });
  const quarter = { from: '2026-04-01', to: '2026-06-30' };

  it('is told with what no other line explains: a quarter that rolls over tells no invoice gone', () => {
    const earlier = [...first, second(4, { opportunity: 40 })];
    const at = { at: '2026-03-31T23:00:00+03:00', today: '2026-03-31' };
    const fresh = second(5, { createdTime: '2026-03-31T23:00:01+03:00' });
    const old = second(6, { createdTime: '2026-03-31T23:00:00+03:00' });
    const moments: readonly Moment[] = [
      { invoices: earlier, ...at },
      { invoices: [...earlier, fresh, old], selection: quarter, today: '2026-04-01' },
    ];
    expect(told(...moments)).toEqual([
      [
        null,
        'Изменён отбор',
        '01.01.2026 – 31.03.2026, «Дата счёта», без проваленных',
        '01.04.2026 – 30.06.2026, «Дата счёта», без проваленных',
        null,
        null,
      ],
      [null, 'Изменён отбор', null, null, 43, null],
      [null, 'Изменён отбор', null, null, -3, null],
      ['5', 'Новый счёт', null, null, 5, 5],
    ]);
    expect(last(refreshes(...moments)).asked).toEqual([]);
  });

  it('has no remainder where it changes nothing', () => {
    const wider = { to: '2026-04-30' };
    expect(told({ invoices: first }, { invoices: first, selection: wider })).toHaveLength(1);
  });

  it('tells of invoices that stand in both reports what it always does', () => {
    const paid = first.map((invoice) => ({ ...invoice, opportunity: 10, stageId: 'S' }));
    const moments = [{ invoices: first }, { invoices: paid.slice(0, 1), selection: { to: '2026-04-30' } }];
    expect(told(...moments).slice(1)).toEqual([
      [null, 'Изменён отбор', null, null, -2, null],
      [null, 'Изменён отбор', null, null, -3, null],
      ['1', 'Изменена сумма', '1,00', '10,00', 9, 10],
      ['1', 'Оплачен', 'Новый', 'Оплачен', null, 10],
    ]);
  });

  it.each([
    [
      'its field',
      { periodField: 'CLOSEDATE', periodFieldTitle: 'Срок «оплаты»' },
      '«Срок „оплаты“», без проваленных',
    ],
    ['failed invoices', { excludeFailed: false }, '«Дата счёта», с проваленными'],
  ])('may differ by %s', (_, selection, shownAs) => {
    const dates = { BEGINDATE: '2026-02-05', CLOSEDATE: '2026-02-05' };
    const invoices = [anInvoice(1, { dates }), anInvoice(2, { dates, stageId: 'F' })];
    const lines = told({ invoices }, { invoices, selection });
    expect(lines[0]?.[3]).toBe(`01.01.2026 – 31.03.2026, ${shownAs}`);
    expect(lines.slice(1)).toEqual(
      'excludeFailed' in selection ? [[null, 'Изменён отбор', null, null, 2, null]] : [],
    );
  });

  it('is the same one where only the field has another title', () => {
    const invoices = [anInvoice(1)];
    expect(told({ invoices }, { invoices, selection: { periodFieldTitle: 'Выставлен' } })).toEqual([]);
  });
});

describe('more lines than the journal keeps', () => {
  const many = (from: number, count: number, facts?: Partial<Invoice>): readonly Invoice[] =>
    Array.from({ length: count }, (_, index) => anInvoice(from + index, { opportunity: 1, ...facts }));

  it('are folded: of 1,300 events 1,000 lines are left, and what the others come to', () => {
    const journal = last(refreshes({ invoices: [] }, { invoices: many(1, 1_300) }));
    expect(journal.step.changes).toBe(1_300);
    expect(shown(journal)).toHaveLength(1_001);
    expect(shown(journal)[999]?.slice(0, 4)).toEqual(['1000', 46_091, '09:15', 'Вошёл в отчёт']);
    expect(shown(journal)[1_000]).toEqual([
      ...[null, null, null, 'Ранее', 'свёрнуто изменений: 301', null, null, 300, null],
    ]);
  });

  it('are one line for each currency that has an amount', () => {
    const moments: readonly Moment[] = [
      { invoices: many(1, 600) },
      {
        invoices: [
          ...many(1, 600),
          ...many(601, 500, { currency: 'USD' }),
          ...many(1_101, 100, { currency: 'EUR' }),
        ],
      },
      { invoices: many(1, 600) },
    ];
    const journal = last(refreshes(...moments));
    expect(shown(journal).slice(1_000)).toEqual([
      [null, null, null, 'Ранее', 'свёрнуто изменений: 201', null, null, 600, null],
      [null, null, null, 'Ранее', 'свёрнуто изменений: 201', null, null, 100, null],
      [null, null, null, 'Ранее', 'свёрнуто изменений: 201', null, null, 100, null],
    ]);
    const formats = journal.plan.body.slice(1_000).map(({ style }) => style.formats[7]);
    expect(formats).toEqual(['RUB', 'EUR', 'USD'].map((code) => `#,##0.00 [$${code}]`));
  });

  it('are one line without a sum where none of them has an amount', () => {
    const none = many(1, 1_001, { opportunity: null });
    const renamed = none.map((invoice) => ({ ...invoice, buyer: 'ИП Иванов' }));
    const journal = last(
      refreshes({ invoices: [] }, { invoices: none }, { invoices: renamed }, { invoices: none }),
    );
    // The journal's own beginning had an amount, of no currency at all.
    expect(shown(journal).slice(1_000)).toEqual([
      [null, null, null, 'Ранее', `свёрнуто изменений: 2${NBSP}004`, null, null, null, null],
    ]);
  });
});
