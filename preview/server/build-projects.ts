/** Builds both forms of the script project, in memory. */
import { buildDistribution } from '../../bundler/distribution';
import type { Projects } from '../protocol';

/** `root`: the project's folder. Throws what the build throws. */
export async function buildProjects(root: string): Promise<Projects> {
  const [bound, addOn] = await Promise.all([
    buildDistribution(root, { published: false }),
    buildDistribution(root, { published: true }),
  ]);
  return { bound: Object.fromEntries(bound), addOn: Object.fromEntries(addOn) };
}
