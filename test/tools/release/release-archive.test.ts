import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { buildDistribution } from '../../../bundler/distribution';
import { releaseArchive, releaseName } from '../../../cli/release/release-archive';

describe('A release', () => {
  it('holds exactly what clasp pushes, the licence and the changes, and is the same every time', async () => {
    const distribution = await buildDistribution(process.cwd(), { published: false });
    const archive = releaseArchive(process.cwd(), distribution);
    const files = Object.entries(unzipSync(archive)).map(([name, bytes]) => [name, strFromU8(bytes)]);
    const documents = ['LICENSE', 'CHANGELOG.md'].map((name) => [name, readFileSync(name, 'utf8')]);
    const pushed = [...distribution].map(([name, content]) => [`dist/${name}`, content]);
    expect(Object.fromEntries(files)).toEqual(Object.fromEntries([...pushed, ...documents]));
    expect(releaseArchive(process.cwd(), distribution)).toEqual(archive);
  });

  it('bears the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(releaseName(process.cwd())).toBe(`bitrix24-invoice-sheets-${version}.zip`);
  });
});
