/** The rows of «Проверка данных»: what stands in each line and how it looks. */
import { cardPath, planned } from '../report/columns';
import type { Color, PlannedRow } from '../report/SheetPlan';
import { plainLook, styledRows, type RowLook } from '../report/styled-rows';
import { CHECK_TITLES } from '../texts/check-titles';
import { checksTexts as TEXTS } from '../texts/check-texts';
import { shownNumber } from '../texts/further-sheet-texts';
import type { Importance } from './check';
import { cellsOf, COLUMNS, IMPORTANCE_PLACE, type CheckLine } from './checks-columns';
import type { Finding } from './checks-model';

/** With more lines nobody reads them, and the sheet grows slow. */
const MOST_LINES = 5_000;

const FILLS: Readonly<Record<Importance, Color | null>> = {
  error: '#ea9999',
  warning: '#ffe599',
  remark: null,
};

/** @param portal its host, and port if it has one */
export function checkRows(findings: readonly Finding[], portal: string): readonly PlannedRow[] {
  const rowOf = styledRows(planned(COLUMNS));
  const plain = (problem: string): PlannedRow => rowOf(cellsOf({ problem }), plainLook(''));
  if (findings.length === 0) return [plain(TEXTS.none)];
  const shown = findings.length > MOST_LINES ? findings.slice(0, MOST_LINES - 1) : findings;
  const rows = shown.map((finding) =>
    rowOf(cellsOf(lineOf(finding)), lookOf(finding), {
      link: `https://${portal}${cardPath(finding.invoiceId)}`,
    }),
  );
  const untold = findings.length - shown.length;
  return untold === 0 ? rows : [...rows, plain(TEXTS.untold(untold))];
}

function lineOf({ check, importance, details, since, line }: Finding): CheckLine {
  const { invoice, buyer } = line.head;
  return {
    invoice: shownNumber(invoice.id, invoice.accountNumber),
    ...{ invoiceDate: line.invoiceDate, buyer: buyer.name, importance: TEXTS.importance[importance] },
    ...{ problem: CHECK_TITLES[check], details, since },
  };
}

const lookOf = ({ importance }: Finding): RowLook => ({
  ...plainLook(''),
  cells: [[IMPORTANCE_PLACE, { fill: FILLS[importance] }]],
});
