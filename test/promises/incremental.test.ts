/** A sample of what `npm run test:promises` tries in full. */
import { incremental } from './incremental/incremental';
import { tryWhole } from './suite';

describe('a refresh by memory', () => {
  it('shows what a full one shows, each edit by the time that is promised for it, and asks no more than it may', () => {
    const { tried, failures } = tryWhole(incremental, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    const counts = Object.fromEntries(tried);
    for (const what of ['refreshes', 'edits', 'refreshes while people work', 'rounds of the comparison'])
      expect(counts[what]).toBeGreaterThan(0);
  });
});
