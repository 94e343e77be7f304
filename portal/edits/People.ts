/** People who work on a portal: edits by name or by chance, at once or seen later; the same seed, the same work. */
import type { Period } from '../data/calendar';
import type { PortalData } from '../data/PortalData';
import { Random } from '../data/Random';
import type { Portal } from '../Portal';
import { BUYER_EDITS } from './buyer-edits';
import type { Edit, Scene } from './edit';
import { INVOICE_EDITS } from './invoice-edits';
import { OTHER_EDITS } from './other-edits';
import { ROW_EDITS } from './row-edits';

export const EDITS = { ...INVOICE_EDITS, ...ROW_EDITS, ...BUYER_EDITS, ...OTHER_EDITS };
export type EditName = keyof typeof EDITS;
export const EDIT_NAMES = Object.keys(EDITS) as readonly EditName[];

/** From the time stamp of a save until all of it is there. */
const MOST_SECONDS = 298;
const MOST_BEHIND = 20;

/** Left out: the edit is seen at once and whole. */
export interface Timing {
  /** Seconds from the time stamp to the commit. */
  readonly late?: number;
  /** Seconds that rows and links are behind the invoice. */
  readonly recordFirst?: number;
}

export interface PeopleOptions {
  readonly data: PortalData;
  readonly portal: Portal;
  readonly seed: number;
  /** The report's, so that invoices enter and leave it. */
  readonly period: Period;
}

export class People {
  /** What was done, in the order in which it could be seen. */
  readonly log: string[] = [];
  private readonly scene: Scene;

  constructor({ data, portal, seed, period }: PeopleOptions) {
    this.scene = { data, portal, random: new Random(seed), period };
  }

  /** false: there is nothing to do it to. A late one finds its object when it is committed, and may find none. */
  make(name: EditName, { late = 0, recordFirst = 0 }: Timing = {}): boolean {
    const { data } = this.scene;
    const { make }: Edit = EDITS[name];
    const act = (): boolean => {
      const done = make(this.scene);
      if (done !== null) this.log.push(`${name} (${done})`);
      return done !== null;
    };
    data.commits.catchUp();
    if (late > 0) {
      data.saveLate(late, () => data.commits.recordFirst(recordFirst, act));
      return true;
    }
    let made = false;
    data.commits.recordFirst(recordFirst, () => (made = act()));
    return made;
  }

  /** One of them that has something to do; null where none has. */
  makeAny(names: readonly EditName[] = EDIT_NAMES, timing: Timing = {}): EditName | null {
    const left = [...names];
    while (left.length > 0) {
      const [name] = left.splice(this.scene.random.int(0, left.length - 1), 1);
      if (name !== undefined && this.make(name, timing)) return name;
    }
    return null;
  }

  /** As real saves come: most at once, some late, some with their rows behind them; all of it is there after 298 s. */
  anyTiming(): Timing {
    const { random } = this.scene;
    const late = random.chance(0.2) ? random.int(1, MOST_SECONDS) : 0;
    const behind = random.chance(0.2) ? random.int(1, MOST_BEHIND) : 0;
    return { late, recordFirst: Math.min(behind, MOST_SECONDS - late) };
  }
}
