/** Who the buyer of an invoice is and how the report names him, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import { COMPANY, CONTACT, type Contact, type Invoice, type Requisite } from '../../portal/data/records';

export interface ExpectedBuyer {
  readonly name: string;
  readonly inn: string;
  readonly kpp: string;
}

const word = (words: string): RegExp => new RegExp(`^(?:${words})(?=[\\s."«»“”„\`']|$)`, 'iu');
const SOLE_TRADER_WORD = word('ип|индивидуальный предприниматель');
const PERSON_WORD = word(
  'физ\\. лицо|физ лицо|физлицо|физическое лицо|частное лицо|фл|самозанятый|самозанятая|нпд|нотариус|адвокат',
);
const LEADING_SOLE_TRADER = /^(?:ип|и\.п\.|индивидуальный предприниматель)(?=[\s."«»“”„`']|$)\s*/iu;
const COMPANY_INN_DIGITS = 10;
const OGRNIP_DIGITS = 15;

export function expectedBuyer(data: PortalData, invoice: Invoice): ExpectedBuyer {
  const requisite =
    linkedRequisite(data, invoice) ??
    firstRequisite(data, COMPANY, invoice.COMPANY_ID) ??
    firstRequisite(data, CONTACT, invoice.CONTACT_ID);
  const owner = ownName(data, invoice.COMPANY_ID, invoice.CONTACT_ID);
  if (!requisite) return { name: owner, inn: '', kpp: '' };
  const { RQ_KPP, ENTITY_TYPE_ID, ENTITY_ID } = requisite;
  const [company, contact] = ENTITY_TYPE_ID === COMPANY ? [ENTITY_ID, null] : [null, ENTITY_ID];
  const name = nameBy(requisite, data) ?? (owner || ownName(data, company, contact));
  return { name, inn: taxNumberOf(requisite), kpp: RQ_KPP ?? '' };
}

function linkedRequisite(data: PortalData, { ID }: Invoice): Requisite | undefined {
  return data.requisites.get(data.links.get(ID)?.REQUISITE_ID ?? 0);
}

function firstRequisite(data: PortalData, type: number, owner: number | null): Requisite | undefined {
  return [...data.requisites.values()]
    .filter(({ ENTITY_TYPE_ID, ENTITY_ID }) => ENTITY_TYPE_ID === type && ENTITY_ID === owner)
    .filter(({ ADDRESS_ONLY }) => ADDRESS_ONLY !== 'Y')
    .sort((a, b) => a.SORT - b.SORT || a.ID - b.ID)[0];
}

/** The number of the buyer's country, Russia's before all others. */
export function taxNumberOf(requisite: Requisite): string {
  const { RQ_INN, RQ_BIN, RQ_IIN, RQ_EDRPOU, RQ_DRFO, RQ_VAT_ID } = requisite;
  return [RQ_INN, RQ_BIN, RQ_IIN, RQ_EDRPOU, RQ_DRFO, RQ_VAT_ID].find(Boolean) ?? '';
}

/** By the naming rules 1 to 4; undefined where only the owner's name is left. */
function nameBy(requisite: Requisite, data: PortalData): string | undefined {
  const { NAME, RQ_COMPANY_NAME, RQ_NAME, RQ_INN, RQ_OGRNIP } = requisite;
  const company = RQ_COMPANY_NAME || requisite.RQ_COMPANY_FULL_NAME;
  const person = personOf(requisite, data);
  const titles = [RQ_COMPANY_NAME, RQ_NAME, company ? '' : NAME];
  const named = titles.some((text) => SOLE_TRADER_WORD.test(text ?? ''));
  if (RQ_INN?.length !== COMPANY_INN_DIGITS && (RQ_OGRNIP?.length === OGRNIP_DIGITS || named)) {
    return `ИП ${person.replace(LEADING_SOLE_TRADER, '')}`;
  }
  if (!company && PERSON_WORD.test(NAME)) return person;
  if (company) return company;
  return [RQ_NAME, ...partsOf(requisite)].some(Boolean) ? person : undefined;
}

const partsOf = ({ RQ_LAST_NAME, RQ_FIRST_NAME, RQ_SECOND_NAME }: Requisite) => [
  RQ_LAST_NAME,
  RQ_FIRST_NAME,
  RQ_SECOND_NAME,
];

function personOf(requisite: Requisite, data: PortalData): string {
  const { ENTITY_TYPE_ID, ENTITY_ID } = requisite;
  const parts = partsOf(requisite).filter(Boolean).join(' ');
  const owner = ENTITY_TYPE_ID === COMPANY ? ownName(data, ENTITY_ID, null) : ownName(data, null, ENTITY_ID);
  return requisite.RQ_NAME || parts || requisite.RQ_COMPANY_NAME || owner;
}

function ownName(data: PortalData, company: number | null, contact: number | null): string {
  if (company) return data.companies.get(company)?.TITLE ?? `(компания ${company} недоступна)`;
  if (!contact) return '';
  const found = data.contacts.get(contact);
  return found ? fullName(found) : `(контакт ${contact} недоступен)`;
}

const fullName = ({ LAST_NAME, NAME, SECOND_NAME }: Contact): string =>
  [LAST_NAME, NAME, SECOND_NAME].filter(Boolean).join(' ');
