/** The sheet «Долги»: who owes how much and since when, on the day of the report. */
import { planned } from '../report/columns';
import { fitting } from '../report/fitting-width';
import { headerRow } from '../report/planned-rows';
import type { Color, SheetPlan } from '../report/SheetPlan';
import { debtsTexts as TEXTS } from '../texts/further-sheet-texts';
import { SHEET_TITLES } from '../texts/sheet-texts';
import { COLUMNS } from './debts-columns';
import type { Debts } from './debts-model';
import { debtsNote, type NotedFacts } from './debts-note';
import { debtRows, type RowsContext } from './debts-rows';

export interface DebtsContext extends RowsContext, NotedFacts {}

const HEADER_FILL: Color = '#f4cccc';

export function debtsSheet(debts: Debts, context: DebtsContext): SheetPlan {
  const columns = planned(COLUMNS);
  const body = debtRows(debts, context);
  return {
    sheet: 'debts',
    title: SHEET_TITLES.debts,
    columns: fitting(columns, body),
    fixedColumns: columns.length,
    ownTexts: { totals: [], body: [TEXTS.none, TEXTS.share] },
    header: headerRow(columns, HEADER_FILL),
    body,
    footer: [],
    noteLines: debtsNote(context),
  };
}
