import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commentTraps } from '../../../bundler/comment-traps';
import { buildPage } from '../../../bundler/page';
import { servedPage } from '../../../simulator/services/served-page';

const PAGES = ['settings', 'status', 'help'];
/** Bytes of all pages together: each opening of a sidebar loads one of them anew. */
const MAX_BYTES = 100_000;

const built = (): Promise<string[]> =>
  Promise.all(
    PAGES.map((name) =>
      buildPage(path.resolve('src', 'pages', `${name}.html`), { version: '1.2.3', published: false }),
    ),
  );

describe('the built pages', () => {
  it('are small', async () => {
    const sizes = (await built()).map((html) => Buffer.byteLength(html));
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(MAX_BYTES);
  });

  it('open their links outside of the frame they stand in', async () => {
    for (const html of await built()) expect(html).toContain('<base target="_top" />');
  });

  it('load nothing, and put no text into the page as markup', async () => {
    for (const html of await built()) {
      expect(html).not.toMatch(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|fetch)\b/);
      expect(html).not.toMatch(/https?:(?:\\?\/){2}[a-z]/);
    }
  });

  it('are served by Google as they were built: there is nothing to take out of them', async () => {
    for (const html of await built()) {
      expect(commentTraps(html)).toEqual([]);
      expect(servedPage(html).split('\n')).toEqual(html.split('\n').map((line) => line.trimStart()));
    }
  });

  it('call only what the script lets them call', async () => {
    const called = (await built()).flatMap((html) => [...html.matchAll(/\.call\("(\w+)"/g)]);
    const names = new Set(called.map(([, name]) => name));
    expect(names.size).toBeGreaterThan(7);
    const main = readFileSync('src/main.ts', 'utf8');
    for (const name of names) expect(main).toContain(`export const ${name ?? ''} = (`);
  });
});
