import { expectedOf, leavesRoom, paceOf, shortageOf } from '../../../src/quota/quota-policy';
import { finishedRun, NO_RUN, type RememberedRun } from '../../../src/state/run';

const none = { requests: 0, triggerMilliseconds: 0 };
const MINUTE = 60_000;

describe('whether the quotas of a day suffice for one more refresh', () => {
  test.each([
    ['nothing used', none, { requests: 1_000, triggerMilliseconds: 5 * MINUTE }, null],
    ['the last request that fits', { ...none, requests: 19_000 }, { ...none, requests: 1_000 }, null],
    ['one request too many', { ...none, requests: 19_001 }, { ...none, requests: 1_000 }, 'requests'],
    [
      'a Workspace account, known by having used more than three days of a consumer’s',
      { ...none, requests: 60_001 },
      { ...none, requests: 1_000 },
      null,
    ],
    ['a consumer’s, whose day may have ended in between', { ...none, requests: 60_000 }, none, 'requests'],
    [
      'the end of a Workspace account',
      { ...none, requests: 99_500 },
      { ...none, requests: 1_000 },
      'requests',
    ],
    [
      'ninety minutes of triggers',
      { ...none, triggerMilliseconds: 88 * MINUTE },
      { ...none, triggerMilliseconds: 3 * MINUTE },
      'triggerMilliseconds',
    ],
  ] as const)('%s', (_, used, expected, shortage) => {
    expect(shortageOf(used, expected)).toBe(shortage);
  });
});

describe('what a refresh is expected to take', () => {
  const run = { ...finishedRun(NO_RUN), state: 'done' } as const;

  it('is the most of those that were done, in running time of its executions', () => {
    const runs: RememberedRun[] = [
      { ...run, requests: 10, runningMilliseconds: 500 },
      { ...run, requests: 70, runningMilliseconds: 400, startedAt: '2026-05-20T09:00:00Z' },
      { ...run, state: 'failed', requests: 999, runningMilliseconds: 999 },
    ];
    expect(expectedOf(runs)).toEqual({ requests: 70, triggerMilliseconds: 500 });
  });

  it('is nothing where none was done', () => {
    expect(expectedOf([])).toEqual(none);
  });
});

describe('the schedule', () => {
  it('leaves a tenth of each quota alone', () => {
    const expected = { ...none, triggerMilliseconds: MINUTE };
    expect(leavesRoom({ ...none, triggerMilliseconds: 80 * MINUTE }, expected)).toBe(true);
    expect(leavesRoom({ ...none, triggerMilliseconds: 80 * MINUTE + 1 }, expected)).toBe(false);
    expect(leavesRoom({ ...none, requests: 18_001 }, none)).toBe(false);
  });

  it('begins what is more than a day’s worth when little is used', () => {
    const expected = { ...none, requests: 30_000 };
    expect(leavesRoom({ ...none, requests: 4_500 }, expected)).toBe(true);
    expect(leavesRoom({ ...none, requests: 4_501 }, expected)).toBe(false);
  });

  it.each([
    ['of 9 minutes each', { ...none, triggerMilliseconds: 9 * MINUTE }, none, 24 / 9],
    ['of 1,800 requests each', { ...none, requests: 1_800 }, none, 2.4],
    ['of both, by what is scarcer', { requests: 1_800, triggerMilliseconds: 9 * MINUTE }, none, 24 / 9],
    ['on a Workspace account', { ...none, requests: 9_000 }, { ...none, requests: 70_000 }, 2.4],
  ])('of refreshes %s is slowed to what a day carries', (_, expected, used, hours) => {
    expect(paceOf(expected, used)).toBeCloseTo(hours * 60 * MINUTE, 3);
  });
});
