/** The two forms in which the add-on is delivered, for tests that hold for both: `describe.each(FORMS)`. */
import path from 'node:path';
import type { World, WorldOptions } from './make-world';
import { Project } from '../simulator';
import { MINUTE, worldOfThree } from './people';

export interface Form {
  readonly form: 'bound' | 'published';
  /** How often its trigger fires, milliseconds. */
  readonly tick: number;
  /** A portal of three invoices, and this form of the add-on. */
  readonly aWorld: (options?: WorldOptions) => World;
}

const published = Project.fromFolder(path.resolve('dist-addon'));

export const BOUND: Form = { form: 'bound', tick: 5 * MINUTE, aWorld: worldOfThree };

export const PUBLISHED: Form = {
  form: 'published',
  tick: 60 * MINUTE,
  aWorld: (options = {}) => worldOfThree(asPublished(options)),
};

/** The add-on's form; the platform is taken at its word that a clock trigger may get no document lock. */
export const asPublished = (options: WorldOptions = {}): WorldOptions => ({
  ...options,
  project: published,
  simulator: { addOnTriggersHaveDocumentLock: false, ...options.simulator, form: 'addOn' },
});

export const FORMS: readonly Form[] = [BOUND, PUBLISHED];
