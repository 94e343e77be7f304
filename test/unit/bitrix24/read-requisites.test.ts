/** Links to requisites, requisites by id, and all requisites of companies and contacts. */
import { PAGE_SIZE } from '../../../src/domain/portal';
import { readOf } from '../../../src/bitrix24/queries';
import type { FieldName, IsoDate } from '../../../src/domain/ids';
import type { RequisiteRecord } from '../../../src/domain/records';
import { query, type QueryKind } from '../../../src/domain/query';
import { changedAnswer } from '../../../portal/faults';
import { COMPANY, CONTACT } from '../../../portal/data/records';
import type { Generation } from '../../../portal/generation';
import { aLine, codeThrownBy, type Line } from './a-line';

const GENERATIONS = ['old', 'mid', 'new'] as const;
const PERIOD = {
  field: 'BEGINDATE' as FieldName,
  from: '2026-04-01' as IsoDate,
  to: '2026-06-30' as IsoDate,
};
const LIST = { period: PERIOD, dateFields: [] };

/** Of an invoice that has rested. */
const VERSION = '2026-01-01T00:00:00+03:00';

/** The answers by id; every one of them is kept for the TTL. */
function ask(line: Line, kind: QueryKind, ids: readonly number[]): ReadonlyMap<number, unknown> {
  const result = line.finish(
    readOf(
      ids.map((id) => query(kind, id, VERSION)),
      LIST,
    ),
  );
  if (result === 'again') throw new Error('Only rows are asked for again');
  expect(new Set(result.map(({ life }) => life))).toEqual(new Set(['ttl']));
  return new Map(result.map(({ query: { id }, answer }) => [id, answer]));
}

const idsIn = (answer: unknown): number[] => (answer as readonly RequisiteRecord[]).map(({ id }) => id);

describe.each(GENERATIONS)('on a portal of generation %s', (generation: Generation) => {
  it('the links of a full chunk come in one request, none and 0 included', () => {
    const line = aLine(
      (portal) => {
        for (let id = 1; id <= PAGE_SIZE; id++)
          portal.withInvoice({ ID: id, ...(id % 3 === 0 ? {} : { link: id % 3 === 1 ? 0 : id }) });
        portal.withInvoice({ ID: 99, link: 7 });
      },
      { portal: { generation } },
    );
    const links = ask(
      line,
      'link',
      Array.from({ length: PAGE_SIZE }, (_, index) => index + 1),
    );
    expect([links.get(1), links.get(2), links.get(3), links.get(50)]).toEqual([null, 2, null, 50]);
    expect(links.size).toBe(PAGE_SIZE);
    expect(line.asked).toEqual(['crm.requisite.link.list']);
  });

  it('requisites by id come in one request, and one that is gone is null', () => {
    const line = aLine(
      (portal) => portal.withCompany({ ID: 1 }).withRequisite({ ID: 5, ENTITY_ID: 1, RQ_INN: '0277123456' }),
      {
        portal: { generation },
      },
    );
    const found = ask(line, 'requisite', [5, 6]);
    expect(found.get(5)).toMatchObject({ id: 5, inn: '0277123456', entityTypeId: 4 });
    expect(found.get(6)).toBeNull();
    expect(line.asked).toEqual(['crm.requisite.list']);
  });

  it('sixty requisites of one company are all there, and those of its neighbours too', () => {
    const line = aLine(
      (portal) => {
        for (const company of [1, 2, 3]) portal.withCompany({ ID: company });
        for (let id = 1; id <= 60; id++) portal.withRequisite({ ID: id, ENTITY_ID: 1, SORT: 500 - id });
        portal.withRequisite({ ID: 61, ENTITY_ID: 2 });
      },
      { portal: { generation } },
    );
    const found = ask(line, 'companyRequisites', [1, 2, 3]);
    expect(idsIn(found.get(1))).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect([idsIn(found.get(2)), idsIn(found.get(3))]).toEqual([[61], []]);
    expect(line.portal.requests.map(({ params }) => params['filter'])).toEqual([
      { ENTITY_TYPE_ID: 4, '@ENTITY_ID': [1, 2, 3] },
      { ENTITY_TYPE_ID: 4, '@ENTITY_ID': [1, 2, 3], '>ID': 50 },
    ]);
  });

  it.each([50, 100])('exactly %i requisites end without a request for nothing', (count) => {
    const line = aLine(
      (portal) => {
        portal.withCompany({ ID: 1 });
        for (let id = 1; id <= count; id++) portal.withRequisite({ ID: id, ENTITY_ID: 1 });
      },
      { portal: { generation } },
    );
    expect(idsIn(ask(line, 'companyRequisites', [1]).get(1))).toHaveLength(count);
    expect(line.asked).toHaveLength(count / 50);
  });

  it("a contact's requisites are not those of the company with the same id", () => {
    const line = aLine(
      (portal) =>
        portal
          .withCompany({ ID: 1 })
          .withContact({ ID: 1 })
          .withRequisite({ ID: 1, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1 })
          .withRequisite({ ID: 2, ENTITY_TYPE_ID: CONTACT, ENTITY_ID: 1 }),
      { portal: { generation } },
    );
    expect(idsIn(ask(line, 'contactRequisites', [1]).get(1))).toEqual([2]);
    expect(idsIn(ask(line, 'companyRequisites', [1]).get(1))).toEqual([1]);
  });

  it('companies and contacts come by id, and one that may not be read is null', () => {
    const line = aLine(
      (portal) =>
        portal
          .withCompany({ ID: 1, TITLE: 'ООО «Ромашка»' })
          .withCompany({ ID: 2 })
          .withContact({ ID: 3, NAME: 'Пётр', LAST_NAME: 'Иванов' }),
      { portal: { generation, user: { admin: false, companies: { except: [2] } } } },
    );
    const companies = ask(line, 'company', [1, 2, 7]);
    expect([...companies.values()]).toEqual([{ id: 1, title: 'ООО «Ромашка»' }, null, null]);
    expect(ask(line, 'contact', [3]).get(3)).toEqual({
      id: 3,
      firstName: 'Пётр',
      lastName: 'Иванов',
      secondName: '',
    });
  });
});

describe('an answer about a stranger is not believed', () => {
  const stranger = (rows: readonly object[], name: string): readonly object[] =>
    rows.map((row) => ({ ...row, [name]: '999' }));
  const changeList = (line: Line, name: string): void => {
    const fault = changedAnswer((body) => {
      const answer = body as { result: object[] };
      return { ...answer, result: stranger(answer.result, name) };
    });
    line.portal.change({ faults: () => fault });
  };
  const aBuyer = (): Line =>
    aLine((portal) =>
      portal.withCompany({ ID: 1 }).withRequisite({ ID: 1, ENTITY_ID: 1 }).withInvoice({ ID: 1, link: 1 }),
    );

  it.each<readonly [QueryKind, string]>([
    ['link', 'ENTITY_ID'],
    ['requisite', 'ID'],
    ['companyRequisites', 'ENTITY_ID'],
  ])('%s', (kind, name) => {
    const line = aBuyer();
    changeList(line, name);
    expect(codeThrownBy(() => ask(line, kind, [1]))).toBe('badAnswer');
  });

  it.each(['company', 'contact'] as const)('%s', (kind) => {
    const line = aLine((portal) => portal.withCompany({ ID: 1 }).withContact({ ID: 1 }));
    line.portal.change({
      faults: () => changedAnswer((body) => ({ ...(body as object), result: { items: [{ id: 999 }] } })),
    });
    expect(codeThrownBy(() => ask(line, kind, [1]))).toBe('badAnswer');
  });
});

describe('an answer that says a thing twice, or of another kind, is not believed', () => {
  const twice = changedAnswer((body) => {
    const answer = body as { result: object[] };
    return { ...answer, result: [...answer.result, ...answer.result] };
  });

  it.each(['link', 'requisite', 'companyRequisites'] as const)('twice: %s', (kind) => {
    const line = aLine((portal) =>
      portal.withCompany({ ID: 1 }).withRequisite({ ID: 1, ENTITY_ID: 1 }).withInvoice({ ID: 1, link: 1 }),
    );
    line.portal.change({ faults: () => twice });
    expect(codeThrownBy(() => ask(line, kind, [1]))).toBe('badAnswer');
  });

  it('requisites of a contact with the id of the company', () => {
    const line = aLine((portal) => portal.withCompany({ ID: 1 }).withRequisite({ ID: 1, ENTITY_ID: 1 }));
    line.portal.change({
      faults: () =>
        changedAnswer((body) => {
          const answer = body as { result: object[] };
          return { ...answer, result: answer.result.map((row) => ({ ...row, ENTITY_TYPE_ID: '3' })) };
        }),
    });
    expect(codeThrownBy(() => ask(line, 'companyRequisites', [1]))).toBe('badAnswer');
  });
});

describe('a full page without `next` whose total says that more follows', () => {
  it('is followed by the next page', () => {
    const line = aLine((portal) => {
      portal.withCompany({ ID: 1 });
      for (let id = 1; id <= 60; id++) portal.withRequisite({ ID: id, ENTITY_ID: 1 });
    });
    const withoutNext = changedAnswer((body) => ({ ...(body as object), next: undefined }));
    line.portal.change({ faults: () => withoutNext });
    expect(idsIn(ask(line, 'companyRequisites', [1]).get(1))).toHaveLength(60);
    expect(line.asked).toHaveLength(2);
  });
});

describe('requisites that the portal repeats page after page', () => {
  it('end the refresh instead of going round for ever', () => {
    const line = aLine((portal) => portal.withCompany({ ID: 1 }).withRequisite({ ID: 1, ENTITY_ID: 1 }));
    line.portal.change({ faults: () => changedAnswer((body) => ({ ...(body as object), next: 50 })) });
    const again = changedAnswer((body) => {
      const answer = body as { result: object[] };
      const row = { ID: '1', ENTITY_TYPE_ID: '4', ENTITY_ID: '1' };
      return { ...answer, result: [row], next: 50 };
    });
    line.portal.change({ faults: () => again });
    expect(codeThrownBy(() => ask(line, 'companyRequisites', [1]))).toBe('badAnswer');
    expect(line.asked).toHaveLength(2);
  });
});
