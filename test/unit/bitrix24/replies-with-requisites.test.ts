/** Links and requisites out of replies: what is asked, where a list ends, and which replies are not believed. */
import type { Reply } from '../../../src/bitrix24/Bitrix24Client';
import { REQUISITE_SELECT } from '../../../src/bitrix24/decode-buyer';
import type { Read, ReadResult } from '../../../src/bitrix24/read';
import { readLinks, readRequisites, readRequisitesOf } from '../../../src/bitrix24/read-buyers';
import type { RequisiteRecord } from '../../../src/domain/records';
import { query, type Query, type QueryKind } from '../../../src/domain/query';
import { converse, numbers, refuses, says } from './a-conversation';
import { codeThrownBy } from './code-thrown-by';

const COMPANY = 4;
const queries = (kind: QueryKind, ...ids: readonly number[]): Query[] => ids.map((id) => query(kind, id));
const aLink = (id: number, requisite: number): object => ({
  ENTITY_TYPE_ID: 31,
  ENTITY_ID: id,
  REQUISITE_ID: requisite,
});
const aRequisite = (id: number, company = 1): object => ({
  ID: id,
  ENTITY_TYPE_ID: COMPANY,
  ENTITY_ID: company,
});
const requisites = (first: number, count: number): object[] =>
  numbers(first, count).map((id) => aRequisite(id));

const links = (): Read => readLinks(queries('link', 1, 2, 3));
const byId = (): Read => readRequisites(queries('requisite', 1, 2));
const ofCompanies = (): Read => readRequisitesOf(COMPANY, queries('companyRequisites', 1, 2));

const answers = (result: ReadResult): unknown =>
  result === 'again' ? result : result.map(({ answer }) => answer);
const idsOf = (result: ReadResult): unknown =>
  result === 'again' ? result : result.map(({ answer }) => (answer as RequisiteRecord[]).map(({ id }) => id));

describe('a chunk', () => {
  it('of links is one request, with null for an invoice without one', () => {
    const { calls, result } = converse(links(), says([aLink(3, 30), aLink(1, 0)]));
    expect(calls).toEqual([
      {
        method: 'crm.requisite.link.list',
        params: {
          filter: { '=ENTITY_TYPE_ID': 31, '@ENTITY_ID': [1, 2, 3] },
          select: ['ENTITY_TYPE_ID', 'ENTITY_ID', 'REQUISITE_ID'],
          order: { ENTITY_ID: 'ASC' },
          start: 0,
        },
      },
    ]);
    expect(result).toEqual([
      { query: query('link', 1), answer: null, life: 'refresh' },
      { query: query('link', 2), answer: null, life: 'refresh' },
      { query: query('link', 3), answer: 30, life: 'refresh' },
    ]);
  });

  it('of links is kept of those invoices only that have rested, since a link is written after its invoice', () => {
    const [now, rest] = [Date.parse('2026-05-20T12:00:00Z'), 300_000];
    const versions = [now - rest, now - rest + 1_000].map((time) => new Date(time).toISOString());
    const read = readLinks(versions.map((version, index) => query('link', index + 1, version)));
    const { result } = converse(read, says([], { startedAt: now }));
    expect(result).toMatchObject([{ life: 'ttl' }, { life: 'refresh' }]);
  });

  it('of requisites by id is one request, with null for one that is gone', () => {
    const { calls, result } = converse(byId(), says([aRequisite(2)]));
    expect(calls).toEqual([
      {
        method: 'crm.requisite.list',
        params: { filter: { '@ID': [1, 2] }, select: REQUISITE_SELECT, order: { ID: 'ASC' }, start: 0 },
      },
    ]);
    expect(result).toMatchObject([
      { query: query('requisite', 1), answer: null, life: 'ttl' },
      { query: query('requisite', 2), answer: { id: 2 }, life: 'ttl' },
    ]);
  });

  it("of companies gives each company's own, page behind page", () => {
    const pages = [says(requisites(1, 50), { next: 50 }), says([aRequisite(51, 2), aRequisite(52)])];
    const { calls, result } = converse(ofCompanies(), ...pages);
    const asked = { select: REQUISITE_SELECT, order: { ID: 'ASC' }, start: 0 };
    const filter = { ENTITY_TYPE_ID: COMPANY, '@ENTITY_ID': [1, 2] };
    expect(calls).toEqual([
      { method: 'crm.requisite.list', params: { ...asked, filter } },
      { method: 'crm.requisite.list', params: { ...asked, filter: { ...filter, '>ID': 50 } } },
    ]);
    expect(idsOf(result)).toEqual([[...numbers(1, 50), 52], [51]]);
    expect(result).toMatchObject([{ life: 'ttl' }, { life: 'ttl' }]);
  });

  it('of companies without requisites is answered by empty lists', () => {
    expect(answers(converse(ofCompanies(), says([])).result)).toEqual([[], []]);
  });
});

describe('a list of requisites', () => {
  it('ends with a full page that is all the portal counts, and goes on where it counts more', () => {
    expect(converse(ofCompanies(), says(requisites(1, 50), { total: 50 })).calls).toHaveLength(1);
    expect(converse(ofCompanies(), says(requisites(1, 50), { total: 51 }), says([])).calls).toHaveLength(2);
  });

  it('that never ends is given up', () => {
    let asked = 0;
    const read = ofCompanies();
    const act = (): void => {
      for (let step = read.next(); !step.done; step = read.next(says(requisites(asked, 1), { next: 50 })))
        asked += 1;
    };
    expect(codeThrownBy(act)).toBe('badAnswer');
    expect(asked).toBe(200);
  });
});

describe('a reply is not believed', () => {
  it.each<readonly [string, () => Read, unknown]>([
    ['that is no list: links', links, {}],
    ['that is no list: requisites by id', byId, 'x'],
    ['that is no list: requisites of companies', ofCompanies, {}],
    ['about another invoice', links, [aLink(9, 1)]],
    ['that says a link twice', links, [aLink(1, 1), aLink(1, 2)]],
    ['about another requisite', byId, [aRequisite(9)]],
    ['that says a requisite twice', byId, [aRequisite(1), aRequisite(1)]],
    ['about another company', ofCompanies, [aRequisite(1, 9)]],
    ['about a contact of the same id', ofCompanies, [{ ...aRequisite(1), ENTITY_TYPE_ID: 3 }]],
    ["that says a company's requisite twice", ofCompanies, [aRequisite(1), aRequisite(1)]],
    ['whose ids go back', ofCompanies, [aRequisite(2), aRequisite(1)]],
  ])('%s', (_, read, result) => {
    expect(codeThrownBy(() => converse(read(), says(result)))).toBe('badAnswer');
  });

  it('whose page begins before the end of the page before', () => {
    const pages: Reply[] = [says(requisites(1, 50), { next: 50 }), says(requisites(50, 1))];
    expect(codeThrownBy(() => converse(ofCompanies(), ...pages))).toBe('badAnswer');
  });

  it.each([links, byId, ofCompanies])('that is a refusal: it ends the refresh (%#)', (read) => {
    expect(codeThrownBy(() => converse(read(), refuses('ACCESS_DENIED', 'accessDenied')))).toBe(
      'accessDenied',
    );
  });
});
