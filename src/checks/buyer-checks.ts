/** Who buys, and by which requisite. Numbers of other countries' taxpayers are nobody's fault. */
import { COMPANY } from '../domain/portal';
import { isFilled } from '../report/owner-name';
import { checkDetails as SAID } from '../texts/check-texts';
import { companyUnavailable, contactUnavailable, SOLE_TRADER } from '../texts/sheet-texts';
import { ofInvoice, type CheckedInvoice } from './check';
import { innFault, validLength } from './inn';

const PERSON_INN = /^\d{12}$/;
const KPP = /^\d{4}[\dA-Z]{2}\d{3}$/;

/** RQ_INN of the requisite, `''` where it has none. */
export const innOf = ({ buyer }: CheckedInvoice): string => buyer.requisite?.inn.trim() ?? '';
const kppOf = ({ buyer }: CheckedInvoice): string => buyer.kpp?.trim() ?? '';
const requisiteId = ({ buyer }: CheckedInvoice): number => buyer.requisite?.id ?? 0;

const isSoleTrader = ({ buyer: { name } }: CheckedInvoice): boolean =>
  name === SOLE_TRADER || name.startsWith(`${SOLE_TRADER} `);

/** Company or contact is there, but the webhook may not see it. */
function isHidden({
  invoice: { companyId, contactId },
  buyer: { name, requisite },
}: CheckedInvoice): boolean {
  const hidden = [
    ...(companyId === null ? [] : [companyUnavailable(companyId)]),
    ...(contactId === null ? [] : [contactUnavailable(contactId)]),
    ...(requisite === undefined
      ? []
      : [(requisite.entityTypeId === COMPANY ? companyUnavailable : contactUnavailable)(requisite.entityId)]),
  ];
  return hidden.includes(name);
}

const isUnreadable = ({ invoice: { unreadable } }: CheckedInvoice): boolean =>
  unreadable?.includes('buyer') === true;

export const buyerChecks = {
  'buyer-missing': ofInvoice('error', (checked) => {
    const { companyId, contactId } = checked.invoice;
    const hasNone = (companyId === null && contactId === null) || isUnreadable(checked);
    return hasNone && checked.buyer.requisite === undefined ? SAID.buyerMissing : null;
  }),
  'inn-wrong': ofInvoice('error', (checked) => {
    const inn = innOf(checked);
    const fault = inn === '' ? null : innFault(inn);
    return fault === null ? null : SAID.innWrong[fault](inn, requisiteId(checked));
  }),
  'inn-missing': ofInvoice('warning', (checked) => {
    const { requisite } = checked.buyer;
    if (requisite === undefined || isFilled(requisite.taxNumber)) return null;
    const { companyName, companyFullName } = requisite;
    const isOne = isFilled(companyName) || isFilled(companyFullName) || isSoleTrader(checked);
    return isOne ? SAID.innMissing : null;
  }),
  'inn-kind': ofInvoice('warning', (checked) => {
    const digits = validLength(innOf(checked));
    if (digits === null) return null;
    const isCompany = isFilled(checked.buyer.requisite?.companyName ?? '') && !isSoleTrader(checked);
    const isOdd = digits === 10 ? isSoleTrader(checked) : isCompany;
    return isOdd ? SAID.innKind[digits] : null;
  }),
  'kpp-missing': ofInvoice('warning', (checked) => {
    const inn = innOf(checked);
    return validLength(inn) === 10 && kppOf(checked) === '' ? SAID.kppMissing(inn) : null;
  }),
  'kpp-wrong': ofInvoice('error', (checked) => {
    const kpp = kppOf(checked);
    return kpp === '' || KPP.test(kpp) ? null : SAID.kppWrong(kpp, requisiteId(checked));
  }),
  'kpp-extra': ofInvoice('remark', (checked) => {
    const kpp = kppOf(checked);
    return kpp !== '' && PERSON_INN.test(innOf(checked)) ? SAID.kppExtra(kpp, requisiteId(checked)) : null;
  }),
  'requisite-missing': ofInvoice('warning', (checked) => {
    const { invoice, buyer } = checked;
    if (buyer.requisite !== undefined || !isFilled(buyer.name) || isHidden(checked)) return null;
    const isContact = invoice.companyId === null;
    return { details: SAID.requisiteMissing, ...(isContact ? { importance: 'remark' } : {}) };
  }),
  'requisite-guessed': ofInvoice('remark', ({ buyer: { firstOf = 1 } }) =>
    firstOf > 1 ? SAID.requisiteGuessed(firstOf) : null,
  ),
  'buyer-unavailable': ofInvoice('warning', (checked) => (isHidden(checked) ? SAID.buyerUnavailable : null)),
} as const;
