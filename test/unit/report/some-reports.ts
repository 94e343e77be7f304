/** Random reports of everything that the further sheets have to tell apart. */
import fc from 'fast-check';
import type { CompanyId, ContactId, FieldName, InvoiceId } from '../../../src/domain/ids';
import type {
  FieldValue,
  InvoiceRecord,
  PortalDecimal,
  ProductRow,
  ProductRows,
} from '../../../src/domain/records';
import type { Buyer } from '../../../src/report/buyer';
import type { Report } from '../../../src/report/report-model';
import { reportOf } from './a-report';
import { anInvoice, aRow, aStage } from './builders';

export const PAID_SUM = 'UF_CRM_PAID_SUM' as FieldName;
export const STAGES = [aStage('S', 'S'), aStage('P', 'P'), aStage('F', 'F')];

/** Whole hundredths, or finer than that. */
const decimals = (largest: number): fc.Arbitrary<PortalDecimal> =>
  fc.oneof(
    fc.integer({ min: -largest, max: largest }).map((hundredths) => hundredths / 100),
    fc.integer({ min: -largest, max: largest }).map((finest) => `${finest}e-4`),
  );
const orNull = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 6 });

const DAYS = Array.from({ length: 25 }, (_, month) => {
  const text = String((month % 12) + 1).padStart(2, '0');
  return [`${2024 + Math.floor(month / 12)}-${text}-01`, `${2024 + Math.floor(month / 12)}-${text}-28`];
}).flat();

/** A few clients, so that many invoices have one buyer; each writes its name in two ways. */
const clients = fc
  .record({
    inn: fc.constantFrom('', '7707083893', ' 7707083893', '500100732259', '77'),
    name: fc.constantFrom('ООО «А»', 'ИП Б', ''),
    companyId: fc.constantFrom(null, 5, 12),
    contactId: fc.constantFrom(null, 5),
    kpp: fc.constantFrom('770701001', ''),
  })
  .map(({ kpp, ...client }) => (kpp === '' ? client : { ...client, kpp }));

const rows: fc.Arbitrary<ProductRows> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('unavailable' as const) },
  {
    weight: 6,
    arbitrary: fc
      .array(
        fc.record({
          price: orNull(decimals(10 ** 7)),
          quantity: orNull(fc.constantFrom<PortalDecimal>(1, 3, '0.3333', -1, 0)),
          taxRate: fc.constantFrom<PortalDecimal | null>(null, 0, 5, 10, 20, '20.00', 22, '16.6667'),
          isRateUnreadable: fc.boolean().map((is) => is),
        }),
        { maxLength: 4 },
      )
      .map((list) =>
        list.map(({ isRateUnreadable, ...row }, index): ProductRow => {
          const plain = aRow({ id: index + 1, ...row });
          const isOdd = isRateUnreadable && row.taxRate === null;
          return isOdd ? { ...plain, unreadable: ['taxRate'] } : plain;
        }),
      ),
  },
);

interface RandomInvoice {
  readonly invoice: InvoiceRecord;
  readonly buyer: Buyer;
  readonly rows: ProductRows;
}

const invoices = fc
  .array(
    fc.record({
      facts: fc.record({
        opportunity: orNull(decimals(10 ** 8)),
        taxValue: orNull(decimals(10 ** 6)),
        currency: fc.constantFrom('RUB', 'RUB', 'USD', 'EUR', ''),
        stageId: fc.constantFrom('P', 'P', 'P', 'gone', 'S', 'F'),
        accountNumber: fc.constantFrom('15', ''),
      }),
      day: fc.constantFrom(...DAYS),
      due: orNull(
        fc.constantFrom(...DAYS, '2025-12-20', '2025-11-25', '2025-10-30', '2025-10-01', '2026-01-20'),
      ),
      paid: orNull(fc.constantFrom<FieldValue>(0, 10, '1000|RUB', '5|USD', 'x')),
      ownCompanyId: fc.constantFrom(null, 5, 6, 40),
      client: clients,
      rows,
    }),
    { maxLength: 18 },
  )
  .map((list) =>
    list.map(({ facts, day, due, paid, ownCompanyId, client, rows: ofInvoice }, index): RandomInvoice => {
      // Ids neither begin at 1 nor stand in the order of anything else.
      const id = ((index * 7) % 31) + 3;
      const plain = anInvoice({ id, ...facts, dates: { BEGINDATE: day, CLOSEDATE: due } });
      const { companyId, contactId, ...buyer } = client;
      return {
        invoice: {
          ...plain,
          ...{ companyId: companyId as CompanyId | null, contactId: contactId as ContactId | null },
          ...{ ownCompanyId: ownCompanyId as CompanyId | null, fields: { [PAID_SUM]: paid } },
        },
        buyer,
        rows: ofInvoice,
      };
    }),
  );

export const reports: fc.Arbitrary<Report> = invoices.map((list) =>
  reportOf({
    invoices: list.map(({ invoice }) => invoice),
    buyers: Object.fromEntries(list.map(({ invoice, buyer }) => [invoice.id, buyer])),
    rows: Object.fromEntries(
      list.map(({ invoice, rows: own }): [InvoiceId, ProductRows] => [invoice.id, own]),
    ),
    stages: STAGES,
  }),
);

/** Whole hundredths of a cell, an empty one as 0; sums of those do not round. */
export const kopecks = (cell: unknown): number => (typeof cell === 'number' ? Math.round(cell * 100) : 0);

export const total = (cells: readonly unknown[]): number =>
  cells.reduce<number>((sum, cell) => sum + kopecks(cell), 0);
