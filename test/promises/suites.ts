/** The promises that are tried many times over. */
import { crash } from './crash/crash';
import { edits } from './edits/edits';
import { hostileText } from './hostile-text/hostile-text';
import { incremental } from './incremental/incremental';
import { journal } from './journal/journal';
import { notes } from './notes/notes';
import { portalFaults } from './portal-faults/portal-faults';
import { schedules } from './schedules/schedules';
import { secret } from './secret/secret';
import { tables } from './tables/tables';
import type { TrustSuite } from './suite';

export const SUITES: readonly TrustSuite[] = [
  crash,
  schedules,
  portalFaults,
  hostileText,
  edits,
  incremental,
  notes,
  journal,
  tables,
];

/** Ten thousand texts take as long as all of those; only by name. */
export const SUITES_APART: readonly TrustSuite[] = [secret];
