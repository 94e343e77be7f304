/**
 * The envelope of every REST answer: `{ result, next?, total?, time }` or `{ error, error_description }`.
 * An error is a status of 400 and more or the key `error`, whatever its value: legacy methods send `""` and 0
 * (Bitrix24 source, rest/classes/general/rest.php `processResponse`).
 */
import { ShapeError, toInteger, toObject, type JsonObject } from './json';

export interface AnswerTime {
  /** The portal's clock when it began to answer, milliseconds since 1970; null where it does not say. */
  readonly startedAt: number | null;
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

/** What the portal said instead of an answer. Its own text is looked at, never shown. */
export interface Refusal {
  readonly status: number;
  /** `''` and `'0'` are real codes. */
  readonly code: string;
  readonly description: string;
}

export type Reading =
  | { readonly kind: 'answer'; readonly envelope: Envelope }
  | { readonly kind: 'refusal'; readonly refusal: Refusal }
  /** A page for people: a maintenance page, a login form, an error page of a proxy. */
  | { readonly kind: 'html' }
  /** Empty, cut short, not JSON at all, or no envelope. */
  | { readonly kind: 'broken' };

export function readEnvelope(status: number, body: string): Reading {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    return { kind: /^\s*</.test(body) ? 'html' : 'broken' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return { kind: 'broken' };
  const envelope = parsed as JsonObject;
  if (status >= 400 || 'error' in envelope) {
    return {
      kind: 'refusal',
      refusal: {
        status,
        code: plainText(envelope['error']),
        description: plainText(envelope['error_description']),
      },
    };
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

function readTime(value: unknown): AnswerTime {
  if (value === undefined || value === null)
    return { startedAt: null, operating: null, operatingResetAt: null };
  const time = toObject(value, 'time');
  const start = finiteNumber(time['start']);
  const dateStart = typeof time['date_start'] === 'string' ? Date.parse(time['date_start']) : NaN;
  return {
    startedAt: start !== null ? Math.floor(start * 1000) : Number.isNaN(dateStart) ? null : dateStart,
    operating: finiteNumber(time['operating']),
    operatingResetAt: finiteNumber(time['operating_reset_at']),
  };
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
