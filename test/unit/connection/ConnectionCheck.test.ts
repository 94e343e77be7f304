/** The test of a connection on a portal that works. */
import { errorTexts } from '../../../src/texts/error-texts';
import { settingsTexts } from '../../../src/texts/settings-texts';
import { connectionTexts } from '../../../src/texts/setup-texts';
import {
  CONTRACT_NUMBER,
  DELIVERY_DATES,
  PAYMENT_DATE,
  SHIPMENT_DATE,
  type PortalBuilder,
} from '../../../portal/data/a-portal';
import { DEMO_SECRET } from '../../../portal/options';
import { COLLEAGUE, Installation, OWNER } from '../refresh/an-installation';

const someInvoices = (portal: PortalBuilder) => {
  portal.withCategory(9, 'Опт');
  for (let id = 1; id <= 60; id++) {
    portal.withInvoice({ ID: id, BEGINDATE: '2026-05-10', [SHIPMENT_DATE]: id > 55 ? '2026-05-12' : null });
  }
};

const MASK = 'https://demo.bitrix24.ru/rest/1/********/';

function tested(
  installation: Installation,
  input: unknown = { webhookUrl: installation.webhookUrl },
  user = OWNER,
) {
  return installation.openedBy(user).connectionCheck.run(input);
}

describe.each(['old', 'mid', 'new'] as const)('a connection to a portal of generation %s', (generation) => {
  const report = () => tested(new Installation(someInvoices, { portal: { generation } }));

  it('that works says whose it is and what it sees', () => {
    expect(report()).toMatchObject({
      ok: true,
      problem: null,
      portal: 'demo.bitrix24.ru',
      user: { id: '1', name: 'Анна Смирнова', admin: true },
      scopes: ['crm'],
      invoicesVisible: 60,
      offset: '+03:00',
      warnings: [],
    });
  });

  it('offers the fields that people set, dates with samples and what each is likely for', () => {
    expect(report().fields).toEqual([
      {
        name: 'BEGINDATE',
        title: 'Дата выставления',
        type: 'date',
        samples: ['2026-05-10'],
        proposedFor: null,
      },
      { name: 'CLOSEDATE', title: 'Срок оплаты', type: 'date', samples: [], proposedFor: null },
      {
        name: SHIPMENT_DATE,
        title: 'Дата отгрузки',
        type: 'date',
        samples: ['2026-05-12'],
        proposedFor: 'shipmentDateField',
      },
      {
        name: PAYMENT_DATE,
        title: 'Дата оплаты',
        type: 'date',
        samples: [],
        proposedFor: 'paymentDateField',
      },
      {
        name: 'UF_CRM_ACCEPTED_AT',
        title: 'Принят бухгалтерией',
        type: 'datetime',
        samples: [],
        proposedFor: null,
      },
      { name: DELIVERY_DATES, title: 'Даты поставок', type: 'date[]', samples: [], proposedFor: null },
      { name: CONTRACT_NUMBER, title: 'Номер договора', type: 'string', samples: [], proposedFor: null },
    ]);
  });

  it('offers the stages of every pipeline by name', () => {
    const { stages } = report();
    expect(stages).toHaveLength(8);
    expect(stages).toContainEqual({ id: 'DT31_9:P', name: 'Оплачен', semantics: 'S', pipeline: 'Опт' });
    expect(stages).toContainEqual({
      id: 'DT31_7:D',
      name: 'Не оплачен',
      semantics: 'F',
      pipeline: 'Основная',
    });
  });
});

describe('the test', () => {
  it('costs eight requests in four waves and leaves nothing behind', () => {
    const installation = new Installation(someInvoices);
    const waves: number[] = [];
    installation.onWave = () => waves.push(installation.portal.requests.length);
    tested(installation);
    expect(installation.portal.requests).toHaveLength(8);
    expect(waves).toEqual([0, 1, 3, 4]);
    expect(installation.script.stored()).toEqual([]);
  });

  it('uses the stored webhook for its mask, and for no webhook at all', () => {
    const installation = new Installation(someInvoices);
    installation.connect();
    expect(tested(installation, { webhookUrl: MASK }).ok).toBe(true);
    expect(tested(installation, {}).ok).toBe(true);
  });

  it('does not use it for a colleague', () => {
    const installation = new Installation(someInvoices);
    installation.connect();
    expect(tested(installation, { webhookUrl: MASK }, COLLEAGUE)).toMatchObject({ ok: false, user: null });
    expect(tested(installation, {}, COLLEAGUE).ok).toBe(false);
    expect(installation.portal.requests).toEqual([]);
  });

  it.each([
    {},
    { webhookUrl: '' },
    { webhookUrl: 'https://demo.bitrix24.ru/' },
    { webhookUrl: MASK },
    { webhookUrl: 7 },
    null,
    'text',
    { foo: 1 },
  ])('asks nobody for settings such as %j, and says why', (input) => {
    const installation = new Installation(someInvoices);
    const { ok, problem } = tested(installation, input);
    expect([ok, problem]).toEqual([false, expect.stringMatching(/^[А-ЯЁ].*\.$/)]);
    expect(installation.portal.requests).toEqual([]);
  });

  it.each([
    [{}, errorTexts.noConnection()],
    [{ webhookUrl: '' }, errorTexts.noConnection()],
    [{ webhookUrl: 'http://demo.bitrix24.ru/rest/1/s3cret/' }, settingsTexts.webhookPlainHttp],
    [{ webhookUrl: MASK }, settingsTexts.webhookMask],
    [{ scheduleHours: 5, foo: 1 }, settingsTexts.scheduleHours],
    [null, settingsTexts.notAnObject],
  ])('says of %j the first thing that is wrong, and nothing else', (input, problem) => {
    expect(tested(new Installation(), input)).toEqual({
      ...{ ok: false, problem, portal: '', user: null, scopes: [], invoicesVisible: 0, offset: '' },
      ...{ fields: [], stages: [], warnings: [] },
    });
  });

  it('asks nobody where the stored webhook was taken out of the form', () => {
    const installation = new Installation(someInvoices);
    installation.connect();
    const { ok, problem } = tested(installation, { webhookUrl: '' });
    expect([ok, problem]).toEqual([false, errorTexts.noConnection()]);
    expect(installation.portal.requests).toEqual([]);
  });

  it('gives nothing of the secret away', () => {
    expect(JSON.stringify(tested(new Installation(someInvoices)))).not.toContain(DEMO_SECRET);
  });
});

describe('the name of the webhook’s user', () => {
  const ownerOf = (installation: Installation) =>
    installation.openedBy(COLLEAGUE).settings.people.owner()?.name ?? null;

  it('is noted by the test of the webhook in use, however it is handed in', () => {
    const installation = new Installation(someInvoices);
    for (const input of [{}, { webhookUrl: MASK }, { webhookUrl: installation.webhookUrl }]) {
      installation.connect({ webhookUrl: '' });
      installation.connect();
      expect(ownerOf(installation)).toBe('');
      tested(installation, input);
      expect(ownerOf(installation)).toBe('Анна Смирнова');
    }
  });

  it('is not noted by the test of another webhook', () => {
    const installation = new Installation(someInvoices);
    installation.connect({ webhookUrl: 'https://other.bitrix24.ru/rest/1/another/' });
    expect(tested(installation).ok).toBe(true);
    expect(ownerOf(installation)).toBe('');
  });

  it('waits for the next occasion while somebody saves settings, and the answer does not', () => {
    const installation = new Installation(someInvoices);
    installation.connect();
    installation.script.locks.take('script', {});
    expect(tested(installation, {}).ok).toBe(true);
    expect(ownerOf(installation)).toBe('');
  });
});

describe('a warning', () => {
  it('is given where the webhook is not an administrator’s', () => {
    const installation = new Installation(someInvoices, { portal: { user: { admin: false } } });
    expect(tested(installation)).toMatchObject({
      ok: true,
      user: { admin: false },
      warnings: [connectionTexts.notAdmin()],
    });
  });

  it('is given where no invoice is to be seen', () => {
    const { ok, invoicesVisible, warnings } = tested(new Installation());
    expect([ok, invoicesVisible, warnings]).toEqual([true, 0, [connectionTexts.noInvoices()]]);
  });
});
