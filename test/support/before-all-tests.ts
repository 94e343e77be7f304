/** Builds both forms once before the tests, so that no test runs an old bundle. */
import { rmSync } from 'node:fs';
import { buildDistribution, writeDistribution } from '../../bundler/distribution';

const FORMS = [
  { folder: 'dist', published: false },
  { folder: 'dist-addon', published: true },
];

export default async function buildBeforeAllTests(): Promise<void> {
  for (const { folder, published } of FORMS) {
    try {
      writeDistribution(folder, await buildDistribution(process.cwd(), { published }));
    } catch (error) {
      // Tests of a single module run without a bundle; those of the bundle have to fail for want of one.
      rmSync(folder, { recursive: true, force: true });
      console.error(`${folder}/ could not be built:\n${(error as Error).message}`);
    }
  }
}
