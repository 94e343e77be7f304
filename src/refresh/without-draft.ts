import { attempt } from '../platform/attempt';
import { removeDraft } from '../draft/remove-draft';
import type { Platform } from '../platform/platform';
import type { DocumentState } from '../state/DocumentState';
import type { Run } from '../state/run';

/**
 * The run without the draft that it may have. One that cannot be removed now is tried again at the next tick; the report
 * is none the worse for it. Called under the lock of refreshes.
 */
export function withoutDraft(platform: Platform, state: DocumentState, run: Run): Run {
  const cleared = { ...run, drafted: false };
  const isDone = attempt(platform.log, 'the draft', () => {
    removeDraft(platform);
    state.saveRun(cleared);
  });
  return isDone ? cleared : run;
}
