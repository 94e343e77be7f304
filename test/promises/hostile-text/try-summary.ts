/** So few hostile texts that «Сводка» has a line for the buyer and the stage of each. */
import { refresh } from '../../../world/scenario';
import { SUMMARY } from '../../../world/sheets';
import { asText, quoted } from '../../support/hostile/payloads';
import { asOneBuyer } from './further-sheets';
import { formulasOf, hostileWorld, type Bearing, type Reading } from './try-sheets';

/** Lines of «Сводка» for buyers. */
export const BUYERS_SHOWN = 10;

/** The labels of its blocks, in rows. */
const BLOCKS = { buyer: [28, 37], stage: [41, 52] } as const;
const LABEL_COLUMN = 2;

/** @param bearings at most as many as there are lines for buyers; one line for each broken promise */
export function trySummary(bearings: readonly Bearing[], reading: Reading): string[] {
  const { world, expected } = hostileWorld(bearings, reading);
  const { state, message } = refresh(world).progress;
  if (state !== 'done') return [`the refresh is ${state}: ${message}`];
  const { spreadsheet } = world;
  const failures = formulasOf(world).map((formula) => `a formula: ${formula}`);
  for (const what of ['buyer', 'stage'] as const) {
    const [first, last] = BLOCKS[what];
    const shown = Array.from({ length: last - first + 1 }, (_, index) =>
      String(spreadsheet.sheetNamed(SUMMARY)?.peek(first + index, LABEL_COLUMN)?.value ?? ''),
    );
    const wanted = [
      ...new Set(asOneBuyer(expected).map((texts) => spreadsheet.quirks.storedText(texts[what]))),
    ];
    const missing = wanted.filter((text) => !shown.includes(text));
    const foreign = shown.filter((text) => text !== '' && !wanted.includes(text));
    failures.push(
      ...missing.map((text) => `${SUMMARY} shows no ${what} ${quoted(text)}`),
      ...foreign.map((text) => `${SUMMARY} shows as a ${what} ${quoted(text)}`),
    );
  }
  const texts = bearings.map(({ payload }) => quoted(asText(payload))).join(', ');
  return failures.map((failure) => `${failure}, among ${texts}`);
}
