/** A sample of what `npm run test:promises` tries in full. */
import { notes } from './notes/notes';
import { tryWhole } from './suite';

describe('Notes beside invoices', () => {
  it('stay with their invoice, whatever happens to lines, periods and executions', async () => {
    const { tried, failures } = await tryWhole(notes, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    expect(tried.every(([, count]) => count > 0)).toBe(true);
  });
});
