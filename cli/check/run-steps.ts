/** Runs steps in their turns, goes on after one that failed, and counts. */
import type { Count } from './count';
import type { Step } from './steps';

export interface StepTools {
  /** How many quick steps run at a time. */
  readonly cores: number;
  /** Runs it to the end; `alone`: nothing else runs, so it may write to the terminal itself. */
  readonly run: (step: Step, alone: boolean) => Promise<Count>;
  /** Asked before each `last` step: true where it would take this machine too long. */
  readonly isLate: (step: Step) => boolean;
  readonly say: (line: string) => void;
}

export interface Totals {
  passed: number;
  failed: number;
  /** Names of the steps that could not be run, and are in no count. */
  readonly notRun: string[];
}

/** Adds to `totals` as the steps end, so that they are known when it is broken off. */
export async function runSteps(steps: readonly Step[], totals: Totals, tools: StepTools): Promise<void> {
  const inTurn = (turn: Step['turn']): Step[] => steps.filter((step) => step.turn === turn);
  const take = async (step: Step, alone: boolean): Promise<void> => {
    const { passed, failed, notRun } = await tools.run(step, alone);
    totals.passed += passed;
    totals.failed += failed;
    if (notRun) leaveOut(step, 'it could not be run here');
    if (failed > 0) tools.say(`== failed: ${step.name}`);
  };
  const leaveOut = ({ name }: Step, why: string): void => {
    totals.notRun.push(name);
    tools.say(`== not run, not counted: ${name}, ${why}`);
  };

  const background = Promise.all(inTurn('background').map((step) => take(step, false)));
  const quick = inTurn('quick');
  const work = async (): Promise<void> => {
    for (let step = quick.shift(); step !== undefined; step = quick.shift()) await take(step, false);
  };
  await Promise.all(Array.from({ length: tools.cores }, work));
  for (const step of inTurn('long')) await take(step, true);
  await background;
  for (const step of inTurn('last')) {
    if (tools.isLate(step)) leaveOut(step, 'this machine has taken too long for the rest');
    else await take(step, true);
  }
}

/** The last line of a run of the checks. A run that counted nothing has failed. */
export const closingLine = ({ passed, failed }: Totals): string =>
  `${String(passed)} passed, ${String(passed + failed === 0 ? 1 : failed)} failed`;
