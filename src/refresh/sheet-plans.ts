/** The sheets of a report as data: how each of them is made of what was collected. */
import { changesSheet } from '../changes/changes-sheet';
import { checksSheet } from '../checks/checks-sheet';
import { debtsSheet } from '../debts/debts-sheet';
import type { FieldName } from '../domain/ids';
import type { SheetKind } from '../domain/sheet-kind';
import { briefSheet } from '../report/brief-sheet';
import { detailSheet } from '../report/detail-sheet';
import type { SheetPlan } from '../report/SheetPlan';
import { summaryOf } from '../summary/summary-model';
import { summarySheet } from '../summary/summary-sheet';
import { vatSheet } from '../vat/vat-sheet';
import { noteTexts } from '../texts/sheet-texts';
import type { CollectedReport, ReportOrder } from './collect-report';
import { titleOfField } from './date-fields';

interface PlanFacts {
  readonly order: ReportOrder;
  readonly collected: CollectedReport;
  /** The portal's host, with its port if it has one. */
  readonly portal: string;
  /** How a field is called; null where none is chosen. */
  readonly titleOf: TitleOf;
}

interface TitleOf {
  (name: FieldName): string;
  (name: FieldName | ''): string | null;
}

const MAKERS: Readonly<Record<SheetKind, (facts: PlanFacts) => SheetPlan>> = {
  brief: (facts) => {
    const { report, columns } = facts.collected;
    const { noteColumns } = facts.order.settings;
    return briefSheet(report, { ...contextOf(facts), noteColumns }, columns.brief);
  },
  detail: (facts) => {
    const { report, columns } = facts.collected;
    return detailSheet(report, contextOf(facts), columns.detail);
  },
  summary: ({ order: { settings, period, today }, collected: { report, debts, facts }, titleOf }) => {
    const { stages } = facts;
    const { periodField } = settings;
    const { brief } = report;
    const summary = summaryOf({ brief, debts, stages, payment: settings, today, period, periodField });
    return summarySheet(summary, {
      ...{ today, period, periodFieldTitle: titleOf(periodField) },
      hasOlderDebts: settings.debtsSheet === 'all',
    });
  },
  debts: ({ order: { settings, today }, collected: { debts }, portal, titleOf }) => {
    if (debts === null) throw new Error('Expected the debts of a report that shows them');
    return debtsSheet(debts, {
      ...{ portal, today, dueDays: settings.dueDays, byInvoice: settings.debtsByInvoice },
      scope: settings.debtsSheet === 'all' ? 'all' : 'period',
      fieldTitles: {
        dueDate: titleOf(settings.dueDateField),
        paymentDate: titleOf(settings.paymentDateField),
        paidSum: titleOf(settings.paidSumField),
      },
    });
  },
  vat: ({ order: { settings, period }, collected: { report, facts }, titleOf }) => {
    const { periodField } = settings;
    const { ownCompanies } = facts;
    return vatSheet({ report, period, periodField, periodFieldTitle: titleOf(periodField), ownCompanies });
  },
  checks: ({ collected: { lookedBack }, portal }) => {
    const checks = lookedBack?.checks ?? null;
    if (checks === null) throw new Error('Expected the checks of a report that shows them');
    return checksSheet(checks, portal);
  },
  changes: ({ collected: { lookedBack }, portal }) => {
    if (lookedBack === null) throw new Error('Expected the journal of a report that shows it');
    return changesSheet(lookedBack.journal, portal);
  },
};

const contextOf = ({ order: { period, settings }, portal, titleOf }: PlanFacts) => ({
  portal,
  noteLines: [noteTexts.period(period, titleOf(settings.periodField))],
});

export function sheetPlans(
  sheets: readonly SheetKind[],
  facts: Omit<PlanFacts, 'titleOf'>,
): readonly SheetPlan[] {
  const { fields } = facts.collected;
  const titleOf = ((name) => (name === '' ? null : titleOfField(name, fields))) as TitleOf;
  return sheets.map((sheet) => MAKERS[sheet]({ ...facts, titleOf }));
}
