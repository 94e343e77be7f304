import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { aSimulator, thrownBy, valueOf } from '../../../support/a-simulator';

const HEX = "bytes.map((b) => ((b + 256) % 256).toString(16).padStart(2, '0')).join('')";
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

test('a digest of a text without a charset takes every Cyrillic letter for a question mark', () => {
  const digest = (text: string, charset: string) =>
    valueOf(
      `const bytes = Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, '${text}'${charset}); return ${HEX}`,
    );

  expect(digest('счёт', '')).toBe(sha256('????'));
  expect(digest('счёт', ', Utilities.Charset.UTF_8')).toBe(sha256('счёт'));
});

test('bytes are signed', () => {
  expect(valueOf("return Utilities.newBlob('ы').getBytes().join()")).toBe('-47,-117');
  expect(valueOf("return Utilities.base64Decode('/4A=').join()")).toBe('-1,-128');
});

test('base64 is padded and read in either of its alphabets', () => {
  expect(valueOf('return Utilities.base64Encode([-1, -2])')).toBe('//4=');
  expect(valueOf("return Utilities.base64Decode('__4=').join()")).toBe('-1,-2');
  expect(thrownBy("Utilities.base64Decode('?')")).toBe('Exception: Could not decode string.');
});

test('what was compressed and encoded comes back, whatever the text', () => {
  const simulator = aSimulator(`function main(text) {
    const packed = Utilities.base64Encode(Utilities.gzip(Utilities.newBlob(text)).getBytes());
    const blob = Utilities.newBlob(Utilities.base64Decode(packed), 'application/x-gzip');
    return Utilities.ungzip(blob).getDataAsString(); }`);

  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(simulator.run({ function: 'main', args: [text], via: 'page' }).value).toBe(text);
    }),
    { numRuns: 30 },
  );
});

test('gzip and ungzip name and type their blobs as Google does', () => {
  expect(
    valueOf(`const packed = Utilities.gzip(Utilities.newBlob('x')); const plain = Utilities.ungzip(packed);
      return JSON.stringify([packed.getName(), packed.getContentType(), plain.getName(), plain.getContentType()])`),
  ).toBe('["archive.gz","application/x-gzip","archive",null]');
});

test('ungzip refuses what gzip did not make', () => {
  expect(thrownBy("Utilities.ungzip(Utilities.newBlob([1, 2], 'application/x-gzip'))")).toBe(
    'Exception: Could not decompress gzip.',
  );
  expect(thrownBy("Utilities.ungzip(Utilities.newBlob('x'))")).toContain('application/x-gzip');
});

test('sleep may last 300,000 ms', () => {
  expect(thrownBy('Utilities.sleep(300000)')).toBe('nothing was thrown');
  expect(thrownBy('Utilities.sleep(300001)')).toBe('Exception: Invalid argument: milliseconds');
});

test.each([
  ['Europe/Moscow', 'yyyy-MM-dd HH:mm:ss', '2026-01-01 01:30:05'],
  ['GMT', "dd.MM.yyyy 'в' HH:mm", '31.12.2025 в 22:30'],
  ['GMT-2', "yyyy-MM-dd'T'HH:mm", '2025-12-31T20:30'],
])('formatDate in %s as %s', (zone, pattern, text) => {
  expect(
    valueOf(`return Utilities.formatDate(new Date('2025-12-31T22:30:05Z'), '${zone}', "${pattern}")`),
  ).toBe(text);
});

test('letters that mean a week year or a day of the year are not silently taken for another', () => {
  expect(() => valueOf("return Utilities.formatDate(new Date(), 'GMT', 'YYYY')")).toThrow(
    'YYYY is not simulated',
  );
});
