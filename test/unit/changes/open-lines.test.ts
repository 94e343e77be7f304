/** What refreshes without the sheet leave open, since they ask for nothing more, and what the first one with it makes of it. */
import { refreshes, shown, type Invoice, type Moment, type Refreshed } from './a-journal';

const anInvoice = (id: number, facts: Partial<Invoice> = {}): Invoice => ({
  ...{ id, opportunity: id, dates: { BEGINDATE: '2026-02-05' } },
  ...facts,
});
const away = (id: number): Invoice => anInvoice(id, { dates: { BEGINDATE: '2026-05-05' } });
const failed = (id: number): Invoice => anInvoice(id, { stageId: 'F' });

/** The sheet off in all but the last of some refreshes, an hour apart; the lines of that with invoice, event and texts. */
function switchedOn(...states: readonly (readonly Invoice[])[]): {
  asked: readonly number[];
  lines: unknown;
} {
  const moments = states.map((invoices, hour): Moment => {
    const at = `2026-03-10T${String(10 + hour)}:00:00+03:00`;
    return { invoices, at, time: `${10 + hour}:00`, isShown: hour === states.length - 1 };
  });
  const last = refreshes(...moments)[states.length - 1] as Refreshed;
  const lines = shown(last).map(([invoice, , time, event, before, after, , amount]) => [
    ...[invoice, time, event, before, after, amount],
  ]);
  return { asked: last.asked, lines: lines.filter(([invoice]) => invoice !== null) };
}

describe('a refresh without the sheet', () => {
  it('asks for nothing and leaves open what is not known', () => {
    const [, second] = refreshes(
      { invoices: [anInvoice(1)], isShown: false },
      { invoices: [anInvoice(2)], isShown: false, time: '10:00' },
    );
    expect(second?.asked).toEqual([]);
    expect(second?.step.journal.lines.map(({ id, event, open }) => ({ id, event, open }))).toEqual([
      {
        id: 1,
        event: 'left',
        open: expect.objectContaining({ lastSeen: expect.anything() as unknown }) as unknown,
      },
      { id: 2, event: 'entered', open: { createdSince: Date.parse('2026-03-10T09:05:00+03:00') } },
      { id: undefined, event: 'begun', open: undefined },
    ]);
  });

  it('knows what the list tells: a failed invoice stands in it', () => {
    const [, second] = refreshes(
      { invoices: [anInvoice(1)], isShown: false },
      { invoices: [failed(1)], isShown: false },
    );
    expect(second?.step.journal.lines[0]).toMatchObject({
      event: 'failed',
      before: 'Новый',
      after: 'Не оплачен',
    });
    expect(second?.step.journal.lines[0]).not.toHaveProperty('open');
  });
});

describe('the first refresh with the sheet', () => {
  it('tells what became of those that went, and asks for them at once', () => {
    expect(switchedOn([anInvoice(1), anInvoice(2), anInvoice(3)], [], [away(1)])).toEqual({
      asked: [1, 2, 3],
      lines: [
        ['1', '11:00', 'Вышел из периода', '05.02.2026', '05.05.2026', -1],
        ['2', '11:00', 'Удалён или недоступен', null, null, -2],
        ['3', '11:00', 'Удалён или недоступен', null, null, -3],
      ],
    });
  });

  it('asks for nothing where the list tells', () => {
    const { asked, lines } = switchedOn([anInvoice(1)], [], [failed(1)]);
    expect(asked).toEqual([]);
    expect(lines).toEqual([['1', '11:00', 'Отменён', 'Новый', 'Не оплачен', -1]]);
  });

  it('tells of those that came whether they were new then', () => {
    const fresh = anInvoice(2, { createdTime: '2026-03-10T09:50:00+03:00' });
    const old = anInvoice(3, { createdTime: '2026-03-10T09:49:59+03:00' });
    expect(switchedOn([], [fresh, old], [fresh, old])).toEqual({
      asked: [],
      lines: [
        ['2', '11:00', 'Новый счёт', null, null, 2],
        ['3', '11:00', 'Вошёл в отчёт', null, null, 3],
      ],
    });
  });

  it('asks for those that came and went, and says the least of one that is gone', () => {
    const gone = anInvoice(2, { createdTime: '2026-03-10T09:50:00+03:00' });
    const moved = { ...away(3), createdTime: '2026-03-10T09:55:00+03:00' };
    const { asked, lines } = switchedOn([], [gone, { ...moved, ...anInvoice(3) }], [], [moved]);
    expect(asked).toEqual([2, 3]);
    expect(lines).toEqual([
      ['2', '12:00', 'Удалён или недоступен', null, null, -2],
      ['3', '12:00', 'Вышел из периода', '05.02.2026', '05.05.2026', -3],
      ['2', '11:00', 'Вошёл в отчёт', null, null, 2],
      ['3', '11:00', 'Новый счёт', null, null, 3],
    ]);
  });

  it('says of one that is back that it had left', () => {
    expect(switchedOn([anInvoice(1)], [], [anInvoice(1)], [anInvoice(1)]).lines).toEqual([
      ['1', '12:00', 'Вошёл в отчёт', null, null, 1],
      ['1', '11:00', 'Вышел из периода', '05.02.2026', '05.02.2026', -1],
    ]);
  });

  it('leaves the amounts as they were', () => {
    const states = [[anInvoice(1)], [anInvoice(2)], [anInvoice(2)]];
    const moments = states.map((invoices, index): Moment => ({ invoices, isShown: index === 2 }));
    const amounts = refreshes(...moments).map(({ step }) => step.journal.lines.map(({ amount }) => amount));
    expect(amounts[2]).toEqual(amounts[1]);
  });
});
