import fc from 'fast-check';
import { isSurelyKept, literal } from '../../../src/sheets/text-safety';

test.each([
  '=1',
  '+7',
  '-5',
  '@x',
  "'x",
  '＝1',
  '＋1',
  '－1',
  '＠x',
  '\tx',
  '\rx',
  '\nx',
  ' =1',
  '\u00a0+1',
  '\u200b=1',
  '\ufeff=1',
])('a text such as %j never goes in raw', (text) => expect(literal(text)).toBe(`'${text}`));

test.each(['', ' ', 'ООО «Ромашка»', '007', '1-2', '1=1', 'a@b', '🙂'])(
  'a text such as %j goes in as it is',
  (text) => expect(literal(text)).toBe(text),
);

test('a text that the apostrophe would make too long for a cell waits for the rich form', () => {
  expect(literal(`=${'x'.repeat(49_998)}`)).toHaveLength(50_000);
  expect(literal(`=${'x'.repeat(49_999)}`)).toBe('');
});

test('whatever stands before the sign, what is handed over does not begin with it', () => {
  const invisible = fc.string({
    unit: fc.constantFrom(' ', '\t', '\n', '\u00a0', '\u200b', '\u2060', '\u0000'),
  });
  fc.assert(
    fc.property(invisible, fc.constantFrom('=', '+', '-', '@'), fc.string(), (before, sign, rest) => {
      expect(literal(before + sign + rest).startsWith("'")).toBe(true);
    }),
  );
});

test.each([
  '',
  '7701234567',
  '00123',
  'СЧ-000123',
  'ООО «Ромашка», филиал № 2',
  '«Вега»',
  'a@b = c',
  'Ёж — зверь',
])('a plain text such as %j is kept in any reading', (text) => expect(isSurelyKept(text)).toBe(true));

test.each([
  '1-2',
  '1E5',
  '10%',
  '-5',
  ' a',
  'a ',
  'a\nb',
  'a\u00a0b',
  '"a"',
  'é',
  'e\u0301',
  '🙂',
  '\ud800',
  '№ 5',
])('whether a text such as %j was kept has to be looked at', (text) =>
  expect(isSurelyKept(text)).toBe(false),
);

test('no text that needs protection passes for one that is surely kept', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(isSurelyKept(text) && literal(text) !== text).toBe(false);
    }),
  );
});
