/** The tables made of what a file's list holds, some thousand invoices at a time. */
import { BRIEF_COLUMNS } from '../src/domain/column-names';
import type { CompanyId, IsoDate } from '../src/domain/ids';
import type { Period } from '../src/domain/period';
import { query } from '../src/domain/query';
import type { CompanyRecord, FieldRecord, InvoiceRecord } from '../src/domain/records';
import { ask, askBoth } from '../src/domain/task';
import { DataProcessor } from '../src/report/DataProcessor';
import { UNAVAILABLE_LINE } from '../src/report/detail-sheet';
import { furtherColumns } from '../src/report/further-columns';
import { belongsToReport, isLeftOut, semanticsOf } from '../src/report/invoice-filter';
import type { Report } from '../src/report/report-model';
import { standingOf } from '../src/report/standing';
import { known } from '../src/refresh/collect-report';
import { shownField } from '../src/refresh/date-fields';
import type { Settings } from '../src/settings/Settings';
import { invoiceName } from '../src/texts/sheet-texts';
import { InvoiceBatches, type BatchParts } from './InvoiceBatches';
import { invoiceColumns } from './invoice-columns';
import type { InvoiceLine } from './InvoiceLine';
import { LINE_COLUMNS, type ProductLine } from './line-columns';
import type { Remarks } from './Remarks';
import { TableWriter } from './TableWriter';

export interface FillParts extends BatchParts {
  readonly settings: Settings;
  readonly period: Period;
  readonly today: IsoDate;
  readonly fields: readonly FieldRecord[];
  readonly remarks: Remarks;
}

export interface Filled {
  readonly invoices: number;
  readonly rows: number;
  /** Whether the webhook's owner sees all invoices. */
  readonly isWholeView: boolean;
}

/** @throws Bitrix24Error; then the rows that were read are in the file, and the tables as they were */
export async function fillTables(parts: FillParts): Promise<Filled> {
  const { file, reader, list, settings, today, fields, remarks } = parts;
  const { result: portal } = reader.run(list, askPortal);
  const [stages, categories, profile] = portal;
  const semantics = semanticsOf(stages);
  const ownCompanies = new Map<CompanyId, CompanyRecord | null>();
  const facts = { payment: settings, today, stages, categories, ownCompanies, fields };
  const further = furtherColumns(settings, { ...facts, goesByDebts: true });
  const shownFields = settings.briefColumns
    .slice(BRIEF_COLUMNS.length)
    .flatMap((name) => fields.filter((field) => field.name === name));
  const processor = new DataProcessor(settings, today);
  const invoices = await TableWriter.create<InvoiceLine>(
    file.database,
    { name: 'invoices', columns: invoiceColumns(further.brief, settings, shownFields) },
    ({ brief }, { name }) => remarks.addTooLarge(nameOf(brief.head.invoice), `invoices.${name}`),
  );
  const lines = await TableWriter.create<ProductLine>(
    file.database,
    { name: 'lines', columns: LINE_COLUMNS },
    ({ head }, { name }) => remarks.addTooLarge(nameOf(head.invoice), `lines.${name}`),
  );
  const criteria = { ...settings, period: parts.period };
  const batches = new InvoiceBatches(parts);
  const filled = { invoices: 0, rows: 0, isWholeView: profile.admin };
  for await (const kept of batches.all()) {
    const wanted = kept.filter(({ invoice }) => belongsToReport(invoice, criteria, semantics));
    const leftOut = kept.filter(({ invoice }) => isLeftOut(invoice, criteria, semantics));
    const found = batches.read(wanted);
    for (const [id, company] of found.ownCompanies) ownCompanies.set(id, company);
    const report = processor.process({
      invoices: wanted.map(({ invoice }) => invoice),
      leftOut: {
        invoices: leftOut.map(({ invoice }) => invoice),
        field: shownField(settings.periodField, fields),
      },
      buyerOf: (id) => known(found.buyers, id),
      rowsOf: (id) => known(found.rows, id),
      stages,
      ...{ further, anyLength: true },
    });
    remarks.add(report.issues);
    for (const brief of report.brief) {
      const { invoice } = brief.head;
      const stage = semantics(invoice.stageId);
      invoices.append({ brief, standing: standingOf(invoice, brief.isPaid, stage, settings, today) });
    }
    appendLines(report, lines);
    filled.invoices += report.brief.length;
    filled.rows += report.productRowCount;
  }
  invoices.close();
  lines.close();
  return filled;
}

function* askPortal() {
  const [stages, categories] = yield* askBoth(query('stages'), query('categories'));
  const profile = yield* ask(query('profile'));
  return [stages, categories, profile] as const;
}

function appendLines({ detail }: Report, table: TableWriter<ProductLine>): void {
  for (const { head, brief, lines } of detail) {
    const shown = lines === 'unavailable' ? [UNAVAILABLE_LINE] : lines;
    shown.forEach((line, index) => table.append({ head, brief, line, position: index + 1 }));
  }
}

const nameOf = ({ id, accountNumber }: InvoiceRecord): string => invoiceName(id, accountNumber);
