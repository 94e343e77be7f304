/** The sheet «НДС»: the product rows of the report by rate, month and buyer, and how they agree with its invoices. */
import type { CompanyId, FieldName } from '../domain/ids';
import type { Period } from '../domain/period';
import { planned } from '../report/columns';
import { fitting } from '../report/fitting-width';
import { hasSeveralOwnCompanies, ownCompanyName, type OwnCompanies } from '../report/own-company';
import { headerRow } from '../report/planned-rows';
import { hasSeveralCurrencies, type Report } from '../report/report-model';
import type { Color, SheetPlan } from '../report/SheetPlan';
import { vatTexts as TEXTS } from '../texts/further-sheet-texts';
import { SHEET_TITLES } from '../texts/sheet-texts';
import { COLUMNS } from './vat-columns';
import { vatBlocks } from './vat-model';
import { vatFooter, vatRows } from './vat-rows';
import { vatTotals } from './vat-totals';

export interface VatFacts {
  /** With product rows. */
  readonly report: Pick<Report, 'brief' | 'detail' | 'totals'>;
  readonly period: Period;
  /** The one that puts an invoice into the period, and how it is called. */
  readonly periodField: FieldName;
  readonly periodFieldTitle: string;
  /** Not looked at where the report's invoices have one or none. */
  readonly ownCompanies: OwnCompanies;
}

const HEADER_FILL: Color = '#cfe2f3';

/** How they begin, with a currency and without: a buyer may well be called by such a word, but hardly so. */
const TOTAL_LABELS = TEXTS.totals.flatMap((name) => {
  const label = TEXTS.total(name, null);
  return [label, label.replace(/:$/, ', ')];
});

export function vatSheet(facts: VatFacts): SheetPlan {
  const { report, periodField } = facts;
  const columns = planned(COLUMNS);
  const namesCurrency = hasSeveralCurrencies(report);
  const body = vatRows(vatBlocks(report, periodField), { namesCurrency, nameOf: companyNames(facts) });
  const footer = vatFooter(vatTotals(report), namesCurrency);
  return {
    sheet: 'vat',
    title: SHEET_TITLES.vat,
    columns: fitting(columns, [...body, ...footer]),
    fixedColumns: columns.length,
    ownTexts: { totals: TOTAL_LABELS, body: [TEXTS.none] },
    header: headerRow(columns, HEADER_FILL),
    body,
    footer,
    noteLines: noteLines(facts),
  };
}

/** Where several bill, each line says who; one alone needs no saying. */
function companyNames({
  report,
  ownCompanies,
}: Pick<VatFacts, 'report' | 'ownCompanies'>): (id: CompanyId | null) => string | null {
  if (!hasSeveralOwnCompanies(report.brief.map(({ head }) => head.invoice))) return () => null;
  return (id) => ownCompanyName(id, ownCompanies) ?? TEXTS.noOwnCompany;
}

function noteLines({ report, period, periodFieldTitle }: VatFacts): readonly string[] {
  const unavailable = report.detail.filter(({ lines }) => lines === 'unavailable').length;
  return [
    TEXTS.period(period, periodFieldTitle),
    TEXTS.month,
    ...(unavailable === 0 ? [] : [TEXTS.unavailable(unavailable)]),
    TEXTS.source,
  ];
}
