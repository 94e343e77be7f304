import fc from 'fast-check';
import { anInvoice, aRequisite } from './builders';
import { askForBuyer } from './portal-answers';

const invoice = anInvoice({ id: 9, companyId: 123, contactId: 45 });
const ofCompany = (id: number, facts: Parameters<typeof aRequisite>[0] = {}) =>
  aRequisite({ id, inn: `company ${id}`, companyName: 'ООО', entityTypeId: 4, entityId: 123, ...facts });
const ofContact = (id: number, facts: Parameters<typeof aRequisite>[0] = {}) =>
  aRequisite({ id, inn: `contact ${id}`, companyName: 'ООО', entityTypeId: 3, entityId: 45, ...facts });

describe('the requisite of a buyer', () => {
  it('is the linked one, and nothing else is asked', () => {
    const requisites = [ofCompany(1), ofCompany(2, { addressOnly: true, sort: 900 })];
    const { buyer, questions } = askForBuyer(invoice, { links: { 9: 2 }, requisites });
    expect(buyer).toEqual({ inn: 'company 2', name: 'ООО', requisite: requisites[1] });
    expect(questions).toEqual(['link 9', 'requisite 2']);
  });

  it("is the company's first where the linked one is gone", () => {
    const { buyer, questions } = askForBuyer(invoice, { links: { 9: 77 }, requisites: [ofCompany(1)] });
    expect(buyer.inn).toBe('company 1');
    expect(questions).toEqual(['link 9', 'requisite 77', 'companyRequisites 123']);
  });

  it('is the one of the lowest SORT, compared as a number, then of the lowest id', () => {
    const requisites = [ofCompany(2, { sort: 1000 }), ofCompany(7, { sort: 90 }), ofCompany(3, { sort: 90 })];
    expect(askForBuyer(invoice, { requisites }).buyer.inn).toBe('company 3');
    expect(askForBuyer(invoice, { requisites: requisites.reverse() }).buyer.inn).toBe('company 3');
  });

  it('is the same one in whatever order the portal gives them', () => {
    const places = fc.uniqueArray(fc.record({ id: fc.nat(99), sort: fc.constantFrom(9, 10, 500) }), {
      selector: ({ id }) => id,
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(places, (given) => {
        const [first] = [...given].sort((a, b) => a.sort - b.sort || a.id - b.id);
        const requisites = given.map(({ id, sort }) => ofCompany(id, { sort }));
        expect(askForBuyer(invoice, { requisites }).buyer.inn).toBe(`company ${first?.id}`);
      }),
    );
  });

  it('is never one that is an address only, unless linked', () => {
    const requisites = [ofCompany(1, { addressOnly: true, sort: 1 }), ofCompany(2)];
    expect(askForBuyer(invoice, { requisites }).buyer.inn).toBe('company 2');
  });

  it("is the contact's first where the company has none, of all that are more than an address", () => {
    const others = [ofContact(5), ofContact(4), ofContact(3, { addressOnly: true })];
    const { buyer } = askForBuyer(invoice, { requisites: [ofCompany(1, { addressOnly: true }), ...others] });
    expect(buyer).toEqual({ inn: 'contact 4', name: 'ООО', requisite: others[1], firstOf: 2 });
  });

  it("is the contact's first where there is no company, and no company is asked about", () => {
    const { buyer, questions } = askForBuyer(anInvoice({ id: 9, contactId: 45 }), {
      requisites: [ofContact(4)],
    });
    expect(buyer.inn).toBe('contact 4');
    expect(questions).toEqual(['link 9', 'contactRequisites 45']);
  });

  it('gives its INN exactly as it stands', () => {
    const requisites = [ofCompany(1, { inn: ' 007-7 ' })];
    expect(askForBuyer(invoice, { requisites }).buyer.inn).toBe(' 007-7 ');
  });
});

describe('a buyer without requisites', () => {
  it.each([
    ['company and contact', { companyId: 123, contactId: 45 }, 'ООО «Ромашка»'],
    ['a company', { companyId: 123 }, 'ООО «Ромашка»'],
    ['a contact', { contactId: 45 }, 'Петров Пётр'],
    ['neither', {}, ''],
    ['a company that cannot be read', { companyId: 124, contactId: 45 }, '(компания 124 недоступна)'],
    ['a contact that cannot be read', { contactId: 46 }, '(контакт 46 недоступен)'],
    ['a company without a title and a contact', { companyId: 125, contactId: 45 }, 'Петров Пётр'],
  ])('with %s has no INN and the name %j', (_, owners, name) => {
    const facts = {
      companies: { 123: 'ООО «Ромашка»', 125: '' },
      contacts: { 45: ['Петров', 'Пётр', ''] },
    } as const;
    expect(askForBuyer(anInvoice(owners), facts).buyer).toEqual({ inn: '', name });
  });
});

describe('the questions about a buyer', () => {
  it('end with the link where the invoice has neither company nor contact', () => {
    expect(askForBuyer(anInvoice({ id: 9 }), {}).questions).toEqual(['link 9']);
  });

  it('are six at most', () => {
    const requisites = [ofContact(4, { companyName: '' })];
    const { questions } = askForBuyer(invoice, { links: { 9: 77 }, requisites, companies: { 123: '' } });
    expect(questions).toEqual([
      'link 9',
      'requisite 77',
      'companyRequisites 123',
      'contactRequisites 45',
      'company 123',
      'contact 45',
    ]);
  });

  it.each([
    ['company', 4, 123, { companies: { 123: ' ' } }, ' '],
    ['contact', 3, 45, { contacts: { 45: ['', '', ''] } }, ''],
  ] as const)(
    'ask about a nameless %s once, though the requisite is its own',
    (kind, type, id, facts, name) => {
      const requisites = [aRequisite({ id: 1, entityTypeId: type, entityId: id })];
      const owner = kind === 'company' ? { companyId: id } : { contactId: id };
      const asked = askForBuyer(anInvoice({ id: 9, ...owner }), { links: { 9: 1 }, requisites, ...facts });
      expect(asked.buyer.name).toBe(name);
      expect(asked.questions).toEqual(['link 9', 'requisite 1', `${kind} ${id}`]);
    },
  );

  it.each([
    ['contact', 3, { companyId: 7 }],
    ['company', 4, { contactId: 7 }],
  ] as const)('tell the %s of a requisite from another owner of the same id', (kind, entityTypeId, owner) => {
    const { buyer, questions } = askForBuyer(anInvoice({ id: 9, ...owner }), {
      links: { 9: 1 },
      requisites: [aRequisite({ id: 1, entityTypeId, entityId: 7 })],
      companies: { 7: kind === 'company' ? 'ООО «Ромашка»' : '' },
      contacts: { 7: [kind === 'contact' ? 'Петров' : '', '', ''] },
    });
    expect(buyer.name).toBe(kind === 'company' ? 'ООО «Ромашка»' : 'Петров');
    expect(questions).toHaveLength(4);
  });

  it('never repeat and never exceed six, whatever the portal holds', () => {
    const text = fc.constantFrom('', ' ', 'ИП', 'ИП Иванов', 'Физлицо', 'ИПОТЕКА', 'Ёлкин');
    const owner = fc.constantFrom<[number, number]>([4, 123], [4, 124], [3, 45], [3, 46], [9, 9]);
    const requisite = fc
      .record({
        owner,
        sort: fc.constantFrom(1, 500),
        addressOnly: fc.boolean(),
        name: text,
        inn: fc.constantFrom('', '500100732259'),
        ogrnip: fc.constantFrom('', '3'),
        companyName: text,
        personName: text,
        lastName: text,
      })
      .map(({ owner: [entityTypeId, entityId], ...facts }) => ({ entityTypeId, entityId, ...facts }));
    const id = (value: number) => fc.option(fc.constant(value));
    fc.assert(
      fc.property(
        fc.array(requisite, { maxLength: 5 }),
        fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
        fc.option(text),
        fc.option(text),
        id(123),
        id(45),
        (requisites, link, title, lastName, companyId, contactId) => {
          const { buyer, questions } = askForBuyer(anInvoice({ id: 9, companyId, contactId }), {
            ...(link === undefined ? {} : { links: { 9: link } }),
            requisites: requisites.map((facts, index) => aRequisite({ id: index + 1, ...facts })),
            ...(title === null ? {} : { companies: { 123: title } }),
            ...(lastName === null ? {} : { contacts: { 45: [lastName, '', ''] } }),
          });
          expect(questions.length).toBeLessThanOrEqual(6);
          expect(buyer.name).not.toMatch(/^ИП (?:ИП|индивидуальный предприниматель)(?:\s|$)/i);
          const chosen = requisites.some(({ inn }) => inn === buyer.inn);
          expect(chosen || buyer.inn === '').toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
