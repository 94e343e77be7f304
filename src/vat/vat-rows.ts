/** The rows of «НДС»: what stands in each line and how it looks. */
import type { CompanyId } from '../domain/ids';
import { planned } from '../report/columns';
import { emptyRow, totalRow } from '../report/planned-rows';
import type { Color, PlannedRow } from '../report/SheetPlan';
import { plainLook, styledRows, type RowLook } from '../report/styled-rows';
import { vatTexts as TEXTS } from '../texts/further-sheet-texts';
import { cellsOf, COLUMNS, type VatLine } from './vat-columns';
import type { RateFigures, VatBlock, VatMonth } from './vat-model';
import type { VatTotals } from './vat-totals';

export interface RowsContext {
  readonly namesCurrency: boolean;
  /** What the lines of one's own company show, null for nothing. */
  readonly nameOf: (ownCompany: CompanyId | null) => string | null;
}

type RowOf = ReturnType<typeof styledRows>;
type Shown = Pick<VatLine, 'month' | 'ownCompany'>;

const PERIOD_FILL: Color = '#eaf2fb';
const MONTH_FILL: Color = '#f3f3f3';

/** For each block what the period adds up to, then month by month that and the buyers; one line where there is nothing. */
export function vatRows(blocks: readonly VatBlock[], context: RowsContext): readonly PlannedRow[] {
  const rowOf = styledRows(planned(COLUMNS));
  if (blocks.length === 0) return [rowOf(cellsOf({ buyer: TEXTS.none }), plainLook(''))];
  return blocks.flatMap((block) => {
    const look = plainLook(context.namesCurrency ? block.currency : '');
    const shown = { ownCompany: context.nameOf(block.ownCompany) };
    const ofPeriod: RowLook = { ...look, fill: PERIOD_FILL, weight: 'bold' };
    return [
      ...totalRows(rowOf, block, { ...shown, buyer: TEXTS.ofPeriod }, ofPeriod, true),
      ...block.months.flatMap((month) => monthRows(rowOf, month, shown, look)),
    ];
  });
}

/** A line for each rate, then one for all. */
function totalRows(
  rowOf: RowOf,
  { rates, all }: Pick<VatBlock, 'rates' | 'all'>,
  shown: VatLine,
  look: RowLook,
  endsGroup: boolean,
): readonly PlannedRow[] {
  return [
    ...rates.map((figures) => rateRow(rowOf, figures, shown, look)),
    rowOf(cellsOf({ ...shown, rate: TEXTS.allRates, figures: all }), look, { endsGroup }),
  ];
}

function monthRows(
  rowOf: RowOf,
  { firstDay, rates, all, buyers }: VatMonth,
  ofBlock: Shown,
  look: RowLook,
): readonly PlannedRow[] {
  const shown = { ...ofBlock, month: firstDay };
  const ofMonth: RowLook = { ...look, fill: MONTH_FILL, weight: 'bold' };
  return [
    ...totalRows(rowOf, { rates, all }, { ...shown, buyer: TEXTS.ofMonth }, ofMonth, false),
    ...buyers.map(({ buyer, ...figures }, index) => {
      const { name, inn, kpp } = buyer;
      const line = { ...shown, buyer: name, inn, kpp };
      return rateRow(rowOf, figures, line, look, index === buyers.length - 1);
    }),
  ];
}

const rateRow = (
  rowOf: RowOf,
  figures: RateFigures,
  shown: VatLine,
  look: RowLook,
  endsGroup = false,
): PlannedRow =>
  rowOf(
    cellsOf({ ...shown, rate: figures.rate, figures }),
    { ...look, hasVat: figures.hasVat },
    { endsGroup },
  );

/** Below the table: an empty row and how rows and invoices agree, for each currency. */
export function vatFooter(totals: readonly VatTotals[], namesCurrency: boolean): readonly PlannedRow[] {
  const columns = planned(COLUMNS);
  return totals.flatMap((block) => [
    emptyRow(columns),
    ...TEXTS.totals.map((name) => {
      const { withVat, withoutVat, vat } = block[name];
      const label = TEXTS.total(name, namesCurrency ? block.currency : null);
      const sums = [withVat, withoutVat, vat];
      return totalRow(columns, { label, sums }, namesCurrency ? block.currency : '');
    }),
  ]);
}
