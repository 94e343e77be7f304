/** Which edits the report does not owe yet, by the classes in which they are promised. */
import { BUYER_EDITS } from '../../../portal/edits/buyer-edits';
import { EDITS, type EditName } from '../../../portal/edits/People';

/** What of the sheets an edit can change: who buys, or anything. */
type Part = 'buyers' | 'anything';

interface Pending {
  readonly name: EditName;
  readonly part: Part;
  /** Since when it can be seen, or a little later. */
  readonly at: number;
  readonly shows: (typeof EDITS)[EditName]['shows'];
}

export interface FinishedRefresh {
  readonly beganAt: number;
  readonly ttlMilliseconds: number;
  /** It was a person's, and read all about buyers. */
  readonly readsBuyersWhole: boolean;
}

const OF_RIGHTS: readonly EditName[] = ['a company is hidden', 'a company is shown'];
/** These change invoices, though no time tells of it. */
const OF_INVOICES: readonly EditName[] = [
  'a client is deleted',
  'a client is restored',
  'two clients are merged',
];

/** Stages live for the TTL, and no round compares them. */
const OF_STAGES: readonly EditName[] = ['a stage is renamed', 'a stage gets another meaning'];

/** Silently, as an invoice of old: no time tells of it. */
const SHOWS: readonly EditName[] = ['an invoice is shown'];
/** One that leaves the list for whatever reason. */
const TAKES: readonly EditName[] = [
  'an invoice is hidden',
  'an invoice is deleted',
  'an invoice gets another day',
];

const partOf = (name: EditName): Part =>
  name in BUYER_EDITS || OF_RIGHTS.includes(name) ? 'buyers' : 'anything';

export class Owed {
  private pending: readonly Pending[] = [];
  /** Since the last refresh began. */
  private lately: readonly { readonly name: EditName; readonly at: number }[] = [];

  note(name: EditName, at: number): void {
    const { shows } = EDITS[name];
    this.lately = [...this.lately, { name, at }];
    const has = (names: readonly EditName[]): boolean =>
      this.lately.some((edit) => names.includes(edit.name));
    // As many shown as gone leave every count as it was.
    if ([...SHOWS, ...TAKES].includes(name) && has(SHOWS) && has(TAKES))
      this.pending = [...this.pending, { name, part: 'anything', at, shows: 'by the reconcile' }];
    if (shows !== 'at the next refresh')
      this.pending = [...this.pending, { name, part: partOf(name), at, shows }];
  }

  /**
   * All that was to be seen when a round of the comparison began is in the memory.
   * @param isAllSeen whether the round could see every invoice
   */
  reconciled(beganAt: number, isAllSeen: boolean): void {
    this.pending = this.pending.filter(
      ({ name, part, at }) => at > beganAt || OF_STAGES.includes(name) || (part === 'anything' && !isAllSeen),
    );
  }

  refreshed({ beganAt, ttlMilliseconds, readsBuyersWhole }: FinishedRefresh): void {
    const isShown = ({ name, part, shows, at }: Pending): boolean =>
      (shows === 'after the TTL' && beganAt >= at + ttlMilliseconds) ||
      (readsBuyersWhole && part === 'buyers' && !OF_INVOICES.includes(name));
    this.pending = this.pending.filter((edit) => !isShown(edit));
    this.lately = this.lately.filter(({ at }) => at >= beganAt);
  }

  get waitsForRound(): boolean {
    return this.pending.some(({ shows }) => shows === 'by the reconcile');
  }

  /** Whether this part may differ from what a full refresh shows. */
  mayDiffer(part: Part): boolean {
    return this.pending.some((edit) => edit.part === part || edit.part === 'anything');
  }
}
