/** Page functions with arguments that no page of ours sends: a valid answer or one Russian sentence, and nothing stored. */
import fc from 'fast-check';
import { connect, COLLEAGUE, type World } from '../../../world/make-world';
import { OWNER, PageFailure } from '../../../simulator';
import { worldOfThree } from '../../../world/people';
import { faultsOf } from '../../support/russian-prose';

const FUNCTIONS = [
  'saveSettings',
  'testConnection',
  'startRefresh',
  'loadSettings',
  'getProgress',
  'getStatus',
];
const KEYS = [
  'webhookUrl',
  'period',
  'periodField',
  'cacheTtlSeconds',
  'scheduleHours',
  'briefOnly',
  'excludeFailed',
];
const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf', 'toJSON'];

/** What JSON can carry, huge and deep things and keys of every object's prototype among them. */
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.dictionary(fc.constantFrom(...KEYS, ...PROTOTYPE_KEYS), fc.jsonValue({ maxDepth: 2 })),
  fc.constantFrom<unknown>(
    ...[null, '', 0, -1, 1e308, true, [], [[]], 'x'.repeat(100_000), Array(5_000).fill(0)],
    ...['{"__proto__":{"briefOnly":true}}', '{"constructor":{"prototype":{}}}'].map(
      (json) => JSON.parse(json) as unknown,
    ),
    { webhookUrl: { toString: 'x' } },
    { webhookUrl: ['https://evil.example/rest/1/x/'] },
    { period: { preset: 'custom', from: '__proto__', to: {} } },
  ),
);

/** One line for each broken promise. */
export function tryArguments(seed: number, count: number): string[] {
  const world = worldOfThree({ portal: { limits: 'off', operating: 'off', revoked: true } });
  connect(world);
  const calls = fc.sample(
    fc.tuple(
      fc.constantFrom(...FUNCTIONS),
      fc.array(anything, { maxLength: 3 }),
      fc.constantFrom(OWNER, COLLEAGUE),
    ),
    { seed, numRuns: count },
  );
  return calls.flatMap(([name, args, user]) =>
    called(world, name, args, user).map(
      (failure) => `${name}(${JSON.stringify(args).slice(1, 200)}): ${failure}`,
    ),
  );
}

function called(world: World, name: string, args: readonly unknown[], user: string): string[] {
  const before = settingsOf(world);
  let answer: unknown;
  try {
    answer = world.simulator.page(user).call(name, ...args);
  } catch (error) {
    if (!(error instanceof PageFailure)) throw error;
    const faults = error.message.split(/(?<=\.) (?=[А-ЯЁ])/).flatMap(faultsOf);
    return [...faults, ...(settingsOf(world) === before ? [] : ['it failed and stored something'])];
  }
  if (typeof answer !== 'object' || answer === null) return [`it gave ${JSON.stringify(answer)}`];
  const isSaved = name === 'saveSettings' && (answer as { ok: boolean }).ok;
  const isChanged = settingsOf(world) !== before;
  return isChanged && !isSaved ? ['it stored something'] : [];
}

/** What arguments may change: settings and connection. Runs and identities come and go. */
const settingsOf = ({ simulator }: World): string =>
  JSON.stringify(
    simulator
      .stored()
      .filter(({ key }) => /^(settings|owner)$|:webhook$/.test(key))
      .map(({ value }) => value),
  );
