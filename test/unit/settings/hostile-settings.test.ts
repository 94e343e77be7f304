/** Input that no page of ours sends: it is refused or taken for what it is, and never throws. */
import fc from 'fast-check';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import { restoreSettings, validateSettings } from '../../../src/settings/validate-settings';
import { settingsTexts } from '../../../src/texts/settings-texts';

const KEYS = ['webhookUrl', ...Object.keys(DEFAULT_SETTINGS)];

describe('hostile settings', () => {
  it.each([null, undefined, 0, '', 'settings', true, [], [{}], new Date(0), new Map(), () => ({})])(
    'that are not an object are refused: %p',
    (input) => {
      const errors = { settings: settingsTexts.notAnObject };
      expect(validateSettings(input, DEFAULT_SETTINGS, null)).toEqual({ ok: false, errors });
    },
  );

  it('may not name __proto__', () => {
    const result = validateSettings(
      JSON.parse('{"__proto__":{"excludeFailed":false}}'),
      DEFAULT_SETTINGS,
      null,
    );
    const errors = result.ok ? {} : result.errors;
    expect(Object.entries(errors)).toEqual([['__proto__', settingsTexts.unknownKey]]);
    expect(Object.getPrototypeOf(errors)).toBe(Object.prototype);
  });

  it('do not bring in values by inheritance', () => {
    const input: unknown = Object.create({ scheduleHours: 12, foo: 1 });
    expect(validateSettings(input, DEFAULT_SETTINGS, null)).toMatchObject({
      ok: true,
      settings: DEFAULT_SETTINGS,
    });
  });

  it('may come without a prototype', () => {
    const input: unknown = Object.assign(Object.create(null), { scheduleHours: 12 });
    const settings = { ...DEFAULT_SETTINGS, scheduleHours: 12 };
    expect(validateSettings(input, DEFAULT_SETTINGS, null)).toMatchObject({ ok: true, settings });
  });

  it('never throw, and come out valid or with sentences', () => {
    const anything = fc.anything({ withNullPrototype: true, withMap: true, withDate: true });
    const keyed = fc.dictionary(fc.constantFrom(...KEYS), anything);
    fc.assert(
      fc.property(fc.oneof(anything, keyed), (input) => {
        const result = validateSettings(input, DEFAULT_SETTINGS, null);
        if (result.ok) {
          expect(validateSettings(result.settings, DEFAULT_SETTINGS, null)).toMatchObject({
            ok: true,
            settings: result.settings,
          });
        } else {
          expect(Object.values(result.errors).every((sentence) => sentence.endsWith('.'))).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('that lay in the store are restored to valid ones without throwing', () => {
    const stored = fc.dictionary(fc.constantFrom(...KEYS, '__proto__', 'foo'), fc.anything());
    fc.assert(
      fc.property(stored, (entries) => {
        const settings = restoreSettings(new Map(Object.entries(entries)));
        expect(validateSettings(settings, DEFAULT_SETTINGS, null)).toMatchObject({ ok: true, settings });
      }),
    );
  });
});
