/** Whatever the portal holds and whatever the cache still has of it: what is gathered is what the portal's data says. */
import fc from 'fast-check';
import { aPortal } from '../../../portal/data/a-portal';
import type { PortalData } from '../../../portal/data/PortalData';
import type { Generation } from '../../../portal/generation';
import { NOON } from '../../../world/make-world';
import { VirtualClock } from '../../../simulator';
import { Line } from '../bitrix24/a-line';
import { Collector, countsOf, type CollectOptions, QUARTER } from './a-collection';
import { factsOf } from './facts-of-data';

const DAYS = [null, '2026-03-31', '2026-04-01', '2026-05-20', '2026-06-30', '2026-07-01'];
/** Enough things of each kind to be shared, to be missing and to fill more than one chunk. */
const IDS = 6;
const id = fc.integer({ min: 0, max: IDS });

const invoice = fc.record({
  BEGINDATE: fc.constantFrom(...DAYS),
  STAGE_ID: fc.constantFrom('DT31_7:N', 'DT31_7:P', 'DT31_7:D', 'DT31_7:GONE'),
  COMPANY_ID: fc.oneof(id, fc.constant(null)),
  CONTACT_ID: id,
  OPPORTUNITY: fc.constantFrom(null, 0, 19_000, 0.35, 123_456.78),
  TAX_VALUE: fc.constantFrom(null, 0, 20.5),
  IS_RECURRING: fc.boolean(),
  ageSeconds: fc.constantFrom(0, 4, 5, 100_000),
  link: fc.option(fc.integer({ min: 0, max: 2 * IDS + 2 }), { nil: undefined }),
  rows: fc.oneof(
    {
      weight: 9,
      arbitrary: fc.array(
        fc.record({ PRICE: fc.constantFrom(0, 99.99, 0.00000001), TAX_RATE: fc.constantFrom(null, 0, 22) }),
        { maxLength: 4 },
      ),
    },
    {
      weight: 1,
      arbitrary: fc
        .integer({ min: 49, max: 102 })
        .map((count) => Array.from({ length: count }, () => ({ PRICE: 1, TAX_RATE: 20 }))),
    },
  ),
});

const aPortalOf = fc.record({
  invoices: fc.array(invoice, { maxLength: 70 }),
  requisites: fc.array(
    fc.record({
      ENTITY_TYPE_ID: fc.constantFrom(3, 4),
      ENTITY_ID: id,
      SORT: fc.constantFrom(100, 500),
      ADDRESS_ONLY: fc.constantFrom('Y', 'N'),
    }),
    { maxLength: 2 * IDS },
  ),
  generation: fc.constantFrom<Generation>('old', 'mid', 'new'),
  zone: fc.constantFrom('+03:00', '-05:00'),
});

type PortalCase = typeof aPortalOf extends fc.Arbitrary<infer Case> ? Case : never;

function lineTo({ invoices, requisites, generation, zone }: PortalCase): { line: Line; data: PortalData } {
  const clock = new VirtualClock(Date.parse(NOON));
  const builder = aPortal(clock);
  // The first half of companies and contacts exists; the rest is only referred to.
  for (let each = 1; each <= IDS / 2; each++) {
    builder.withCompany({ ID: each }).withContact({ ID: each, LAST_NAME: `Иванов ${each}`, NAME: 'Пётр' });
  }
  requisites.forEach((requisite, index) =>
    builder.withRequisite({
      ...requisite,
      RQ_INN: String(7_700_000_000 + index),
      RQ_COMPANY_NAME: index % 2 ? `ООО ${index}` : null,
    }),
  );
  for (const { ageSeconds, link, ...given } of invoices) {
    const linked = link === undefined ? {} : { link };
    builder.withInvoice({ ...given, ...linked, UPDATED_TIME: clock.now() - ageSeconds * 1000 });
  }
  const portal = { generation, zone, limits: { burst: 100_000, perSecond: 1000 } };
  return { line: new Line(clock, builder.data, { portal }), data: builder.data };
}

/** What earlier executions left in the cache: nothing, the brief sheet's half, another period's, everything. */
const earlier = fc.array(
  fc.constantFrom<CollectOptions>(
    { sheets: ['brief'] },
    { sheets: ['detail'] },
    { period: { from: QUARTER.from, to: QUARTER.from } },
    { settings: { excludeFailed: false } },
    {},
  ),
  { maxLength: 2 },
);
const options = fc.record({ excludeFailed: fc.boolean(), cacheTtlSeconds: fc.constantFrom(0, 60, 300) });

describe('the facts of a report', () => {
  it('are those of the portal, whatever was in the cache and whatever of it has gone', () => {
    const vanishing = fc.infiniteStream(fc.boolean());
    fc.assert(
      fc.property(
        aPortalOf,
        earlier,
        options,
        vanishing,
        fc.nat(400),
        (portal, before, settings, vanishes, pause) => {
          const { line, data } = lineTo(portal);
          const collector = new Collector(line, () => vanishes.next().value === true);
          for (const execution of before)
            collector.collect({ ...execution, settings: { ...settings, ...execution.settings } });
          line.clock.advance(pause * 1000);

          const { facts, asked } = collector.collect({ settings });

          expect(facts).toEqual(factsOf(data, { ...settings, period: QUARTER, zone: portal.zone }));
          expect(countsOf(asked)['crm.item.list']).toBeGreaterThan(0);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('are new where rows changed in between, even within the second', () => {
    fc.assert(
      fc.property(aPortalOf, fc.nat(10_000), fc.nat(10_000), (portal, first, second) => {
        const { line, data } = lineTo(portal);
        const collector = new Collector(line);
        collector.collect();
        line.clock.advance(first);
        for (const each of data.invoices.keys()) data.addRow(each, { PRICE: 7 });
        collector.collect();
        line.clock.advance(second);
        for (const each of data.invoices.keys()) data.addRow(each, { PRICE: 8 });

        const { facts } = collector.collect();
        expect(facts.rows).toEqual(
          factsOf(data, { excludeFailed: true, period: QUARTER, zone: portal.zone }).rows,
        );
      }),
      { numRuns: 30 },
    );
  });
});
