/** Builds dist/ once before the tests, so that no test runs an old bundle. */
import { rmSync } from 'node:fs';
import { buildDistribution, writeDistribution } from '../../cli/build/distribution';

export default async function buildBeforeAllTests(): Promise<void> {
  try {
    writeDistribution('dist', await buildDistribution(process.cwd(), { published: false }));
  } catch (error) {
    // Tests of a single module run without a bundle; those of the bundle have to fail for want of one.
    rmSync('dist', { recursive: true, force: true });
    console.error(`dist/ could not be built:\n${(error as Error).message}`);
  }
}
