/** A small portal and somebody who has its report made as tables; people may edit meanwhile. */
import type { Period } from '../../../portal/data/calendar';
import { makeMixedData } from '../../../portal/data/mixed-data';
import type { PortalData } from '../../../portal/data/PortalData';
import { EDIT_NAMES, EDITS, People, type EditName } from '../../../portal/edits/People';
import type { PortalOptions } from '../../../portal/options';
import { Portal } from '../../../portal/Portal';
import { VirtualClock } from '../../../simulator';
import { NOON } from '../../../world/make-world';
import { differenceOf } from './read-tables';
import { TablesOwner, type TablesRun } from './TablesOwner';

/** All that a run finds without being told to read everything. */
const SEEN_AT_ONCE: readonly EditName[] = EDIT_NAMES.filter(
  (name) => EDITS[name].shows === 'at the next refresh' && name !== 'an invoice is shown',
);
/** Saves become visible, and rows follow their invoice, within less. */
const MILLISECONDS_OF_A_SAVE = 400_000;

export class TablesWorld {
  readonly clock = new VirtualClock(Date.parse(NOON));
  readonly data: PortalData;
  readonly portal: Portal;
  readonly owner: TablesOwner;
  private readonly people: People;

  constructor(options: Partial<PortalOptions> = {}, invoices = 60) {
    const { clock } = this;
    const today = NOON.slice(0, 'YYYY-MM-DD'.length);
    const mixed: { data: PortalData; period: Period } = makeMixedData({
      ...{ clock, today, invoices },
      seed: 7,
      linked: false,
    });
    this.data = mixed.data;
    this.portal = new Portal({ data: mixed.data, clock, limits: 'off', operating: 'off', ...options });
    this.owner = new TablesOwner(this.portal, clock);
    this.people = new People({ data: mixed.data, portal: this.portal, seed: 7, period: mixed.period });
  }

  /** People edit, and all of it is saved. */
  edit(count: number): void {
    for (let made = 0; made < count; made += 1) this.people.makeAny(SEEN_AT_ONCE, this.people.anyTiming());
    for (let passed = 0; passed < MILLISECONDS_OF_A_SAVE; passed += 1_000) {
      this.clock.advance(1_000);
      this.data.commits.catchUp();
    }
  }

  /** What a whole run into a new file would have made otherwise; null where nothing. */
  async difference(form: 'duckdb' | 'parquet' = 'duckdb'): Promise<string | null> {
    return (await this.whole(form)).different;
  }

  /** A whole run into a new file at this moment. */
  async whole(
    form: 'duckdb' | 'parquet' = 'duckdb',
  ): Promise<{ readonly run: TablesRun; readonly different: string | null }> {
    const fresh = new TablesOwner(this.portal, this.clock);
    try {
      const run = await fresh.run({ form, frozen: true });
      return { run, different: differenceOf(await this.owner.tables(form), await fresh.tables(form)) };
    } finally {
      fresh.remove();
    }
  }
}
