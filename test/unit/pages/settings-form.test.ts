import fc from 'fast-check';
import { isIsoDate } from '../../../src/domain/calendar-day';
import { CHECK_NAMES } from '../../../src/domain/check-names';
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../../../src/domain/column-names';
import type { FieldName } from '../../../src/domain/ids';
import { PERIOD_PRESETS } from '../../../src/domain/period';
import {
  DEBTS_SHEETS,
  DEFAULT_SETTINGS,
  SCHEDULE_HOURS,
  type Settings,
} from '../../../src/settings/Settings';
import { validateSettings } from '../../../src/settings/validate-settings';
import {
  changedIn,
  formOf,
  formProblems,
  inOrderOf,
  isSameForm,
  periodHint,
  settingsOf,
  type FormValues,
} from '../../../src/pages/settings-form';

const userField = fc.stringMatching(/^UF_[A-Z0-9_]{1,20}$/).map((name) => name as FieldName);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
  .filter(isIsoDate);
const period = fc.oneof(
  fc
    .constantFrom(...PERIOD_PRESETS.filter((preset) => preset !== 'custom'))
    .map((preset) => ({ preset, from: null, to: null })),
  fc.tuple(day, day).map((days) => {
    const [from, to] = days.sort();
    return { preset: 'custom' as const, from, to };
  }),
);
const settings: fc.Arbitrary<Settings> = fc.record({
  period,
  periodField: fc.oneof(fc.constantFrom('BEGINDATE' as FieldName, 'CLOSEDATE' as FieldName), userField),
  shipmentDateField: fc.oneof(fc.constant('' as const), userField),
  paymentDateField: fc.oneof(fc.constant('' as const), userField),
  briefColumns: fc.uniqueArray(fc.oneof(fc.constantFrom(...BRIEF_COLUMNS), userField), { maxLength: 12 }),
  detailColumns: fc.uniqueArray(fc.constantFrom(...DETAIL_COLUMNS), { maxLength: 8 }),
  dueDateField: fc.oneof(fc.constantFrom('BEGINDATE' as FieldName, 'CLOSEDATE' as FieldName), userField),
  dueDays: fc.integer({ min: 0, max: 365 }),
  paidSumField: fc.oneof(fc.constant('' as const), userField),
  noteColumns: fc.integer({ min: 0, max: 5 }),
  debtsSheet: fc.constantFrom(...DEBTS_SHEETS),
  debtsByInvoice: fc.boolean(),
  vatSheet: fc.boolean(),
  checksSheet: fc.boolean(),
  skippedChecks: fc.uniqueArray(fc.constantFrom(...CHECK_NAMES)),
  changesSheet: fc.boolean(),
  summarySheet: fc.boolean(),
  excludeFailed: fc.boolean(),
  cacheTtlSeconds: fc.integer({ min: 0, max: 21_600 }),
  scheduleHours: fc.constantFrom(...SCHEDULE_HOURS),
  enterpriseLimits: fc.boolean(),
});

const form = (change: Partial<FormValues> = {}): FormValues => ({ ...formOf(DEFAULT_SETTINGS), ...change });

describe('settings that went through the form', () => {
  it('are the same settings, and the server takes them', () => {
    fc.assert(
      fc.property(settings, (before) => {
        const values = formOf(before);
        expect(formProblems(values)).toEqual({});
        expect(validateSettings(settingsOf(values), DEFAULT_SETTINGS, null)).toEqual({
          ok: true,
          settings: before,
          webhook: { kind: 'kept' },
        });
      }),
    );
  });

  it('are sent where they were changed, and nothing else, which others may have changed meanwhile', () => {
    const saved = form({ preset: 'month' });
    expect(changedIn(saved, saved)).toEqual({});
    expect(changedIn({ ...saved, from: '2026-01-01', cacheTtlSeconds: ' 300 ' }, saved)).toEqual({});
    expect(changedIn({ ...saved, preset: 'year', excludeFailed: false }, saved)).toEqual({
      period: { preset: 'year', from: null, to: null },
      excludeFailed: false,
    });
  });

  it('never name the webhook, which is no part of the form', () => {
    expect(settingsOf(form())).not.toHaveProperty('webhookUrl');
  });

  it('lose the days that another preset left in the form', () => {
    const values = form({ preset: 'month', from: '2026-01-01', to: '2026-02-01' });
    expect(settingsOf(values).period).toEqual({ preset: 'month', from: null, to: null });
  });
});

describe('the form refuses by itself', () => {
  it.each([
    ['', ''],
    ['2026-01-01', ''],
    ['', '2026-01-01'],
  ])('a custom period from "%s" to "%s"', (from, to) => {
    expect(formProblems(form({ preset: 'custom', from, to }))).toEqual({
      period: 'Укажите начало и конец периода.',
    });
  });

  it('a custom period that ends before it begins', () => {
    const problems = formProblems(form({ preset: 'custom', from: '2026-02-01', to: '2026-01-31' }));
    expect(problems).toEqual({ period: 'Начало периода позже его конца: поменяйте даты местами.' });
  });

  it.each(['', ' ', '-1', '1.5', '1e3', 'пять'])('the cache time "%s"', (cacheTtlSeconds) => {
    expect(formProblems(form({ cacheTtlSeconds }))).toEqual({
      cacheTtlSeconds: 'Укажите целое число от 0 до 21\u00a0600.',
    });
  });
});

describe('the form does not refuse', () => {
  it('days that its preset does not use', () => {
    expect(formProblems(form({ preset: 'year', from: '2026-02-01', to: '' }))).toEqual({});
  });

  it('spaces around a number', () => {
    const values = form({ cacheTtlSeconds: ' 600 ' });
    expect([formProblems(values), settingsOf(values).cacheTtlSeconds]).toEqual([{}, 600]);
  });
});

describe('a form is unsaved', () => {
  it.each<[keyof FormValues, Partial<FormValues>]>([
    ['preset', { preset: 'month' }],
    ['periodField', { periodField: 'CLOSEDATE' }],
    ['paymentDateField', { paymentDateField: 'UF_PAID' }],
    ['excludeFailed', { excludeFailed: false }],
    ['scheduleHours', { scheduleHours: 1 }],
    ['cacheTtlSeconds', { cacheTtlSeconds: '301' }],
    ['enterpriseLimits', { enterpriseLimits: true }],
  ])('when its %s differs', (_, change) => {
    expect(isSameForm(form(change), form())).toBe(false);
  });

  it('when its cache time is emptied where 0 was saved', () => {
    expect(isSameForm(form({ cacheTtlSeconds: '' }), form({ cacheTtlSeconds: '0' }))).toBe(false);
  });

  it('but not for days that no one sees', () => {
    expect(isSameForm(form({ from: '2026-01-01' }), form())).toBe(true);
  });
});

describe('a list of names', () => {
  const names = fc.uniqueArray(fc.constantFrom(...CHECK_NAMES));

  it('keeps the order that it was given in, and whatever is new stands last', () => {
    expect(
      inOrderOf(['sum-zero', 'inn-wrong', 'kpp-wrong'], ['inn-wrong', 'number-double', 'sum-zero']),
    ).toEqual(['sum-zero', 'inn-wrong', 'number-double']);
  });

  it('holds the same names, and is the given list where these are the same', () => {
    fc.assert(
      fc.property(names, names, (given, wanted) => {
        expect(inOrderOf(given, wanted).sort()).toEqual([...wanted].sort());
        expect(inOrderOf(given, [...given].reverse())).toEqual(given);
      }),
    );
  });
});

describe('the days of a preset', () => {
  const SUNDAY = new Date(2026, 10, 29, 12);

  it.each([
    ['week', '23.11.2026 – 29.11.2026. Сменится завтра.'],
    ['quarter', '01.10.2026 – 31.12.2026. Сменится 1 января 2027.'],
    ['previousMonth', '01.10.2026 – 31.10.2026. Сменится 1 декабря.'],
    ['last30Days', '31.10.2026 – 29.11.2026. Сдвигается каждый день.'],
  ] as const)('are shown with the day on which they change: %s', (preset, hint) => {
    expect(periodHint(preset, SUNDAY)).toBe(hint);
  });
});
