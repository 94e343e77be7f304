/** A step without which the report is still right does not end the refresh. */
import { attempt } from '../../../src/platform/attempt';

describe('a step that may fail', () => {
  it('is done, and nothing is logged', () => {
    const warnings: string[] = [];
    let times = 0;
    const isDone = attempt({ warn: (message) => warnings.push(message) }, 'the draft', () => {
      times += 1;
    });
    expect([isDone, times, warnings]).toEqual([true, 1, []]);
  });

  it('that fails is logged by its name alone, since the platform’s own text may hold anything', () => {
    const warnings: string[] = [];
    const isDone = attempt({ warn: (message) => warnings.push(message) }, 'the draft', () => {
      throw new Error('SECRET-IN-PLATFORM-TEXT');
    });
    expect([isDone, warnings]).toEqual([false, ['a step has failed: the draft']]);
  });
});
