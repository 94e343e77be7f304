/** A portal whose every text would run as a script if a page took it for markup. */
import { aPortal, DEFAULT_CATEGORY, PAYMENT_DATE, SHIPMENT_DATE } from '../../portal/data/a-portal';
import type { PortalData } from '../../portal/data/PortalData';
import type { Clock } from '../../simulator';

/** Short enough to be quoted in the add-on's sentences. */
export const HOSTILE_TEXT = '</script><img src=x onerror=alert(1)>';

const INVOICES = 3;

export function makeHostileData(clock: Clock, today: string): PortalData {
  const portal = aPortal(clock)
    .withUserField({ name: 'UF_CRM_HOSTILE', type: 'date', title: HOSTILE_TEXT, multiple: false })
    .withStage(DEFAULT_CATEGORY, 'HOSTILE', { NAME: HOSTILE_TEXT, SORT: 150, SEMANTICS: 'F' })
    .withCompany({ ID: 1, TITLE: HOSTILE_TEXT })
    .withRequisite({ ID: 1, ENTITY_ID: 1, RQ_COMPANY_NAME: HOSTILE_TEXT, RQ_INN: '7714012345' });
  for (let number = 1; number <= INVOICES; number += 1) {
    portal.withInvoice({
      ACCOUNT_NUMBER: HOSTILE_TEXT,
      BEGINDATE: today,
      COMPANY_ID: 1,
      link: 1,
      [SHIPMENT_DATE]: today,
      [PAYMENT_DATE]: today,
      // Another sum than that of the rows: the result names the invoice.
      IS_MANUAL_OPPORTUNITY: true,
      OPPORTUNITY: 1,
      rows: [{ PRODUCT_NAME: HOSTILE_TEXT }],
    });
  }
  return portal.data;
}
