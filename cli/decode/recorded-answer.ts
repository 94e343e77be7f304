/** What a file of a recorded answer holds: one answer of the method that its name gives, or a batch of answers. */
import { readEnvelope, type Reading } from '../../src/bitrix24/envelope';

/** A recording keeps the body only; an error tells itself by its key. */
const STATUS_OK = 200;

/** `docs.crm.item.list.1.json` and `portal.crm-item-list.json` → `crm.item.list`. */
export function methodOf(fileName: string): string {
  return fileName
    .replace(/^(docs|portal)\./, '')
    .replace(/\.json$/, '')
    .replace(/\.\d+$/, '')
    .replace(/-/g, '.');
}

/** The answers within, each in the shape of a single one: a batch has one for each of its commands. */
export function answersIn(body: string): Reading[] {
  const reading = readEnvelope(STATUS_OK, body);
  if (reading.kind !== 'answer' || !isBatch(reading.envelope.result)) return [reading];
  const { result, result_error, result_total, result_next, result_time } = reading.envelope.result;
  const answers = Object.entries(result).map(([command, inner]) => ({
    result: inner,
    total: valueOf(result_total, command),
    next: valueOf(result_next, command),
    time: valueOf(result_time, command),
  }));
  return [...answers, ...Object.values(result_error)].map((answer) =>
    readEnvelope(STATUS_OK, JSON.stringify(answer)),
  );
}

/** By command; PHP prints an empty one as `[]`. */
type ByCommand = Readonly<Record<string, unknown>> | readonly unknown[];

interface Batch {
  readonly result: ByCommand;
  readonly result_error: ByCommand;
  readonly result_total?: ByCommand;
  readonly result_next?: ByCommand;
  readonly result_time?: ByCommand;
}

const isBatch = (result: unknown): result is Batch =>
  isCollection(result) &&
  'result' in result &&
  'result_error' in result &&
  isCollection(result.result) &&
  isCollection(result.result_error);

const isCollection = (value: unknown): value is object => typeof value === 'object' && value !== null;

const valueOf = (values: ByCommand | undefined, command: string): unknown =>
  Object.entries(values ?? {}).find(([name]) => name === command)?.[1];
