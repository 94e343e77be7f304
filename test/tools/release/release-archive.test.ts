import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { buildDistribution } from '../../../bundler/distribution';
import { releaseArchive, releaseName } from '../../../cli/release/release-archive';

const NONE = new Uint8Array();
const INSTALLING = 'УСТАНОВКА.html';

describe('A release', () => {
  it('holds what clasp pushes, the licence, the changes and the guide, and is the same every time', async () => {
    const distribution = await buildDistribution(process.cwd(), { published: false });
    const archive = releaseArchive(process.cwd(), distribution);
    const files = unzipSync(archive);
    for (const [name, content] of distribution)
      expect(strFromU8(files[`dist/${name}`] ?? NONE)).toBe(content);
    const documents = [
      'LICENSE',
      'CHANGELOG.md',
      'docs/guide.ru.md',
      'docs/analysts.ru.md',
      'SECURITY.ru.md',
      'SECURITY.md',
    ];
    const pictures = [...readFileSync('docs/guide.ru.md', 'utf8').matchAll(/\]\((images\/[^)]+)\)/g)];
    const shown = pictures.map(([, file = '']) => `docs/${file}`);
    for (const name of [...documents, ...shown])
      expect(Buffer.from(files[name] ?? NONE)).toEqual(readFileSync(name));
    expect(Object.keys(files).filter((name) => name.startsWith('dist/'))).toHaveLength(distribution.size);
    expect(
      Object.keys(files)
        .filter((name) => !/^(?:dist|docs\/images)\//.test(name))
        .sort(),
    ).toEqual([...documents, INSTALLING].sort());
    expect(releaseArchive(process.cwd(), distribution)).toEqual(archive);
  });

  it('says how to install it in three steps, with its own files and pictures', async () => {
    const distribution = await buildDistribution(process.cwd(), { published: false });
    const files = unzipSync(releaseArchive(process.cwd(), distribution));
    const page = strFromU8(files[INSTALLING] ?? NONE);
    expect([...page.matchAll(/<h2>(\d)\. /g)].map(([, step]) => step)).toEqual(['1', '2', '3']);
    const pictures = [...page.matchAll(/src="([^"]+)"/g)].map(([, file = '']) => file);
    expect(pictures.length).toBeGreaterThan(0);
    for (const name of [...pictures, 'docs/guide.ru.md']) expect(Object.keys(files)).toContain(name);
    for (const name of distribution.keys()) expect(page).toContain(`«${name}»`);
  });

  it('bears the version', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(releaseName(process.cwd())).toBe(`bitrix24-invoice-sheets-${version}.zip`);
  });
});
