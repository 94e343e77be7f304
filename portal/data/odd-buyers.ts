/** Odd buyers: how the requisite is found and how the name is made of it. */
import { addOdd, oddInvoice, type OddCase } from './odd-case';
import { COMPANY, CONTACT, type Requisite } from './records';

/** Ids that nothing has. */
const NOBODY = 900_001;

/** A company with these requisites; the first is linked if `linked`. */
const companyWith =
  (requisites: readonly Partial<Requisite>[], linked = false, title = 'ООО «Кедр»'): OddCase =>
  (context) => {
    const companyId = context.data.addCompany({ TITLE: title });
    const ids = requisites.map((given) =>
      context.data.addRequisite({ ENTITY_TYPE_ID: COMPANY, ENTITY_ID: companyId, ...given }),
    );
    const { buyer } = context;
    const invoice = { COMPANY_ID: companyId, ...(linked ? { link: ids[0] ?? 0 } : {}) };
    return [addOdd({ ...context, buyer: { ...buyer, requisiteId: 0 } }, invoice)];
  };

const contactWith =
  (requisites: readonly Partial<Requisite>[]): OddCase =>
  (context) => {
    const contactId = context.data.addContact({ LAST_NAME: 'Ёлкина', NAME: 'Вера', SECOND_NAME: 'Львовна' });
    for (const given of requisites) {
      context.data.addRequisite({ ENTITY_TYPE_ID: CONTACT, ENTITY_ID: contactId, ...given });
    }
    return [addOdd(context, { COMPANY_ID: 0, CONTACT_ID: contactId, link: 0 })];
  };

const PERSON = { RQ_LAST_NAME: 'Орлова', RQ_FIRST_NAME: 'Вера', RQ_SECOND_NAME: 'Павловна' };
const RQ_INN = '770123456789';

/** Imports fill every column they know, and cards are begun with the wrong template. */
const organisation = (given: Partial<Requisite>): OddCase =>
  companyWith([{ RQ_COMPANY_NAME: 'ООО «Ромашка»', RQ_INN: '7701234567', ...given }], true);

export const ODD_BUYERS = {
  'link missing': (context) => {
    const { buyer, data, period } = context;
    return [data.addInvoice({ BEGINDATE: period.from, COMPANY_ID: buyer.companyId, rows: [{}] })];
  },
  'link zero': oddInvoice({ link: 0 }),
  'link dangling': oddInvoice({ link: NOBODY }),
  'requisites of equal sort': companyWith([
    { RQ_COMPANY_NAME: 'ООО «Кедр»', RQ_INN: '7701234567' },
    { RQ_COMPANY_NAME: 'ООО «Кедр-2»', RQ_INN: '7707654321' },
  ]),
  'lower sort wins': companyWith([
    { SORT: 1000, RQ_COMPANY_NAME: 'Второй', RQ_INN: '7701234567' },
    { SORT: 90, RQ_COMPANY_NAME: 'Первый', RQ_INN: '7707654321' },
  ]),
  'address only first': companyWith([
    { ADDRESS_ONLY: 'Y', SORT: 1, NAME: 'Адрес' },
    { SORT: 500, RQ_COMPANY_NAME: 'ООО «Кедр»', RQ_INN: '7701234567' },
  ]),
  'address only alone': companyWith([{ ADDRESS_ONLY: 'Y', NAME: 'Адрес' }]),
  'address only linked': companyWith([{ ADDRESS_ONLY: 'Y', NAME: 'Адрес', RQ_INN: '7701234567' }], true),
  'company without requisites': companyWith([], false, 'Компания без реквизитов'),
  'company deleted': oddInvoice({ COMPANY_ID: NOBODY, link: 0 }),
  'contact only': contactWith([]),
  'contact with requisite': contactWith([{ ...PERSON, NAME: 'Физлицо', RQ_INN }]),
  'contact deleted': oddInvoice({ COMPANY_ID: 0, CONTACT_ID: NOBODY, link: 0 }),
  'no buyer': oddInvoice({ COMPANY_ID: 0, CONTACT_ID: 0, link: 0 }),
  'null buyer': oddInvoice({ COMPANY_ID: null, CONTACT_ID: null, link: 0 }),
  'inn with spaces': companyWith([{ RQ_COMPANY_NAME: 'ООО «Кедр»', RQ_INN: ' 7701 234567' }], true),
  'inn of odd length': companyWith([{ RQ_COMPANY_NAME: 'ООО «Кедр»', RQ_INN: '77012' }], true),
  'inn null': companyWith([{ RQ_COMPANY_NAME: 'ООО «Кедр»' }], true),
  'naming rule 1 by OGRNIP': companyWith(
    [{ NAME: 'Реквизиты', RQ_OGRNIP: '304770000000001', ...PERSON, RQ_INN }],
    true,
  ),
  'naming rule 1 by name': companyWith([{ NAME: 'ип', RQ_NAME: 'ИП Орлова Вера Павловна', RQ_INN }], true),
  'naming rule 2': companyWith([{ NAME: 'Физ. лицо', RQ_NAME: 'Орлова Вера Павловна', RQ_INN }], true),
  'naming rule 3': companyWith([{ RQ_COMPANY_NAME: 'ООО «Сигнал»', RQ_INN: '7701234567' }], true),
  'naming rule 3 by full name': companyWith(
    [{ RQ_COMPANY_FULL_NAME: 'Акционерное общество «Сигнал»' }],
    true,
  ),
  'naming rule 4': companyWith([{ NAME: 'Реквизиты', ...PERSON, RQ_INN }], true),
  'naming rule 4 without inn': companyWith([{ NAME: 'Реквизиты', ...PERSON, RQ_INN: '' }], true),
  'naming rule 5': companyWith(
    [{ NAME: 'Реквизиты', RQ_INN: '7701234567' }],
    true,
    'Сигнал, бюджетное учреждение',
  ),
  'naming rule 5 by contact': contactWith([{ NAME: 'Реквизиты' }]),
  'organisation with a dash for OGRNIP': organisation({ RQ_OGRNIP: '-' }),
  'organisation on the template of a sole trader': organisation({ NAME: 'ИП' }),
  'self-employed on a company card': companyWith([{ NAME: 'Самозанятый', ...PERSON, RQ_INN }], true),
  'company of Kazakhstan': companyWith([{ RQ_COMPANY_NAME: 'ТОО «Алатау»', RQ_BIN: '990140000123' }], true),
  'sole trader of Kazakhstan': companyWith(
    [
      {
        ...{ NAME: 'ИП', RQ_COMPANY_FULL_NAME: 'ИП «Береке»' },
        ...{ RQ_NAME: 'Ахметова Айгуль', RQ_IIN: '850101400123' },
      },
    ],
    true,
  ),
  'company of Germany': companyWith(
    [{ NAME: 'Juristische Person', RQ_COMPANY_NAME: 'Muster GmbH', RQ_VAT_ID: 'DE123456789' }],
    true,
  ),
} satisfies Record<string, OddCase>;
