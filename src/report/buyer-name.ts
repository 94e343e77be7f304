/** The buyer's name by its requisite: five rules, the first that fits. */
import type { InvoiceRecord, RequisiteRecord } from '../domain/records';
import type { Task } from '../domain/task';
import { SOLE_TRADER } from '../texts/sheet-texts';
import { beginsAsPerson, beginsAsSoleTrader, withoutSoleTraderPrefix } from './legal-form';
import { fullName, isFilled, ownerName, requisiteOwnerName } from './owner-name';

/**
 * Organisations have an INN of 10 digits, people one of 12, sole traders or not (Russian tax service): 10 digits
 * are an organisation whatever stands beside them, 12 make nobody a sole trader.
 */
const ORGANISATION_INN = /^\s*\d{10}\s*$/;
/** Digits of a sole trader's registration number; an organisation's has 13 (the same service). */
const OGRNIP_DIGITS = 15;

export function* buyerName(
  requisite: RequisiteRecord,
  invoice: Pick<InvoiceRecord, 'companyId' | 'contactId'>,
): Task<string> {
  if (isSoleTrader(requisite)) return yield* soleTrader(requisite);
  if (namesNoCompany(requisite) && beginsAsPerson(requisite.name)) return yield* person(requisite);
  if (isFilled(requisite.companyName)) return requisite.companyName;
  if (isFilled(requisite.companyFullName)) return requisite.companyFullName;
  if (isFilled(requisite.personName) || isFilled(fullName(requisite))) return yield* person(requisite);
  return yield* ownerName(invoice, requisite);
}

/** `name` is the template's title until somebody gives the requisite one of its own. */
function isSoleTrader(requisite: RequisiteRecord): boolean {
  const { inn, ogrnip, name, companyName, personName } = requisite;
  if (ORGANISATION_INN.test(inn)) return false;
  if (ogrnip.replace(/\D/g, '').length === OGRNIP_DIGITS) return true;
  if (beginsAsSoleTrader(companyName) || beginsAsSoleTrader(personName)) return true;
  return namesNoCompany(requisite) && beginsAsSoleTrader(name);
}

const namesNoCompany = ({ companyName, companyFullName }: RequisiteRecord): boolean =>
  !isFilled(companyName) && !isFilled(companyFullName);

function* soleTrader(requisite: RequisiteRecord): Task<string> {
  const name = yield* person(requisite, withoutSoleTraderPrefix);
  return name === '' ? SOLE_TRADER : `${SOLE_TRADER} ${name}`;
}

/** The person a requisite stands for; `cleaned` takes off what the caller puts on again. */
function* person(
  requisite: RequisiteRecord,
  cleaned: (name: string) => string = (name) => name,
): Task<string> {
  const written = [requisite.personName, fullName(requisite), requisite.companyName]
    .map(cleaned)
    .find(isFilled);
  return written ?? cleaned(yield* requisiteOwnerName(requisite));
}
