/** The portal's records and every way to change them; UPDATED_TIME moves exactly when the portal moves it. */
import type { Clock } from '../clock';
import type {
  Category,
  Company,
  Contact,
  Invoice,
  ProductRow,
  Requisite,
  RequisiteLink,
  Stage,
  UserField,
} from './records';
import { INVOICE } from './records';
import {
  completeRow,
  DEFAULT_STAGES,
  defaultCompany,
  defaultContact,
  defaultInvoice,
  defaultRequisite,
  stage,
} from './defaults';
import { sumOf, taxOf, type TaxPrecision } from './totals';

export interface InvoiceCase extends Partial<Invoice> {
  readonly rows?: readonly Partial<ProductRow>[];
  /** The requisite chosen on the card, 0 for none; left out: no link record at all. */
  readonly link?: number;
}

export class PortalData {
  readonly invoices = new Map<number, Invoice>();
  readonly rowsByInvoice = new Map<number, readonly ProductRow[]>();
  /** By invoice. */
  readonly links = new Map<number, RequisiteLink>();
  readonly requisites = new Map<number, Requisite>();
  readonly companies = new Map<number, Company>();
  readonly contacts = new Map<number, Contact>();
  readonly categories: Category[] = [];
  readonly stages: Stage[] = [];
  readonly userFields: UserField[] = [];
  private readonly recycleBin = new Map<
    number,
    { link: RequisiteLink | undefined; invoice: Invoice; rows: readonly ProductRow[] }
  >();
  private readonly lastIds = new Map<string, number>();

  constructor(
    readonly clock: Clock,
    private readonly taxPrecision: TaxPrecision = 8,
  ) {}

  /** The first pipeline is the default one. */
  addCategory(id: number, name: string): void {
    this.categories.push({
      id,
      name,
      sort: 100 * (this.categories.length + 1),
      isDefault: this.categories.length === 0,
    });
    for (const { code, name: stageName, sort, semantics, system } of DEFAULT_STAGES) {
      this.addStage(id, code, {
        NAME: stageName,
        NAME_INIT: stageName,
        SORT: sort,
        SEMANTICS: semantics,
        SYSTEM: system,
      });
    }
  }

  addStage(categoryId: number, code: string, given: Partial<Stage>): void {
    this.stages.push(stage(this.newId('stage'), categoryId, code, given));
  }

  addUserField(field: UserField): void {
    this.userFields.push(field);
  }

  addCompany(given: Partial<Company>): number {
    const id = this.newId('company', given.ID);
    this.companies.set(id, { ...defaultCompany(id, this.now()), ...given });
    return id;
  }

  addContact(given: Partial<Contact>): number {
    const id = this.newId('contact', given.ID);
    this.contacts.set(id, { ...defaultContact(id, this.now()), ...given });
    return id;
  }

  addRequisite(given: Partial<Requisite>): number {
    const id = this.newId('requisite', given.ID);
    this.requisites.set(id, { ...defaultRequisite(id, this.now()), ...given });
    return id;
  }

  /** Given OPPORTUNITY and TAX_VALUE are kept; those left out follow from the rows. */
  addInvoice({ rows = [], link, ...given }: InvoiceCase): number {
    const id = this.newId('invoice', given.ID);
    const categoryId = given.CATEGORY_ID ?? this.categories[0]?.id ?? 0;
    const today = new Date(this.now()).toISOString().slice(0, 10);
    const stored = rows.map((row, index) =>
      completeRow(this.newId('row', row.ID), id, (index + 1) * 10, row),
    );
    const computed = { OPPORTUNITY: sumOf(stored), TAX_VALUE: taxOf(stored, this.taxPrecision) };
    this.invoices.set(id, { ...defaultInvoice(id, categoryId, this.now(), today), ...computed, ...given });
    this.rowsByInvoice.set(id, stored);
    if (link !== undefined) this.linkRequisite(id, link);
    return id;
  }

  /** A save of the card: without a real change UPDATED_TIME stays. */
  changeInvoice(id: number, changes: Partial<Invoice>): void {
    const invoice = this.invoice(id);
    const changed = Object.entries(changes).some(([name, value]) => invoice[name as keyof Invoice] !== value);
    if (changed) this.invoices.set(id, { ...invoice, ...changes, UPDATED_TIME: this.now() });
  }

  addRow(invoiceId: number, given: Partial<ProductRow>): number {
    const rows = this.rowsOf(invoiceId);
    const row = completeRow(this.newId('row', given.ID), invoiceId, (rows.length + 1) * 10, given);
    this.saveRows(invoiceId, [...rows, row]);
    return row.ID;
  }

  changeRow(invoiceId: number, rowId: number, changes: Partial<ProductRow>): void {
    const rows = this.rowsOf(invoiceId);
    this.saveRows(
      invoiceId,
      rows.map((row) => (row.ID === rowId ? { ...row, ...changes } : row)),
    );
  }

  deleteRow(invoiceId: number, rowId: number): void {
    this.saveRows(
      invoiceId,
      this.rowsOf(invoiceId).filter((row) => row.ID !== rowId),
    );
  }

  /** Upserts the link record only: the invoice is not saved (Bitrix24 source, crm/lib/requisite/entitylink.php). */
  linkRequisite(invoiceId: number, requisiteId: number): void {
    this.links.set(invoiceId, {
      ENTITY_TYPE_ID: INVOICE,
      ENTITY_ID: invoiceId,
      REQUISITE_ID: requisiteId,
      BANK_DETAIL_ID: 0,
      MC_REQUISITE_ID: 0,
      MC_BANK_DETAIL_ID: 0,
    });
  }

  changeRequisite(id: number, changes: Partial<Requisite>): void {
    const requisite = found(this.requisites.get(id), 'requisite', id);
    this.requisites.set(id, { ...requisite, ...changes, DATE_MODIFY: this.now() });
  }

  /** Links to it stay and lead nowhere. */
  deleteRequisite(id: number): void {
    this.requisites.delete(id);
  }

  changeCompany(id: number, changes: Partial<Company>): void {
    const company = found(this.companies.get(id), 'company', id);
    this.companies.set(id, { ...company, ...changes, UPDATED_TIME: this.now() });
  }

  changeContact(id: number, changes: Partial<Contact>): void {
    const contact = found(this.contacts.get(id), 'contact', id);
    this.contacts.set(id, { ...contact, ...changes, UPDATED_TIME: this.now() });
  }

  renameStage(statusId: string, name: string): void {
    this.changeStage(statusId, { NAME: name });
  }

  changeStage(statusId: string, changes: Partial<Stage>): void {
    const index = this.stages.findIndex((candidate) => candidate.STATUS_ID === statusId);
    this.stages[index] = { ...found(this.stages[index], 'stage', statusId), ...changes };
  }

  deleteInvoice(id: number): void {
    this.recycleBin.set(id, { invoice: this.invoice(id), rows: this.rowsOf(id), link: this.links.get(id) });
    this.invoices.delete(id);
    this.rowsByInvoice.delete(id);
    this.links.delete(id);
  }

  /** Gives the new id: rows and link move to it, number and UPDATED_TIME stay (crm/lib/recycling/dynamiccontroller.php). */
  restoreInvoice(deletedId: number): number {
    const { invoice, rows, link } = found(this.recycleBin.get(deletedId), 'deleted invoice', deletedId);
    const id = this.newId('invoice');
    this.recycleBin.delete(deletedId);
    this.invoices.set(id, { ...invoice, ID: id });
    this.rowsByInvoice.set(
      id,
      rows.map((row) => ({ ...row, OWNER_ID: id })),
    );
    if (link) this.links.set(id, { ...link, ENTITY_ID: id });
    return id;
  }

  invoice(id: number): Invoice {
    return found(this.invoices.get(id), 'invoice', id);
  }

  rowsOf(invoiceId: number): readonly ProductRow[] {
    return this.rowsByInvoice.get(invoiceId) ?? [];
  }

  /** TAX_VALUE is computed anew even where the sum is manual; a sum without rows is kept. */
  private saveRows(invoiceId: number, rows: readonly ProductRow[]): void {
    const invoice = this.invoice(invoiceId);
    const keepsSum = invoice.IS_MANUAL_OPPORTUNITY || rows.length === 0;
    this.rowsByInvoice.set(invoiceId, rows);
    this.invoices.set(invoiceId, {
      ...invoice,
      OPPORTUNITY: keepsSum ? invoice.OPPORTUNITY : sumOf(rows),
      TAX_VALUE: taxOf(rows, this.taxPrecision),
      UPDATED_TIME: this.now(),
    });
  }

  private newId(kind: string, given?: number): number {
    const last = this.lastIds.get(kind) ?? 0;
    const id = given ?? last + 1;
    this.lastIds.set(kind, Math.max(last, id));
    return id;
  }

  private now(): number {
    return this.clock.now();
  }
}

function found<T>(record: T | undefined, kind: string, id: number | string): T {
  if (record === undefined) throw new Error(`There is no ${kind} ${id} in the portal's data`);
  return record;
}
