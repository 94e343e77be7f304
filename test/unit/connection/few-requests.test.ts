/** The test of a connection where redirects have used up its requests, and what it asks the list of invoices for. */
import { errorTexts } from '../../../src/texts/error-texts';
import { camelName } from '../../../src/bitrix24/field-names';
import type { FieldName } from '../../../src/domain/ids';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../../../portal/data/a-portal';
import { redirectTo, type Fault } from '../../../portal/faults';
import { DEMO_SECRET } from '../../../portal/options';
import { Installation, OWNER } from '../refresh/an-installation';

const testedWith = (faults: (request: { readonly index: number }) => Fault | null) => {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1 }));
  installation.portal.change({ faults });
  const { webhookUrl } = installation;
  const report = installation.openedBy(OWNER).connectionCheck.run({ webhookUrl });
  return { report, requests: installation.portal.requests };
};

const spelled = (name: string): string => camelName(name as FieldName);

const answers =
  (result: unknown): Fault =>
  () => ({ kind: 'answer', status: 200, headers: {}, body: JSON.stringify({ result }) });

test('A test that has too few requests left for the invoices ends with what it knows', () => {
  const elsewhere = redirectTo('/who');
  const toFields = redirectTo(`/rest/1/${DEMO_SECRET}/crm.item.fields.json`);
  const faults = [
    null,
    elsewhere,
    elsewhere,
    answers(['crm']),
    answers('2026-05-20T12:00:00+05:00'),
    toFields,
  ];
  const { report, requests } = testedWith(({ index }) => faults[index] ?? null);
  expect(report).toMatchObject({
    ok: false,
    problem: errorTexts.redirect(''),
    portal: 'demo.bitrix24.ru',
    user: { id: '1' },
    scopes: ['crm'],
    offset: '+05:00',
    fields: [],
  });
  expect(requests).toHaveLength(7);
});

test('A test asks for no more of the newest invoices than their ids and dates', () => {
  const { requests } = testedWith(() => null);
  expect(requests.map(({ method, params }) => [method, params])).toContainEqual([
    'crm.item.list',
    {
      entityTypeId: 31,
      select: [
        'id',
        'begindate',
        'closedate',
        ...[SHIPMENT_DATE, PAYMENT_DATE, 'UF_CRM_ACCEPTED_AT'].map(spelled),
      ],
      order: { id: 'DESC' },
      start: 0,
    },
  ]);
});
