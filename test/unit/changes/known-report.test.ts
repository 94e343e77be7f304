/** What a refresh leaves to be compared with, and its compact form. */
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { decodeKnown, encodeKnown, knownReport, type KnownFacts } from '../../../src/changes/known-report';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
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

describe('the compact form', () => {
  it('gives back all of it, whatever the report', () => {
    fc.assert(
      fc.property(reports, ({ brief }) => {
        const known = knownReport({ ...FACTS, brief, stages: STAGES });
        const kept = JSON.parse(JSON.stringify(encodeKnown(known))) as ReturnType<typeof encodeKnown>;
        expect(decodeKnown(kept)).toEqual(known);
      }),
    );
  });

  it('keeps days of all years', () => {
    const days = ['0001-01-01', '2001-01-01', '9999-12-31'];
    const invoices = days.map((day, index) => anInvoice({ id: index + 1, dates: { BEGINDATE: day } }));
    const known = knownReport({ ...FACTS, brief: reportOf({ invoices }).brief, stages: [] });
    const read = [...decodeKnown(encodeKnown(known)).invoices.values()];
    expect(read.map(({ invoiceDate }) => invoiceDate)).toEqual(days);
  });

  it('takes few cells for ten thousand invoices', () => {
    const invoices = Array.from({ length: 10_000 }, (_, index) =>
      anInvoice({
        id: index * 3 + 1,
        accountNumber: `СЧ-${index}`,
        opportunity: ((index * 7_919) % 1_000_003) / 100,
        dates: { BEGINDATE: `2026-0${(index % 9) + 1}-1${index % 10}`, CLOSEDATE: `2026-03-1${index % 10}` },
      }),
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
    const known = knownReport({ ...FACTS, brief: reportOf({ invoices, buyers }).brief, stages: [STAGE] });
    const packed = gzipSync(JSON.stringify(encodeKnown(known))).toString('base64');
    expect(packed.length).toBeLessThan(10 * 45_000);
  });
});
