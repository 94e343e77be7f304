/** Notes beside invoices: whatever happens to lines, periods and executions, each stays with its invoice. */
import { Random } from '../../../portal/data/Random';
import { MINUTE } from '../../../world/people';
import { startOnce } from '../../../world/scenario';
import { Checkpoint } from '../Checkpoint';
import { isKill, rehearse, strike } from '../crash/blows';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { Desk, EMPTY } from './Desk';

/** Refreshes of one team. */
const STEPS = 20;
const TEAMS = { full: 50, sample: 1 };
/** Teams whose refresh is killed at each of its calls. */
const KILLED = { full: 12, sample: 1 };
/** In a sample one of so many calls. */
const SAMPLED = 6;
const SILENCE = 7 * MINUTE + 1;

export const notes: TrustSuite = {
  name: 'notes',
  parts: (options) => [
    ...Array.from({ length: TEAMS[options.extent] }, (_, team) => () => tryTeam(team, options)),
    ...Array.from({ length: KILLED[options.extent] }, (_, team) => () => tryKills(team, options)),
  ],
};

/** What is not as the team has left it. */
function wrongOn(desk: Desk): readonly string[] {
  const shown = desk.shown();
  const wrong = [...shown].flatMap(([id, cells]) => {
    const expected = desk.notes.get(id) ?? cells.map(() => EMPTY);
    return JSON.stringify(cells) === JSON.stringify(expected)
      ? []
      : [`beside ${id} stands ${JSON.stringify(cells)} instead of ${JSON.stringify(expected)}`];
  });
  const doubled = desk.lines().length - shown.size;
  return [
    ...wrong,
    ...(doubled === 0 ? [] : [`${doubled} ids stand twice`]),
    ...desk.boxedOtherwise().map((id) => `${id} has lost its checkbox, or got another one`),
  ];
}

function tryTeam(team: number, { seed }: TrustOptions): TrustOutcome {
  const random = new Random(seed * 1_000 + team);
  const desk = new Desk(random);
  const failures: string[] = [];
  let edits = 0;
  for (let step = 1; step <= STEPS && failures.length === 0; step += 1) {
    const names = Array.from({ length: random.int(0, 4) }, () => desk.edit());
    edits += names.length;
    if (random.chance(0.7)) desk.happen();
    const message = step === STEPS ? desk.showAll() : desk.refresh(random.chance(0.4));
    const wrong = message === '' ? wrongOn(desk) : [message];
    failures.push(...wrong.map((one) => `team ${team}, refresh ${step} after ${names.join(', ')}: ${one}`));
  }
  return {
    tried: [
      ['refreshes', STEPS],
      ['edits', edits],
      ['lines with notes', desk.notes.size],
    ],
    failures,
  };
}

function tryKills(team: number, { seed, extent }: TrustOptions): TrustOutcome {
  const random = new Random(seed * 1_000 + 500 + team);
  const desk = new Desk(random);
  for (let step = 0; step < 4; step += 1) {
    for (let edit = 0; edit < 5; edit += 1) desk.edit();
    desk.happen();
    desk.refresh(false);
  }
  for (let edit = 0; edit < 5; edit += 1) desk.edit();
  for (let event = 0; event < 3; event += 1) desk.happen();
  desk.chooseColumns();
  const start = new Checkpoint(desk);
  const { blows } = rehearse(desk.world, (world) => startOnce(world));
  const kills = blows.filter(isKill).filter((_, index) => extent === 'full' || index % SAMPLED === team);
  const failures: string[] = [];
  for (const blow of kills) {
    start.restore();
    strike(desk.world, blow, (world) => startOnce(world));
    desk.world.clock.advance(SILENCE);
    const isWrittenTo = random.chance(0.5);
    if (isWrittenTo) desk.write();
    desk.chooseColumns();
    const isKilledAgain = random.chance(0.5);
    if (isKilledAgain) {
      strike(desk.world, random.pick(kills), (world) => startOnce(world));
      desk.world.clock.advance(SILENCE);
      desk.chooseColumns();
    }
    const message = desk.refresh(random.chance(0.3)) || desk.showAll();
    const wrong = message === '' ? wrongOn(desk) : [message];
    const how = `${isWrittenTo ? ', written to' : ''}${isKilledAgain ? ', killed again' : ''}`;
    failures.push(
      ...wrong.map((one) => `team ${team}, ${blow.kind} call ${blow.call} (${blow.member})${how}: ${one}`),
    );
  }
  return { tried: [['kills', kills.length]], failures };
}
