import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDistribution, writeDistribution } from '../../cli/build/distribution';
import { withProject } from './temporary-project';

const CLASP = path.resolve('node_modules/.bin/clasp');
const PAGES = ['help.html', 'settings.html', 'status.html'];

/** What clasp would push from `root`; it wants a script id even for that, and any will do. */
function claspStatus(root: string): { filesToPush: string[]; untrackedFiles: string[] } {
  const project = JSON.parse(readFileSync('.clasp.json', 'utf8')) as object;
  writeFileSync(path.join(root, '.clasp.json'), JSON.stringify({ ...project, scriptId: 'none' }));
  const output = execFileSync(CLASP, ['show-file-status', '--json'], { cwd: root, encoding: 'utf8' });
  return JSON.parse(output) as { filesToPush: string[]; untrackedFiles: string[] };
}

describe('clasp', () => {
  it('pushes the bundle, the manifest and every page of the add-on, and nothing else', async () => {
    const distribution = await buildDistribution(process.cwd(), { published: false });
    const { filesToPush, untrackedFiles } = await withProject({}, (root) => {
      writeDistribution(path.join(root, 'dist'), distribution);
      return claspStatus(root);
    });
    const expected = ['Code.js', 'appsscript.json', ...PAGES].map((name) => `dist/${name}`);
    expect(filesToPush.sort()).toEqual(expected.sort());
    expect(untrackedFiles).toEqual([]);
  });
});
