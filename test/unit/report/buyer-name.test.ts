/** The name of a buyer who has a requisite, clause by clause and by its general properties. */
import fc from 'fast-check';
import type { RequisiteRecord } from '../../../src/domain/records';
import { anInvoice, aRequisite } from './builders';
import { askForBuyer, type PortalFacts } from './portal-answers';

type Facts = Partial<Omit<RequisiteRecord, 'id' | 'taxNumber'>>;

const PERSON_INN = '500100732259';
const COMPANY_INN = '7707083893';
const OGRNIP = '304500116000157';

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
    [{ ogrnip: OGRNIP, personName: 'Иванов Иван' }, 'ИП Иванов Иван'],
    [{ ogrnip: OGRNIP, personName: 'ИП Иванов Иван' }, 'ИП Иванов Иван'],
    [{ ogrnip: OGRNIP, personName: 'Индивидуальный предприниматель Алёна Ёлкина' }, 'ИП Алёна Ёлкина'],
    [{ ogrnip: OGRNIP, personName: 'И.П. Иванов' }, 'ИП Иванов'],
    [{ ogrnip: OGRNIP, personName: 'ИПОТЕКИН Иван' }, 'ИП ИПОТЕКИН Иван'],
    [{ ogrnip: OGRNIP, personName: 'Иванов', companyName: 'ООО «Ромашка»' }, 'ИП Иванов'],
    [{ ogrnip: OGRNIP, personName: 'Иванов', inn: PERSON_INN }, 'ИП Иванов'],
    [{ ogrnip: OGRNIP, personName: 'Иванов', name: 'Физ. лицо' }, 'ИП Иванов'],
    [
      { ogrnip: OGRNIP, lastName: 'Иванов', firstName: 'Иван', secondName: 'Иванович' },
      'ИП Иванов Иван Иванович',
    ],
    [{ ogrnip: OGRNIP, lastName: 'Иванов', secondName: 'Иванович' }, 'ИП Иванов Иванович'],
    [{ ogrnip: OGRNIP, firstName: 'Иван' }, 'ИП Иван'],
    [{ ogrnip: OGRNIP, companyName: 'ИП Сидоров' }, 'ИП Сидоров'],
    [{ ogrnip: OGRNIP, companyName: '«Сидоров и сын»' }, 'ИП «Сидоров и сын»'],
    [{ ogrnip: OGRNIP, personName: 'ИП', lastName: 'Иванов' }, 'ИП Иванов'],
    [{ ogrnip: OGRNIP, companyFullName: 'ООО Ромашка' }, 'ИП Карточка компании'],
    [{ ogrnip: OGRNIP, entityTypeId: 3, entityId: 45 }, 'ИП Петров Пётр Петрович'],
    [{ ogrnip: OGRNIP, entityTypeId: 99 }, 'ИП'],
    [{ ogrnip: ` ${OGRNIP}\n`, personName: 'Иванов' }, 'ИП Иванов'],
    [{ ogrnip: '304 5001 1600 0157', personName: 'Иванов' }, 'ИП Иванов'],
    [{ companyName: 'ИП Иванов' }, 'ИП Иванов'],
    [{ companyName: 'ип"Иванов"' }, 'ИП "Иванов"'],
    [{ companyName: 'ИП Иванов', inn: PERSON_INN, companyFullName: 'ИП Иванов И. И.' }, 'ИП Иванов'],
    [{ personName: 'ИП Иванов', companyName: 'Магазин' }, 'ИП Иванов'],
    [{ personName: 'ИП Иванов', companyFullName: 'Магазин', inn: '' }, 'ИП Иванов'],
    [{ name: 'ИП', personName: 'Иванов' }, 'ИП Иванов'],
    [{ name: 'ИП «Иванов»', inn: PERSON_INN, lastName: 'Иванов' }, 'ИП Иванов'],
    [{ name: 'индивидуальный предприниматель' }, 'ИП Карточка компании'],
    [{ name: 'ИП', companyName: ' ', companyFullName: ' ', personName: 'Иванов' }, 'ИП Иванов'],
    [{ name: 'ИП', companyName: 'Индивидуальный предприниматель Ёж' }, 'ИП Ёж'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });

  it('takes the prefix off the name of the own company too', () => {
    expect(nameOf({ ogrnip: OGRNIP }, { companies: { 123: 'ИП Иванов' } })).toBe('ИП Иванов');
  });

  it('says when the own company cannot be read', () => {
    expect(nameOf({ ogrnip: OGRNIP }, {})).toBe('ИП (компания 123 недоступна)');
  });

  it('uses the own company of the requisite, not the one of the invoice', () => {
    expect(nameOf({ ogrnip: OGRNIP, entityId: 7 }, { companies: { 7: 'Своя', 123: 'Чужая' } })).toBe(
      'ИП Своя',
    );
  });
});

describe('an INN of 10 digits is an organisation, whatever stands beside it', () => {
  it.each<[Facts, string]>([
    [{ ogrnip: '-', companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ ogrnip: 'нет', companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ ogrnip: '1027700132195', companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ ogrnip: OGRNIP, companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ name: 'ИП', companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ name: 'ИП', personName: 'ИП Иванов' }, 'ИП Иванов'],
    [{ name: 'ИП', personName: 'Иванов' }, 'Иванов'],
    [{ name: 'ИП', ogrnip: OGRNIP }, 'Карточка компании'],
    [{ companyName: 'ИП Иванов', personName: 'Иванов Иван' }, 'ИП Иванов'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf({ ...facts, inn: COMPANY_INN })).toBe(name);
    expect(nameOf({ ...facts, inn: `\u00a0${COMPANY_INN} ` })).toBe(name);
  });
});

describe('without an INN of 10 digits too, what says nothing makes nobody a sole trader', () => {
  it.each<[Facts, string]>([
    [{ ogrnip: '-', companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ ogrnip: '3', personName: 'Иванов' }, 'Иванов'],
    [{ ogrnip: '1027700132195', companyName: 'ООО «Ромашка»' }, 'ООО «Ромашка»'],
    [{ ogrnip: '3045001160001577', personName: 'Иванов' }, 'Иванов'],
    [{ name: 'ИП', companyName: 'Магазин', personName: 'Иванов' }, 'Магазин'],
    [{ name: 'Ип Иванов', companyFullName: 'ИП «Береке»', personName: 'Ахметова Айгуль' }, 'ИП «Береке»'],
    [{ companyFullName: 'ИП Иванов', personName: 'Иванов Иван' }, 'ИП Иванов'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
    expect(nameOf({ ...facts, inn: PERSON_INN })).toBe(name);
  });
});

describe('rule 2: somebody who is no sole trader by the title is the person', () => {
  it.each<[Facts, string]>([
    [{ name: 'Физ. лицо', personName: 'Иванов Иван' }, 'Иванов Иван'],
    [{ name: 'ФИЗЛИЦО', lastName: 'Иванов', firstName: 'Иван' }, 'Иванов Иван'],
    [{ name: 'Физическое лицо', personName: 'Иванов' }, 'Иванов'],
    [{ name: 'Физлицо', personName: 'И.П. Иванов', inn: PERSON_INN }, 'И.П. Иванов'],
    [{ name: 'Физлицо', entityTypeId: 3, entityId: 45 }, 'Петров Пётр Петрович'],
    [{ name: 'Физлицо', entityTypeId: 3, entityId: 46 }, '(контакт 46 недоступен)'],
    [{ name: 'Самозанятый', entityId: 7 }, '(компания 7 недоступна)'],
    [{ name: 'Нотариус', companyName: ' ', personName: 'Иванов' }, 'Иванов'],
    [{ name: 'Физлицо', inn: COMPANY_INN, personName: 'Иванов' }, 'Иванов'],
    [{ name: 'Физическое лицо', personName: 'Иванов', companyName: 'ООО Ромашка' }, 'ООО Ромашка'],
    [{ name: 'Физлицо', personName: 'Иванов', companyFullName: 'Полное' }, 'Полное'],
    [{ name: 'Физлицова Анна', companyName: 'ООО Ромашка', personName: 'Анна' }, 'ООО Ромашка'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe('rule 3: an organisation is its short name, else its full name', () => {
  it.each<[Facts, string]>([
    [{ companyName: 'ООО «Ромашка»', companyFullName: 'Общество' }, 'ООО «Ромашка»'],
    [{ companyFullName: 'Общество', personName: 'Иванов' }, 'Общество'],
    [{ companyName: 'ИПОТЕКА', personName: 'Иванов', inn: PERSON_INN }, 'ИПОТЕКА'],
    [{ companyName: '  ООО\n&quot;Ромашка&quot; ' }, '  ООО\n&quot;Ромашка&quot; '],
    [{ companyName: '   ', companyFullName: 'Общество' }, 'Общество'],
    [{ companyName: '=1+1', name: 'ООО ИП' }, '=1+1'],
    [{ companyFullName: 'ИП Иванов' }, 'ИП Иванов'],
    [{ companyName: 'И.П. Иванов' }, 'И.П. Иванов'],
  ])('%j is %j', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe('rule 4: any other person is the person, whatever the INN', () => {
  it.each<[Facts, string]>([
    [{ personName: 'Иванов', inn: PERSON_INN }, 'Иванов'],
    [{ personName: 'И.П. Иванов', inn: PERSON_INN }, 'И.П. Иванов'],
    [
      { lastName: 'Белова', firstName: 'Анна', secondName: 'Ильинична', inn: PERSON_INN },
      'Белова Анна Ильинична',
    ],
    [{ personName: 'Иванов', inn: COMPANY_INN }, 'Иванов'],
    [{ personName: 'Иванов', inn: '50010073225X' }, 'Иванов'],
    [{ personName: 'Иванов', inn: '' }, 'Иванов'],
    [{ personName: 'Иванов', inn: PERSON_INN, entityTypeId: 3, entityId: 45 }, 'Иванов'],
    [{ lastName: 'Иванов', firstName: '', secondName: 'Иванович' }, 'Иванов Иванович'],
    [{ name: 'ФОП', personName: 'Шевченко Тарас' }, 'Шевченко Тарас'],
  ])('%j is %s', (facts, name) => {
    expect(nameOf(facts)).toBe(name);
  });
});

describe("rule 5: without any name it is the company's title, else the contact's name", () => {
  it.each<[Facts, PortalFacts, string]>([
    [{ inn: PERSON_INN }, owners, 'Карточка компании'],
    [{ name: 'Организация' }, { ...owners, companies: { 123: '' } }, 'Петров Пётр Петрович'],
    [{}, {}, '(компания 123 недоступна)'],
    [{}, { companies: { 123: '' } }, '(контакт 45 недоступен)'],
    [{}, { companies: { 123: '' }, contacts: { 45: ['', 'Пётр', ''] } }, 'Пётр'],
  ])('%j on %j is %s', (facts, portal, name) => {
    expect(nameOf(facts, portal)).toBe(name);
  });

  it("is the requisite's own company where the invoice has neither", () => {
    const facts = { links: { 9: 1 }, requisites: [aRequisite({ inn: '77' })], companies: { 123: 'Своя' } };
    expect(askForBuyer(anInvoice({ id: 9 }), facts).buyer).toMatchObject({ inn: '77', name: 'Своя' });
  });
});

describe('whatever a requisite holds', () => {
  const text = fc.constantFrom(
    '',
    ' ',
    '-',
    'ИП',
    'ИП Ёж',
    'Самозанятый',
    'ФЛ',
    'ИПОТЕКА',
    'ООО «Я»',
    'Белова',
  );
  const requisite = fc.record({
    name: text,
    inn: fc.constantFrom('', PERSON_INN, COMPANY_INN, ` ${COMPANY_INN} `, '77', 'нет'),
    ogrnip: fc.constantFrom('', '-', 'нет', '1027700132195', OGRNIP),
    companyName: text,
    companyFullName: text,
    personName: text,
    lastName: text,
  });
  const names = ({ companyName, companyFullName, personName, lastName }: Facts): string[] =>
    [companyName, companyFullName, personName, lastName].map((name) => name ?? '');

  it('an organisation by its INN gets no «ИП» that nobody wrote', () => {
    fc.assert(
      fc.property(requisite, (facts) => {
        fc.pre(facts.inn.trim() === COMPANY_INN);
        const name = nameOf(facts);
        expect([...names(facts), 'Карточка компании']).toContain(name);
      }),
    );
  });

  it('an «ИП» before the name is written in the requisite, or the OGRNIP has its 15 digits', () => {
    fc.assert(
      fc.property(requisite, (facts) => {
        const isWritten = [facts.name, ...names(facts)].some((name) => /^ИП(?: |$)/.test(name));
        expect(isWritten || facts.ogrnip === OGRNIP || !/^ИП(?: |$)/.test(nameOf(facts))).toBe(true);
      }),
    );
  });

  it('the buyer has a name, and never «ИП» twice', () => {
    fc.assert(
      fc.property(requisite, (facts) => {
        const name = nameOf(facts);
        expect(name.trim()).not.toBe('');
        expect(name).not.toMatch(/^ИП ИП(?:\s|$)/);
      }),
    );
  });
});
