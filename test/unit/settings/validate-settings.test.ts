/** The rules of each setting, one by one. */
import { PERIOD_PRESETS } from '../../../src/domain/period';
import type { Settings } from '../../../src/settings/Settings';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import { validateSettings } from '../../../src/settings/validate-settings';
import { settingsTexts } from '../../../src/texts/settings-texts';

function settingsOf(input: unknown, stored = DEFAULT_SETTINGS): Settings {
  const result = validateSettings(input, stored, null);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.settings;
}

function errorsOf(input: unknown): Readonly<Record<string, string>> {
  const result = validateSettings(input, DEFAULT_SETTINGS, null);
  return result.ok ? {} : result.errors;
}

const CHANGED = settingsOf({
  period: { preset: 'custom', from: '2024-01-01', to: '2024-02-29' },
  periodField: 'CLOSEDATE',
  shipmentDateField: 'UF_CRM_SMART_INVOICE_1651168135187',
  paymentDateField: 'UF_CRM_PAID',
  briefColumns: ['debt', 'UF_CRM_PROJECT'],
  detailColumns: ['unit'],
  dueDateField: 'UF_CRM_DUE',
  dueDays: 14,
  paidSumField: 'UF_CRM_PAID_SUM',
  noteColumns: 2,
  debtsSheet: 'all',
  debtsByInvoice: false,
  vatSheet: true,
  checksSheet: true,
  skippedChecks: ['due-missing', 'sum-zero'],
  changesSheet: true,
  summarySheet: true,
  excludeFailed: false,
  cacheTtlSeconds: 21_600,
  scheduleHours: 24,
  enterpriseLimits: true,
});

describe('keys', () => {
  it('that are missing keep their stored values', () => {
    expect(settingsOf({}, CHANGED)).toEqual(CHANGED);
    expect(settingsOf({ scheduleHours: 1 }, CHANGED)).toEqual({ ...CHANGED, scheduleHours: 1 });
  });

  it('with nothing in them count as missing', () => {
    expect(settingsOf({ scheduleHours: undefined, foo: undefined }, CHANGED)).toEqual(CHANGED);
  });

  it('that are missing the first time have the defaults', () => {
    expect(settingsOf({})).toEqual({
      period: { preset: 'quarter', from: null, to: null },
      periodField: 'BEGINDATE',
      shipmentDateField: '',
      paymentDateField: '',
      briefColumns: [],
      detailColumns: [],
      dueDateField: 'CLOSEDATE',
      dueDays: 0,
      paidSumField: '',
      noteColumns: 0,
      debtsSheet: 'off',
      debtsByInvoice: true,
      vatSheet: false,
      checksSheet: false,
      skippedChecks: [],
      changesSheet: false,
      summarySheet: false,
      excludeFailed: true,
      cacheTtlSeconds: 300,
      scheduleHours: 0,
      enterpriseLimits: false,
    });
  });

  it.each(['foo', 'webhookURL', 'Period', 'period ', 'toString', 'constructor', 'hasOwnProperty'])(
    'that are unknown, such as %j, are errors',
    (key) => {
      expect(errorsOf({ [key]: 1 })).toEqual({ [key]: settingsTexts.unknownKey });
    },
  );

  it('that are wrong are all named, and nothing is taken over', () => {
    const input = { foo: 1, excludeFailed: 'yes', scheduleHours: 3, enterpriseLimits: true };
    expect(validateSettings(input, DEFAULT_SETTINGS, null)).toEqual({
      ok: false,
      errors: {
        foo: settingsTexts.unknownKey,
        excludeFailed: settingsTexts.boolean,
        scheduleHours: settingsTexts.scheduleHours,
      },
    });
  });

  it.each([
    [7, settingsTexts.webhookNotText],
    ['https://demo.bitrix24.ru/', settingsTexts.webhookPath],
  ])('of the webhook are refused like all others: %j', (webhookUrl, problem) => {
    expect(errorsOf({ webhookUrl })).toEqual({ webhookUrl: problem });
    expect(errorsOf({ webhookUrl, foo: 1 })).toEqual({ webhookUrl: problem, foo: settingsTexts.unknownKey });
  });

  it('leave the stored settings object as it was', () => {
    const stored = { ...DEFAULT_SETTINGS };
    settingsOf({ scheduleHours: 12 }, stored);
    expect(stored).toEqual(DEFAULT_SETTINGS);
  });
});

describe('period', () => {
  it.each(PERIOD_PRESETS.filter((preset) => preset !== 'custom'))(
    'may be %s, and then gives its dates back as null',
    (preset) => {
      const period = { preset, from: null, to: null };
      expect(settingsOf({ period: { preset } }, CHANGED).period).toEqual(period);
      expect(settingsOf({ period: { preset, from: '2024-01-01', to: 'nonsense' } }).period).toEqual(period);
    },
  );

  it.each([
    ['2024-01-01', '2024-01-01'],
    ['2024-02-29', '2024-12-31'],
    ['2000-02-29', '9999-12-31'],
  ])('may be custom from %s to %s', (from, to) => {
    expect(settingsOf({ period: { preset: 'custom', from, to } }).period).toEqual({
      preset: 'custom',
      from,
      to,
    });
  });

  it.each([
    ['2023-02-29', '2024-01-01'],
    ['1900-02-29', '2024-01-01'],
    ['2024-04-31', '2024-05-01'],
    ['2024-13-01', '2024-12-31'],
    ['2024-00-10', '2024-12-31'],
    ['2024-01-00', '2024-12-31'],
    ['0000-01-01', '2024-12-31'],
    ['2024-1-1', '2024-12-31'],
    ['01.01.2024', '31.12.2024'],
    ['2024-01-01', '2024-12-31T00:00:00'],
    ['2024-01-01\n', '2024-12-31'],
    ['٢٠٢٤-٠١-٠١', '2024-12-31'],
    [20240101, 20241231],
    [null, '2024-12-31'],
    ['2024-01-01', undefined],
    ['', ''],
  ])('may not be custom from %j to %j, which are not both real dates', (from, to) => {
    const errors = errorsOf({ period: { preset: 'custom', from, to } });
    expect(errors).toEqual({ period: settingsTexts.customDates });
  });

  it('may not end before it begins', () => {
    const errors = errorsOf({ period: { preset: 'custom', from: '2024-02-01', to: '2024-01-31' } });
    expect(errors).toEqual({ period: settingsTexts.customOrder });
  });

  it.each(['fortnight', '', 'QUARTER', 'toString', null, 1, undefined, ['month']])(
    'has no preset %j',
    (preset) => {
      expect(errorsOf({ period: { preset } })).toEqual({ period: settingsTexts.periodPreset });
    },
  );

  it.each([null, 'quarter', 4, [], ['month', null, null], { preset: 'month', extra: 1 }])(
    'may not have the shape %j',
    (period) => {
      expect(errorsOf({ period })).toEqual({ period: settingsTexts.periodShape });
    },
  );

  it('is replaced whole: dates of the stored period do not carry over', () => {
    const result = validateSettings({ period: { preset: 'custom', to: '2024-03-01' } }, CHANGED, null);
    expect(result).toEqual({ ok: false, errors: { period: settingsTexts.customDates } });
  });
});

describe('field names', () => {
  const longest = `UF_${'A'.repeat(47)}`;

  const neither = [
    'begindate',
    'CREATEDTIME',
    'ufCrm_1',
    'uf_crm_1',
    'UF_',
    'UF_CRM_Д',
    'UF_CRM 1',
    ' UF_CRM_1',
  ];
  const hostile = [`${longest}A`, 'UF_CRM_1\n', 'UF-CRM', '__proto__', null, 0, true, {}];

  describe.each(['periodField', 'dueDateField'] as const)('of %s', (key) => {
    it.each(['BEGINDATE', 'CLOSEDATE', 'UF_CRM_SMART_INVOICE_1651168135187', 'UF_X', longest])(
      'may be %s',
      (name) => {
        expect(settingsOf({ [key]: name })[key]).toBe(name);
      },
    );

    it.each(['', ...neither, ...hostile, ['BEGINDATE']])('may not be %j', (name) => {
      expect(errorsOf({ [key]: name })).toEqual({ [key]: settingsTexts[key] });
    });
  });

  it('are none of a million letters, in whatever field', () => {
    const long = 'U'.repeat(1_000_000);
    const { periodField, dateField } = settingsTexts;
    const errors = { periodField, shipmentDateField: dateField, paymentDateField: dateField };
    expect(errorsOf({ periodField: long, shipmentDateField: long, paymentDateField: long })).toEqual(errors);
  });

  describe.each([
    ['shipmentDateField', settingsTexts.dateField],
    ['paymentDateField', settingsTexts.dateField],
    ['paidSumField', settingsTexts.paidSumField],
  ] as const)('of %s', (key, problem) => {
    it.each(['', 'UF_CRM_SMART_INVOICE_1651168135187', longest])('may be %j', (name) => {
      expect(settingsOf({ [key]: name }, CHANGED)[key]).toBe(name);
    });

    it.each(['BEGINDATE', 'CLOSEDATE', ...neither, ...hostile, ['UF_CRM_1']])('may not be %j', (name) => {
      expect(errorsOf({ [key]: name })).toEqual({ [key]: problem });
    });
  });
});

describe('switches', () => {
  describe.each([
    ...(['excludeFailed', 'enterpriseLimits', 'debtsByInvoice', 'vatSheet'] as const),
    ...(['checksSheet', 'changesSheet', 'summarySheet'] as const),
  ])('%s', (key) => {
    it.each([true, false])('may be %j', (value) => {
      expect(settingsOf({ [key]: value })[key]).toBe(value);
    });

    it.each(['true', '', 0, 1, null, 'Y', [], {}])('may not be %j', (value) => {
      expect(errorsOf({ [key]: value })).toEqual({ [key]: settingsTexts.boolean });
    });
  });
});

describe('the sheet of debts', () => {
  it.each(['off', 'period', 'all'])('may be %j', (debtsSheet) => {
    expect(settingsOf({ debtsSheet }).debtsSheet).toBe(debtsSheet);
  });

  it.each(['', 'ALL', 'on', true, false, null, 0, ['all'], 'toString'])('may not be %j', (debtsSheet) => {
    expect(errorsOf({ debtsSheet })).toEqual({ debtsSheet: settingsTexts.debtsSheet });
  });
});

describe('numbers', () => {
  describe.each([
    ['cacheTtlSeconds', 21_600],
    ['dueDays', 365],
    ['noteColumns', 5],
  ] as const)('%s', (key, most) => {
    it.each([0, 1, most])('may be %j', (value) => {
      expect(settingsOf({ [key]: value })[key]).toBe(value);
    });

    it.each([-1, most + 1, 1.5, '3', '', null, NaN, Infinity, true, [3], 1e300])('may not be %j', (value) => {
      expect(errorsOf({ [key]: value })).toEqual({ [key]: settingsTexts[key] });
    });
  });

  it.each([0, 1, 2, 4, 6, 8, 12, 24])('scheduleHours may be %j', (scheduleHours) => {
    expect(settingsOf({ scheduleHours }).scheduleHours).toBe(scheduleHours);
  });

  it.each([3, -1, 48, 0.5, '1', null, NaN, false, [1]])('scheduleHours may not be %j', (scheduleHours) => {
    expect(errorsOf({ scheduleHours })).toEqual({ scheduleHours: settingsTexts.scheduleHours });
  });
});
