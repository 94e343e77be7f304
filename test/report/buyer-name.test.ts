import type { RequisiteRecord } from '../../src/domain/records';
import { anInvoice, aRequisite } from './builders';
import { askForBuyer, type PortalFacts } from './portal-answers';

type Facts = Partial<Omit<RequisiteRecord, 'id'>>;

const invoice = anInvoice({ id: 9, companyId: 123, contactId: 45 });
const owners: PortalFacts = {
  companies: { 123: 'Карточка компании' },
  contacts: { 45: ['Петров', 'Пётр', 'Петрович'] },
};

function nameOf(facts: Facts, portal: PortalFacts = owners): string {
  return askForBuyer(invoice, { ...portal, links: { 9: 1 }, requisites: [aRequisite(facts)] }).buyer.name;
}

describe('rule 1: a sole trader is «ИП » and the person', () => {
  it.each<[Facts, string]>([
    [{ ogrnip: '304500116000157', personName: 'Иванов Иван' }, 'ИП Иванов Иван'],
    [{ ogrnip: '304500116000157', personName: 'ИП Иванов Иван' }, 'ИП Иванов Иван'],
    [{ ogrnip: '3', personName: 'Индивидуальный предприниматель Алёна Ёлкина' }, 'ИП Алёна Ёлкина'],
    [{ ogrnip: '3', personName: 'И.П. Иванов' }, 'ИП Иванов'],
    [{ ogrnip: '3', personName: 'ИПОТЕКИН Иван' }, 'ИП ИПОТЕКИН Иван'],
    [{ ogrnip: '3', personName: 'Иванов', companyName: 'ООО «Ромашка»' }, 'ИП Иванов'],
    [
      { ogrnip: '3', lastName: 'Иванов', firstName: 'Иван', secondName: 'Иванович' },
      'ИП Иванов Иван Иванович',
    ],
    [{ ogrnip: '3', lastName: 'Иванов', secondName: 'Иванович' }, 'ИП Иванов Иванович'],
    [{ ogrnip: '3', firstName: 'Иван' }, 'ИП Иван'],
    [{ ogrnip: '3', companyName: 'ИП Сидоров' }, 'ИП Сидоров'],
    [{ ogrnip: '3', companyName: '«Сидоров и сын»' }, 'ИП «Сидоров и сын»'],
    [{ ogrnip: '3', personName: 'ИП', lastName: 'Иванов' }, 'ИП Иванов'],
    [{ ogrnip: '3', companyFullName: 'ООО Ромашка' }, 'ИП Карточка компании'],
    [{ ogrnip: '3', entityTypeId: 3, entityId: 45 }, 'ИП Петров Пётр Петрович'],
    [{ ogrnip: '3', entityTypeId: 99 }, 'ИП'],
    [{ name: 'ИП', personName: 'Иванов' }, 'ИП Иванов'],
    [{ name: 'Ип Иванов', personName: 'Иванов И. И.', companyName: 'Магазин' }, 'ИП Иванов И. И.'],
    [{ name: 'ИП «Иванов»', inn: '7707083893', lastName: 'Иванов' }, 'ИП Иванов'],
    [{ name: 'индивидуальный предприниматель' }, 'ИП Карточка компании'],
    [{ companyName: 'ИП Иванов' }, 'ИП Иванов'],
    [{ companyName: 'ип"Иванов"' }, 'ИП "Иванов"'],
    [{ personName: 'ИП Иванов', companyName: 'Магазин' }, 'ИП Иванов'],
    [{ name: 'ИП', ogrnip: '', personName: '', companyName: 'Индивидуальный предприниматель Ёж' }, 'ИП Ёж'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });

  it('takes the prefix off the name of the own company too', () => {
    expect(nameOf({ ogrnip: '3' }, { companies: { 123: 'ИП Иванов' } })).toBe('ИП Иванов');
  });

  it('says when the own company cannot be read', () => {
    expect(nameOf({ ogrnip: '3' }, {})).toBe('ИП (компания 123 недоступна)');
  });

  it('uses the own company of the requisite, not the one of the invoice', () => {
    expect(nameOf({ ogrnip: '3', entityId: 7 }, { companies: { 7: 'Своя', 123: 'Чужая' } })).toBe('ИП Своя');
  });
});

describe('rule 2: a natural person is the person', () => {
  it.each<[Facts, string]>([
    [{ name: 'Физ. лицо', personName: 'Иванов Иван' }, 'Иванов Иван'],
    [{ name: 'ФИЗЛИЦО', lastName: 'Иванов', firstName: 'Иван' }, 'Иванов Иван'],
    [{ name: 'Физическое лицо', personName: 'Иванов', companyName: 'ООО Ромашка' }, 'Иванов'],
    [{ name: 'Физлицо', personName: 'И.П. Иванов', inn: '500100732259' }, 'И.П. Иванов'],
    [{ name: 'Физ. лицо (РФ)', companyName: 'Иванов И.' }, 'Иванов И.'],
    [{ name: 'Физлицо', companyFullName: 'Полное' }, 'Карточка компании'],
    [{ name: 'Физлицо', entityTypeId: 3, entityId: 45 }, 'Петров Пётр Петрович'],
    [{ name: 'Физлицо', entityTypeId: 3, entityId: 46 }, '(контакт 46 недоступен)'],
    [{ name: 'Физлицова Анна', companyName: 'ООО Ромашка', personName: 'Анна' }, 'ООО Ромашка'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe('rule 3: an organisation is its short name, else its full name', () => {
  it.each<[Facts, string]>([
    [{ companyName: 'ООО «Ромашка»', companyFullName: 'Общество' }, 'ООО «Ромашка»'],
    [{ companyFullName: 'Общество', personName: 'Иванов' }, 'Общество'],
    [{ companyName: 'ИПОТЕКА', personName: 'Иванов', inn: '500100732259' }, 'ИПОТЕКА'],
    [{ companyName: '  ООО\n&quot;Ромашка&quot; ' }, '  ООО\n&quot;Ромашка&quot; '],
    [{ companyName: '   ', companyFullName: 'Общество' }, 'Общество'],
    [{ companyName: '=1+1', name: 'ООО ИП' }, '=1+1'],
    [{ companyFullName: 'ИП Иванов' }, 'ИП Иванов'],
    [{ companyName: 'И.П. Иванов' }, 'И.П. Иванов'],
  ])('%j is %j', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe('rule 4: a person with an INN of 12 digits and a company card is a sole trader', () => {
  it.each<[Facts, string]>([
    [{ personName: 'Иванов', inn: '500100732259' }, 'ИП Иванов'],
    [{ personName: 'И.П. Иванов', inn: '500100732259' }, 'ИП Иванов'],
    [{ lastName: 'Иванов', firstName: 'Иван', inn: '500100732259' }, 'ИП Иванов Иван'],
    [{ secondName: 'Иванович', inn: '012345678901' }, 'ИП Иванович'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe('rule 5: any other person is the person', () => {
  it.each<[Facts, string]>([
    [{ personName: 'Иванов', inn: '7707083893' }, 'Иванов'],
    [{ personName: 'Иванов', inn: '50010073225' }, 'Иванов'],
    [{ personName: 'Иванов', inn: '5001007322590' }, 'Иванов'],
    [{ personName: 'Иванов', inn: '50010073225X' }, 'Иванов'],
    [{ personName: 'Иванов', inn: '' }, 'Иванов'],
    [{ personName: 'Иванов', inn: '500100732259', entityTypeId: 3, entityId: 45 }, 'Иванов'],
    [{ personName: 'И.П. Иванов', entityTypeId: 3 }, 'И.П. Иванов'],
    [{ lastName: 'Иванов', firstName: '', secondName: 'Иванович' }, 'Иванов Иванович'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe("rule 6: without any name it is the company's title, else the contact's name", () => {
  it.each<[Facts, PortalFacts, string]>([
    [{ inn: '500100732259' }, owners, 'Карточка компании'],
    [{ name: 'Организация' }, { ...owners, companies: { 123: '' } }, 'Петров Пётр Петрович'],
    [{}, {}, '(компания 123 недоступна)'],
    [{}, { companies: { 123: '' } }, '(контакт 45 недоступен)'],
    [{}, { companies: { 123: '' }, contacts: { 45: ['', 'Пётр', ''] } }, 'Пётр'],
  ])('%j on %j is %s', (facts, portal, name) => {
    expect(nameOf(facts, portal)).toBe(name);
  });

  it("is the requisite's own company where the invoice has neither", () => {
    const facts = { links: { 9: 1 }, requisites: [aRequisite({ inn: '77' })], companies: { 123: 'Своя' } };
    expect(askForBuyer(anInvoice({ id: 9 }), facts).buyer).toEqual({ inn: '77', name: 'Своя' });
  });
});
