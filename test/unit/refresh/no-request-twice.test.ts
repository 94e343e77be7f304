/** Within one refresh no question is asked twice, and whoever asks what another has asked is answered from the cache. */
import { canonical } from '../../../src/hash/canonical';
import { makeOddData } from '../../../portal/data/odd-data';
import { PAYMENT_DATE, SHIPMENT_DATE, type PortalBuilder } from '../../../portal/data/a-portal';
import { NOON } from '../../../world/make-world';
import { VirtualClock } from '../../../simulator';
import { aLine, Line } from '../bitrix24/a-line';
import { Collector, countsOf, fieldName } from './a-collection';

/** Requests that were sent more than once, letter for letter. */
function repeated(line: Line): string[] {
  const texts = line.portal.requests.map(({ method, params }) => canonical([method, params]));
  return texts.filter((text, index) => texts.indexOf(text) !== index);
}

function demoLine(generation: 'old' | 'mid' | 'new'): Line {
  const clock = new VirtualClock(Date.parse(NOON));
  return new Line(clock, makeOddData({ clock, today: '2026-05-20' }).data, {
    portal: { generation, limits: 'off' },
  });
}

describe('a refresh of the demo portal', () => {
  it.each(['old', 'mid', 'new'] as const)(
    'sends no request twice on %s, whichever field decides the period',
    (generation) => {
      for (const field of ['BEGINDATE', PAYMENT_DATE]) {
        const line = demoLine(generation);
        const settings = {
          periodField: fieldName(field),
          shipmentDateField: fieldName(SHIPMENT_DATE),
          paymentDateField: fieldName(PAYMENT_DATE),
          excludeFailed: false,
        };
        const { report } = new Collector(line).collect({ settings });
        expect(report.brief.length).toBeGreaterThan(0);
        expect([field, repeated(line)]).toEqual([field, []]);
      }
    },
  );

  it('asks for no requisite, company or contact twice in different lists', () => {
    const line = demoLine('mid');
    new Collector(line).collect();
    const idsAsked = line.portal.requests.flatMap(({ method, params }) => {
      const filter = (params['filter'] ?? {}) as Record<string, unknown>;
      const ids = (filter['@ID'] ?? filter['@id'] ?? filter['@ENTITY_ID'] ?? []) as number[];
      const what = [method, params['entityTypeId'], filter['ENTITY_TYPE_ID'], filter['>ID']];
      return ids.map((id) => canonical([what.map((part) => part ?? null), id]));
    });
    expect(idsAsked.length).toBeGreaterThan(20);
    expect(new Set(idsAsked).size).toBe(idsAsked.length);
  });
});

const oneBuyer = (invoices: number) => (portal: PortalBuilder) => {
  portal.withCompany({ ID: 1 }).withRequisite({ ID: 9, ENTITY_ID: 1, RQ_COMPANY_NAME: 'ООО «Ромашка»' });
  for (let id = 1; id <= invoices; id++) portal.withInvoice({ ID: id, COMPANY_ID: 1, link: 9, rows: [{}] });
};

describe('invoices of one buyer', () => {
  it('cost one question about him, however many there are', () => {
    const line = aLine(oneBuyer(40));
    const { asked } = new Collector(line).collect();
    expect(countsOf(asked)['crm.requisite.list']).toBe(1);
    expect(line.portal.requests.find(({ method }) => method === 'crm.requisite.list')?.params).toMatchObject({
      filter: { '@ID': [9] },
    });
  });

  it('count a hit for each who did not have to ask, and a miss for each question', () => {
    const { cache } = new Collector(aLine(oneBuyer(40))).collect();
    // Two pages of the list, stages, profile; for each invoice its link and rows; one requisite.
    expect(cache.misses).toBe(2 + 2 + 40 * 2 + 1);
    // The other sheet's 40 links and 40 requisites, and 39 requisites of the first.
    expect(cache.hits).toBe(40 + 40 + 39);
  });

  it('count no hit where only one sheet is made and nobody shares anything', () => {
    const { cache } = new Collector(aLine(oneBuyer(1))).collect({ sheets: ['brief'] });
    expect([cache.hits, cache.misses]).toEqual([0, 2 + 2 + 1 + 1]);
  });
});

describe('a buyer without a link', () => {
  it('costs the questions of his kind and no more', () => {
    const line = aLine((portal) =>
      portal.withCompany({ ID: 1, TITLE: 'ООО' }).withInvoice({ ID: 1, COMPANY_ID: 1, rows: [] }),
    );
    const { asked, report } = new Collector(line).collect();
    expect(countsOf(asked)).toMatchObject({
      'crm.requisite.link.list': 1,
      'crm.requisite.list': 1,
      'crm.item.list': 3,
    });
    expect(report.brief).toHaveLength(1);
  });

  it('who is nobody costs only the look for a link', () => {
    const { asked } = new Collector(aLine((portal) => portal.withInvoice({ ID: 1 }))).collect({
      sheets: ['brief'],
    });
    expect(countsOf(asked)).toEqual({
      'crm.item.list': 2,
      'crm.status.list': 1,
      profile: 1,
      'crm.requisite.link.list': 1,
    });
  });
});
