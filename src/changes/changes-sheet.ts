/** The sheet «Изменения»: the journal as a table. */
import type { CurrencyCode } from '../domain/ids';
import { planned } from '../report/columns';
import { fitting } from '../report/fitting-width';
import { bodyRows, headerRow } from '../report/planned-rows';
import type { Color, PlannedRow, SheetPlan } from '../report/SheetPlan';
import { plainLook } from '../report/styled-rows';
import { changeTexts as TEXTS } from '../texts/change-texts';
import { SHEET_TITLES } from '../texts/sheet-texts';
import { COLUMNS, type ShownLine } from './changes-columns';
import type { JournalStep } from './journal-after';
import type { Folded, Journal, JournalLine } from './journal';

const HEADER_FILL: Color = '#d9d2e9';

/** @param portal its host, and port if it has one */
export function changesSheet(step: JournalStep, portal: string): SheetPlan {
  const columns = planned(COLUMNS);
  const body = changeRows(step, portal);
  return {
    sheet: 'changes',
    title: SHEET_TITLES.changes,
    columns: fitting(columns, body),
    fixedColumns: columns.length,
    ownTexts: { totals: [], body: [...Object.values(TEXTS.events), TEXTS.folded] },
    header: headerRow(columns, HEADER_FILL),
    body,
    footer: [],
    noteLines: noteLines(step),
  };
}

/** The lines as they are kept, then what is left of older ones. */
function changeRows({ journal, currencies }: JournalStep, portal: string): readonly PlannedRow[] {
  const rowOf = bodyRows(COLUMNS, portal);
  const namesCurrency = new Set([...currencies, ...currenciesIn(journal)]).size > 1;
  const named = (currency: CurrencyCode | undefined): string => (namesCurrency ? (currency ?? '') : '');
  const shown = ({ event, currency, sumCurrency, ...line }: JournalLine): ShownLine => ({
    ...line,
    event: TEXTS.events[event],
    currency: named(currency),
    sumCurrency: named(sumCurrency),
  });
  const lines = [...journal.lines.map(shown), ...foldedLines(journal.folded, named)];
  return lines.map((line) => rowOf(line, plainLook('')));
}

const currenciesIn = ({ lines, folded }: Journal): readonly CurrencyCode[] => [
  ...lines.flatMap(({ amount, currency }) => (amount === undefined ? [] : (currency ?? []))),
  ...lines.flatMap(({ sumCurrency }) => sumCurrency ?? []),
  ...folded.sums.map(([currency]) => currency),
];

/** One for each currency that has an amount, or one without any. */
function foldedLines(
  { count, sums }: Folded,
  named: (currency: CurrencyCode) => string,
): readonly ShownLine[] {
  if (count === 0) return [];
  const line = { event: TEXTS.folded, before: TEXTS.foldedLines(count), sumCurrency: '' };
  if (sums.length === 0) return [{ ...line, currency: '' }];
  return sums.map(([currency, amount]) => ({ ...line, amount, currency: named(currency) }));
}

function noteLines({ changes, previousAt }: JournalStep): readonly string[] {
  return [
    TEXTS.told(changes),
    ...(previousAt === null ? [] : [TEXTS.previous(previousAt.day, previousAt.time)]),
    TEXTS.sums,
  ];
}
