/** The step of sheets and columns: what is shown beside the eight columns of «Краткий» and «Полный», and on which further sheets. */
import { MOST_COLUMNS } from '../domain/column-names';
import { CLOSING_DATE } from '../domain/portal';
import type { MainSheet, NamesTaken, SheetKind } from '../domain/sheet-kind';
import type { ShownField } from '../connection/describe-portal';
import type { DebtsSheet } from '../settings/Settings';
import { formTexts } from '../texts/form-texts';
import { CheckList } from './CheckList';
import { ColumnList } from './ColumnList';
import { checkbox, choicesOf, Field, numberInput, select } from './Field';
import type { FieldKey, OfferedFields } from './field-choices';
import { FieldSelect } from './FieldSelect';
import type { FormValues } from './settings-form';

type SheetsValues = Pick<
  FormValues,
  | 'debtsSheet'
  | 'debtsByInvoice'
  | 'dueDateField'
  | 'dueDays'
  | 'paidSumField'
  | 'vatSheet'
  | 'checksSheet'
  | 'skippedChecks'
  | 'changesSheet'
  | 'summarySheet'
  | 'briefColumns'
  | 'detailColumns'
  | 'noteColumns'
>;

const debtsTexts: Readonly<Record<DebtsSheet, string>> = formTexts.debtsSheets;

type SheetBox = 'debtsByInvoice' | 'vatSheet' | 'checksSheet' | 'changesSheet' | 'summarySheet';
const box = (key: SheetBox) => new Field(key, formTexts[key], checkbox());

export class SheetsSection {
  /** In their order on the page. */
  readonly roots: readonly HTMLElement[];
  /** Those of them that a problem may stand beside. */
  readonly fields: readonly Field[];
  private readonly summary = box('summarySheet');
  private readonly debts = new Field('debtsSheet', formTexts.debtsSheet, select(choicesOf(debtsTexts)));
  private readonly byInvoice = box('debtsByInvoice');
  private readonly due: FieldSelect;
  private readonly dueDays = new Field('dueDays', formTexts.dueDays, numberInput());
  private readonly paid: FieldSelect;
  private readonly vat = box('vatSheet');
  private readonly checks = box('checksSheet');
  private readonly checkList = new CheckList();
  private readonly changes = box('changesSheet');
  private readonly columns: Readonly<Record<MainSheet, ColumnList>>;
  private readonly notes = new Field(
    'noteColumns',
    formTexts.noteColumns,
    select(
      Array.from({ length: MOST_COLUMNS.notes + 1 }, (_, n) => ({ value: String(n), label: String(n) })),
    ),
  );

  /** @param taken sheets of others under the names of the report's */
  constructor(
    offered: OfferedFields,
    private readonly taken: NamesTaken,
  ) {
    const fieldSelect = (key: FieldKey) => new FieldSelect(key, formTexts[key], offered);
    this.due = fieldSelect('dueDateField');
    this.paid = fieldSelect('paidSumField');
    const list = (sheet: MainSheet) => new ColumnList(sheet, MOST_COLUMNS[sheet], offered);
    this.columns = { brief: list('brief'), detail: list('detail') };
    const { summary, debts, byInvoice, due, dueDays, paid, vat, checks, changes, columns, notes } = this;
    const sheets = [summary, debts, byInvoice, due.field, dueDays, paid.field, vat, checks, changes];
    this.fields = [...sheets, columns.brief.field, columns.detail.field, notes];
    this.roots = this.fields.flatMap((field) =>
      field === checks ? [field.root, this.checkList.root] : [field.root],
    );
  }

  get values(): SheetsValues {
    return {
      debtsSheet: this.debts.control.value as DebtsSheet,
      debtsByInvoice: this.byInvoice.control.checked,
      dueDateField: this.due.value,
      dueDays: this.dueDays.control.value,
      paidSumField: this.paid.value,
      vatSheet: this.vat.control.checked,
      checksSheet: this.checks.control.checked,
      skippedChecks: this.checkList.value,
      changesSheet: this.changes.control.checked,
      summarySheet: this.summary.control.checked,
      briefColumns: this.columns.brief.value,
      detailColumns: this.columns.detail.value,
      noteColumns: Number(this.notes.control.value),
    };
  }

  fill(values: SheetsValues): void {
    this.debts.control.value = values.debtsSheet;
    this.byInvoice.control.checked = values.debtsByInvoice;
    this.due.value = values.dueDateField;
    this.dueDays.control.value = values.dueDays;
    this.paid.value = values.paidSumField;
    this.vat.control.checked = values.vatSheet;
    this.checks.control.checked = values.checksSheet;
    this.checkList.value = values.skippedChecks;
    this.changes.control.checked = values.changesSheet;
    this.summary.control.checked = values.summarySheet;
    this.columns.brief.value = values.briefColumns;
    this.columns.detail.value = values.detailColumns;
    this.notes.control.value = String(values.noteColumns);
  }

  /** Offers what the portal has. */
  offer(fields: readonly ShownField[]): void {
    for (const field of [this.due, this.paid]) field.offer(fields, '');
    for (const list of [this.columns.brief, this.columns.detail]) list.offer(fields);
  }

  /** @param isByShipment whether the period goes by the shipment date */
  tell(isByShipment: boolean): void {
    const { debtsSheet, vatSheet, dueDateField, dueDays, noteColumns } = this.values;
    const { summarySheet, checksSheet, changesSheet, skippedChecks } = this.values;
    const skipped = skippedChecks.length;
    this.tellSheet('summary', summarySheet, '');
    this.tellSheet('checks', checksSheet, skipped === 0 ? '' : formTexts.skipped(skipped));
    this.checkList.root.hidden = !checksSheet;
    this.tellSheet('changes', changesSheet, '');
    this.tellSheet('debts', debtsSheet !== 'off', debtsSheet === 'all' ? formTexts.debtsOfAll : '');
    this.byInvoice.root.hidden = debtsSheet === 'off';
    this.tellSheet('vat', vatSheet, isByShipment ? '' : formTexts.vatByShipment);
    const isUsualDue = dueDateField === CLOSING_DATE && Number(dueDays) === 0;
    if (dueDateField === CLOSING_DATE) this.due.field.setHint(isUsualDue ? formTexts.portalSetsDue : '');
    this.columns.brief.setNotes(noteColumns);
    this.notes.setHint(noteColumns === 0 ? formTexts.noNotes : formTexts.notesFollow);
  }

  /** What is in the way of a sheet goes before what else is to be known of it, and stands out. */
  private tellSheet(sheet: Exclude<SheetKind, MainSheet>, isWanted: boolean, hint: string): void {
    const taken = this.taken[sheet];
    const problem = taken === undefined ? hint : formTexts.nameTaken(taken);
    this[sheet].setHint(isWanted ? problem : '', taken !== undefined);
  }
}
