/**
 * Companies and contacts that are deleted, restored and merged. Their invoices get another client past the card's
 * operation, so that UPDATED_TIME stays (Bitrix24 source, crm/lib/recycling, dynamicbinder.php; crm/lib/merger).
 */
import { found } from './Directories';
import type { PortalData } from './PortalData';
import { COMPANY, CONTACT, type ClientType, type Company, type Contact } from './records';

/** Requisites in the recycle bin belong to owners of these types, which no list shows (CCrmOwnerType). */
const SUSPENDED: Readonly<Record<ClientType, number>> = { [CONTACT]: 20, [COMPANY]: 21 };

const COLUMNS = { [COMPANY]: 'COMPANY_ID', [CONTACT]: 'CONTACT_ID' } as const;

/** Its invoices have no client of this type then; their requisite links stay and lead to hidden requisites. */
export function deleteClient(data: PortalData, type: ClientType, id: number): void {
  const invoices = invoicesOf(data, type, id);
  const client = found(clientsOf(data, type).get(id), 'client', id);
  data.formerClients.set({ type, id, client, invoices, successor: 0 });
  clientsOf(data, type).delete(id);
  bind(data, type, invoices, 0);
  moveRequisites(data, { type, id }, { type: SUSPENDED[type], id });
}

/** Gives the new id: requisites keep theirs, and all its former invoices get it, whoever their client is by now. */
export function restoreClient(data: PortalData, type: ClientType, deletedId: number): number {
  const former = data.formerClients.deleted(type, deletedId);
  const id = data.newId(type === COMPANY ? 'company' : 'contact');
  clientsOf(data, type).set(id, { ...former.client, ID: id });
  data.formerClients.set({ ...former, successor: id });
  bind(data, type, former.invoices, id);
  moveRequisites(data, { type: SUSPENDED[type], id: deletedId }, { type, id });
  return id;
}

/** `from` becomes `into`: its invoices silently, its requisites by updates, which DATE_MODIFY shows. */
export function mergeClients(data: PortalData, type: ClientType, into: number, from: number): void {
  const client = found(clientsOf(data, type).get(from), 'client', from);
  const invoices = invoicesOf(data, type, from);
  data.formerClients.set({ type, id: from, client, invoices, successor: into });
  clientsOf(data, type).delete(from);
  bind(data, type, invoices, into);
  const moved = moveRequisites(data, { type, id: from }, { type, id: into });
  for (const id of moved) data.changeRequisite(id, {});
  if (type === COMPANY) data.changeCompany(into, {});
  else data.changeContact(into, {});
}

const clientsOf = (data: PortalData, type: ClientType): Map<number, Company | Contact> =>
  type === COMPANY ? data.companies : data.contacts;

const invoicesOf = (data: PortalData, type: ClientType, id: number): number[] =>
  [...data.invoices.values()].filter((invoice) => invoice[COLUMNS[type]] === id).map(({ ID }) => ID);

function bind(data: PortalData, type: ClientType, invoices: readonly number[], id: number): void {
  for (const invoiceId of invoices) {
    if (data.invoices.has(invoiceId)) data.writePast(invoiceId, { [COLUMNS[type]]: id });
  }
}

interface Owner {
  readonly type: number;
  readonly id: number;
}

function moveRequisites(data: PortalData, from: Owner, to: Owner): number[] {
  const moved = [...data.requisites.values()].filter(
    ({ ENTITY_TYPE_ID, ENTITY_ID }) => ENTITY_TYPE_ID === from.type && ENTITY_ID === from.id,
  );
  for (const requisite of moved) {
    data.requisites.set(requisite.ID, { ...requisite, ENTITY_TYPE_ID: to.type, ENTITY_ID: to.id });
  }
  return moved.map(({ ID }) => ID);
}
