/** A sample of what `npm run test:promises` tries in full. */
import { journal } from './journal/journal';
import { tryWhole } from './suite';

describe('The journal of changes', () => {
  it('tells every event once and adds up to the report, whatever happens to it', async () => {
    const { tried, failures } = await tryWhole(journal, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    expect(tried).toContainEqual(['histories', 6]);
  });
});
