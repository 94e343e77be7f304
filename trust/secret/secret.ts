/** The promise: the webhook lies in one place, goes to one portal, and nobody can read it anywhere else. */
import type { TrustOptions, TrustOutcome, TrustSuite } from '../suite';
import { ADDRESSES, tryAddresses } from './try-addresses';
import { tryAnswers } from './try-answers';
import { tryArguments } from './try-arguments';
import { tryExceptions } from './try-exceptions';

/** Together the texts with the secret that are thrown or answered. */
const EXCEPTIONS = { full: 7_500, sample: 72 } as const;
const ANSWERS = { full: 2_500, sample: 44 } as const;
const ARGUMENTS = { full: 2_000, sample: 50 } as const;

export const secret: TrustSuite = {
  name: 'secret',
  run: ({ seed, extent }: TrustOptions): TrustOutcome => ({
    tried: [
      ['texts thrown', EXCEPTIONS[extent]],
      ['texts answered', ANSWERS[extent]],
      ['look-alike addresses', ADDRESSES.length],
      ['arguments', ARGUMENTS[extent]],
    ],
    failures: [
      ...tryExceptions(seed, EXCEPTIONS[extent]),
      ...tryAnswers(seed, ANSWERS[extent]),
      ...tryAddresses(),
      ...tryArguments(seed, ARGUMENTS[extent]),
    ],
  }),
};
