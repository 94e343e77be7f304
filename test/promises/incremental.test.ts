/** A sample of what `npm run test:promises` tries in full. */
import { incremental } from './incremental/incremental';
import { tryWhole } from './suite';

const TRIED = ['refreshes', 'edits', 'refreshes while people work', 'rounds of the comparison'];
const TRIED_BY_THE_BUNDLE = ['refreshes by the trigger alone', 'sheets compared whole', 'executions ended'];

describe('a refresh by memory', () => {
  it('shows what a full one shows, each edit by the time that is promised for it, and asks no more than it may', async () => {
    const { tried, failures } = await tryWhole(incremental, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    const counts = Object.fromEntries(tried);
    for (const what of [...TRIED, ...[...TRIED, ...TRIED_BY_THE_BUNDLE].map((one) => `bundle: ${one}`)])
      expect([what, counts[what]]).toEqual([what, expect.any(Number)]);
    expect(Math.min(...Object.values(counts))).toBeGreaterThan(0);
  });
});
