/** Single values that no field should hold: each an empty cell that the result names, none the end of a refresh. */
import { connect, type World } from '../../world/make-world';
import { ACCEPTED_AT, aPortal, PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import { oddRecord, type Fault } from '../../portal/faults';
import { aWorld } from '../../world/a-world';
import { progressOf, refresh, refreshed } from '../../world/scenario';
import { BRIEF, DETAIL, lines } from '../../world/sheets';

const SETTINGS = { shipmentDateField: SHIPMENT_DATE, paymentDateField: PAYMENT_DATE };
const LIST = 'crm.item.list';
const ROWS = 'crm.item.productrow.list';
const REQUISITES = 'crm.requisite.list';
const PAID = `ufCrm_${PAYMENT_DATE.slice('UF_CRM_'.length)}`;
const SHIPPED = `ufCrm_${SHIPMENT_DATE.slice('UF_CRM_'.length)}`;

/** Two invoices; the first meets the fault. */
function worldWith(faults: Readonly<Record<string, Fault>>): World {
  const world = aWorld(
    (clock) =>
      [1, 2].reduce(
        (portal, ID) =>
          portal
            .withCompany({ ID: ID + 10, TITLE: `Компания ${ID}` })
            .withRequisite({
              ID: ID + 100,
              ENTITY_ID: ID + 10,
              RQ_COMPANY_NAME: `ООО «${ID}»`,
              RQ_INN: '7701234567',
            })
            .withInvoice({
              ...{ ID, COMPANY_ID: ID + 10, link: ID + 100, BEGINDATE: '2026-05-10' },
              ...{ [SHIPMENT_DATE]: '2026-05-12', [PAYMENT_DATE]: '2026-05-14' },
              rows: [{ ID: ID + 1000, PRODUCT_NAME: 'Стол', PRICE: 120, QUANTITY: 1 }],
            }),
        aPortal(clock),
      ).data,
  );
  connect(world, SETTINGS);
  world.portal.change({ faults: ({ method }) => faults[method] ?? null });
  return world;
}

const remarksOf = (world: World): readonly string[] => progressOf(world).message.split('\n').slice(1);

/** The cells of the first invoice's lines, and what is said of it. */
function shownWith(faults: Readonly<Record<string, Fault>>) {
  const world = worldWith(faults);
  refreshed(world);
  const [brief, second] = lines(world, BRIEF);
  expect(second).toEqual(['2', '7701234567', 'ООО «2»', 120, 20, 46_152, 46_154, 46_156]);
  return { brief, detail: lines(world, DETAIL)[0], remarks: remarksOf(world) };
}

const BRIEF_CELLS = ['1', '7701234567', 'ООО «1»', 120, 20, 46_152, 46_154, 46_156];
const DETAIL_CELLS = ['1', '7701234567', 'ООО «1»', 'Стол', 1, 120, 120, 20];
const without = (cells: readonly unknown[], ...places: readonly number[]): unknown[] =>
  cells.map((cell, index) => (places.includes(index) ? '' : cell));
const unread = (titles: string): string =>
  titles.includes(',')
    ? `Счёт № 1 (id 1): в CRM не читаются ${titles}, отчёт составлен без этих значений.`
    : `Счёт № 1 (id 1): в CRM не читается ${titles}, отчёт составлен без этого значения.`;

describe('A value of an invoice that cannot be read is an empty cell, named in the result', () => {
  it.each<[object, readonly number[], string]>([
    [{ opportunity: 'много' }, [3], '«Сумма»'],
    [{ opportunity: '1 200,00' }, [3], '«Сумма»'],
    [{ opportunity: true }, [3], '«Сумма»'],
    [{ taxValue: 'без НДС' }, [4], '«НДС»'],
    [{ [SHIPPED]: '31.03.2026' }, [6], '«Дата отгрузки»'],
    [{ [PAID]: '-0001-11-30T00:00:00+02:30' }, [7], '«Дата оплаты»'],
    [{ [PAID]: 20260514 }, [7], '«Дата оплаты»'],
    [{ [SHIPPED]: '0000-00-00', [PAID]: 'soon' }, [6, 7], '«Дата отгрузки», «Дата оплаты»'],
    [{ currencyId: 'руб.' }, [], '«Валюта»'],
    [{ stageId: true }, [], '«Стадия»'],
    [{ isRecurring: 'maybe' }, [], '«Регулярный счёт»'],
  ])('%j', (values, places, titles) => {
    const shown = shownWith({ [LIST]: oddRecord(1, values as Record<string, unknown>) });
    expect(shown).toEqual({
      brief: without(BRIEF_CELLS, ...places),
      detail: DETAIL_CELLS,
      remarks: [unread(titles)],
    });
  });

  it('its number, and then it goes by its id', () => {
    expect(shownWith({ [LIST]: oddRecord(1, { accountNumber: true }) })).toEqual({
      brief: without(BRIEF_CELLS, 0),
      detail: without(DETAIL_CELLS, 0),
      remarks: ['Счёт id 1: в CRM не читается «Номер», отчёт составлен без этого значения.'],
    });
  });

  it.each([{ companyId: 'Компания' }, { contactId: -1 }])('its buyer, who is nobody then: %j', (values) => {
    expect(shownWith({ [LIST]: oddRecord(1, values) })).toEqual({
      brief: without(BRIEF_CELLS, 1, 2),
      detail: without(DETAIL_CELLS, 1, 2),
      remarks: [unread('«Контрагент»')],
    });
  });

  it('its day in the period, and then the result names the invoice that is not in the report', () => {
    const world = worldWith({ [LIST]: oddRecord(1, { begindate: '31.03.2026' }) });
    refreshed(world);
    expect(lines(world, BRIEF).map(([number]) => number)).toEqual(['2']);
    expect(remarksOf(world)).toEqual(['Счёт № 1 (id 1) не вошёл в отчёт: в CRM не читается «Дата счёта».']);
  });
});

describe('A value of a row or a requisite that cannot be read is an empty cell, named in the result', () => {
  it.each<[object, readonly number[], string]>([
    [{ price: 'дорого' }, [5, 6, 7], '«Цена»'],
    [{ quantity: '1 шт' }, [4, 6, 7], '«Кол-во»'],
    [{ taxRate: 'двадцать' }, [7], '«Ставка НДС»'],
    [{ productName: true }, [3], '«Наименование товара»'],
    [{ price: 'дорого', quantity: true }, [4, 5, 6, 7], '«Цена», «Кол-во»'],
  ])('%j', (values, places, titles) => {
    expect(shownWith({ [ROWS]: oddRecord(1001, values as Record<string, unknown>) })).toEqual({
      brief: BRIEF_CELLS,
      detail: without(DETAIL_CELLS, ...places),
      remarks: [unread(titles)],
    });
  });

  it.each<[object, readonly number[], string]>([
    [{ RQ_COMPANY_NAME: true }, [2], '«Контрагент»'],
    [{ RQ_INN: false }, [1, 2], '«ИНН», «Контрагент»'],
  ])('%j', (values, places, titles) => {
    expect(shownWith({ [REQUISITES]: oddRecord(101, values as Record<string, unknown>) })).toEqual({
      brief: without(BRIEF_CELLS, ...places),
      detail: without(DETAIL_CELLS, ...places),
      remarks: [unread(titles)],
    });
  });

  it.each([{ sort: 'first' }, { SORT: 'first' }, { ADDRESS_ONLY: 'no' }])(
    'and one that no sheet shows is nothing to talk of: %j',
    (values) => {
      const faults = { [ROWS]: oddRecord(1001, values), [REQUISITES]: oddRecord(101, values) };
      expect(shownWith(faults)).toEqual({ brief: BRIEF_CELLS, detail: DETAIL_CELLS, remarks: [] });
    },
  );
});

describe('What is wrong as a whole', () => {
  it.each<[string, Fault]>([
    [LIST, oddRecord(1, { id: 'one' })],
    [LIST, oddRecord(1, { opportunity: { sum: 120 } })],
    [ROWS, oddRecord(1001, { ownerId: 'one' })],
  ])('ends the refresh: %s', (method, fault) => {
    const { progress } = refresh(worldWith({ [method]: fault }));
    expect(progress).toMatchObject({ state: 'failed' });
    expect(progress.message).toContain(method);
  });
});

describe('A date field that nobody chose', () => {
  it.each(['31.03.2026', '-0001-11-30T00:00:00+02:30', true])(
    'is no reason to refuse a connection, whatever it holds: %j',
    (value) => {
      const world = worldWith({ [LIST]: oddRecord(1, { ufCrmAcceptedAt: value, [PAID]: value }) });
      const report = world.simulator.page().call('testConnection', {}) as {
        ok: boolean;
        problem: string | null;
        fields: { name: string; samples: string[] }[];
      };
      expect(report).toMatchObject({ ok: true, problem: null });
      const samples = (name: string) => report.fields.find((field) => field.name === name)?.samples;
      expect([samples(ACCEPTED_AT), samples(PAYMENT_DATE)]).toEqual([[], ['2026-05-14']]);
    },
  );

  it('and an empty stage in the directory end nothing', () => {
    const world = worldWith({ 'crm.status.list': oddRecord(1, { STATUS_ID: '', NAME: null }) });
    refreshed(world);
    expect(remarksOf(world)).toEqual([]);
  });
});
