/** «Сводка» of whatever a portal holds is, cell for cell, what its records say by the contract. */
import fc from 'fast-check';
import { summaryCases, summaryDiffers } from './of-portals';

test('«Сводка» of any portal, and what its charts show', () => {
  fc.assert(fc.property(summaryCases, (one) => expect(summaryDiffers(one)).toEqual([])));
});
