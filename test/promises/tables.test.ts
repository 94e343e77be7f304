/** A sample of what `npm run test:promises` tries in full. */
import { tryWhole } from './suite';
import { tables } from './tables/tables';

describe('Tables in a file that is its own memory', () => {
  it('are those of a whole run, whatever people edit and whichever run is killed, and ask no more than they may', async () => {
    const { tried, failures } = await tryWhole(tables, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    expect(tried.every(([, count]) => count > 0)).toBe(true);
  });
});
