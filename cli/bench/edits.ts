/** What people do to a portal between two refreshes, and what of it the next refresh has to ask for. */
import type { PortalData } from '../../portal/data/PortalData';
import type { Changes } from './promised';
import { listed } from './series';

export type EditName = 'nothing changed' | '1 % changed' | 'one deleted' | 'one requisite edited';

export type Found = Pick<Changes, 'changedRows' | 'deleted' | 'hits'>;

const NOTHING: Found = { changedRows: [], deleted: 0, hits: 0 };
const CHANGED_SHARE = 0.01;

export const EDITS: Readonly<Record<EditName, (data: PortalData) => Found>> = {
  'nothing changed': () => NOTHING,
  '1 % changed': changeSome,
  'one deleted': (data) => {
    data.deleteInvoice(middle(listed(data)));
    return { ...NOTHING, deleted: 1 };
  },
  'one requisite edited': (data) => {
    const id = middle(listed(data).flatMap((invoice) => data.links.get(invoice)?.REQUISITE_ID || []));
    const { RQ_COMPANY_NAME } = data.requisites.get(id) ?? { RQ_COMPANY_NAME: '' };
    data.changeRequisite(id, { RQ_COMPANY_NAME: `${RQ_COMPANY_NAME}, филиал` });
    return { ...NOTHING, hits: 1 };
  },
};

/** Changes the price of a row, or the sum where there is none, in each of 1 % of the invoices, evenly spread. */
function changeSome(data: PortalData): Found {
  const step = 1 / CHANGED_SHARE;
  const changed = listed(data).filter((_, index) => index % step === step / 2);
  for (const id of changed) {
    const [row] = data.rowsOf(id);
    if (row) data.changeRow(id, row.ID, { PRICE: row.PRICE + 1 });
    else data.changeInvoice(id, { OPPORTUNITY: (data.invoice(id).OPPORTUNITY ?? 0) + 1 });
  }
  return { ...NOTHING, changedRows: changed.map((id) => data.rowsOf(id).length) };
}

function middle(ids: readonly number[]): number {
  const id = ids[Math.floor(ids.length / 2)];
  if (id === undefined) throw new Error('the portal has nothing to edit');
  return id;
}
