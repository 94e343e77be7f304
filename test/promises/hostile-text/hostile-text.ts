/** The promise: a text of the CRM stands on the sheet as it is, is never a formula, and breaks no page and no sentence. */
import { inParts, type TrustOptions, type TrustPart, type TrustSuite } from '../suite';
import { BEARERS } from './bearers';
import { PAYLOADS, randomPayloads } from '../../support/hostile/payloads';
import { tryMessages, tryNames } from './try-pages';
import { READINGS, trySheets, type Bearing, type Reading } from './try-sheets';
import { BUYERS_SHOWN, trySummary } from './try-summary';

/** Compositions beside the fixed payloads. */
const RANDOM = { full: 100, sample: 40 } as const;
/** Portals with one hostile name each: a second of work for three of them. */
const MESSAGES = { full: 120, sample: 5 } as const;
const MESSAGES_IN_A_PART = 30;
/** Reports with so few texts that «Сводка» names them all: a second of work for two of them. */
const SUMMARIES_IN_A_PART = 8;
const SUMMARIES_SAMPLED = 2;

export const hostileText: TrustSuite = {
  name: 'hostile text',
  parts({ seed, extent }: TrustOptions): readonly TrustPart[] {
    const payloads = [...PAYLOADS, ...randomPayloads(seed, RANDOM[extent])];
    const reports = extent === 'full' ? everywhere(payloads) : rotating(payloads, seed);
    // An empty name is a hostile one too, and no seed may miss it.
    const quoted = [
      '',
      ...Array.from(
        { length: MESSAGES[extent] - 1 },
        (_, index) => payloads[(seed + index * 61) % payloads.length] ?? '',
      ),
    ];
    return [
      ...reports.map(({ bearings, reading }) =>
        part('texts on sheets', bearings.length, () => trySheets(bearings, reading)),
      ),
      ...inParts(summaries(payloads, seed, extent), SUMMARIES_IN_A_PART).map((some) =>
        part('texts on «Сводка»', some.flat().length, () =>
          some.flatMap((bearings) => trySummary(bearings, READINGS[READINGS.length - 1] as Reading)),
        ),
      ),
      part('names on pages', payloads.length, () => tryNames(payloads)),
      ...inParts(quoted, MESSAGES_IN_A_PART).map((texts) =>
        part('names in messages', texts.length, () => texts.flatMap(tryMessages)),
      ),
    ];
  },
};

const part =
  (what: string, count: number, failures: () => readonly string[]): TrustPart =>
  () => ({ tried: [[what, count]], failures: failures() });

interface HostileReport {
  readonly bearings: readonly Bearing[];
  readonly reading: (typeof READINGS)[number];
}

/** Each payload in each field in each reading of text cells. */
const everywhere = (payloads: readonly string[]): readonly HostileReport[] =>
  READINGS.flatMap((reading) =>
    BEARERS.map((bearer) => ({ reading, bearings: payloads.map((payload) => ({ bearer, payload })) })),
  );

/** Each payload in one field. */
const inTurn = (payloads: readonly string[], seed: number): readonly Bearing[] =>
  payloads.map((payload, index) => ({
    payload,
    bearer: BEARERS[(seed + index) % BEARERS.length] as Bearing['bearer'],
  }));

/** In the most grasping readings. */
const rotating = (payloads: readonly string[], seed: number): readonly HostileReport[] => {
  const bearings = inTurn(payloads, seed);
  return READINGS.slice(-2).map((reading) => ({ reading, bearings }));
};

/** Few enough a report; a sample has some that the seed draws. */
function summaries(
  payloads: readonly string[],
  seed: number,
  extent: TrustOptions['extent'],
): readonly (readonly Bearing[])[] {
  const all = inParts(inTurn(payloads, seed), BUYERS_SHOWN);
  const isDrawn = (index: number): boolean =>
    (index + seed) % Math.floor(all.length / SUMMARIES_SAMPLED) === 0;
  return extent === 'full' ? all : all.filter((_, index) => isDrawn(index));
}
