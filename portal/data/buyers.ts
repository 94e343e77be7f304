/** Buyers of the demo data: companies, sole traders and private persons, each with its requisite. */
import { COMPANY, CONTACT } from './records';
import { companyInn, personInn } from './inn';
import type { PortalData } from './PortalData';
import type { Random } from './Random';
import { COMPANY_WORDS, LEGAL_FORMS, PEOPLE } from './words';

export interface Buyer {
  readonly companyId: number;
  readonly contactId: number;
  readonly requisiteId: number;
}

export function addCompanyBuyer(data: PortalData, random: Random): Buyer {
  const form = random.pick(LEGAL_FORMS);
  const name = `${random.pick(COMPANY_WORDS)}-${random.int(1, 99)}`;
  const title = `${form.short} «${name}»`;
  const companyId = data.addCompany({ TITLE: title });
  const requisiteId = data.addRequisite({
    ENTITY_TYPE_ID: COMPANY,
    ENTITY_ID: companyId,
    RQ_COMPANY_NAME: title,
    RQ_COMPANY_FULL_NAME: `${form.full} «${name}»`,
    RQ_INN: companyInn(random),
    RQ_KPP: `${random.int(10, 99)}0101001`,
    RQ_DIRECTOR: random.pick(PEOPLE).join(' '),
    RQ_VAT_PAYER: 'Y',
  });
  return { companyId, contactId: 0, requisiteId };
}

export function addSoleTrader(data: PortalData, random: Random): Buyer {
  const [lastName, firstName, secondName] = random.pick(PEOPLE);
  const companyId = data.addCompany({
    TITLE: `ИП ${lastName} ${firstName.charAt(0)}. ${secondName.charAt(0)}.`,
  });
  const requisiteId = data.addRequisite({
    ENTITY_TYPE_ID: COMPANY,
    ENTITY_ID: companyId,
    PRESET_ID: 2,
    NAME: 'ИП',
    RQ_NAME: `${lastName} ${firstName} ${secondName}`,
    RQ_INN: personInn(random),
    RQ_OGRNIP: `3${random.digits(14)}`,
    RQ_VAT_PAYER: 'N',
  });
  return { companyId, contactId: 0, requisiteId };
}

export function addPrivatePerson(data: PortalData, random: Random): Buyer {
  const [lastName, firstName, secondName] = random.pick(PEOPLE);
  const contactId = data.addContact({ LAST_NAME: lastName, NAME: firstName, SECOND_NAME: secondName });
  const requisiteId = data.addRequisite({
    ENTITY_TYPE_ID: CONTACT,
    ENTITY_ID: contactId,
    PRESET_ID: 3,
    NAME: 'Физ. лицо',
    RQ_LAST_NAME: lastName,
    RQ_FIRST_NAME: firstName,
    RQ_SECOND_NAME: secondName,
    RQ_INN: random.chance(0.5) ? personInn(random) : '',
  });
  return { companyId: 0, contactId, requisiteId };
}
