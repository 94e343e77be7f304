import { readFileSync } from 'node:fs';
import path from 'node:path';
import { commentTraps } from '../../../bundler/comment-traps';
import { buildPage } from '../../../bundler/page';
import { servedPage } from '../../../simulator/services/served-page';

/** Each opening of the sidebar loads the page anew; the three pages that it has replaced were 100 KB together. */
const MAX_BYTES = 106_000;

const built = (): Promise<string> =>
  buildPage(path.resolve('src', 'pages', 'panel.html'), { version: '1.2.3', published: false });

describe('the built page', () => {
  it('is small', async () => {
    expect(Buffer.byteLength(await built())).toBeLessThan(MAX_BYTES);
  });

  it('opens its links outside of the frame it stands in', async () => {
    expect(await built()).toContain('<base target="_top" />');
  });

  it('loads nothing, and puts no text into itself as markup', async () => {
    const html = await built();
    expect(html).not.toMatch(/\b(?:innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval|fetch)\b/);
    expect(html).not.toMatch(/https?:(?:\\?\/){2}[a-z]/);
  });

  it('is served by Google as it was built: there is nothing to take out of it', async () => {
    const html = await built();
    expect(commentTraps(html)).toEqual([]);
    expect(servedPage(html).split('\n')).toEqual(html.split('\n').map((line) => line.trimStart()));
  });

  it('calls only what the script lets it call', async () => {
    const called = (await built()).matchAll(/\.call\("(\w+)"/g);
    const names = new Set([...called].map(([, name]) => name));
    expect(names.size).toBeGreaterThan(7);
    const main = readFileSync('src/main.ts', 'utf8');
    for (const name of names) expect(main).toContain(`export const ${name ?? ''} = (`);
  });
});
