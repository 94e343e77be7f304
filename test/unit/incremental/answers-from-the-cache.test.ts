/** A refresh that takes answers out of the cache remembers how old they are, and a person's click takes none. */
import { COMPANY } from '../../../portal/data/records';
import type { PortalData } from '../../../portal/data/PortalData';
import { ArraySize } from '../../../src/incremental/array-size';
import { memoryScope, Remembering, type MemoryKeeper } from '../../../src/refresh/Remembering';
import { DEFAULT_SETTINGS } from '../../../src/settings/Settings';
import type { Kept } from '../../../src/memory/cells';
import { aLine, type Line } from '../bitrix24/a-line';
import { Collector, QUARTER } from '../refresh/a-collection';

const HOUR_SECONDS = 3_600;
const SECOND = 1_000;

/** One invoice of a company with two requisites, and refreshes whose answers are cached for an hour. */
class Owner {
  readonly line: Line;
  data!: PortalData;
  private readonly collector: Collector;
  private kept: Kept = { memory: null, report: null };
  private readonly sheet: MemoryKeeper = {
    read: () => this.kept,
    write: (kept) => (this.kept = kept),
  };

  constructor() {
    this.line = aLine((portal) => {
      this.data = portal.data;
      portal
        .withCompany({ ID: 1 })
        .withRequisite({ ID: 10, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1, RQ_COMPANY_NAME: 'ООО «Старое»' })
        .withRequisite({ ID: 11, ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1, RQ_COMPANY_NAME: 'ООО «Второе»' })
        .withInvoice({ ID: 1, COMPANY_ID: 1, UPDATED_TIME: Date.UTC(2026, 4, 1), link: 10 });
    });
    this.collector = new Collector(this.line);
  }

  wait(seconds: number): void {
    this.line.clock.advance(seconds * SECOND);
  }

  /** @param shipmentDateField with another one the report is another, so that it is read whole */
  buyer(shipmentDateField: '' | 'UF_CRM_SHIPPED' = '', isAskedFor = false): string | undefined {
    const settings = { ...DEFAULT_SETTINGS, cacheTtlSeconds: HOUR_SECONDS };
    const { facts } = this.collector.collect({
      settings,
      remembering: (cache) =>
        new Remembering({
          sheet: this.sheet,
          cache,
          now: () => this.line.clock.now(),
          hasEarlier: true,
          epoch: 1,
          runId: String(this.line.clock.now()),
          scope: memoryScope(settings, QUARTER) + shipmentDateField,
          ttlSeconds: HOUR_SECONDS,
          looksBack: false,
          arrays: new ArraySize(),
          isAskedFor,
        }),
    });
    return [...facts.buyers.values()][0]?.name;
  }
}

describe('A refresh that takes answers out of the cache', () => {
  it('looks for what was edited since they were put there', () => {
    const owner = new Owner();
    owner.buyer();
    owner.wait(100);
    owner.data.changeRequisite(10, { RQ_COMPANY_NAME: 'ООО «Новое»' });
    owner.wait(HOUR_SECONDS - 200);
    expect(owner.buyer('UF_CRM_SHIPPED')).toBe('ООО «Старое»');
    owner.wait(200);
    expect(owner.buyer('UF_CRM_SHIPPED')).toBe('ООО «Новое»');
  });

  it('remembers no link that is older than the last save of its invoice', () => {
    const owner = new Owner();
    owner.buyer();
    owner.wait(100);
    owner.data.unlinkRequisite(1);
    owner.data.linkRequisite(1, 11);
    owner.data.changeInvoice(1, { OPPORTUNITY: 7 });
    owner.wait(400);
    owner.buyer('UF_CRM_SHIPPED');
    owner.wait(1);
    expect(owner.buyer('UF_CRM_SHIPPED')).toBe('ООО «Второе»');
  });
});

describe('A click', () => {
  it('shows what has just been mended of a buyer, even if the cache holds it as it was', () => {
    const owner = new Owner();
    owner.buyer();
    owner.wait(1_000);
    owner.data.deleteInvoice(1);
    const requisite = owner.data.addRequisite({ ENTITY_TYPE_ID: COMPANY, ENTITY_ID: 1 });
    owner.data.addInvoice({ COMPANY_ID: 1, link: requisite });
    owner.buyer();
    owner.wait(HOUR_SECONDS - 1_000);
    owner.data.changeRequisite(requisite, { RQ_COMPANY_NAME: 'ООО «Новое»' });
    owner.wait(1);
    expect(owner.buyer('', true)).toBe('ООО «Новое»');
  });
});
