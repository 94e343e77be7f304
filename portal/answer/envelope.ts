/** The JSON around every result and refusal (Bitrix24 source, rest/classes/general/rest.php, processResponse). */
import type { PortalAnswer } from '../http';
import type { MethodResult } from '../call';
import { phpJson } from './php-json';
import type { RestError } from './RestError';
import type { Zone } from './Zone';

const HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Access-Control-Allow-Origin': '*',
  'X-Content-Type-Options': 'nosniff',
};

export interface Duration {
  readonly startedAt: number;
  readonly seconds: number;
}

/** Whole timers (MID and later) make `duration` up to a second too long; OLD gives fractions. */
export function timeOf({ startedAt, seconds }: Duration, wholeTimers: boolean, zone: Zone): object {
  const finish = startedAt / 1000 + seconds;
  const start = wholeTimers ? Math.floor(startedAt / 1000) : startedAt / 1000;
  return {
    start,
    finish,
    duration: finish - start,
    processing: wholeTimers ? Math.floor(seconds) : seconds,
    date_start: zone.printTime(startedAt),
    date_finish: zone.printTime(startedAt + seconds * 1000),
  };
}

export function successAnswer({ result, next, total }: MethodResult, time: object): PortalAnswer {
  return { kind: 'answer', status: 200, headers: HEADERS, body: phpJson({ result, next, total, time }) };
}

export function errorAnswer({ status, code, message }: RestError): PortalAnswer {
  const body = phpJson({ error: code, error_description: message });
  return { kind: 'answer', status, headers: HEADERS, body };
}
