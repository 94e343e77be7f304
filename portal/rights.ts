/** What the owner of the webhook may read. An administrator reads everything. */

export type Access = 'all' | 'none' | { readonly except: readonly number[] };

export interface PortalUser {
  readonly id: number;
  readonly name: string;
  readonly lastName: string;
  readonly admin: boolean;
  readonly active: boolean;
  /** IANA name, often empty. */
  readonly timeZone: string;
  readonly invoices: Access;
  readonly companies: Access;
  readonly contacts: Access;
}

export const ADMIN_USER: PortalUser = {
  id: 1,
  name: 'Анна',
  lastName: 'Смирнова',
  admin: true,
  active: true,
  timeZone: '',
  invoices: 'all',
  companies: 'all',
  contacts: 'all',
};

export interface Rights {
  readonly anyInvoice: boolean;
  readonly anyCompany: boolean;
  readonly anyContact: boolean;
  /** Every invoice without exception. */
  readonly allInvoices: boolean;
  readonly invoice: (id: number) => boolean;
  readonly company: (id: number) => boolean;
  readonly contact: (id: number) => boolean;
}

export function rightsOf(user: PortalUser): Rights {
  const may = (access: Access) => (id: number) =>
    user.admin || (access !== 'none' && (access === 'all' || !access.except.includes(id)));
  const any = (access: Access) => user.admin || access !== 'none';
  return {
    anyInvoice: any(user.invoices),
    anyCompany: any(user.companies),
    anyContact: any(user.contacts),
    allInvoices: user.admin || user.invoices === 'all',
    invoice: may(user.invoices),
    company: may(user.companies),
    contact: may(user.contacts),
  };
}
