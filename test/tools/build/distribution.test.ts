import { readdirSync, readFileSync, utimesSync, statSync } from 'node:fs';
import path from 'node:path';
import { buildDistribution, writeDistribution } from '../../../bundler/distribution';
import { ENTRY_POINTS, mainWith, withProject } from './temporary-project';

describe('the distribution', () => {
  it('is the bundle, the manifest and the pages', async () => {
    const pages = { 'src/pages/help.html': '<p>a', 'src/pages/help.ts': '', 'src/pages/tsconfig.json': '{}' };
    const files = await withProject(pages, (root) => buildDistribution(root, { published: false }));
    expect([...files.keys()]).toEqual(['Code.js', 'appsscript.json', 'help.html']);
    expect(files.get('appsscript.json')).toBe('{}');
  });

  it('takes the version from package.json and the form from the caller', async () => {
    const others = ENTRY_POINTS.filter((name) => name !== 'getStatus');
    const main = mainWith('export const getStatus = () => [__VERSION__, __PUBLISHED_ADDON__];\n', others);
    const files = await withProject({ 'src/main.ts': main }, (root) =>
      buildDistribution(root, { published: true }),
    );
    expect(files.get('Code.js')).toContain('["1.2.3", !0]');
  });

  it('is refused with a page that is not self-contained', async () => {
    const pages = { 'src/pages/help.html': '<script>alert(1)</script>' };
    await expect(withProject(pages, (root) => buildDistribution(root, { published: false }))).rejects.toThrow(
      /help\.html/,
    );
  });
});

describe('writing the distribution', () => {
  it('leaves exactly its files in the folder', async () => {
    const written = await withProject({ 'dist/old.html': 'old', 'dist/deep/old.js': 'old' }, (root) => {
      const folder = path.join(root, 'dist');
      writeDistribution(folder, new Map([['Code.js', 'new']]));
      return readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]);
    });
    expect(written).toEqual([['Code.js', 'new']]);
  });

  it('makes the folder when there is none', async () => {
    const written = await withProject({}, (root) => {
      writeDistribution(path.join(root, 'out', 'dist'), new Map([['Code.js', 'new']]));
      return readdirSync(path.join(root, 'out', 'dist'));
    });
    expect(written).toEqual(['Code.js']);
  });

  it('does not touch a file that is already right', async () => {
    const written = await withProject({ 'dist/Code.js': 'same', 'dist/help.html': 'old' }, (root) => {
      const folder = path.join(root, 'dist');
      for (const name of ['Code.js', 'help.html']) utimesSync(path.join(folder, name), 1, 1);
      writeDistribution(
        folder,
        new Map([
          ['Code.js', 'same'],
          ['help.html', 'new'],
        ]),
      );
      return ['Code.js', 'help.html'].map((name) => statSync(path.join(folder, name)).mtimeMs === 1000);
    });
    expect(written).toEqual([true, false]);
  });
});
