/** What a wrong protocol would do: each fault is a small change of the text of the add-on's sources. */
import type { BundleCircumstances, Circumstances } from './circumstances';

export interface Fault<Given extends Circumstances = Circumstances> {
  readonly name: string;
  /** The first series to be tried. */
  readonly seed: number;
  readonly changes: readonly Change[];
  /** Under which it shows soonest. */
  readonly given: Partial<Given>;
}

export interface Change {
  /** Relative to the project's folder. */
  readonly file: string;
  /** Stands there exactly once. */
  readonly from: string;
  readonly to: string;
}

const LIST = 'src/incremental/current-list.ts';
const BUYERS = 'src/incremental/checked-buyers.ts';
const ordinary: Partial<Circumstances> = {
  ttlSeconds: 300,
  setsClockBack: false,
  moves: false,
  faults: () => null,
  ignores: {},
  isOrdinary: true,
};

const fault = <Given extends Circumstances>(
  seed: number,
  name: string,
  given: Partial<Given>,
  ...changes: readonly Change[]
): Fault<Given> => ({
  seed,
  name,
  given: { ...ordinary, ...given },
  changes,
});

const both: Partial<Circumstances> = { sheets: ['brief', 'detail'], invoices: 60, isBrisk: false };
const brisk: Partial<Circumstances> = { ...both, isBrisk: true };

export const FAULTS: readonly Fault[] = [
  fault(28, 'what was saved last is not looked at again', brisk, {
    file: 'src/memory/Memory.ts',
    from: 'LATE_MILLISECONDS = 300_000',
    to: 'LATE_MILLISECONDS = 0',
  }),
  fault(28, 'rows are believed as soon as their version is equal', brisk, {
    file: 'src/memory/Memory.ts',
    from: 'if (invoice === undefined || !hasRested(invoice, toldAt, late)) continue;',
    to: 'if (invoice === undefined) continue;',
  }),
  fault(
    10,
    'filters are the same each time',
    {
      ...brisk,
      generation: 'new',
      invoices: 160,
      edits: ['an invoice is deleted', 'an invoice is called about'],
    },
    {
      file: 'src/bitrix24/read-changes.ts',
      from: "({ '!id': -id })",
      to: '({ ...(id < 0 ? { id } : {}) })',
    },
  ),
  fault(
    3,
    'there is one total only',
    { ...both, invoices: 160, admin: false },
    { file: LIST, from: '!search.takeEnd(part, above)', to: 'above.total < 0' },
    { file: LIST, from: '{ after: 0, upTo: pivot }, totals.whole - totals.above', to: 'WHOLE, totals.whole' },
    { file: LIST, from: '(yield* search.settle(part, totals.above)) ??', to: '' },
  ),
  fault(
    1,
    'requisites are not compared',
    { ...both, edits: ['a requisite is edited'] },
    {
      file: BUYERS,
      from: 'of [...saved.changed, ...now]',
      to: 'of now',
    },
  ),
  fault(
    1,
    'names are not compared',
    { ...both, linked: false, edits: ['a company is renamed'] },
    {
      file: BUYERS,
      from: 'for (const record of saved.changed) answers.set(',
      to: 'for (const record of []) answers.set(',
    },
  ),
  fault(1, 'stages are never asked', both, {
    file: 'src/incremental/remembered.ts',
    from: 'yield* stagesOf(list.invoices.values(), known, memory.stages, renew)',
    to: 'Object.entries(memory.stages).map(([id, semantics]) => ({ id, semantics: semantics! }))',
  }),
  fault(1, 'the comparison keeps what it has', both, {
    file: 'src/incremental/reconcile.ts',
    from: '  draft.answers.set(key, now);\n',
    to: '',
  }),
];

const clicked: Partial<BundleCircumstances> = { ...both, invoices: 30, scheduleHours: 0, isEnterprise: true };
const scheduled: Partial<BundleCircumstances> = { ...clicked, scheduleHours: 1 };

/** Of what only the built add-on does: by whom it is asked, what ticks leave, what outlives an execution. */
export const BUNDLE_FAULTS: readonly Fault<BundleCircumstances>[] = [
  fault(1, 'the schedule reads buyers whole as a click does', scheduled, {
    file: 'src/refresh/RefreshExecution.ts',
    from: "isAskedFor: progress.run.how !== 'schedule'",
    to: 'isAskedFor: true',
  }),
  fault(9, 'a tick keeps what it finds to itself', clicked, {
    file: 'src/refresh/reconcile-memory.ts',
    from: 'if (found.memory !== memory) sheet.write({ memory: found.memory, report });',
    to: '',
  }),
  fault(1, 'an older memory is believed where the newer one is whole', clicked, {
    file: 'src/memory/MemorySheet.ts',
    from: 'b.serial - a.serial',
    to: 'a.serial - b.serial',
  }),
];
