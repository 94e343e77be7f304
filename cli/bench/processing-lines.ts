/** What the benchmark says of processing, beside what is demanded of it. */
import type { ProcessingFigures, Times } from './processing';

/** At most so many times the time of `JSON.parse`. */
const MAX_TIME_RATIO = 1;
/** At most so many times the heap of the parsed answers, those included. */
const MAX_HEAP_RATIO = 3;
const BYTES_PER_MEGABYTE = 1e6;

const number = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const ratio = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

export function processingLines(figures: ProcessingFigures): string {
  const { rows, parsing, processing, parsedHeapBytes, peakHeapBytes } = figures;
  const megabytes = (bytes: number): string => `${number.format(bytes / BYTES_PER_MEGABYTE)} MB`;
  const times = ({ median, fastest }: Times): string =>
    `${number.format(median)} ms (fastest ${number.format(fastest)} ms)`;
  const fastestRatio = ratio.format(processing.fastest / parsing.fastest);
  return [
    `From parsed answers to both sheet plans, ${number.format(rows)} product rows:`,
    `  time       ${times(processing)}, JSON.parse of the same answers ${times(parsing)}: ` +
      `${verdict(processing.median / parsing.median, MAX_TIME_RATIO)}, fastest ${fastestRatio} ×`,
    `  peak heap  ${megabytes(peakHeapBytes)}, of which parsed answers ` +
      `${megabytes(parsedHeapBytes)}: ${verdict(peakHeapBytes / parsedHeapBytes, MAX_HEAP_RATIO)}`,
  ].join('\n');
}

const verdict = (found: number, allowed: number): string =>
  `${ratio.format(found)} × (demanded: at most ${ratio.format(allowed)} ×${found <= allowed ? '' : ', MISSED'})`;
