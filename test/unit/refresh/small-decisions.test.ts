/** The small decisions of a refresh: what a page may wish for, how long a writing takes, which dates are read. */
import type { DateField } from '../../../src/bitrix24/decode-invoice';
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import type { FieldName } from '../../../src/domain/ids';
import type { FieldRecord } from '../../../src/domain/records';
import { SentenceError } from '../../../src/domain/SentenceError';
import {
  neededDateFields,
  needsFieldTypes,
  shownField,
  typedDateFields,
} from '../../../src/refresh/date-fields';
import { executionLine } from '../../../src/refresh/execution-line';
import { PortalMemory } from '../../../src/refresh/PortalMemory';
import { wishOf } from '../../../src/refresh/wish';
import { writingPace, writingTime } from '../../../src/refresh/write-pace';
import { Installation, OWNER } from './an-installation';

describe('A page may wish', () => {
  test.each([
    [{}, { briefOnly: false }],
    [{ briefOnly: true }, { briefOnly: true }],
    [{ briefOnly: false }, { briefOnly: false }],
    [{ briefOnly: null }, { briefOnly: false }],
    [{ resume: '2026-05-20T09:00:00.000Z' }, { resume: '2026-05-20T09:00:00.000Z' }],
  ])('by %j for %j', (options, wish) => {
    expect(wishOf(options)).toEqual(wish);
  });

  test.each([
    undefined,
    null,
    'resume',
    7,
    { briefOnly: 'yes' },
    { resume: 1 },
    { resume: true },
    { other: true },
  ])('for nothing by %j', (options) => {
    expect(() => wishOf(options)).toThrow(SentenceError);
  });

  test('for one thing at a time', () => {
    expect(() => wishOf({ briefOnly: true, resume: 'x' })).toThrow(SentenceError);
  });
});

describe('The writing of rows', () => {
  test('is given a minute and a half at least, and a quarter more than the last pace says', () => {
    expect(writingTime(100_000, null)).toBe(90_000);
    expect(writingTime(1_000, 10_000)).toBe(90_000);
    expect(writingTime(20_000, 4_000)).toBe(100_000);
  });

  test('has a pace for each thousand of them; a few say nothing of many', () => {
    expect(writingPace(2_000, 5_001)).toBe(2_501);
    expect(writingPace(10, 5_000)).toBe(5_000);
    expect(writingPace(1_001, 1_000)).toBe(1_000);
  });
});

describe('The date fields of a report', () => {
  const name = (text: string) => text as FieldName;
  const field = (given: string, type: string, more: Partial<FieldRecord> = {}): FieldRecord => ({
    ...{ name: name(given), title: 'Отгружено', type, isMultiple: false, isUserField: true },
    ...more,
  });
  const chosen = (periodField: string, shipmentDateField = '', paymentDateField = '') =>
    neededDateFields({ periodField, shipmentDateField, paymentDateField } as never);

  test('are the invoice’s own date and the chosen ones, each once', () => {
    expect(chosen('BEGINDATE')).toEqual(['BEGINDATE']);
    expect(chosen('CLOSEDATE', 'UF_A', 'UF_B')).toEqual(['BEGINDATE', 'CLOSEDATE', 'UF_A', 'UF_B']);
    expect(chosen('UF_A', 'UF_A', 'BEGINDATE')).toEqual(['BEGINDATE', 'UF_A']);
  });

  test('need to be asked about where one is a user field', () => {
    expect(needsFieldTypes([name('BEGINDATE'), name('CLOSEDATE')])).toBe(false);
    expect(needsFieldTypes([name('BEGINDATE'), name('UF_A')])).toBe(true);
  });

  test('have the portal’s types, standard ones their own', () => {
    const names = [name('BEGINDATE'), name('UF_A'), name('UF_B')];
    const typed: DateField[] = [
      { name: name('BEGINDATE'), type: 'date' },
      { name: name('UF_A'), type: 'datetime' },
      { name: name('UF_B'), type: 'date' },
    ];
    expect(typedDateFields(names, [field('UF_B', 'date'), field('UF_A', 'datetime')])).toEqual(typed);
    expect(typedDateFields([name('BEGINDATE')], [])).toEqual([typed[0]]);
  });

  const refusal = (fields: readonly FieldRecord[]): unknown => {
    try {
      return typedDateFields([name('UF_A')], fields);
    } catch (error) {
      const { code, details } = error as Bitrix24Error;
      return { code, details };
    }
  };

  test('are refused where one is gone or no single date, which is named', () => {
    expect(refusal([field('UF_B', 'date')])).toEqual({ code: 'fieldGone', details: { field: 'UF_A' } });
    const notDate = { code: 'fieldNotDate', details: { field: 'Отгружено' } };
    expect(refusal([field('UF_A', 'string')])).toEqual(notDate);
    expect(refusal([field('UF_A', 'date', { isMultiple: true })])).toEqual(notDate);
  });

  test('are called by their titles where those fit a sentence', () => {
    const called = (title: string) => shownField(name('UF_A'), [field('UF_A', 'date', { title })]);
    expect(called('Отгружено')).toBe('Отгружено');
    expect([called(''), called(' '), called('я'.repeat(101))]).toEqual(['UF_A', 'UF_A', 'UF_A']);
    expect(called('я'.repeat(100))).toBe('я'.repeat(100));
    expect(shownField(name('UF_A'), [field('UF_B', 'date')])).toBe('UF_A');
    expect(shownField(name('CLOSEDATE'), [])).toBe('Срок оплаты');
  });
});

describe('What is remembered of a portal', () => {
  const bucket = { level: 7, at: 5, pace: 0.8 };
  const SIX_HOURS = 6 * 60 * 60_000;
  const memory = (installation: Installation, connection = 'A') =>
    new PortalMemory(installation.openedBy(OWNER).state.portal, connection, installation.clock);

  test('is its own bucket, and for six hours whether it takes lists', () => {
    const installation = new Installation();
    expect([memory(installation).bucket(), memory(installation).ownerLists()]).toEqual([
      undefined,
      'unknown',
    ]);
    memory(installation).keep(bucket, 'taken', 10_000);
    expect([memory(installation).bucket(), memory(installation).ownerLists()]).toEqual([bucket, 'taken']);
    expect([memory(installation, 'B').bucket(), memory(installation, 'B').ownerLists()]).toEqual([
      undefined,
      'unknown',
    ]);
    installation.clock.advance(SIX_HOURS - 1);
    memory(installation).keep({ ...bucket, level: 8 }, 'taken', 10_000);
    expect(memory(installation).ownerLists()).toBe('taken');
    installation.clock.advance(1);
    expect(memory(installation).ownerLists()).toBe('unknown');
    expect(memory(installation).bucket()).toEqual({ ...bucket, level: 8 });
  });

  test('counts its six hours from the news', () => {
    const installation = new Installation();
    memory(installation).keep(bucket, 'taken', 10_000);
    installation.clock.advance(SIX_HOURS - 1);
    memory(installation).keep(bucket, 'refused', 10_000);
    installation.clock.advance(SIX_HOURS - 1);
    expect(memory(installation).ownerLists()).toBe('refused');
  });
});

test('The log’s line of an execution has counts and names of methods only', () => {
  const cache = { hits: 1, misses: 2, stores: 3, evictions: 4, bytes: 5 };
  const progress = { requestsByMethod: new Map([['profile' as const, 2]]) };
  const generated = { report: { brief: [1, 2], productRowCount: 9 }, told: { wholeFor: 'weekly' } } as never;
  expect(JSON.parse(executionLine('done', generated, progress, cache))).toEqual({
    refresh: 'done',
    invoices: 2,
    rows: 9,
    requests: { profile: 2 },
    whole: 'weekly',
    cache,
  });
  expect(JSON.parse(executionLine('failed', null, progress, cache))).toMatchObject({
    invoices: null,
    rows: null,
  });
});
