/** The rows of «Сводка»: the report's own figures, then those of each block. */
import { exactSum } from '../report/ExactSum';
import { planned } from '../report/columns';
import { moneyFormat, TEXT_FORMAT } from '../report/planned-rows';
import type { CellValue, Color, PlannedRow } from '../report/SheetPlan';
import { plainLook, styledRows, type RowLook } from '../report/styled-rows';
import { debtsTexts } from '../texts/further-sheet-texts';
import { summaryTexts as TEXTS } from '../texts/summary-texts';
import type { Block } from './blocks';
import type { BlockName } from './layout';
import { shareText } from './share';
import { cellsOf, COLUMNS, FIGURES_ON_TOP, TITLES, type SummaryLine } from './summary-columns';
import type { Summary } from './summary-model';

export const TITLE_FILL: Color = '#d9ead3';
const TITLE_LOOK: RowLook = { ...plainLook(''), fill: TITLE_FILL, weight: 'bold' };
const OVERDUE_COLOR: Color = '#cc0000';
/** Points. */
const LARGE = 16;

export interface SummaryRows {
  /** Under the titles of the header. */
  readonly top: PlannedRow;
  /** Of each the titles, then so many lines as there are; of one that is not shown nothing. */
  readonly blocks: Readonly<Record<BlockName, readonly PlannedRow[]>>;
}

type RowOf = ReturnType<typeof styledRows>;

/** @param hasOlderDebts whether debts are also those outside the period */
export function summaryRows(summary: Summary, hasOlderDebts: boolean): SummaryRows {
  const { whole, currency, namesCurrency, months, buyers, stages, currencies } = summary;
  const { blocks: titles } = TEXTS;
  const rowOf = styledRows(planned(COLUMNS));
  const look = plainLook(namesCurrency ? currency : '');
  const block = (title: string, lines: readonly SummaryLine[]): readonly PlannedRow[] => [
    titleRow(rowOf, TITLES.ofParts(title)),
    ...lines.map((line) => rowOf(cellsOf(withShare(line, whole.billed)), look)),
  ];
  return {
    top: topRow(rowOf, summary),
    blocks: {
      months: block(titles.months, [...restOf(months, () => TEXTS.earlier), ...partsOf(months, TEXTS.month)]),
      ages: agesRows(rowOf, summary, look, hasOlderDebts ? titles.allAges : titles.ages),
      buyers: block(titles.buyers, [...partsOf(buyers, asItIs), ...restOf(buyers, TEXTS.otherBuyers)]),
      stages: block(titles.stages, [...partsOf(stages, asItIs), ...restOf(stages, TEXTS.otherStages)]),
      currencies: currenciesRows(rowOf, currencies),
    },
  };
}

const asItIs = (name: string): string => name;

const partsOf = <Of>({ parts }: Block<Of>, labelOf: (of: Of) => string): readonly SummaryLine[] =>
  parts.map(({ of, ...figures }) => ({ label: labelOf(of), ...figures }));

const restOf = <Of>({ rest }: Block<Of>, labelOf: (many: number) => string): readonly SummaryLine[] =>
  rest === null ? [] : [{ label: labelOf(rest.many), ...rest }];

const withShare = (line: SummaryLine, whole: number): SummaryLine => ({
  ...line,
  share: shareText(line.billed ?? 0, whole),
});

/** The report's own figures, large; what is overdue in red. */
function topRow(rowOf: RowOf, { whole, currency, namesCurrency }: Summary): PlannedRow {
  const money = moneyFormat(namesCurrency ? currency : '');
  const cells = FIGURES_ON_TOP.map(({ name, format = money }, place) => {
    const color = name === 'overdue' && whole.overdue > 0 ? { color: OVERDUE_COLOR } : {};
    return [place, { format, alignment: 'center', weight: 'bold', size: LARGE, ...color }] as const;
  });
  return rowOf(
    FIGURES_ON_TOP.map(({ name }) => whole[name]),
    { ...plainLook(''), cells },
  );
}

/** Titles of lines stand as the cells below them do. */
const titleRow = (rowOf: RowOf, titles: readonly CellValue[]): PlannedRow =>
  rowOf(titles, { ...TITLE_LOOK, cells: COLUMNS.map((_, place) => [place, { format: TEXT_FORMAT }]) });

function agesRows(rowOf: RowOf, { ages }: Summary, look: RowLook, title: string): readonly PlannedRow[] {
  const whole = exactSum(ages.map(({ debt }) => debt));
  return [
    titleRow(rowOf, TITLES.ofAges(title)),
    ...ages.map(({ age, invoices, debt }) => {
      const line = { label: debtsTexts.titles.ages[age], invoices, billed: debt };
      return rowOf(cellsOf(withShare(line, whole)), look);
    }),
  ];
}

/** Each in its own money; none where there is one currency only. */
function currenciesRows(rowOf: RowOf, { parts, rest }: Summary['currencies']): readonly PlannedRow[] {
  if (parts.length === 0) return [];
  const lines = partsOf({ parts, rest }, TEXTS.currencyName).map((line, index) =>
    rowOf(cellsOf(line), plainLook(parts[index]?.of ?? '')),
  );
  const more = rest === null ? [] : [{ label: TEXTS.moreCurrencies(rest.many), invoices: rest.invoices }];
  return [
    titleRow(rowOf, TITLES.ofCurrencies),
    ...lines,
    ...more.map((line) => rowOf(cellsOf(line), plainLook(''))),
  ];
}
