/**
 * The test of a webhook under faults: whatever the portal does, it ends with a result, says one sentence that is right
 * for the fault or none, costs eight requests at most and leaves nothing with anybody.
 */
import { COLLEAGUE, connect, type World } from '../../../world/make-world';
import { htmlInsteadOfJson } from '../../../portal/faults';
import type { Generation } from '../../../portal/generation';
import { connectionTexts } from '../../../src/texts/setup-texts';
import { Bitrix24Error } from '../../../src/bitrix24/Bitrix24Error';
import { aWorld } from '../../../world/a-world';
import { holds } from '../../support/leaks';
import { CATALOGUE } from './catalogue';
import { GENERATIONS, single } from './plans';
import { copyRecords, SETTINGS, smallPortal } from './small-portal';
import type { Plan } from './Trial';

/** Of a test that meets no fault. */
const REQUESTS = 8;
/** What the test alone says: it reads the webhook's rights, and does not wait where a refresh pauses. */
const OF_THE_TEST = [connectionTexts.noCrmScope(), new Bitrix24Error('operatingLimit').message];
const PAUSE_MILLISECONDS = 60_000;

/** Every fault at every request of the test; the generations and whether it lasts take turns, by `seed`. */
export function connectionPlans(seed: number): Plan[] {
  return CATALOGUE.flatMap((named, number) =>
    Array.from({ length: REQUESTS }, (_, position) => {
      const turn = number + position + seed;
      const generation = GENERATIONS[turn % GENERATIONS.length] ?? 'mid';
      const plan = single(named, position, turn % 2 === 0, generation);
      // One that comes too late to be followed is told as what it is.
      return named.name.startsWith('a redirect')
        ? { ...plan, sentences: [...plan.sentences, new Bitrix24Error('redirect').message] }
        : plan;
    }),
  );
}

export class ConnectionTrial {
  private readonly world: World;

  constructor(generation: Generation) {
    this.world = aWorld(smallPortal, { portal: { generation } });
    connect(this.world, SETTINGS);
  }

  /** What went wrong, in words; null where the promise was kept. */
  run(plan: Plan): string | null {
    const { world } = this;
    copyRecords(smallPortal(world.clock), world.data);
    world.clock.advance(PAUSE_MILLISECONDS);
    const before = this.stored();
    const asked = world.portal.requests.length;
    const ruleAt = plan.rule(world.data, world.portal.webhookPath);
    world.portal.change({
      faults: (request) =>
        request.method === '' ? htmlInsteadOfJson : ruleAt(request.index - asked)(request),
    });
    let report: Report;
    try {
      report = world.simulator
        .page(COLLEAGUE)
        .call('testConnection', { webhookUrl: world.webhookUrl }) as Report;
    } catch (error) {
      return `an exception: ${String(error)}`;
    }
    const sent = world.portal.requests.length - asked;
    if (sent > REQUESTS) return `${sent} requests`;
    const secret = world.webhookUrl.split('/')[5] ?? '';
    const place = world.simulator.disclosures.splice(0).find(({ text }) => holds(text, secret))?.channel;
    if (place !== undefined) return `the secret lies in ${place}`;
    return this.judge(plan, report) ?? (this.stored() === before ? null : 'something is left behind');
  }

  private judge({ sentences, passes }: Plan, { ok, problem }: Report): string | null {
    if (ok) return problem === null ? null : `ok, with a problem: ${problem}`;
    if (problem === null) return 'neither ok nor a problem';
    if (passes && sentences.length === 0) return `refused: ${problem}`;
    return [...sentences, ...OF_THE_TEST].includes(problem) ? null : `a wrong sentence: ${problem}`;
  }

  /** All that lies with anybody but the person who tests, who may be told apart by what the test has told. */
  private stored(): string {
    const others = this.world.simulator.stored().filter(({ store }) => store !== `user:${COLLEAGUE}`);
    return JSON.stringify(others);
  }
}

interface Report {
  readonly ok: boolean;
  readonly problem: string | null;
}
