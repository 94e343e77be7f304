/** The promise: the webhook lies in one place, goes to one portal, and nobody can read it anywhere else. */
import type { TrustOptions, TrustPart, TrustSuite } from '../suite';
import { ADDRESSES, tryAddresses } from './try-addresses';
import { tryAnswers } from './try-answers';
import { tryArguments } from './try-arguments';
import { tryExceptions } from './try-exceptions';

/** Together the texts with the secret that are thrown or answered. */
const EXCEPTIONS = { full: 7_500, sample: 72 } as const;
const ANSWERS = { full: 2_500, sample: 44 } as const;
/** Parts of those that are thrown, each with texts of its own. */
const THROWING_PARTS = { full: 5, sample: 1 } as const;
const ARGUMENTS = { full: 2_000, sample: 50 } as const;

export const secret: TrustSuite = {
  name: 'secret',
  parts: ({ seed, extent }: TrustOptions): readonly TrustPart[] => [
    ...Array.from({ length: THROWING_PARTS[extent] }, (_, index) =>
      part('texts thrown', EXCEPTIONS[extent] / THROWING_PARTS[extent], (count) =>
        tryExceptions(seed * THROWING_PARTS[extent] + index, count),
      ),
    ),
    part('texts answered', ANSWERS[extent], (count) => tryAnswers(seed, count)),
    part('look-alike addresses', ADDRESSES.length, tryAddresses),
    part('arguments', ARGUMENTS[extent], (count) => tryArguments(seed, count)),
  ],
};

const part =
  (what: string, count: number, failures: (count: number) => readonly string[]): TrustPart =>
  () => ({ tried: [[what, count]], failures: failures(count) });
