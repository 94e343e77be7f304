/** The portal's records and every way to change them; UPDATED_TIME moves exactly when the portal moves it. */
import type { Clock } from '../clock';
import { completeRow, defaultCompany, defaultContact, defaultInvoice, defaultRequisite } from './defaults';
import { Directories, found } from './Directories';
import { FormerClients } from './FormerClients';
import type { Company, Contact, Invoice, ProductRow, Requisite, RequisiteLink } from './records';
import { COMPANY, CONTACT, INVOICE } from './records';
import { sumOf, taxOf, type TaxPrecision } from './totals';

export interface InvoiceCase extends Partial<Invoice> {
  readonly rows?: readonly Partial<ProductRow>[];
  /** The requisite chosen on the card, 0 for none; left out: no link record at all. */
  readonly link?: number;
}

export class PortalData extends Directories {
  readonly invoices = new Map<number, Invoice>();
  readonly rowsByInvoice = new Map<number, readonly ProductRow[]>();
  /** By invoice. */
  readonly links = new Map<number, RequisiteLink>();
  readonly requisites = new Map<number, Requisite>();
  readonly companies = new Map<number, Company>();
  readonly contacts = new Map<number, Contact>();
  readonly formerClients = new FormerClients();
  private reservedId: number | null = null;
  private readonly recycleBin = new Map<
    number,
    { link: RequisiteLink | undefined; invoice: Invoice; rows: readonly ProductRow[] }
  >();

  constructor(
    clock: Clock,
    private readonly taxPrecision: TaxPrecision = 8,
  ) {
    super(clock);
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
    const id = this.invoiceId(given.ID);
    const categoryId = given.CATEGORY_ID ?? this.categories[0]?.id ?? 0;
    const today = new Date(this.now()).toISOString().slice(0, 10);
    const stored = rows.map((row, index) =>
      completeRow(this.newId('row', row.ID), id, (index + 1) * 10, row),
    );
    const computed = { OPPORTUNITY: sumOf(stored), TAX_VALUE: taxOf(stored, this.taxPrecision) };
    this.invoices.set(id, { ...defaultInvoice(id, categoryId, this.now(), today), ...computed, ...given });
    this.putRows(id, stored);
    if (link !== undefined) this.linkRequisite(id, link);
    return id;
  }

  /** By CSV or crm.item.import: a new id with times of long ago, never of the future (Operation/Import.php). */
  importInvoice(given: InvoiceCase & Pick<Invoice, 'CREATED_TIME' | 'UPDATED_TIME'>): number {
    if (given.UPDATED_TIME < given.CREATED_TIME || given.UPDATED_TIME > this.now())
      throw new Error('Expected an update after the creation and before now');
    return this.addInvoice(given);
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

  /** A call, a mail, a to-do or a comment: the time of the last activity is saved by the same operation. */
  addActivity(invoiceId: number): void {
    this.invoices.set(invoiceId, { ...this.invoice(invoiceId), UPDATED_TIME: this.now() });
  }

  /** By SQL or by a module of others: nobody notes the time. */
  writePast(invoiceId: number, changes: Partial<Invoice>): void {
    this.invoices.set(invoiceId, { ...this.invoice(invoiceId), ...changes, ID: invoiceId });
  }

  /** Upserts the link record only: the invoice is not saved (Bitrix24 source, crm/lib/requisite/entitylink.php). */
  linkRequisite(invoiceId: number, requisiteId: number, sellerRequisiteId?: number): void {
    const link = {
      ENTITY_TYPE_ID: INVOICE,
      ENTITY_ID: invoiceId,
      REQUISITE_ID: requisiteId,
      BANK_DETAIL_ID: 0,
      MC_REQUISITE_ID: sellerRequisiteId ?? this.links.get(invoiceId)?.MC_REQUISITE_ID ?? 0,
      MC_BANK_DETAIL_ID: 0,
    };
    this.commits.behind(() => {
      if (this.invoices.has(invoiceId)) this.links.set(invoiceId, link);
    });
  }

  /** The card's choice is taken back: the record goes (entitylink.php, unregister). */
  unlinkRequisite(invoiceId: number): void {
    this.links.delete(invoiceId);
  }

  changeRequisite(id: number, changes: Partial<Requisite>): void {
    const requisite = found(this.requisites.get(id), 'requisite', id);
    this.requisites.set(id, { ...requisite, ...changes, DATE_MODIFY: this.now() });
  }

  /** A link to it goes too, unless the seller's requisite stands in the same record (entitylink.php, unregisterByRequisite). */
  deleteRequisite(id: number): void {
    this.requisites.delete(id);
    for (const [invoiceId, link] of this.links) {
      if (link.REQUISITE_ID !== id && link.MC_REQUISITE_ID !== id) continue;
      const left = {
        ...link,
        ...(link.REQUISITE_ID === id ? { REQUISITE_ID: 0, BANK_DETAIL_ID: 0 } : {}),
        ...(link.MC_REQUISITE_ID === id ? { MC_REQUISITE_ID: 0, MC_BANK_DETAIL_ID: 0 } : {}),
      };
      if (left.REQUISITE_ID === 0 && left.MC_REQUISITE_ID === 0) this.links.delete(invoiceId);
      else this.links.set(invoiceId, left);
    }
  }

  changeCompany(id: number, changes: Partial<Company>): void {
    const company = found(this.companies.get(id), 'company', id);
    this.companies.set(id, { ...company, ...changes, UPDATED_TIME: this.now() });
  }

  changeContact(id: number, changes: Partial<Contact>): void {
    const contact = found(this.contacts.get(id), 'contact', id);
    this.contacts.set(id, { ...contact, ...changes, UPDATED_TIME: this.now() });
  }

  deleteInvoice(id: number): void {
    this.recycleBin.set(id, { invoice: this.invoice(id), rows: this.rowsOf(id), link: this.links.get(id) });
    this.invoices.delete(id);
    this.rowsByInvoice.delete(id);
    this.links.delete(id);
  }

  /** Ids of those in the recycle bin. */
  deletedInvoices(): number[] {
    return [...this.recycleBin.keys()];
  }

  /** Gives the new id: rows and link move to it, number and UPDATED_TIME stay (crm/lib/recycling/dynamiccontroller.php). */
  restoreInvoice(deletedId: number): number {
    const { invoice, rows, link } = found(this.recycleBin.get(deletedId), 'deleted invoice', deletedId);
    const id = this.invoiceId();
    this.recycleBin.delete(deletedId);
    this.invoices.set(id, {
      ...invoice,
      ID: id,
      COMPANY_ID: this.formerClients.present(COMPANY, invoice.COMPANY_ID),
      CONTACT_ID: this.formerClients.present(CONTACT, invoice.CONTACT_ID),
    });
    this.putRows(
      id,
      rows.map((row) => ({ ...row, OWNER_ID: id })),
    );
    if (link) this.linkRequisite(id, link.REQUISITE_ID, link.MC_REQUISITE_ID);
    return id;
  }

  /** A save that is stamped now and seen later; an invoice that it adds has been given its id by then. */
  saveLate(seconds: number, save: () => void): void {
    const id = this.newId('invoice');
    this.commits.late(seconds, () => {
      this.reservedId = id;
      save();
      this.reservedId = null;
    });
  }

  invoice(id: number): Invoice {
    return found(this.invoices.get(id), 'invoice', id);
  }

  rowsOf(invoiceId: number): readonly ProductRow[] {
    return this.rowsByInvoice.get(invoiceId) ?? [];
  }

  private invoiceId(given?: number): number {
    const id = this.newId('invoice', given ?? this.reservedId ?? undefined);
    this.reservedId = null;
    return id;
  }

  private putRows(invoiceId: number, rows: readonly ProductRow[]): void {
    this.commits.behind(() => {
      if (this.invoices.has(invoiceId)) this.rowsByInvoice.set(invoiceId, rows);
    });
  }

  /** TAX_VALUE is computed anew even where the sum is manual; a sum without rows is kept. */
  private saveRows(invoiceId: number, rows: readonly ProductRow[]): void {
    const invoice = this.invoice(invoiceId);
    const keepsSum = invoice.IS_MANUAL_OPPORTUNITY || rows.length === 0;
    this.putRows(invoiceId, rows);
    this.invoices.set(invoiceId, {
      ...invoice,
      OPPORTUNITY: keepsSum ? invoice.OPPORTUNITY : sumOf(rows),
      TAX_VALUE: taxOf(rows, this.taxPrecision),
      UPDATED_TIME: this.now(),
    });
  }
}
