/** «Сводка» of thousands of portals, cell for cell; a hundred are tried with the units. */
import fc from 'fast-check';
import { summaryCases, summaryDiffers } from '../unit/summary/of-portals';

const RUNS = 2_000;

test(`«Сводка» of ${RUNS} portals, and what its charts show`, () => {
  fc.assert(
    fc.property(summaryCases, (one) => expect(summaryDiffers(one)).toEqual([])),
    { numRuns: RUNS },
  );
}, 600_000);
