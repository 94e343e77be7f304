/** Which names a portal's host may have, to the last letter that still fits. */
import { inPunycode, isHostName } from '../../../src/settings/host-name';

const label = (length: number): string => 'a'.repeat(length);
/** Labels of 63 letters and dots, then one of so many. */
const longName = (last: number): string => `${`${label(63)}.`.repeat(3)}${label(last)}`;

describe('a host name', () => {
  it.each([
    ...[
      'a',
      '7a',
      'a7',
      'localhost',
      'a.b',
      'demo.bitrix24.ru',
      'my_portal',
      '_a_',
      'a-b',
      'xn--80a.xn--p1ai',
    ],
    ...[label(63), `${label(63)}.ru`, longName(61)],
    ...['0.0.0.0', '9.10.99.100', '255.255.255.255', '1.2.3.4a', '1.a', '0.x', '[::1]'],
  ])('may be %s', (name) => {
    expect(isHostName(name)).toBe(true);
  });

  it.each([
    ...['', '.', 'a.', '.a', 'a..b', '-a', 'a-', 'a.-b', 'A', 'a b', 'a\n', 'ä', 'a:1', '-', 'a!'],
    ...[label(64), `${label(64)}.ru`, longName(62)],
    ...['256.0.0.1', '1.2.3.999', '1.2.3', '1.2.3.4.5', '7', '01.2.3.4', '1.2.3.00', '1000.2.3.4'],
    ...['a.1', '0x1f', 'a.0x', 'a.0xff', '1.2.3.0x4', 'a.2.3.4', '[::1', '[::2]', '::1'],
  ])('may not be %j', (name) => {
    expect(isHostName(name)).toBe(false);
  });

  it('of 253 letters is the longest', () => {
    expect([longName(61).length, longName(62).length]).toEqual([253, 254]);
  });
});

describe('a name in Cyrillic letters', () => {
  it.each([
    ['портал.рф', 'xn--80awhdgm.xn--p1ai'],
    ['ПОРТАЛ.РФ', 'xn--80awhdgm.xn--p1ai'],
    ['24.рф', '24.xn--p1ai'],
    ['портал24.ru', 'xn--24-6kc8bnfiq.ru'],
    ['а-б.ru', 'xn----7sbe.ru'],
    ['и\u0306.ru', 'xn--i1a.ru'],
  ])('%s is %s', (name, known) => {
    expect(inPunycode(name)).toBe(known);
  });

  it.each([
    'demo.Bitrix24.ru',
    'портaл.рф'.slice(0, 6),
    '-портал',
    'портал-',
    'порт_ал',
    '24',
    'a-1',
    '',
    '.',
    'ü',
  ])('is not what else stands there: %j stays as it is', (name) => {
    expect(inPunycode(name)).toBe(name);
  });
});
