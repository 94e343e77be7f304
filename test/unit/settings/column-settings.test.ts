/** Which lists of names may be saved, and what is said of others. */
import { CHECK_NAMES } from '../../../src/domain/check-names';
import { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../../../src/domain/column-names';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import { validateSettings } from '../../../src/settings/validate-settings';
import { settingsTexts } from '../../../src/texts/settings-texts';

const saved = (input: unknown) => validateSettings(input, DEFAULT_SETTINGS, null);

const userFields = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `UF_CRM_${index}`);

describe.each([
  ['briefColumns', BRIEF_COLUMNS, 12],
  ['detailColumns', DETAIL_COLUMNS, 8],
] as const)('the list of %s', (key, names, most) => {
  it.each(names)('may hold %s', (name) => {
    expect(saved({ [key]: [name] })).toMatchObject({ ok: true, settings: { [key]: [name] } });
  });

  it('may be empty, or as long as the sheet is wide, in any order', () => {
    const longest = names.slice(-most).reverse();
    expect(saved({ [key]: [] })).toMatchObject({ ok: true, settings: { [key]: [] } });
    expect(saved({ [key]: longest })).toMatchObject({ ok: true, settings: { [key]: longest } });
  });

  it.each([
    ['one too many', names.slice(0, most + 1)],
    ['a name twice', ['kpp', 'stage', 'kpp']],
    ['an unknown name', ['kpp', 'inn']],
    ['a name in another case', ['KPP']],
    ['a name of every object', ['constructor']],
    ['something that is no name', [null]],
    ['nothing at a place', Array.from({ length: 2 }).concat(['kpp'])],
    ['holes', Array(3)],
    ['a name in a list of its own', [['kpp']]],
    ['no list but a name', 'kpp'],
    ['no list but an object', { 0: 'kpp', length: 1 }],
    ['nothing', null],
  ])('may not be %s', (_, value) => {
    expect(saved({ [key]: value })).toEqual({ ok: false, errors: { [key]: settingsTexts[key] } });
  });

  it('is replaced whole', () => {
    const stored = { ...DEFAULT_SETTINGS, [key]: ['kpp', 'stage'] };
    expect(validateSettings({ [key]: ['currency'] }, stored, null)).toMatchObject({
      settings: { [key]: ['currency'] },
    });
  });
});

describe('user fields', () => {
  it('are columns of the brief sheet', () => {
    const briefColumns = userFields(12);
    expect(saved({ briefColumns })).toMatchObject({ ok: true, settings: { briefColumns } });
    expect(saved({ briefColumns: userFields(13) })).toMatchObject({ ok: false });
  });

  it('are none of the detail sheet', () => {
    expect(saved({ detailColumns: ['UF_CRM_1'] })).toMatchObject({ ok: false });
  });

  it.each(['uf_crm_1', 'UF_', 'UF_CRM 1', `UF_${'A'.repeat(48)}`])('have no name such as %s', (name) => {
    expect(saved({ briefColumns: [name] })).toMatchObject({ ok: false });
  });
});

describe('the list of checks that are not made', () => {
  it.each(CHECK_NAMES)('may hold %s', (name) => {
    expect(saved({ skippedChecks: [name] })).toMatchObject({ settings: { skippedChecks: [name] } });
  });

  it('may hold all of them, or none', () => {
    const all = [...CHECK_NAMES].reverse();
    expect(saved({ skippedChecks: all })).toMatchObject({ settings: { skippedChecks: all } });
    const stored = { ...DEFAULT_SETTINGS, skippedChecks: CHECK_NAMES };
    expect(validateSettings({ skippedChecks: [] }, stored, null)).toMatchObject({
      settings: { skippedChecks: [] },
    });
  });

  it.each([
    ['a name twice', ['sum-zero', 'sum-zero']],
    ['an unknown name', ['sum-zero', 'sum']],
    ['a name in another case', ['SUM-ZERO']],
    ['a name of every object', ['constructor']],
    ['a user field', ['UF_CRM_1']],
    ['holes', Array(3)],
    ['no list but a name', 'sum-zero'],
    ['nothing', null],
  ])('may not be %s', (_, skippedChecks) => {
    const errors = { skippedChecks: settingsTexts.skippedChecks };
    expect(saved({ skippedChecks })).toEqual({ ok: false, errors });
  });
});
