/** People's edits: whatever they do to the sheets, the next refresh is right and theirs is kept, or it is refused. */
import { Random } from '../../../portal/data/Random';
import { WriterError } from '../../../src/sheets/WriterError';
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { Before, type Findings } from './Judge';
import { Office } from './Office';
import { EDITS } from './people';

const PARTS = { full: 20, sample: 1 } as const;
const EDITS_A_PART = { full: 100, sample: 60 } as const;
const MOST_BETWEEN_REFRESHES = 3;
/** Then the people begin anew, with another file. */
const REFRESHES_OF_AN_OFFICE = 12;

export const edits: TrustSuite = {
  name: 'edits',
  parts: (options) =>
    Array.from({ length: PARTS[options.extent] }, (_, index) => () => tryPart(index, options)),
};

interface Counts {
  edits: number;
  refreshes: number;
  refusals: number;
  ownCells: number;
}

function tryPart(index: number, { seed, extent }: TrustOptions): TrustOutcome {
  const random = new Random(seed * 1_000 + index);
  const counts: Counts = { edits: 0, refreshes: 0, refusals: 0, ownCells: 0 };
  const findings: Findings = { lost: [], stale: [], untrue: [] };
  const failures: string[] = [];
  while (counts.edits < EDITS_A_PART[extent]) tryOffice(random, counts, findings, failures);
  return {
    tried: [
      ['edits', counts.edits],
      ['refreshes', counts.refreshes],
      ['refusals', counts.refusals],
      ['cells of users', counts.ownCells],
      ['of them lost', findings.lost.length],
      ['stale cells of the report', findings.stale.length],
      ['untrue refusals', findings.untrue.length],
    ],
    failures,
  };
}

/** Until the first refusal, which tells its people what to do. */
function tryOffice(random: Random, counts: Counts, findings: Findings, failures: string[]): void {
  const office = new Office(random);
  const history: string[] = [];
  for (let refreshes = 0; refreshes < REFRESHES_OF_AN_OFFICE; refreshes += 1) {
    const many = random.int(1, MOST_BETWEEN_REFRESHES);
    for (let edit = 0; edit < many; edit += 1) {
      const [name, act] = random.pick(Object.entries(EDITS));
      const own = random.pick(office.own);
      if (own.isDeleted || !act(office, own, random)) continue;
      counts.edits += 1;
      history.push(`${own.kind}: ${name}`);
    }
    const broken = refresh(office, random, counts);
    for (const key of ['lost', 'stale', 'untrue'] as const) {
      findings[key].push(...broken[key]);
      const [first] = broken[key];
      if (first !== undefined) failures.push(`${key}: ${first}, after ${history.slice(-8).join(', ')}`);
    }
    if (broken.isRefused || failures.length > 0) return;
    history.push('refresh');
    office.keepVersions();
  }
}

function refresh(office: Office, random: Random, counts: Counts): Findings & { readonly isRefused: boolean } {
  const findings: Findings = { lost: [], stale: [], untrue: [] };
  const plans = office.nextPlans(random);
  const before = new Before(office);
  counts.refreshes += 1;
  counts.ownCells += before.ownCells;
  try {
    office.bench.write(...plans);
  } catch (error) {
    if (!(error instanceof WriterError)) throw error;
    counts.refusals += 1;
    before.refused(error.message, plans, findings);
    return { ...findings, isRefused: true };
  }
  before.succeeded(plans, findings);
  return { ...findings, isRefused: false };
}
