/** A run in every state, and what else is known when something happens to it. */
import type { Facts } from '../../../src/refresh/run-events';
import { NO_RUN, type Run, type RunState } from '../../../src/state/run';

export const HOUR = 3_600_000;
export const NOW = Date.parse('2026-05-20T12:00:00Z');
export const request = { briefOnly: true, at: '', by: 'colleague' };

export const facts: Facts = {
  now: NOW,
  by: 'owner',
  scope: 'scope',
  request,
  isHalfWritten: false,
  used: { requests: 0, triggerMilliseconds: 0 },
  history: [],
  newId: () => 'new',
};

export const aRun = (state: RunState, change: Partial<Run> = {}): Run => ({
  ...NO_RUN,
  id: 'old',
  state,
  by: 'owner',
  scope: 'scope',
  startedAt: new Date(NOW - HOUR / 2).toISOString(),
  heartbeatAt: NOW,
  advancedAt: NOW - HOUR / 2,
  requests: 12,
  execution: { requestsBefore: 5, isTriggers: false },
  ...change,
});

export const runs = {
  none: NO_RUN,
  over: aRun('done'),
  'to be repeated': aRun('failed', { repeat: { since: NOW, begun: 0, how: 'schedule', briefOnly: false } }),
  paused: aRun('paused', { drafted: true }),
  outdated: aRun('paused', { drafted: true, startedAt: new Date(NOW - 25 * HOUR).toISOString() }),
  killed: aRun('running', { drafted: true }),
  'killed without a draft': aRun('running'),
  'killed time and again': aRun('running', { drafted: true, setbacks: 3 }),
  'killed while it wrote': aRun('running', { phase: 'write', drafted: true }),
};
