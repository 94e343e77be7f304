/** Answers of HTTP 200 that are not what they should be, made of what the portal would have answered. */
import { changedAnswer, type Fault } from '../../../portal/faults';
import type { PortalOutcome } from '../../../portal/http';

type Json = Record<string, unknown>;

/** What the add-on reads of a record and cannot do without, or takes in certain types only. */
const READ = [
  ...['id', 'ID', 'ownerId', 'ENTITY_TYPE_ID', 'ENTITY_ID', 'STATUS_ID', 'upperName'],
  ...['accountNumber', 'opportunity', 'taxValue', 'currencyId', 'stageId', 'companyId', 'contactId'],
  ...['updatedTime', 'isRecurring', 'begindate', 'ufCrm_626D6ABE98692', 'productName', 'price', 'quantity'],
  ...['taxRate', 'sort', 'REQUISITE_ID', 'RQ_INN', 'RQ_COMPANY_NAME', 'SORT', 'ADDRESS_ONLY', 'SEMANTICS'],
  ...['title', 'name', 'lastName', 'type', 'ADMIN', 'NAME'],
];
/** What no field may be. */
const WRONG_VALUES: readonly unknown[] = [{ a: 1 }, [1], { 0: 'x' }, [[]]];
/** What may be left out without another meaning: not these. */
const REQUIRED = new Set([
  ...['id', 'ID', 'ownerId', 'STATUS_ID', 'ENTITY_ID', 'accountNumber', 'opportunity', 'currencyId'],
  ...['stageId', 'companyId', 'contactId', 'updatedTime', 'begindate', 'productName', 'price', 'quantity'],
  ...['title', 'name', 'lastName'],
]);
/** Lists that may be shorter for want of rights name no owner in their ids. */
const LISTS_OF_IDS = /^crm\.(requisite|item\.productrow)/;

/** Refusals stay as they are: only answers are damaged. */
const damaged = (change: (answer: Json) => unknown): Fault =>
  changedAnswer((body) => ('result' in (body as Json) ? change(body as Json) : body));

const part = <T>(choices: readonly T[], number: number): T => choices[number % choices.length] as T;

/** The records of an answer, wherever its method puts them. */
function recordsOf(answer: Json): Json[] {
  const result = answer['result'] as Json | Json[] | null;
  if (Array.isArray(result)) return result;
  if (result === null || typeof result !== 'object') return [];
  const inner = Object.values(result).find((value) => typeof value === 'object' && value !== null);
  if (inner === undefined) return [result];
  return Object.values(inner as Record<string, Json>);
}

/** Changes the record and field of that number; an answer without records stays as it is. */
const inField = (
  number: number,
  fields: (name: string) => boolean,
  change: (record: Json, name: string) => void,
) =>
  damaged((answer) => {
    const records = recordsOf(answer).filter((record) => typeof record === 'object');
    if (records.length === 0) return answer;
    const record = part(records, number);
    const names = Object.keys(record).filter((name) => READ.includes(name) && fields(name));
    if (names.length > 0) change(record, part(names, number));
    return answer;
  });

export const wrongType = (number: number): Fault =>
  inField(
    number,
    () => true,
    (record, name) => {
      record[name] = part(WRONG_VALUES, number);
    },
  );

export const missingField = (number: number): Fault =>
  inField(
    number,
    (name) => REQUIRED.has(name),
    (record, name) => {
      // `undefined` does not get into JSON.
      record[name] = undefined;
    },
  );

const withResult = (change: (result: unknown) => unknown): Fault =>
  damaged((answer) => ({ ...answer, result: change(answer['result']) }));

const withMember = (member: string, value: unknown): Fault =>
  damaged((answer) => ({ ...answer, [member]: value }));

const inList = (change: (records: Json[]) => Json[]): Fault =>
  withResult((result) => {
    if (Array.isArray(result)) return change(result as Json[]);
    const entries = Object.entries(result as Json);
    return Object.fromEntries(
      entries.map(([key, value]) => [key, Array.isArray(value) ? change(value as Json[]) : value]),
    );
  });

const inText =
  (change: (body: string) => string): Fault =>
  (run): PortalOutcome => {
    const outcome = run();
    return outcome.kind === 'answer' ? { ...outcome, body: change(outcome.body) } : outcome;
  };

const NUMBER = /"(id|ownerId|companyId|opportunity|taxValue|price|quantity|taxRate)":(-?\d+(?:\.\d+)?)/g;

/** Spelled otherwise, meant the same: the report has to be right. */
export const OTHER_SPELLINGS: Readonly<Record<string, Fault>> = {
  'numbers are text': inText((body) => body.replace(NUMBER, '"$1":"$2"')),
  'numbers have exponents': inText((body) =>
    body.replace(NUMBER, (_, name: string, digits: string) => `"${name}":${Number(digits).toExponential()}`),
  ),
  'the time is absent': withMember('time', undefined),
  'the time is an empty list': withMember('time', []),
  'the working time is huge': withMember('time', { start: 1, operating: 1, operating_reset_at: 1e300 }),
  'the total is stale and larger': damaged(({ total, ...rest }) => {
    return typeof total === 'number' ? { ...rest, total: total + 7 } : rest;
  }),
  'next is missing': withMember('next', undefined),
  'next leads to nothing': withMember('next', 50),
};

const asObject = (list: readonly unknown[]): object => Object.fromEntries(list.entries());

/** Never an answer: the refresh has to end, or to ask again. */
export const NONSENSE: Readonly<Record<string, Fault>> = {
  'the result is null': withMember('result', null),
  'the result is missing': withMember('result', undefined),
  'the result is a text': withMember('result', 'x'),
  'there is an error beside the result': withMember('error', ''),
  'a list is an object': withResult((result) =>
    Array.isArray(result)
      ? asObject(result)
      : Object.fromEntries(
          Object.entries(result as Json).map(([key, value]) => [
            key,
            Array.isArray(value) ? asObject(value) : value,
          ]),
        ),
  ),
  'the total is a word': withMember('total', 'many'),
  'the time is a word': withMember('time', 'noon'),
  'numbers are infinite': inText((body) => body.replace(NUMBER, '"$1":1e999')),
  'it is fields': withMember('result', { fields: 1 }),
  'it is records of something else': withMember('result', [{ NAME: 'x', TITLE: 'y' }]),
  'it is items of something else': withMember('result', { items: [{ id: 1, stage: 'x' }] }),
};

/** Records that come twice, in another order, or of somebody nobody asked about. */
export const ODD_LISTS: Readonly<Record<string, Fault>> = {
  'the last record comes twice': inList((records) => [...records, ...records.slice(-1)]),
  'records come backwards': inList((records) => [...records].reverse()),
  'a record is of a stranger': (run, request) =>
    LISTS_OF_IDS.test(request.method) ? stranger(run, request) : run(),
};

const stranger = inList((records) =>
  records.map((record, index) => {
    if (index > 0) return record;
    const key = ['ownerId', 'ENTITY_ID'].find((name) => name in record) ?? 'id';
    return { ...record, [key]: 999 };
  }),
);
