/** The period, by each kind of field and on each generation: which invoices come, and what is asked for them. */
import { Zone } from '../../../portal/answer/Zone';
import { ACCEPTED_AT, PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { meanwhile, changedAnswer, type FaultRule } from '../../../portal/faults';
import type { Generation } from '../../../portal/generation';
import { codeThrownBy, aLine, type Line } from '../bitrix24/a-line';
import { Collector, fieldName, type Collection } from './a-collection';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const FIELDS = ['BEGINDATE', 'CLOSEDATE', SHIPMENT_DATE, PAYMENT_DATE, ACCEPTED_AT];

/** Inside, outside, at both ends, and without the date. */
function withDates(
  field: string,
  generation: Generation,
  zone = '+03:00',
  faults: FaultRule = () => null,
): Line {
  const days = ['2026-05-10', '2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01', null, ''];
  return aLine(
    (portal) =>
      days.forEach((day, index) => portal.withInvoice({ ID: index + 1, BEGINDATE: null, [field]: day })),
    { portal: { generation, zone, faults } },
  );
}

const collect = (line: Line, field: string): Collection =>
  new Collector(line).collect({ sheets: ['brief'], settings: { periodField: fieldName(field) } });

const idsOf = ({ facts }: Collection): number[] => facts.invoices.map(({ id }) => id);

const listsAsked = (line: Line): Record<string, unknown>[] =>
  line.portal.requests
    .filter(({ method }) => method === 'crm.item.list')
    .map(({ params }) => params['filter'] as Record<string, unknown>);

const CASES = GENERATIONS.flatMap((generation) => FIELDS.map((field) => [generation, field] as const));

describe('the invoices of a period', () => {
  it.each(CASES)('are those of its days, both ends included: %s, %s', (generation, field) => {
    expect(idsOf(collect(withDates(field, generation), field))).toEqual([1, 3, 4]);
  });

  it.each(CASES)('are the same on a portal west of Greenwich: %s, %s', (generation, field) => {
    expect(idsOf(collect(withDates(field, generation, '-05:00'), field))).toEqual([1, 3, 4]);
  });

  it.each(['+03:00', '-05:00'])('by a time belong to the day that the portal at %s prints', (zone) => {
    const times = [
      '2026-03-31T23:59:59',
      '2026-04-01T00:00:00',
      '2026-06-30T23:59:59',
      '2026-07-01T00:00:00',
    ];
    const line = aLine(
      (portal) =>
        times.forEach((time, index) => portal.withInvoice({ ID: index + 1, [ACCEPTED_AT]: time + zone })),
      { portal: { zone } },
    );
    expect(idsOf(collect(line, ACCEPTED_AT))).toEqual([2, 3]);
  });
});

describe('the invoices of a period by a time', () => {
  it.each(['Asia/Vladivostok', 'Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Moscow', ''])(
    'are the same whatever zone the webhook’s owner keeps: %j',
    (timeZone) => {
      const first = Date.parse('2026-03-30T00:30:00+03:00');
      const hours = [
        ...Array.from({ length: 72 }, (_, hour) => hour),
        ...Array.from({ length: 72 }, (_, hour) => 90 * 24 + hour),
      ];
      const times = hours.map((hour) => new Zone('+03:00').printTime(first + hour * 3_600_000));
      const line = aLine(
        (portal) =>
          times.forEach((time, index) => portal.withInvoice({ ID: index + 1, [ACCEPTED_AT]: time })),
        { portal: { user: { timeZone } } },
      );
      const within = times.filter((time) => time >= '2026-04-01' && time < '2026-07-01');
      expect(within).toHaveLength(96);
      expect(idsOf(collect(line, ACCEPTED_AT)).map((id) => times[id - 1])).toEqual(within);
    },
  );

  it('are asked for a day more on both sides', () => {
    const line = withDates(ACCEPTED_AT, 'mid');
    collect(line, ACCEPTED_AT);
    expect(listsAsked(line)[0]).toEqual({
      '>id': 0,
      '>=ufCrm_accepted_at': '2026-03-31',
      '<ufCrm_accepted_at': '2026-07-02',
    });
  });
});

describe('the portal', () => {
  it.each(['BEGINDATE', 'CLOSEDATE'])('filters by a standard field itself: %s', (field) => {
    const line = withDates(field, 'mid');
    collect(line, field);
    expect(listsAsked(line)).toEqual([
      { '>id': 0, [`>=${field.toLowerCase()}`]: '2026-04-01', [`<${field.toLowerCase()}`]: '2026-07-01' },
      { '>id': 4, [`>=${field.toLowerCase()}`]: '2026-04-01', [`<${field.toLowerCase()}`]: '2026-07-01' },
    ]);
  });

  it.each(GENERATIONS)('of generation %s filters by a user field in lower case', (generation) => {
    const line = withDates(SHIPMENT_DATE, generation);
    collect(line, SHIPMENT_DATE);
    expect(listsAsked(line).map((filter) => '>=ufCrm_smart_invoice_1651168135187' in filter)).toEqual([
      true,
      true,
    ]);
  });

  it.each(['mid', 'new'] as const)(
    'of generation %s filters by original names where digits touch letters',
    (generation) => {
      const line = withDates(PAYMENT_DATE, generation);
      collect(line, PAYMENT_DATE);
      const lists = line.portal.requests
        .filter(({ method }) => method === 'crm.item.list')
        .map(({ params }) => params);
      expect(lists.map((params) => [params['useOriginalUfNames'], 'select' in params])).toEqual([
        ['Y', false],
        ['Y', false],
      ]);
    },
  );

  it('that refuses such a name is asked for everything, from the beginning', () => {
    const line = withDates(PAYMENT_DATE, 'old');
    expect(idsOf(collect(line, PAYMENT_DATE))).toEqual([1, 3, 4]);
    expect(listsAsked(line).map((filter) => Object.keys(filter))).toEqual([
      ['>id', `>=${PAYMENT_DATE}`, `<${PAYMENT_DATE}`],
      ['>id'],
      ['>id'],
    ]);
  });
});

const nothingWhereFiltered =
  (field: string): FaultRule =>
  ({ params }) =>
    JSON.stringify(params['filter'] ?? {}).includes(field)
      ? changedAnswer((body) => ({ ...(body as object), result: { items: [] } }))
      : null;

describe('a filter that silently matches nothing', () => {
  it('by a user field is checked by reading everything', () => {
    const line = withDates(SHIPMENT_DATE, 'mid', '+03:00', nothingWhereFiltered('ufCrm_smart'));
    expect(idsOf(collect(line, SHIPMENT_DATE))).toEqual([1, 3, 4]);
    expect(listsAsked(line)).toHaveLength(3);
  });

  it('by a standard field is believed', () => {
    const line = withDates('BEGINDATE', 'mid', '+03:00', nothingWhereFiltered('begindate'));
    expect(idsOf(collect(line, 'BEGINDATE'))).toEqual([]);
    expect(listsAsked(line)).toHaveLength(1);
  });
});

describe('a filter that the portal ignores', () => {
  it('does no harm: every invoice is looked at again here', () => {
    const ignoring: FaultRule = ({ params }) =>
      meanwhile(() => {
        const filter = (params['filter'] ?? {}) as Record<string, unknown>;
        delete filter['>=begindate'];
        delete filter['<begindate'];
      });
    const line = withDates('BEGINDATE', 'mid', '+03:00', ignoring);
    expect(idsOf(collect(line, 'BEGINDATE'))).toEqual([1, 3, 4]);
    expect(listsAsked(line)).toEqual([{ '>id': 0 }, { '>id': 7 }]);
  });
});

describe('invoices that are left out', () => {
  const someStages = (): Line =>
    aLine((portal) =>
      portal
        .withInvoice({ ID: 1, STAGE_ID: 'DT31_7:N' })
        .withInvoice({ ID: 2, STAGE_ID: 'DT31_7:D' })
        .withInvoice({ ID: 3, STAGE_ID: 'DT31_7:P' })
        .withInvoice({ ID: 4, STAGE_ID: 'DT31_99:GONE' })
        .withInvoice({ ID: 5, IS_RECURRING: true }),
    );

  it('are templates of recurring invoices and, unless they are wanted, failed ones', () => {
    expect(idsOf(new Collector(someStages()).collect())).toEqual([1, 3, 4]);
    expect(idsOf(new Collector(someStages()).collect({ settings: { excludeFailed: false } }))).toEqual([
      1, 2, 3, 4,
    ]);
  });

  it('cost no further request', () => {
    const line = aLine((portal) =>
      portal.withInvoice({ ID: 1, STAGE_ID: 'DT31_7:D' }).withInvoice({ ID: 2, IS_RECURRING: true }),
    );
    expect([...new Collector(line).collect().asked].sort()).toEqual([
      'crm.item.list',
      'crm.item.list',
      'crm.status.list',
      'profile',
    ]);
  });
});

describe('a chosen user field', () => {
  it.each([
    ['UF_CRM_NOT_THERE', 'fieldGone'],
    ['UF_CRM_SMART_INVOICE_1660000000001', 'fieldNotDate'],
    ['UF_CRM_7_1639669411830', 'fieldNotDate'],
  ])('that is no single date ends the refresh before anything else is asked: %s', (field, code) => {
    const line = aLine((portal) => portal.withInvoice({ ID: 1 }));
    for (const setting of ['periodField', 'shipmentDateField', 'paymentDateField']) {
      expect(
        codeThrownBy(() => new Collector(line).collect({ settings: { [setting]: fieldName(field) } })),
      ).toBe(code);
    }
    expect(new Set(line.asked)).toEqual(new Set(['crm.item.fields']));
  });
});

describe('an empty list', () => {
  it('is looked into where the last report had invoices: a webhook that sees nothing fails', () => {
    const line = aLine();
    expect(codeThrownBy(() => new Collector(line).collect({ earlierInvoices: 'here' }))).toBe('invisible');
    expect(line.portal.requests.at(-1)?.params).toEqual({ entityTypeId: 31, select: ['id'], start: 0 });
  });

  it('is a report without invoices where others are still to be seen', () => {
    const line = aLine((portal) => portal.withInvoice({ ID: 1, BEGINDATE: '2020-01-01' }));
    const { report, isPortalEmpty } = new Collector(line).collect({ earlierInvoices: 'here' });
    expect([report.brief, isPortalEmpty]).toEqual([[], false]);
  });

  it('is looked into where no report had any: a portal may have none at all', () => {
    const { report, isPortalEmpty, asked } = new Collector(aLine()).collect({ earlierInvoices: 'none' });
    expect([report.brief, isPortalEmpty, asked.length]).toEqual([[], true, 4]);
  });

  it('is not looked into where reports under other settings had invoices', () => {
    const { isPortalEmpty, asked } = new Collector(aLine()).collect({ earlierInvoices: 'elsewhere' });
    expect([isPortalEmpty, asked.length]).toEqual([false, 3]);
  });
});
