/** A sample of what `npm run test:promises` tries in full. */
import { edits } from './edits/edits';
import { tryWhole } from './suite';

describe("People's edits", () => {
  it('cost nobody a cell, leave nothing stale and are refused with true sentences only', async () => {
    const { tried, failures } = await tryWhole(edits, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    const counts = Object.fromEntries(tried);
    expect(counts).toMatchObject({ 'of them lost': 0, 'stale cells of the report': 0, 'untrue refusals': 0 });
    for (const what of ['edits', 'refreshes', 'refusals', 'cells of users'])
      expect(counts[what]).toBeGreaterThan(0);
  });
});
