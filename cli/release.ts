/** `npm run release`: what clasp pushes, as one archive in `out/`, named after the version; the same bytes every time. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { buildDistribution } from '../bundler/distribution';
import { runCommand } from './CommandError';
import { releaseArchive, releaseName } from './release/release-archive';

const OUT = 'out';

runCommand(async () => {
  const root = process.cwd();
  const archive = releaseArchive(root, await buildDistribution(root, { published: false }));
  mkdirSync(OUT, { recursive: true });
  const file = path.join(OUT, releaseName(root));
  writeFileSync(file, archive);
  console.log(`${file}  ${String(archive.length)} bytes`);
});
