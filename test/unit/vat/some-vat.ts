/** The sheet «НДС» of a few facts: what matters is said, the rest is ordinary. */
import type { CompanyId, FieldName, IsoDate } from '../../../src/domain/ids';
import type { InvoiceRecord, PortalDecimal, ProductRow, ProductRows } from '../../../src/domain/records';
import type { Buyer } from '../../../src/report/buyer';
import type { CellValue, SheetPlan } from '../../../src/report/SheetPlan';
import { vatSheet, type VatFacts } from '../../../src/vat/vat-sheet';
import { reportOf } from '../report/a-report';
import { anInvoice, aRow, type InvoiceFacts } from '../report/builders';

type Rate = PortalDecimal | null;
type RowFacts = Partial<Omit<ProductRow, 'id'>>;

export interface Sold extends InvoiceFacts {
  /** Its date, by which it is in the period. */
  readonly day?: string;
  readonly buyer?: Partial<Buyer>;
  readonly ownCompanyId?: number | null;
  readonly rows?: readonly RowFacts[] | 'unavailable';
}

export interface Case extends Partial<Omit<VatFacts, 'report'>> {
  readonly sold: readonly Sold[];
}

/** A row of one piece at that price, VAT in it at that rate. */
export const row = (price: PortalDecimal | null, taxRate: Rate, more: RowFacts = {}): RowFacts => ({
  ...{ price, taxRate, quantity: 1 },
  ...more,
});

function invoiceOf(
  { day = '2026-01-15', dates, ownCompanyId, ...facts }: Sold,
  index: number,
): InvoiceRecord {
  const invoice = anInvoice({ id: index + 1, ...facts, dates: { BEGINDATE: day, ...dates } });
  return ownCompanyId === undefined
    ? invoice
    : { ...invoice, ownCompanyId: ownCompanyId as CompanyId | null };
}

const rowsOf = ({ rows = [] }: Sold): ProductRows =>
  rows === 'unavailable' ? rows : rows.map((one, index) => aRow({ id: index + 1, ...one }));

export function factsOf({ sold, ...facts }: Case): VatFacts {
  const invoices = sold.map(invoiceOf);
  const byId = <Value>(valueOf: (one: Sold) => Value): Record<number, Value> =>
    Object.fromEntries(invoices.map(({ id }, index) => [id, valueOf(sold[index] ?? {})]));
  return {
    report: reportOf({
      invoices,
      buyers: byId(({ buyer }) => ({ inn: '', name: '', ...buyer })),
      rows: byId(rowsOf),
    }),
    period: { from: '2026-01-01' as IsoDate, to: '2026-03-31' as IsoDate },
    periodField: 'BEGINDATE' as FieldName,
    periodFieldTitle: 'Дата счёта',
    ownCompanies: new Map(),
    ...facts,
  };
}

export const vat = (facts: Case): SheetPlan => vatSheet(factsOf(facts));

type Cells = readonly (readonly CellValue[])[];

/** What the cells of a plan's body show, by row. */
export const shown = ({ body }: SheetPlan): Cells => body.map(({ values }) => values);

/** The labels and sums below the table, an empty row as null. */
export const totals = ({ footer }: SheetPlan): readonly (readonly CellValue[] | null)[] =>
  footer.map(({ values }) =>
    values.every((value) => value === null) ? null : [values[2] ?? null, ...values.slice(6, 9)],
  );
