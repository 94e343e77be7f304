/** The platform throws texts with the secret out of any of its calls: nobody may read them. */
import { connect, type World } from '../../../world/make-world';
import { OWNER, PlatformException, type RunRequest } from '../../../simulator';
import { worldOfThree } from '../../../world/people';
import { holds, readable } from '../../support/leaks';
import { tellingTexts } from './telling-texts';

const REQUESTS: readonly RunRequest[] = [
  { function: 'startRefresh', args: [{ briefOnly: false }], via: 'page' },
  { function: 'testConnection', args: [{}], via: 'page' },
  { function: 'refreshReport', via: 'menu' },
  { function: 'scheduledRefresh', via: 'timeTrigger' },
  { function: 'startRefresh', args: [{ briefOnly: true }], via: 'page' },
  { function: 'saveSettings', args: [{ cacheTtlSeconds: 60 }], via: 'page' },
  { function: 'clearCache', via: 'menu' },
  { function: 'cancelRefresh', via: 'page' },
  { function: 'getStatus', via: 'page' },
  { function: 'getProgress', via: 'page' },
  { function: 'loadSettings', via: 'page' },
  { function: 'showSettings', via: 'menu' },
  { function: 'onOpen', via: 'simpleTrigger' },
];
/** Tries of one spreadsheet, so that what one leaves behind meets the next. */
const TRIES_PER_WORLD = 40;
const FETCH = 'UrlFetchApp.fetchAll';
/** Where even the log fails nothing is left to say anything with. */
const LAST_RESORT = /^console\./;
/** Called outside of any catch, so that Google can ask for consent; it sends nothing and knows no address to quote. */
const OUT_OF_CATCH = 'ScriptApp.requireAllScopes';

export const SECRET = 'q7zx0kp4lm2vb9rt';

/** The one place where the webhook lies. */
export const ownersKey = ({ spreadsheet }: World): string => `user:${OWNER} ${spreadsheet.id}:webhook`;

/** One line for each text that somebody could read. */
export function tryExceptions(seed: number, count: number): string[] {
  const failures: string[] = [];
  let world = connectedWorld();
  const calls = REQUESTS.map((request) => Math.max(1, world.simulator.run(request).ledger.total()));
  tellingTexts(world.webhookUrl, seed, count).forEach((text, index) => {
    if (index % TRIES_PER_WORLD === 0) world = connectedWorld();
    const kind = (seed + index) % REQUESTS.length;
    const request = REQUESTS[kind] as RunRequest;
    // Every third try breaks the fetching, each time it is tried again; the rest break all calls from one on.
    const place = index % 3 === 0 ? null : 1 + ((seed + index * 7919) % (calls[kind] ?? 1));
    world.simulator.hooks = {
      before: ({ member, index: call }) => {
        if (LAST_RESORT.test(member) || member === OUT_OF_CATCH) return;
        if (place === null ? member === FETCH : call >= place) throw new PlatformException(text);
      },
    };
    world.simulator.disclosures.length = 0;
    world.simulator.run(request);
    world.simulator.hooks = {};
    for (const name of ['getProgress', 'getStatus']) world.simulator.page(OWNER).call(name);
    for (const [where, read] of readable(world, ownersKey(world))) {
      if (!holds(read, SECRET)) continue;
      const what = place === null ? 'fetching' : `call ${place}`;
      failures.push(`${request.function} (${what}, ${JSON.stringify(text)}): ${where} holds the secret`);
    }
    world.clock.sleep(1_000);
  });
  return failures;
}

/** Of a portal whose webhook holds the secret. */
export function connectedWorld(): World {
  const world = worldOfThree({ portal: { secret: SECRET, limits: 'off', operating: 'off' } });
  connect(world);
  return world;
}
