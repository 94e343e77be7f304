/** SHA-256 of texts, checked against published vectors and Node's own digest. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sha256Hex } from '../../../src/hash/sha256';

const byNode = (text: string): string => createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex');

/** Characters of one to four bytes alike; fast-check's own binary strings take more than a second to set up. */
const someCharacter = fc
  .constantFrom(0x7f, 0x7ff, 0xffff, 0x10ffff)
  .chain((max) => fc.integer({ min: 0, max }))
  .map((code) => String.fromCodePoint(code));

describe('SHA-256 of a text', () => {
  it.each([
    ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
    ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
    [
      'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    ],
    ['a'.repeat(1_000_000), 'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0'],
  ])('agrees with the vectors of NIST (%.20s)', (text, expected) => {
    expect(sha256Hex(text)).toBe(expected);
  });

  it.each(['ООО «Ромашка»', 'Ё', '€', '📄', 'a\u{10FFFF}b', '\u007F\u0080\u07FF\u0800\uD7FF\uE000\uFFFF'])(
    'takes the UTF-8 bytes of %s',
    (text) => {
      expect(sha256Hex(text)).toBe(byNode(text));
    },
  );

  it('does not confuse Cyrillic texts of the same length', () => {
    expect(sha256Hex('Счёт')).not.toBe(sha256Hex('Счет'));
    expect(sha256Hex('Иванов')).not.toBe(sha256Hex('Петров'));
  });

  it.each(['\uD800', '\uDC00', '\uDBFF', '\uDFFF', 'x\uD83D', '\uDC00\uD800', '\uD800\uD800\uDC00'])(
    'reads a lone surrogate as U+FFFD (%#)',
    (text) => {
      expect(sha256Hex(text)).toBe(byNode(text));
    },
  );

  it('agrees with Node for any text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: someCharacter, maxLength: 300 }),
        (text) => sha256Hex(text) === byNode(text),
      ),
    );
  });

  it('agrees with Node for any sequence of UTF-16 code units', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff })), (units) => {
        const text = String.fromCharCode(...units);
        return sha256Hex(text) === byNode(text);
      }),
    );
  });
});
