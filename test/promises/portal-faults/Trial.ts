/** One refresh under faults and one without, on a portal whose data changed since the sheets were written. */
import { connect, type World } from '../../../world/make-world';
import type { PortalData } from '../../../portal/data/PortalData';
import { htmlInsteadOfJson, restFault, type FaultRule } from '../../../portal/faults';
import type { Generation } from '../../../portal/generation';
import { aWorld } from '../../../world/a-world';
import { documentProperty, progressOf, startOnce } from '../../../world/scenario';
import { picture } from '../../../world/sheets';
import { copyRecords, laterPortal, SETTINGS, smallPortal } from './small-portal';
import { Witness } from './Witness';

/** The faults of one refresh. */
export interface Plan {
  /** What is needed to repeat it. */
  readonly name: string;
  readonly generation: Generation;
  /** `index` of the request within the refresh, from 0. */
  readonly rule: (data: PortalData, address: string) => (index: number) => FaultRule;
  /** What a person may read where the refresh does not end well. */
  readonly sentences: readonly string[];
  /** It has to end well. */
  readonly passes: boolean;
}

/** An execution of a paused refresh ends in good time; more are not needed to see that it goes on. */
const EXECUTIONS = 3;
/** Enough for the bucket to leak, too little for an answer to grow old. */
const PAUSE_MILLISECONDS = 20_000;
const ROWS = 'crm.item.productrow.list';

export class Trial {
  private readonly world: World;
  private readonly states: readonly PortalData[];
  /** What the sheets show since the last refresh. */
  private shown = '';
  private turn = 0;

  constructor(
    generation: Generation,
    /** Pictures of sheets by the facts they show. */
    private readonly pictures: Map<string, string>,
  ) {
    this.world = aWorld(smallPortal, { portal: { generation } });
    this.states = [smallPortal(this.world.clock), laterPortal(this.world.clock)];
    this.world.clock.advance(PAUSE_MILLISECONDS);
    connect(this.world, SETTINGS);
    startOnce(this.world);
    this.shown = pictureOf(this.world);
  }

  /** What went wrong, in words; null where the promise was kept. After a failure the trial is not to be used again. */
  run(plan: Plan): string | null {
    const { world } = this;
    this.beginAnew();
    const before = this.shown;
    const witness = new Witness(world.data);
    const asked = world.portal.requests.length;
    const ruleAt = plan.rule(world.data, world.portal.webhookPath);
    world.portal.change({ faults: witnessed(witness, (request) => ruleAt(request.index - asked)(request)) });
    const end = this.refresh();
    const problem = this.judge(plan, end, before, witness) ?? this.leaked();
    if (problem !== null) return problem;
    world.portal.change({ faults: witnessed(witness, () => null) });
    world.clock.advance(PAUSE_MILLISECONDS);
    const after = this.refresh();
    if (after.state !== 'done') return `the next refresh is ${after.state}: ${after.message}`;
    return this.shown === this.expected(witness) ? null : 'the next refresh is wrong';
  }

  private judge(plan: Plan, end: End, before: string, witness: Witness): string | null {
    if (end.state === 'done') return this.shown === this.expected(witness) ? null : 'a wrong report';
    if (this.shown !== before) return `the sheets have changed: ${end.state}`;
    if (plan.passes) return `${end.state} instead of done: ${end.message}`;
    return plan.sentences.includes(end.message) ? null : `${end.state} with a wrong sentence: ${end.message}`;
  }

  private beginAnew(): void {
    const { world } = this;
    this.turn += 1;
    copyRecords(this.states[this.turn % this.states.length] as PortalData, world.data);
    world.portal.change({ faults: () => null });
    world.clock.advance(PAUSE_MILLISECONDS);
    world.simulator.page().call('clearCache');
    world.simulator.state.propertyStore('document').delete('portal');
    world.simulator.disclosures.length = 0;
  }

  private refresh(): End {
    for (let execution = 1; ; execution += 1) {
      startOnce(this.world);
      const { state, message } = documentProperty(this.world, 'run') as End;
      this.shown = pictureOf(this.world);
      if (state !== 'paused' || execution === EXECUTIONS) return { state, message };
      this.world.clock.advance(PAUSE_MILLISECONDS);
    }
  }

  /** The sheets of a portal that holds just what this one said, refreshed by somebody who never did before. */
  private expected({ read, refused }: Witness): string {
    const facts = JSON.stringify([
      ...[read.invoices, read.rowsByInvoice, read.links, read.requisites, read.companies, read.contacts].map(
        (table) => [...table],
      ),
      ...[read.stages, [...refused]],
    ]);
    const known = this.pictures.get(facts);
    if (known !== undefined) return known;
    const denied = restFault(400, 'ACCESS_DENIED', 'x');
    const world = aWorld(() => read, {
      portal: {
        generation: 'new',
        limits: 'off',
        faults: ({ method, params }) =>
          method === ROWS && refused.has((params['filter'] as { '=ownerId': number })['=ownerId'])
            ? denied
            : null,
      },
    });
    connect(world, SETTINGS);
    startOnce(world);
    const { state, message } = progressOf(world);
    if (state !== 'done') throw new Error(`the expectation is ${state}: ${message}`);
    const expected = pictureOf(world);
    this.pictures.set(facts, expected);
    return expected;
  }

  /** Where the secret can be read by others. */
  private leaked(): string | null {
    const { simulator, spreadsheet, portal } = this.world;
    const secret = (portal.webhookPath.split('/')[3] ?? '').toLowerCase();
    const readable = [
      ...simulator.disclosures.map(({ channel, text }) => [channel, text] as const),
      ...simulator
        .stored()
        .filter(({ store, kind }) => kind === 'cache' || !store.startsWith('user:'))
        .map(({ store, key, value }) => [`${store} ${key}`, value] as const),
      ['sheets', this.shown + JSON.stringify(spreadsheet.sheets.map(({ name }) => name))] as const,
    ];
    const place = readable.find(([, text]) => text.toLowerCase().includes(secret))?.[0];
    return place === undefined ? null : `the secret lies in ${place}`;
  }
}

/** An emptied cell keeps a font that nobody sees; without fill and lines it looks like one never touched. */
const LOOKS_EMPTY = /^[A-Z]+\d+ \["","",\{.*"background":null,.*"bottom":null,"right":null\},\[\]\]$/;

function pictureOf(world: World): string {
  const seen = Object.entries(picture(world)).map(([name, cells]) => [
    name,
    cells.filter((cell) => !LOOKS_EMPTY.test(cell)),
  ]);
  return JSON.stringify(seen);
}

interface End {
  readonly state: string;
  readonly message: string;
}

/** The witness sees what the portal does, whatever becomes of it; an address outside the REST API is a login page. */
function witnessed(witness: Witness, rule: FaultRule): FaultRule {
  return (request) => {
    const fault = request.method === '' ? htmlInsteadOfJson : rule(request);
    return (run) => {
      const seen = () => {
        const outcome = run();
        witness.see(request, outcome);
        return outcome;
      };
      if (!fault) return seen();
      const outcome = fault(seen, request);
      if (outcome.kind === 'answer' && outcome.status !== 200) witness.see(request, outcome);
      return outcome;
    };
  };
}
