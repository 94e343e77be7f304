/** The fields of the CRM that bring a text into the report: each payload in each of them, and what cells should show. */
import type { PortalData } from '../../../portal/data/PortalData';
import { CONTRACT_NUMBER, DEFAULT_CATEGORY } from '../../../portal/data/a-portal';
import { COMPANY, CONTACT } from '../../../portal/data/records';
import { asText } from '../../support/hostile/payloads';

/** The buyer of one invoice, as the portal keeps it. */
interface BuyerLinks {
  readonly COMPANY_ID?: number;
  readonly CONTACT_ID?: number;
  readonly link?: number;
}

export interface Bearer {
  /** Where the payload stands. */
  readonly fields: string;
  readonly put: (data: PortalData, payload: string) => BuyerLinks;
  /** Its buyer has a «КПП» too. */
  readonly hasKpp?: boolean;
  /** What stands in «ИНН» and «Контрагент» for a payload that is more than white space. */
  readonly shows: (text: string) => { readonly inn: string; readonly buyer: string };
}

const BLANK_NAME = 'Без имени';

const PERSONAL_INN = '500100732259';
const TRADER = { RQ_OGRNIP: '304500116000157' };

const ofCompany = (
  data: PortalData,
  payload: string,
  fields: Readonly<Record<string, string>>,
): BuyerLinks => {
  const id = data.addCompany({ TITLE: BLANK_NAME });
  const entity = { ENTITY_TYPE_ID: COMPANY, ENTITY_ID: id };
  const link = data.addRequisite({ ...entity, RQ_INN: payload, RQ_KPP: payload, ...fields });
  return { COMPANY_ID: id, link };
};

const ofContact = (
  data: PortalData,
  payload: string,
  fields: Readonly<Record<string, string>>,
): BuyerLinks => {
  const id = data.addContact({ LAST_NAME: BLANK_NAME });
  const link = data.addRequisite({ ENTITY_TYPE_ID: CONTACT, ENTITY_ID: id, RQ_INN: payload, ...fields });
  return { CONTACT_ID: id, link };
};

const threeTimes = (text: string): string => `${text} ${text} ${text}`;

export const BEARERS: readonly Bearer[] = [
  {
    fields: 'RQ_INN, RQ_KPP, RQ_COMPANY_NAME',
    hasKpp: true,
    put: (data, payload) => ofCompany(data, payload, { RQ_COMPANY_NAME: payload }),
    shows: (text) => ({ inn: text, buyer: text }),
  },
  {
    fields: 'RQ_COMPANY_FULL_NAME, NAME',
    hasKpp: true,
    put: (data, payload) => ofCompany(data, payload, { NAME: payload, RQ_COMPANY_FULL_NAME: payload }),
    shows: (text) => ({ inn: text, buyer: text }),
  },
  {
    fields: 'RQ_NAME',
    put: (data, payload) => ofContact(data, payload, { RQ_NAME: payload }),
    shows: (text) => ({ inn: text, buyer: text }),
  },
  {
    fields: 'RQ_LAST_NAME, RQ_FIRST_NAME, RQ_SECOND_NAME',
    put: (data, payload) =>
      ofContact(data, payload, {
        RQ_LAST_NAME: payload,
        RQ_FIRST_NAME: payload,
        RQ_SECOND_NAME: payload,
      }),
    shows: (text) => ({ inn: text, buyer: threeTimes(text) }),
  },
  {
    fields: 'RQ_NAME of a sole trader',
    hasKpp: true,
    // An INN of ten digits would make an organisation of him.
    put: (data, payload) => ofCompany(data, payload, { RQ_INN: PERSONAL_INN, RQ_NAME: payload, ...TRADER }),
    shows: (text) => ({ inn: PERSONAL_INN, buyer: `ИП ${text}` }),
  },
  {
    fields: 'TITLE of the company',
    put: (data, payload) => ({ COMPANY_ID: data.addCompany({ TITLE: payload }) }),
    shows: (text) => ({ inn: '', buyer: text }),
  },
  {
    fields: 'LAST_NAME, NAME, SECOND_NAME of the contact',
    put: (data, payload) => ({
      CONTACT_ID: data.addContact({ LAST_NAME: payload, NAME: payload, SECOND_NAME: payload }),
    }),
    shows: (text) => ({ inn: '', buyer: threeTimes(text) }),
  },
];

/**
 * One invoice with the payload as number, title, stage, user field, own company, buyer and product; what its lines on
 * the sheets should hold.
 */
export function putInvoice(data: PortalData, bearer: Bearer, payload: string): ExpectedTexts {
  const text = asText(payload);
  const code = `X${data.stages.length}`;
  data.addStage(DEFAULT_CATEGORY, code, { NAME: payload });
  const invoice = {
    ...{ ACCOUNT_NUMBER: payload, TITLE: payload, [CONTRACT_NUMBER]: payload },
    STAGE_ID: `DT31_${DEFAULT_CATEGORY}:${code}`,
    MYCOMPANY_ID: data.addCompany({ TITLE: payload, IS_MY_COMPANY: true }),
    rows: [{ PRODUCT_NAME: payload }],
  };
  const named = { number: text, product: text, title: text, stage: text, field: text, ownCompany: text };
  const isBlank = text.trim() === '';
  data.addInvoice({ ...invoice, ...(isBlank ? {} : bearer.put(data, payload)) });
  const { inn, buyer } = isBlank ? { inn: '', buyer: '' } : bearer.shows(text);
  const kpp = isBlank || !bearer.hasKpp ? '' : text;
  return mapped({ ...named, inn, buyer, kpp }, fitting);
}

export interface ExpectedTexts {
  readonly number: string;
  readonly inn: string;
  readonly buyer: string;
  readonly kpp: string;
  readonly product: string;
  readonly title: string;
  readonly stage: string;
  readonly field: string;
  readonly ownCompany: string;
}

export const mapped = (texts: ExpectedTexts, change: (text: string) => string): ExpectedTexts => ({
  number: change(texts.number),
  inn: change(texts.inn),
  buyer: change(texts.buyer),
  kpp: change(texts.kpp),
  product: change(texts.product),
  title: change(texts.title),
  stage: change(texts.stage),
  field: change(texts.field),
  ownCompany: change(texts.ownCompany),
});

/** UTF-16 units of a cell (docs/contract.md, "Text"). */
const CELL_UNITS = 50_000;

export const fitting = (text: string): string =>
  text.length > CELL_UNITS ? `${text.slice(0, CELL_UNITS - 1)}…` : text;
