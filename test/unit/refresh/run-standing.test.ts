/** How a run stands: what others see of it, and what the next tick is for. */
import { SURELY_ENDED_MILLISECONDS } from '../../../src/platform/limits';
import { cancelRefusal, dutyOf, shownAs } from '../../../src/refresh/run-standing';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { aRun, NOW, request, runs } from './standing-runs';

describe('What others see of a run', () => {
  const silent = NOW + SURELY_ENDED_MILLISECONDS + 1;

  it.each<[keyof typeof runs, number, string | null]>([
    ['none', NOW, refreshTexts.nothingToCancel()],
    ['over', NOW, refreshTexts.nothingToCancel()],
    ['paused', silent, null],
    ['killed', NOW, null],
    ['killed without a draft', NOW, null],
    ['killed without a draft', silent, refreshTexts.nothingToCancel()],
    ['killed', silent, null],
    ['killed while it wrote', NOW, refreshTexts.writingAlready()],
    ['killed while it wrote', silent, null],
  ])('of one that is %s at %d is why it cannot be cancelled: %s', (name, now, expected) => {
    expect(cancelRefusal(runs[name], now)).toBe(expected);
  });

  it('is that it has failed once it is silent for seven minutes', () => {
    expect(shownAs(runs.killed, silent - 1)).toBe(runs.killed);
    expect(shownAs(runs.paused, silent)).toBe(runs.paused);
    expect(shownAs(runs.killed, silent)).toMatchObject({
      state: 'failed',
      phase: null,
      message: refreshTexts.interrupted(),
    });
  });
});

describe('A tick', () => {
  it.each<[keyof typeof runs, boolean, boolean, ReturnType<typeof dutyOf>]>([
    ['paused', true, true, 'ticked'],
    ['killed', false, false, 'ticked'],
    ['over', true, true, 'requested'],
    ['over', false, true, 'mend'],
    ['over', false, false, 'keepTime'],
  ])('after a run that is %s (request: %s, half-written: %s): %s', (name, waits, isHalfWritten, duty) => {
    expect(dutyOf(runs[name], { request: waits ? request : null, isHalfWritten })).toBe(duty);
  });

  it('mends no sheets that three executions in a row could not write', () => {
    expect(dutyOf(aRun('failed', { setbacks: 3 }), { request: null, isHalfWritten: true })).toBe('keepTime');
  });
});
