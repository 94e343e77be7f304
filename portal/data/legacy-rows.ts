/**
 * Product rows written by crm.productrow.* with the owner type SI: into the table, past the invoice, whose time, sum
 * and tax stay (Bitrix24 source, crm/classes/general/crm_product_row.php, SynchronizeOwner).
 */
import { completeRow } from './defaults';
import type { PortalData } from './PortalData';
import type { ProductRow } from './records';

export function addLegacyRow(data: PortalData, invoiceId: number, given: Partial<ProductRow>): number {
  const rows = data.rowsOf(invoiceId);
  const row = completeRow(data.newId('row'), invoiceId, (rows.length + 1) * 10, given);
  data.rowsByInvoice.set(invoiceId, [...rows, withoutCatalogueName(data, row)]);
  return row.ID;
}

export function changeLegacyRow(
  data: PortalData,
  invoiceId: number,
  rowId: number,
  changes: Partial<ProductRow>,
): void {
  const changed = data
    .rowsOf(invoiceId)
    .map((row) => (row.ID === rowId ? withoutCatalogueName(data, { ...row, ...changes }) : row));
  data.rowsByInvoice.set(invoiceId, changed);
}

export function deleteLegacyRow(data: PortalData, invoiceId: number, rowId: number): void {
  data.rowsByInvoice.set(
    invoiceId,
    data.rowsOf(invoiceId).filter((row) => row.ID !== rowId),
  );
}

/** A name that is the catalogue's is not stored: the row follows the product from then on. */
const withoutCatalogueName = (data: PortalData, row: ProductRow): ProductRow =>
  row.PRODUCT_NAME !== null && row.PRODUCT_NAME === data.products.get(row.PRODUCT_ID)
    ? { ...row, PRODUCT_NAME: '' }
    : row;
