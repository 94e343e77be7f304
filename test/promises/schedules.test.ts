/** A sample of what `npm run test:promises` tries in full. */
import { schedules } from './schedules/schedules';
import { tryWhole } from './suite';

describe('Two at once', () => {
  it('end as if one had come after the other, wherever one cuts in upon the other', async () => {
    const { tried, failures } = await tryWhole(schedules, { seed: 1, extent: 'sample' });
    expect(failures).toEqual([]);
    expect(tried.every(([, count]) => count > 0)).toBe(true);
  });
});
