/** What goes out together: the first wave, and the order in which the rest follows. */
import { PAYMENT_DATE } from '../../../portal/data/a-portal';
import { aLine, type Line } from '../bitrix24/a-line';
import { Collector, fieldName } from './a-collection';

const wavesOf = (line: Line): string[][] =>
  line.waves.map((wave) => wave.map(({ url }) => url.slice(url.lastIndexOf('/') + 1)).sort());

const threeInvoices = (): Line =>
  aLine((portal) => {
    portal.withCompany({ ID: 1 });
    for (let id = 1; id <= 3; id++) portal.withInvoice({ ID: id, COMPANY_ID: 1, rows: [{}] });
  });

describe('the first wave', () => {
  it('asks for the list, the stages and the profile at once', () => {
    const line = threeInvoices();
    new Collector(line).collect();
    expect(wavesOf(line)[0]).toEqual(['crm.item.list', 'crm.status.list', 'profile']);
  });

  it('asks for the fields first where a user field is set: their types decide what dates mean', () => {
    const line = threeInvoices();
    new Collector(line).collect({ settings: { paymentDateField: fieldName(PAYMENT_DATE) } });
    expect(wavesOf(line).slice(0, 2)).toEqual([
      ['crm.item.fields'],
      ['crm.item.list', 'crm.status.list', 'profile'],
    ]);
  });

  it('asks for no fields where only standard fields are used', () => {
    const line = threeInvoices();
    new Collector(line).collect({ settings: { periodField: fieldName('CLOSEDATE') } });
    expect(line.asked).not.toContain('crm.item.fields');
  });
});

describe('a small report', () => {
  it('takes a wave for each step of what depends on what', () => {
    const line = threeInvoices();
    new Collector(line).collect();
    expect(wavesOf(line).slice(1)).toEqual([
      ['crm.item.list'],
      ['crm.item.productrow.list', 'crm.requisite.link.list'],
      ['crm.requisite.list'],
      ['crm.item.list'],
    ]);
  });
});

describe('between two waves', () => {
  it('the fetcher asks whether it may go on, and what that throws ends the fetching', () => {
    const line = threeInvoices();
    let waves = 0;
    const stop = new Error('enough');
    const beforeWave = () => {
      waves += 1;
      if (waves === 3) throw stop;
    };
    expect(() => new Collector(line).collect({ beforeWave })).toThrow(stop);
    expect(line.waves).toHaveLength(2);
  });

  it('everything fetched so far is in the cache: whoever comes after goes on from there', () => {
    const line = aLine((portal) => {
      for (let id = 1; id <= 120; id++) portal.withInvoice({ ID: id, link: 0, UPDATED_TIME: 0, rows: [{}] });
    });
    const collector = new Collector(line);
    let waves = 0;
    const beforeWave = () => {
      waves += 1;
      if (waves === 3) throw new Error('enough');
    };
    expect(() => collector.collect({ beforeWave })).toThrow('enough');
    const { asked } = collector.collect();
    expect(asked).not.toContain('profile');
    expect(asked).not.toContain('crm.status.list');
    expect(asked.filter((method) => method === 'crm.requisite.link.list')).toHaveLength(2);
  });
});
