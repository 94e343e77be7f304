/** The rows of «Долги»: what stands in each line and how it looks. */
import { cardPath, planned } from '../report/columns';
import type { Color, PlannedRow } from '../report/SheetPlan';
import { plainLook, styledRows, type RowLook } from '../report/styled-rows';
import { debtsTexts as TEXTS, shownNumber } from '../texts/further-sheet-texts';
import type { Age } from './ages';
import { cellsOf, COLUMNS, PLACES } from './debts-columns';
import { figuresOf, type CurrencyDebts, type Debts, type OwedInvoice, type OwingBuyer } from './debts-model';

export interface RowsContext {
  /** The portal's host, and port if it has one. */
  readonly portal: string;
  /** Whether the invoices stand under their buyers. */
  readonly byInvoice: boolean;
}

type RowOf = ReturnType<typeof styledRows>;

/** The longer overdue, the darker. */
const FILLS: Readonly<Record<Age, Color>> = {
  notDue: '#efefef',
  undated: '#efefef',
  upTo30: '#fff2cc',
  upTo60: '#fce5cd',
  upTo90: '#f4cccc',
  over90: '#ea9999',
};

const LABEL = [PLACES.buyer, { alignment: 'right', weight: 'bold' }] as const;
const SHARE = { format: '0.0%' };

/** Buyers, each with its invoices, then the totals of a currency; one line where nothing is owed. */
export function debtRows({ currencies, namesCurrency }: Debts, context: RowsContext): readonly PlannedRow[] {
  const rowOf = styledRows(planned(COLUMNS));
  if (currencies.length === 0) return [rowOf(cellsOf({ buyer: TEXTS.none }), plainLook(''))];
  return currencies.flatMap((debts) => {
    const look = plainLook(namesCurrency ? debts.currency : '');
    return [
      ...debts.buyers.flatMap((buyer) => buyerRows(rowOf, buyer, look, context)),
      ...totalRows(rowOf, debts, look, namesCurrency),
    ];
  });
}

function buyerRows(
  rowOf: RowOf,
  owing: OwingBuyer,
  look: RowLook,
  { portal, byInvoice }: RowsContext,
): readonly PlannedRow[] {
  const { buyer, dueDate, overdueDays, figures, invoices } = owing;
  const { name, inn } = buyer;
  const shown = { invoice: TEXTS.invoices(invoices.length), buyer: name, inn, dueDate, overdueDays, figures };
  const ofBuyer: RowLook = { ...look, fill: FILLS[owing.age], weight: 'bold' };
  return [
    rowOf(cellsOf(shown), ofBuyer, { endsGroup: !byInvoice }),
    ...(byInvoice ? invoices : []).map((invoice, index) =>
      rowOf(invoiceCells(invoice, owing), invoiceLook(invoice, look), {
        link: `https://${portal}${cardPath(invoice.head.invoice.id)}`,
        endsGroup: index === invoices.length - 1,
      }),
    ),
  ];
}

function invoiceCells(owed: OwedInvoice, { buyer }: OwingBuyer): ReturnType<typeof cellsOf> {
  const { head, invoiceDate, dueDate, overdueDays } = owed;
  const { id, accountNumber } = head.invoice;
  return cellsOf({
    ...{ invoice: shownNumber(id, accountNumber), buyer: buyer.name, inn: buyer.inn },
    ...{ invoiceDate, dueDate, overdueDays, figures: figuresOf([owed]) },
  });
}

const invoiceLook = ({ overdueDays, age }: OwedInvoice, look: RowLook): RowLook =>
  overdueDays === null ? look : { ...look, cells: [[PLACES.overdueDays, { fill: FILLS[age] }]] };

function totalRows(
  rowOf: RowOf,
  { currency, invoiceCount, totals, shares }: CurrencyDebts,
  look: RowLook,
  namesCurrency: boolean,
): readonly PlannedRow[] {
  const total = {
    ...{ invoice: TEXTS.invoices(invoiceCount), figures: totals },
    buyer: TEXTS.total(namesCurrency ? currency : null),
  };
  const share = { buyer: TEXTS.share, figures: { sum: null, byAge: shares } };
  const ofShares = PLACES.ages.map((place) => [place, SHARE] as const);
  return [
    rowOf(cellsOf(total), { ...look, weight: 'bold', cells: [LABEL] }, { endsGroup: true }),
    rowOf(cellsOf(share), { ...look, cells: [LABEL, ...ofShares] }, { endsGroup: true }),
  ];
}
