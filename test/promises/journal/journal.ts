/** The journal of changes: every event is told once, and its sums are the report's, whatever happens. */
import { Random } from '../../../portal/data/Random';
import { startOnce } from '../../../world/scenario';
import { Checkpoint } from '../Checkpoint';
import { isKill, rehearse } from '../crash/blows';
import { inParts, together, type TrustOptions, type TrustOutcome, type TrustSuite } from '../suite';
import { Books } from './Books';

const HISTORIES = { full: 2_000, sample: 6 };
/** In one of so many histories there are so many invoices that lines are folded. */
const LONG_ONE_OF = 50;
const PART = 20;
const STEPS = 6;
/** Teams whose refresh is killed at each of its calls. */
const TEAMS = { full: 6, sample: 1 };
/** In a sample one of so many calls. */
const SAMPLED = 24;
const EVENTS = 5;

export const journal: TrustSuite = {
  name: 'journal',
  parts: (options) => {
    const all = Array.from({ length: HISTORIES[options.extent] }, (_, history) => history);
    const histories = inParts(all, PART).map(
      (some) => () => together(some.map((history) => tryHistory(history, options))),
    );
    const teams = Array.from({ length: TEAMS[options.extent] }, (_, team) => () => tryKills(team, options));
    return [...histories, ...teams];
  },
};

function tryHistory(history: number, { seed }: TrustOptions): TrustOutcome {
  const random = new Random(seed * 100_000 + history);
  const isLong = history % LONG_ONE_OF === LONG_ONE_OF - 1;
  const books = new Books(random, isLong ? 260 : random.int(0, 7));
  const failures: string[] = [];
  const counts = { refreshes: 0, kills: 0, 'brief refreshes': 0, 'memories deleted': 0 };
  for (let step = 1; step <= STEPS && failures.length === 0; step += 1) {
    const told: string[] = [];
    books.pass(0.4);
    if (isLong) books.reprice();
    for (let event = random.int(0, 4); event > 0; event -= 1) books.happen();
    if (random.chance(0.2)) {
      books.choose();
      told.push('other settings');
    } else if (random.chance(0.15)) {
      books.switch(step === STEPS || random.chance(0.4));
      told.push('switched');
    } else if (random.chance(0.05)) {
      books.forget();
      counts['memories deleted'] += 1;
      told.push('forgotten');
    }
    books.pass(random.pick([0.6, 0.6, 14]));
    if (random.chance(0.35)) {
      books.kill();
      counts.kills += 1;
      told.push('killed');
    }
    if (random.chance(0.3)) {
      failures.push(...named([books.refreshBrief()].filter((message) => message !== '')));
      counts['brief refreshes'] += 1;
      told.push('brief');
    }
    if (random.chance(0.3)) for (let event = random.int(1, 2); event > 0; event -= 1) books.happen();
    const wrong = books.refresh();
    counts.refreshes += 1;
    failures.push(...named(wrong));
    function named(all: readonly string[]): readonly string[] {
      return all.map((one) => `history ${history}, refresh ${step} (${told.join(', ')}): ${one}`);
    }
  }
  return { tried: [['histories', 1], ...Object.entries(counts)], failures };
}

/** From the same world on, wherever it is killed. */
function tryKills(team: number, { seed, extent }: TrustOptions): TrustOutcome {
  const books = new Books(new Random(seed * 100_000 + 50_000 + team), 6);
  const failures = [...books.refresh()];
  books.pass(1);
  for (let event = 0; event < EVENTS; event += 1) books.happen();
  books.pass(1);
  const start = new Checkpoint(books);
  const { blows } = rehearse(books.world, (world) => startOnce(world));
  const kills = blows.filter(isKill).filter((_, index) => extent === 'full' || index % SAMPLED === 0);
  for (const blow of kills) {
    start.restore();
    books.killAt(blow);
    const wrong = books.refresh();
    const how = `team ${team}, ${blow.kind} call ${blow.call} (${blow.member})`;
    failures.push(...wrong.map((one) => `${how}: ${one}`));
  }
  return { tried: [['kills at each call', kills.length]], failures };
}
