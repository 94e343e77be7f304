/** The buyer's name by its requisite: six rules, the first that fits. */
import type { InvoiceRecord, RequisiteRecord } from '../domain/records';
import { SOLE_TRADER } from '../texts/sheet-texts';
import { isQuestion, type BuyerQuestion, type Known } from './buyer-question';
import { beginsAsNaturalPerson, beginsAsSoleTrader, withoutSoleTraderPrefix } from './legal-form';
import { COMPANY_TYPE_ID, fullName, invoiceOwnerName, isFilled, requisiteOwnerName } from './owner-name';

/** Persons and sole traders have an INN of 12 digits, organisations one of 10 (Russian tax service). */
const PERSONAL_INN = /^\s*\d{12}\s*$/;

export function buyerName(
  requisite: RequisiteRecord,
  invoice: Pick<InvoiceRecord, 'companyId' | 'contactId'>,
  known: Known,
): string | BuyerQuestion {
  if (isSoleTrader(requisite)) return soleTrader(requisite, known);
  if (beginsAsNaturalPerson(requisite.name)) return person(requisite, known);
  if (isFilled(requisite.companyName)) return requisite.companyName;
  if (isFilled(requisite.companyFullName)) return requisite.companyFullName;
  if (namesPerson(requisite)) {
    const isTrader = requisite.entityTypeId === COMPANY_TYPE_ID && PERSONAL_INN.test(requisite.inn);
    return isTrader ? soleTrader(requisite, known) : person(requisite, known);
  }
  const owner = invoiceOwnerName(invoice, known);
  // An invoice may keep a requisite and have lost its company.
  return owner === '' ? requisiteOwnerName(requisite, known) : owner;
}

function isSoleTrader({ ogrnip, name, companyName, personName }: RequisiteRecord): boolean {
  return isFilled(ogrnip) || [name, companyName, personName].some(beginsAsSoleTrader);
}

function namesPerson(requisite: RequisiteRecord): boolean {
  return isFilled(requisite.personName) || isFilled(fullName(requisite));
}

function soleTrader(requisite: RequisiteRecord, known: Known): string | BuyerQuestion {
  const name = person(requisite, known, withoutSoleTraderPrefix);
  if (isQuestion(name)) return name;
  return name === '' ? SOLE_TRADER : `${SOLE_TRADER} ${name}`;
}

/** The person a requisite stands for; `cleaned` takes off what the caller puts on again. */
function person(
  requisite: RequisiteRecord,
  known: Known,
  cleaned: (name: string) => string = (name) => name,
): string | BuyerQuestion {
  const written = [requisite.personName, fullName(requisite), requisite.companyName]
    .map(cleaned)
    .find(isFilled);
  if (written !== undefined) return written;
  const owner = requisiteOwnerName(requisite, known);
  return isQuestion(owner) ? owner : cleaned(owner);
}
