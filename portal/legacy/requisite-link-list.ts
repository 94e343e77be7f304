/** crm.requisite.link.list (Bitrix24 source, restservice.php, CCrmRequisiteLinkRestProxy). */
import { legacyAccessDenied } from '../answer/RestError';
import type { Call, MethodResult } from '../call';
import { toInt } from '../values';
import { legacyList } from './legacy-list';
import { listParam } from './legacy-params';

const COLUMNS = [
  'ENTITY_TYPE_ID',
  'ENTITY_ID',
  'REQUISITE_ID',
  'BANK_DETAIL_ID',
  'MC_REQUISITE_ID',
  'MC_BANK_DETAIL_ID',
];

/**
 * With ENTITY_ID or =ENTITY_ID the right to that invoice is tested (a list counts as invoice 1); with any
 * other filter the right to invoices at large, and links of unreadable invoices are given too.
 */
export function requisiteLinkList(call: Call): MethodResult {
  const { rights, data, user } = call;
  const asked = listParam(call, 'filter').find(([key]) => key === 'ENTITY_ID' || key === '=ENTITY_ID');
  const tested = toInt(asked?.[1]);
  const admitted =
    user.admin || (asked ? data.invoices.has(tested) && rights.invoice(tested) : rights.anyInvoice);
  if (!admitted) throw legacyAccessDenied();
  return legacyList([...data.links.values()], COLUMNS, call);
}
