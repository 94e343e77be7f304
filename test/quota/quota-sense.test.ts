import { shortageOf } from '../../src/quota/quota-sense';

const none = { requests: 0, triggerMilliseconds: 0 };
const MINUTE = 60_000;

describe('whether the quotas of a day suffice for one more refresh', () => {
  test.each([
    ['nothing used', none, { requests: 1_000, triggerMilliseconds: 5 * MINUTE }, null],
    ['the last request that fits', { ...none, requests: 19_000 }, { ...none, requests: 1_000 }, null],
    ['one request too many', { ...none, requests: 19_001 }, { ...none, requests: 1_000 }, 'requests'],
    [
      'a Workspace account, known by what it was let do',
      { ...none, requests: 20_001 },
      { ...none, requests: 1_000 },
      null,
    ],
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
