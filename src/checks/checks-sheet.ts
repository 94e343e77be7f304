/** The sheet «Проверка данных»: what is to be mended in the CRM, the most important first. */
import { planned } from '../report/columns';
import { headerRow } from '../report/planned-rows';
import type { Color, SheetPlan } from '../report/SheetPlan';
import { checksTexts as TEXTS } from '../texts/check-texts';
import { SHEET_TITLES } from '../texts/sheet-texts';
import { COLUMNS } from './checks-columns';
import type { Checks } from './checks-model';
import { checkRows } from './checks-rows';

const HEADER_FILL: Color = '#fff2cc';

/** @param portal its host, and port if it has one */
export function checksSheet({ findings, counts, added, gone, skipped }: Checks, portal: string): SheetPlan {
  const columns = planned(COLUMNS);
  return {
    sheet: 'checks',
    title: SHEET_TITLES.checks,
    columns,
    fixedColumns: columns.length,
    ownTexts: { totals: [], body: [...Object.values(TEXTS.importance), TEXTS.none, TEXTS.more] },
    header: headerRow(columns, HEADER_FILL),
    body: checkRows(findings, portal),
    footer: [],
    noteLines: [
      TEXTS.counts(counts.error, counts.warning, counts.remark),
      TEXTS.since(added, gone),
      ...(skipped === 0 ? [] : [TEXTS.skipped(skipped)]),
    ],
  };
}
