import { aLine } from '../bitrix24/a-line';
import { MemoryOwner } from './an-owner';

const DAY = 86_400_000;

function aRefreshed(): MemoryOwner {
  const owner = new MemoryOwner(aLine((portal) => portal.withInvoice({ ID: 1, rows: [{}] })));
  owner.refresh();
  return owner;
}

const rowsAsked = (asked: readonly string[]): number =>
  asked.filter((method) => method === 'crm.item.productrow.list').length;

describe('why a refresh reads everything', () => {
  it('is that nothing is remembered', () => {
    expect(new MemoryOwner(aLine()).refresh().wholeFor).toBe('first');
  });

  it('is nothing where it does not', () => {
    expect(aRefreshed().refresh().wholeFor).toBeNull();
  });

  it('is another report, of whose rows those that rested are known', () => {
    const owner = aRefreshed();
    owner.line.clock.advance(DAY);
    owner.refresh();
    owner.scope = 'another scope';
    const { wholeFor, asked } = owner.refresh();
    expect([wholeFor, rowsAsked(asked)]).toEqual(['scope', 0]);
  });

  it('is that seven days have passed since it last did', () => {
    const owner = aRefreshed();
    owner.line.clock.advance(7 * DAY - 1);
    expect(owner.refresh().wholeFor).toBeNull();
    owner.line.clock.advance(1);
    expect(owner.refresh().wholeFor).toBe('weekly');
    owner.line.clock.advance(7 * DAY - 1);
    expect(owner.refresh().wholeFor).toBeNull();
  });

  it('is that the cache was cleared, of which the rows are asked anew too', () => {
    const owner = aRefreshed();
    owner.line.clock.advance(DAY);
    owner.refresh();
    owner.collector.epoch += 1;
    const { wholeFor, asked } = owner.refresh();
    expect([wholeFor, rowsAsked(asked)]).toEqual(['cleared', 1]);
    expect(owner.refresh().wholeFor).toBeNull();
  });
});
