/**
 * The envelope of every REST answer: `{ result, next?, total?, time }` or `{ error, error_description }`.
 * An error is a status of 400 and more or the key `error`: legacy methods send `""` and 0 in it (Bitrix24 source,
 * rest/classes/general/rest.php `processResponse`), gateways and extensions a null beside a result that is good.
 */
import type { PortalMoment } from '../domain/records';
import { ShapeError, toInteger, toObject, type JsonObject } from './json';

export interface AnswerTime {
  /** The portal's clock when it began to answer, milliseconds since 1970; null where it does not say. */
  readonly startedAt: number | null;
  /** The server's zone, minutes east of Greenwich; null where it does not say. */
  readonly offset: number | null;
  /** Seconds of work that this method has used up of its budget. */
  readonly operating: number | null;
  /** When the oldest part of that work is forgiven, seconds since 1970. */
  readonly operatingResetAt: number | null;
}

export interface Envelope {
  readonly result: unknown;
  readonly next: number | null;
  readonly total: number | null;
  readonly time: AnswerTime;
}

/** An envelope with the moment when it was asked for, milliseconds since 1970 by the add-on's clock. */
export interface DatedEnvelope extends Envelope {
  readonly askedAt: number;
}

/** null where the portal does not tell its time and its zone. */
export const momentOf = ({
  time: { startedAt, offset },
  askedAt,
}: Pick<DatedEnvelope, 'time' | 'askedAt'>): PortalMoment | null =>
  startedAt === null || offset === null ? null : { time: startedAt, offset, askedAt };

/** What the portal said instead of an answer. Its own text is looked at, never shown. */
export interface Refusal {
  readonly status: number;
  /** `''` and `'0'` are real codes. */
  readonly code: string;
  readonly description: string;
}

/**
 * `html`: a page for people, of maintenance, a login or a proxy; `text`: words that are no JSON, as of a web server or
 * a shield; `broken`: empty, cut short, or JSON that is no envelope.
 */
export type Unanswered =
  { readonly kind: 'refusal'; readonly refusal: Refusal } | { readonly kind: 'html' | 'text' | 'broken' };

export type Reading = { readonly kind: 'answer'; readonly envelope: Envelope } | Unanswered;

export function readEnvelope(status: number, body: string): Reading {
  // Among the white space that goes: a byte order mark, which a boxed portal's own files may put before every answer.
  const text = body.trim();
  const whole = parseJson(text);
  const parsed = whole === undefined ? parseJson(behindNotice(text)) : whole;
  if (parsed === undefined) return { kind: kindOfText(text) };
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { kind: 'broken' };
  const envelope = parsed as JsonObject;
  if (status >= 400 || (envelope['error'] ?? null) !== null) {
    const description = plainText(envelope['error_description']);
    return { kind: 'refusal', refusal: { status, code: plainText(envelope['error']), description } };
  }
  if (!('result' in envelope)) return { kind: 'broken' };
  try {
    return {
      kind: 'answer',
      envelope: {
        result: envelope['result'],
        next: optionalInteger(envelope['next'], 'next'),
        total: optionalInteger(envelope['total'], 'total'),
        time: readTime(envelope['time']),
      },
    };
  } catch (error) {
    if (error instanceof ShapeError) return { kind: 'broken' };
    throw error;
  }
}

/** An answer that begins as JSON, or not at all, was cut short on its way. */
const BEGUN_AS_JSON = /^(?:[{["]|$)/;

const kindOfText = (text: string): 'html' | 'text' | 'broken' =>
  text.startsWith('<') ? 'html' : BEGUN_AS_JSON.test(text) ? 'broken' : 'text';

/** undefined where it is no JSON. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The envelope that follows what PHP printed before it, a notice or a warning; `''` where there is none. Of an
 * answer that began as JSON no part is taken for the whole.
 */
function behindNotice(text: string): string {
  const start = BEGUN_AS_JSON.test(text) ? -1 : text.search(/\{\s*"(result|error)"\s*:/);
  return start < 0 ? '' : text.slice(start);
}

function readTime(value: unknown): AnswerTime {
  if (value === undefined || value === null)
    return { startedAt: null, offset: null, operating: null, operatingResetAt: null };
  const time = toObject(value, 'time');
  const start = finiteNumber(time['start']);
  const written = typeof time['date_start'] === 'string' ? time['date_start'] : '';
  const dateStart = Date.parse(written);
  return {
    startedAt: start !== null ? Math.floor(start * 1000) : Number.isNaN(dateStart) ? null : dateStart,
    offset: offsetOf(written),
    operating: finiteNumber(time['operating']),
    operatingResetAt: finiteNumber(time['operating_reset_at']),
  };
}

/** Of a time such as `2026-06-02T19:15:00+03:00`. */
function offsetOf(time: string): number | null {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(time) ?? [];
  return sign === undefined ? null : Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

function finiteNumber(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function optionalInteger(value: unknown, place: string): number | null {
  return value === undefined || value === null ? null : toInteger(value, place);
}

function plainText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
