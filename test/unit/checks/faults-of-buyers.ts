/** Who buys, in order and not. */
import { LONG, PERSON, type Fault } from './a-fault';
import { INN, type Case } from './some-checks';

const HIDDEN = { requisite: null, portal: {} };
const COMPANY = { companies: { 123: 'ООО «Ромашка»' } };
const CONTACT = {
  companyId: null,
  contactId: 45,
  portal: { contacts: { 45: ['Иванов', 'Пётр', ''] } },
} as const;
/** Requisites of the company, none of them chosen. */
const several = (...addressOnly: readonly boolean[]): Case => ({
  portal: {
    requisites: addressOnly.map((only, index) => ({
      ...{ id: (index + 1) as never, entityTypeId: 4, entityId: 123, sort: 500, addressOnly: only },
      ...{ name: '', inn: INN.organisation, taxNumber: INN.organisation, kpp: '770701001', ogrnip: '' },
      ...{ companyName: 'ООО «Ромашка»', companyFullName: '', personName: '' },
      ...{ lastName: '', firstName: '', secondName: '' },
    })),
  },
});
const innWrong = (inn: string, details: string, right: string = INN.organisation): Fault => ({
  check: 'inn-wrong',
  wrong: [{ requisite: { inn } }],
  told: [['error', 1, details]],
  right: [{ requisite: { inn: right } }],
});

export const OF_BUYERS: readonly Fault[] = [
  {
    check: 'buyer-missing',
    wrong: [{ companyId: null, requisite: null }],
    told: [['error', 1, 'В счёте не выбраны компания и контакт.']],
    right: [{ companyId: null }],
  },
  {
    check: 'buyer-missing',
    wrong: [{ more: { unreadable: ['buyer'] } }],
    told: [['error', 1, 'В счёте не выбраны компания и контакт.']],
    right: [{ more: { unreadable: ['title'] } }],
  },
  innWrong('770708389З', 'ИНН 770708389З: есть не только цифры.'),
  innWrong('7707 083893', 'ИНН 7707 083893: есть не только цифры.', '  7707083893 '),
  innWrong('77070838931', 'ИНН 77070838931: знаков 11, а должно быть 10 или 12.'),
  innWrong('0000000000', 'ИНН из одних нулей.'),
  innWrong('7707083894', 'ИНН 7707083894: не сходится контрольное число.'),
  innWrong(LONG, 'ИНН в реквизите id 1: есть не только цифры.'),
  {
    check: 'inn-wrong',
    wrong: [{ requisite: { ...PERSON, inn: '500100732258' } }],
    told: [['error', 1, 'ИНН 500100732258: не сходится контрольное число.']],
    right: [{ requisite: PERSON }],
  },
  {
    check: 'inn-wrong',
    wrong: [{ requisite: { ...PERSON, inn: '500100732241' } }],
    told: [['error', 1, 'ИНН 500100732241: не сходится контрольное число.']],
    right: [{ requisite: PERSON }],
  },
  {
    check: 'inn-missing',
    wrong: [{ requisite: { inn: ' ', kpp: '' } }],
    told: [['warning', 1, 'В реквизите не заполнен ИНН. Для иностранного покупателя это не ошибка.']],
    right: [{ requisite: { inn: '', taxNumber: 'DE123456789', kpp: '' } }],
  },
  {
    check: 'inn-missing',
    wrong: [{ requisite: { ...PERSON, inn: '', ogrnip: '304500116000157' } }],
    told: [['warning', 1, 'В реквизите не заполнен ИНН. Для иностранного покупателя это не ошибка.']],
    right: [{ requisite: { ...PERSON, inn: '' } }],
  },
  {
    check: 'inn-kind',
    wrong: [{ requisite: { companyName: 'ИП Иванов' } }],
    told: [['warning', 1, 'ИНН из 10 цифр бывает у организаций.']],
    right: [{ requisite: { companyName: 'ИПотека' } }],
  },
  {
    check: 'inn-kind',
    wrong: [{ requisite: { inn: INN.person, kpp: '' } }],
    told: [['warning', 1, 'ИНН из 12 цифр бывает у ИП и физлиц.']],
    right: [{ requisite: { inn: INN.person, kpp: '', companyName: 'ИП Иванов' } }],
  },
  {
    check: 'kpp-missing',
    wrong: [{ requisite: { kpp: ' ' } }],
    told: [['warning', 1, 'У организации с ИНН 7707083893 не заполнен КПП.']],
    right: [{ requisite: PERSON }],
  },
  {
    check: 'kpp-wrong',
    wrong: [{ requisite: { kpp: '77070100' } }],
    told: [['error', 1, 'КПП 77070100: должно быть 9 знаков.']],
    right: [{ requisite: { kpp: '7707AZ001' } }],
  },
  {
    check: 'kpp-wrong',
    wrong: [{ requisite: { kpp: '7707az001' } }],
    told: [['error', 1, 'КПП 7707az001: должно быть 9 знаков.']],
    right: [{ requisite: { kpp: ' 770701001' } }],
  },
  {
    check: 'kpp-extra',
    wrong: [{ requisite: { ...PERSON, kpp: '770701001' } }],
    told: [['remark', 1, 'КПП 770701001 при ИНН из 12 цифр.']],
    right: [{ requisite: PERSON }],
  },
  {
    check: 'requisite-missing',
    wrong: [{ requisite: null }],
    told: [['warning', 1, 'Реквизитов нет, показано название из CRM.']],
    right: [several(false)],
  },
  {
    check: 'requisite-missing',
    wrong: [CONTACT],
    told: [['remark', 1, 'Реквизитов нет, показано название из CRM.']],
    right: [{ companyId: null, contactId: 45 }],
  },
  {
    check: 'requisite-missing',
    wrong: [{ portal: COMPANY, contactId: 45 }],
    told: [['warning', 1, 'Реквизитов нет, показано название из CRM.']],
    right: [{}],
  },
  {
    check: 'requisite-guessed',
    wrong: [several(false, true, false)],
    told: [['remark', 1, 'Взят первый из 2 реквизитов.']],
    right: [several(false, true)],
  },
  {
    check: 'buyer-unavailable',
    wrong: [HIDDEN],
    told: [['warning', 1, 'Карточка удалена или закрыта для вебхука.']],
    right: [{}],
  },
  {
    check: 'name-varies',
    wrong: [{ requisite: { companyName: 'ООО «А»' } }, { requisite: { companyName: `ООО ${LONG}` } }, {}],
    told: [['remark', 3, 'ИНН 7707083893: «ООО „А“», «ООО „Ромашка“» и ещё 1.']],
    right: [{}, {}, { requisite: { ...PERSON, inn: INN.person } }],
  },
];
