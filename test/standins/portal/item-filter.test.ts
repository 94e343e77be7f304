import { ask, invoices } from './support';

const refusal = (filter: object) =>
  ask(invoices(1)).post('crm.item.list', { entityTypeId: 31, filter }).body['error_description'];

describe('the filter and order of crm.item.list', () => {
  it.each([
    [{ '=id': 2 }, [2]],
    [{ id: [1, 3] }, [1, 3]],
    [{ '@id': ['1', '3'] }, [1, 3]],
    [{ '!@id': [1, 3] }, [2, 4]],
    [{ '!id': 1 }, [2, 3, 4]],
    [{ '!=id': [1, 2] }, [3, 4]],
    [{ '>id': 2 }, [3, 4]],
    [{ '>=id': 2, '<id': 4 }, [2, 3]],
    [{ '<=id': '1' }, [1]],
    [{ '%accountNumber': 'ч-2' }, [2]],
    [{ '=%accountNumber': '%Ч-2%' }, [2]],
    [{ '!%accountNumber': 'СЧ' }, []],
    [{ 0: { logic: 'OR', 0: { '=id': 1 }, 1: { '=id': 4 } } }, [1, 4]],
    [[{ logic: 'OR', 0: { '=id': 1 }, 1: { '=id': 4 } }], [1, 4]],
  ])('understands %j (item 20)', (filter, expected) => {
    const asked = ask((portal) => {
      for (let id = 1; id <= 4; id += 1) portal.withInvoice({ ID: id, ACCOUNT_NUMBER: `СЧ-${id}` });
    });
    expect(asked.ids({ filter })).toEqual(expected);
  });

  it.each(['old', 'mid', 'new'] as const)(
    'finds invoices of some stages since a day, by the names of the answers only: %s',
    (generation) => {
      const asked = ask(
        (portal) =>
          portal
            .withInvoice({ ID: 1, BEGINDATE: '2023-05-20', STAGE_ID: 'DT31_7:N' })
            .withInvoice({ ID: 2, BEGINDATE: '2023-05-19', STAGE_ID: 'DT31_7:N' })
            .withInvoice({ ID: 3, BEGINDATE: '2026-05-20', STAGE_ID: 'DT31_7:S' })
            .withInvoice({ ID: 4, BEGINDATE: '2026-05-20', STAGE_ID: 'DT31_7:P' })
            .withInvoice({ ID: 5, BEGINDATE: null, STAGE_ID: 'DT31_7:N' }),
        { generation },
      );
      const filter = { '>id': 0, '@stageId': ['DT31_7:N', 'DT31_7:S'], '>=begindate': '2023-05-20' };
      expect(asked.ids({ filter })).toEqual([1, 3]);
      for (const key of ['@STAGE_ID', '@stage_id', '>=beginDate', '>=BEGINDATE']) {
        const answer = asked.post('crm.item.list', { entityTypeId: 31, filter: { [key]: 'x' } });
        expect([key, answer.status]).toEqual([key, key === '@stage_id' ? 200 : 400]);
      }
    },
  );

  it('takes lists only where equality is meant, and no maps (item 20)', () => {
    expect(refusal({ '>id': [1] })).toBe("Invalid filter: field '>ID' has invalid value");
    expect(refusal({ '%title': ['x'] })).toBe("Invalid filter: field '%TITLE' has invalid value");
    expect(refusal({ '=id': { a: 1 } })).toBe("Invalid filter: field '=ID' has invalid value");
    expect(refusal({ statusId: 1 })).toBe("Invalid filter: field 'STATUS_ID' is not allowed in filter");
  });

  it('compares days of date fields on the server and moments of datetime fields (item 20)', () => {
    const asked = ask((portal) =>
      portal.withInvoice({ BEGINDATE: '2026-05-04', UPDATED_TIME: Date.parse('2026-05-04T21:30:00Z') }),
    );
    expect(asked.ids({ filter: { '>=begindate': '2026-05-04', '<begindate': '2026-05-05' } })).toEqual([1]);
    expect(asked.ids({ filter: { '=begindate': '2026-05-03T23:00:00+00:00' } })).toEqual([1]);
    expect(asked.ids({ filter: { '>=updatedTime': '2026-05-05T00:30:00+03:00' } })).toEqual([1]);
    expect(asked.ids({ filter: { '>updatedTime': '2026-05-05T00:30:00' } })).toEqual([]);
    expect(asked.ids({ filter: { '=begindate': 'nonsense' } })).toEqual([]);
  });

  it.each([
    ['Asia/Vladivostok', '2026-05-04T19:00:00', '2026-05-05T02:00:00+03:00'],
    ['America/New_York', '2026-05-05T09:00:00', '2026-05-05T02:00:00+03:00'],
    ['', '2026-05-05T02:00:00', '2026-05-05T02:00:00+03:00'],
  ])('takes a time for the clock of the webhook’s owner in %j', (timeZone, saved, wanted) => {
    const updatedTime = Date.parse(`${saved}+03:00`);
    const asked = ask(
      (portal) => portal.withInvoice({ BEGINDATE: '2026-05-04', UPDATED_TIME: updatedTime }),
      {
        user: { timeZone },
      },
    );
    expect(asked.ids({ filter: { '=updatedTime': wanted } })).toEqual([1]);
    expect(asked.ids({ filter: { '=begindate': '2026-05-04' } })).toEqual([1]);
  });

  it('finds empty columns and flags (item 20)', () => {
    const asked = ask((portal) =>
      portal.withInvoice({ BEGINDATE: null, IS_RECURRING: true }).withInvoice({}),
    );
    expect(asked.ids({ filter: { begindate: '' } })).toEqual([1]);
    expect(asked.ids({ filter: { '!begindate': null } })).toEqual([2]);
    expect(asked.ids({ filter: { isRecurring: 'N' } })).toEqual([2]);
    asked.portal.change({ quirks: { recurring: false } });
    expect(
      asked.post('crm.item.list', { entityTypeId: 31, filter: { isRecurring: 'N' } }).body['error'],
    ).toBe('INVALID_ARG_VALUE');
  });

  it('checks the order and takes its direction in any case (item 21)', () => {
    const asked = ask(invoices(3));
    expect(asked.ids({ order: { id: 'desc' } })).toEqual([3, 2, 1]);
    const error = (order: object) => asked.post('crm.item.list', { entityTypeId: 31, order }).body;
    expect(error({ foo: 'ASC' })).toEqual({
      error: 'INVALID_ARG_VALUE',
      error_description: "Invalid order: field 'FOO' is not allowed in order",
    });
    expect(error({ id: 'up' })).toMatchObject({
      error_description: "Invalid order: allowed sort directions are ASC, DESC. But got 'UP' for field 'ID'",
    });
  });

  it('gives rows in no reliable order when none is asked (item 21)', () => {
    const asked = ask(invoices(40));
    const [first, second] = [asked.ids({ order: {} }), asked.ids({ order: {} })];
    expect(first).not.toEqual(second);
    expect([...first].map(Number).toSorted((a, b) => a - b)).toEqual(asked.ids());
  });
});
