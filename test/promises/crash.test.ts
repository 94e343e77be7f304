/** A sample of what `npm run test:promises` tries in full. */
import { crash } from './crash/crash';
import { tryWhole } from './suite';

describe('Crash at every call', () => {
  it('leaves the report right in the end, whichever call is the last or is refused', async () => {
    const { tried, failures } = await tryWhole(crash, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    expect(tried.every(([, count]) => count > 0)).toBe(true);
  });
});
