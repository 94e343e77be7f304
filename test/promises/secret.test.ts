/** A sample of the suite, and proof that its detector sees what it should. */
import { holds } from '../support/leaks';
import { secret } from './secret/secret';
import { tellingTexts } from './secret/telling-texts';
import { ADDRESSES } from './secret/try-addresses';
import { gzipSync } from 'node:zlib';
import { tryWhole } from './suite';

const SECRET = 'q7zx0kp4lm2vb9rt';
const ADDRESS = `https://demo.bitrix24.ru/rest/1/${SECRET}/`;

describe('the detector', () => {
  it.each([
    ['plain', ADDRESS],
    ['in capitals', ADDRESS.toUpperCase()],
    ['cut short', ADDRESS.slice(0, -8)],
    ['percent-encoded', encodeURIComponent(ADDRESS)],
    ['with every character encoded', Array.from(ADDRESS, (c) => `%${c.charCodeAt(0).toString(16)}`).join('')],
    ['in JSON', JSON.stringify({ url: JSON.stringify(ADDRESS) })],
    ['in base64', `x ${Buffer.from(ADDRESS).toString('base64')} y`],
    ['compressed', gzipSync(JSON.stringify([ADDRESS])).toString('base64')],
  ])('sees a secret %s', (_, text) => {
    expect(holds(text, SECRET)).toBe(true);
  });

  it('sees none where there is none', () => {
    expect(holds('https://demo.bitrix24.ru/rest/1/********/ q7zx0kp', SECRET)).toBe(false);
  });
});

describe('the secret', () => {
  it('is told to nobody by what the platform throws and the portal answers, and goes to no other address', async () => {
    const { tried, failures } = await tryWhole(secret, { seed: 1, extent: 'sample' });
    expect(failures.slice(0, 20)).toEqual([]);
    expect(tried.every(([, count]) => count > 0)).toBe(true);
  });

  it('is in most of the texts that are tried, and more than thirty addresses look like a webhook', () => {
    const texts = tellingTexts(ADDRESS, 1, 500);
    expect(texts.filter((text) => holds(text, SECRET)).length).toBeGreaterThan(300);
    expect(new Set(ADDRESSES).size).toBeGreaterThan(80);
  });
});
