import { expectedOf, leavesRoom, paceOf, restsFor, shortageOf } from '../../../src/quota/quota-policy';
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

test.each([
  ['three fifths of the requests', { ...none, requests: 12_000 }, false],
  ['one more', { ...none, requests: 12_001 }, true],
  ['three fifths of the running time', { ...none, triggerMilliseconds: 54 * MINUTE }, false],
  ['a moment more', { ...none, triggerMilliseconds: 54 * MINUTE + 1 }, true],
])('comparisons rest for the day only after %s', (_, used, rests) => {
  expect(restsFor(used)).toBe(rests);
});

describe('what a refresh is expected to take', () => {
  const run = { ...finishedRun(NO_RUN), state: 'done' } as const;

  it('is what half of those that were done did with, in requests and in running time of their executions', () => {
    const runs: RememberedRun[] = [
      { ...run, requests: 10, runningMilliseconds: 500 },
      { ...run, requests: 70, runningMilliseconds: 400, startedAt: '2026-05-20T09:00:00Z' },
      { ...run, requests: 30, runningMilliseconds: 900 },
      { ...run, state: 'failed', requests: 0, runningMilliseconds: 0 },
      { ...run, state: 'failed', requests: 0, runningMilliseconds: 0 },
    ];
    expect(expectedOf(runs)).toEqual({ requests: 30, triggerMilliseconds: 500 });
  });

  it('does not keep in mind a first one that read everything', () => {
    const first = { ...run, requests: 10_425, runningMilliseconds: 5_200_000 };
    const next = { ...run, requests: 7, runningMilliseconds: 1_200 };
    expect(expectedOf([first])).toEqual({ requests: 10_425, triggerMilliseconds: 5_200_000 });
    expect(expectedOf([next, first])).toEqual({ requests: 7, triggerMilliseconds: 1_200 });
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
