import { ACCEPTED_AT, DELIVERY_DATES, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { ask } from './support';

describe('the values of an invoice', () => {
  it.each([
    ['+03:00', '2026-03-31T03:00:00+03:00', '2026-05-04T23:30:00+03:00'],
    ['+02:00', '2026-03-31T02:00:00+02:00', '2026-05-04T22:30:00+02:00'],
    ['-05:00', '2026-03-30T19:00:00-05:00', '2026-05-04T15:30:00-05:00'],
  ])('prints dates and times of a server at %s (item 24)', (zone, date, time) => {
    const asked = ask(
      (portal) =>
        portal.withInvoice({
          BEGINDATE: '2026-03-31',
          [SHIPMENT_DATE]: '2026-03-31',
          [ACCEPTED_AT]: '2026-05-04T20:30:00Z',
        }),
      { zone },
    );
    expect(asked.items()).toMatchObject([
      { begindate: date, ufCrm_SMART_INVOICE_1651168135187: date, ufCrmAcceptedAt: time },
    ]);
    expect(String(asked.items()[0]?.['updatedTime']).slice(-6)).toBe(zone);
  });

  it('prints flags as Y and N, ids as numbers, and every form of nothing as it is kept (item 25)', () => {
    const asked = ask((portal) =>
      portal
        .withInvoice({
          IS_MANUAL_OPPORTUNITY: true,
          COMPANY_ID: 0,
          [SHIPMENT_DATE]: '',
          [DELIVERY_DATES]: [],
        })
        .withInvoice({ COMPANY_ID: null, CONTACT_ID: 9, [SHIPMENT_DATE]: null, OPPORTUNITY: null }),
    );
    const [first, second] = asked.items({ order: { id: 'ASC' } });
    expect(first).toMatchObject({ isManualOpportunity: 'Y', isRecurring: 'N', companyId: 0, contactIds: [] });
    expect(first).toMatchObject({
      ufCrm_SMART_INVOICE_1651168135187: '',
      ufCrm_SMART_INVOICE_1660000000001: [],
    });
    expect(second).toMatchObject({ id: 2, companyId: null, contactIds: [9], opportunity: null });
    expect(second).toMatchObject({ ufCrm_SMART_INVOICE_1651168135187: null });
  });
});
