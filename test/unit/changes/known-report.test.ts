/** What a refresh leaves to be compared with, and its compact form. */
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { decodeKnown, encodeKnown } from '../../../src/changes/kept-known';
import { knownReport, type KnownFacts } from '../../../src/changes/known-report';
import type { FieldName, IsoDate, StageId } from '../../../src/domain/ids';
import type { InvoiceRecord } from '../../../src/domain/records';
import { reportOf } from '../report/a-report';
import { anInvoice, aStage } from '../report/builders';
import { PAID_SUM, reports, STAGES } from '../report/some-reports';

const SHIPPED = 'UF_CRM_SHIPPED' as FieldName;
const PAID_ON = 'UF_CRM_PAID_ON' as FieldName;

const FACTS: Omit<KnownFacts, 'brief' | 'stages'> = {
  toldAt: { time: 1_775_000_000_000, offset: 180, askedAt: 1_775_000_000_100 },
  noticedAt: { day: '2026-04-05' as IsoDate, time: '09:15' },
  selection: {
    from: '2026-01-01' as IsoDate,
    to: '2026-03-31' as IsoDate,
    periodField: 'BEGINDATE' as FieldName,
    periodFieldTitle: 'Дата счёта',
    excludeFailed: true,
  },
  fields: {
    dueDateField: 'CLOSEDATE' as FieldName,
    dueDays: 14,
    shipmentDateField: SHIPPED,
    paymentDateField: PAID_ON,
    paidSumField: PAID_SUM,
  },
};

const STAGE = { ...aStage('DT31_2:S', 'S'), name: 'Оплачен' };

describe('what a refresh knew', () => {
  it('is what the sheets show of an invoice', () => {
    const dates = {
      BEGINDATE: '2026-01-15',
      CLOSEDATE: '2026-03-20',
      [SHIPPED]: '2026-01-20',
      [PAID_ON]: null,
    };
    const invoice = anInvoice({ id: 7, accountNumber: 'A-7', opportunity: 100.5, taxValue: null, dates });
    const buyers = { 7: { inn: '7707083893', name: 'ООО «Ромашка»' } };
    const facts = { invoices: [invoice], buyers, stages: [STAGE] };
    const { brief } = reportOf({ ...facts, shipmentDateField: SHIPPED, paymentDateField: PAID_ON });

    const known = knownReport({ ...FACTS, brief, stages: [STAGE] });

    expect([...known.invoices]).toEqual([
      [
        7,
        {
          number: 'A-7',
          buyer: 'ООО «Ромашка»',
          inn: '7707083893',
          sum: 100.5,
          vat: null,
          currency: 'RUB',
          stageId: 'DT31_2:S',
          stageName: 'Оплачен',
          semantics: 'S',
          periodDay: '2026-01-15',
          invoiceDate: '2026-01-15',
          shipmentDate: '2026-01-20',
          paymentDate: null,
          dueDate: '2026-04-03',
          isPaid: false,
          isOverdue: true,
        },
      ],
    ]);
  });

  it('names a stage that the portal does not have by its id', () => {
    const { brief } = reportOf({ invoices: [anInvoice({ stageId: 'DT31_2:GONE' })] });
    const [known] = knownReport({ ...FACTS, brief, stages: [STAGE] }).invoices.values();
    expect(known).toMatchObject({ stageName: 'DT31_2:GONE', semantics: 'P' });
  });

  it('knows no due date where none is asked for, be it that the field is', () => {
    const { brief } = reportOf({ invoices: [anInvoice({ dates: { CLOSEDATE: '2026-03-20' } })] });
    const fields = { ...FACTS.fields, dueDateField: '' } as const;
    const [known] = knownReport({ ...FACTS, fields, brief, stages: [] }).invoices.values();
    expect(known).toMatchObject({ dueDate: null, isOverdue: false });
  });
});

type Records = Parameters<typeof encodeKnown>[1];

const recordsOf = (brief: KnownFacts['brief']): Records =>
  new Map(brief.map(({ head: { invoice } }) => [invoice.id, invoice]));

const throughText = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

describe('the compact form', () => {
  it.each<[string, (records: Records) => Records]>([
    ['beside its records', (records) => records],
    ['alone', () => new Map()],
    [
      'beside records of later',
      (records) => new Map([...records].map(([id, record]) => [id, changed(record)])),
    ],
    ['beside some records', (records) => new Map([...records].filter(([id]) => id % 2 === 0))],
  ])('gives back all of it, whatever the report, %s', (_, beside) => {
    fc.assert(
      fc.property(reports, ({ brief }) => {
        const known = knownReport({ ...FACTS, brief, stages: STAGES });
        const records = beside(recordsOf(brief));
        expect(decodeKnown(throughText(encodeKnown(known, records)), records)).toEqual(known);
      }),
    );
  });

  it('says nothing of an invoice that its record tells', () => {
    const dates = { BEGINDATE: '2026-01-15', CLOSEDATE: '2026-03-20' };
    const { brief } = reportOf({ invoices: [anInvoice({ id: 7, accountNumber: 'A-7', dates })] });
    const known = knownReport({ ...FACTS, brief, stages: [STAGE] });
    const { invoices } = encodeKnown(known, recordsOf(brief));
    expect(invoices).toEqual([[7, 0, expect.any(Number)]]);
  });

  it('takes few cells for ten thousand invoices', () => {
    const invoices = Array.from({ length: 10_000 }, (_, index) =>
      anInvoice({ id: index * 3 + 1, accountNumber: `СЧ-${index}`, opportunity: index / 100 }),
    );
    const buyers = Object.fromEntries(
      invoices.map(({ id }, index) => [
        id,
        {
          inn: String(7_707_083_893 + (index % 700) * 7_919),
          name: `ООО «Покупатель ${(index % 700) * 31}»`,
        },
      ]),
    );
    const { brief } = reportOf({ invoices, buyers });
    const known = knownReport({ ...FACTS, brief, stages: [STAGE] });
    const packed = gzipSync(JSON.stringify(encodeKnown(known, recordsOf(brief)))).toString('base64');
    expect(packed.length).toBeLessThan(2 * 45_000);
  });
});

/** As a refresh of the brief sheet alone finds it. */
const changed = (record: InvoiceRecord): InvoiceRecord => ({
  ...record,
  ...{ accountNumber: `${record.accountNumber}-`, stageId: 'DT31_2:NEW' as StageId, dates: {} },
});
