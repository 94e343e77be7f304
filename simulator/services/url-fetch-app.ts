/** `UrlFetchApp`: what it refuses, what it throws and with how much of the address in the text. */
import type { Clock } from '../clock';
import type { HttpTransport, WireFailure, WireOutcome, WireResponse } from '../http/wire';
import { LIMITS } from '../limits';
import { PlatformException, type Gate, tooManyCalls } from '../service';
import { makeService } from '../service-objects';
import { list, optional, plainObject, takes, textLike } from '../signature';
import { isAllowed } from './allow-list';
import type { Blobs } from './Blobs';
import { bodyOf, makeResponses, type ResponseQuirks } from './fetch-response';
import { toFetchRequest, type FetchRequest } from './fetch-request';

export interface UrlFetchOptions {
  readonly http: HttpTransport;
  readonly clock: Clock;
  readonly blobs: Blobs;
  /** The manifest's urlFetchWhitelist; null where there is none. */
  readonly allowList: readonly string[] | null;
  readonly responses: ResponseQuirks;
  /** Takes that many calls from the user's day and says whether there were enough left. */
  readonly spend: (calls: number) => boolean;
}

type Options = Readonly<Record<string, unknown>>;

export function makeUrlFetchApp(gate: Gate, options: UrlFetchOptions) {
  const { blobs } = options;
  const responses = makeResponses(gate, options.responses);
  const fetchAll = (requests: readonly FetchRequest[]) =>
    send(requests, options).map((response) => responses.wrap(response));
  return makeService<GoogleAppsScript.URL_Fetch.UrlFetchApp>('UrlFetchApp', gate, {
    fetch: takes(textLike, optional(plainObject)).gives(
      (url, params) => fetchAll([toFetchRequest(url, params ?? {}, blobs)])[0],
    ),
    fetchAll: takes(list).gives((requests) =>
      fetchAll(
        requests.map((request) => {
          const fields = (typeof request === 'string' ? { url: request } : request) as Options;
          return toFetchRequest(fields['url'], fields, blobs);
        }),
      ),
    ),
  });
}

/** One failure is thrown for the whole batch, without a word about which of the requests it was. */
function send(requests: readonly FetchRequest[], options: UrlFetchOptions): WireResponse[] {
  const { allowList, http, clock } = options;
  for (const { url } of requests) {
    if (allowList && !isAllowed(url, allowList)) {
      // As users of projects with a list have quoted it since 2021, with the full address.
      throw new PlatformException(
        `Request to ${url} failed because the URL has not been whitelisted in the script manifest.`,
      );
    }
  }
  if (!options.spend(requests.length)) {
    throw tooManyCalls('urlfetch');
  }
  const outcomes = http.sendAll(requests);
  const waits = outcomes.map((outcome, index) => waitFor(outcome, requests[index]));
  const longest = Math.max(0, ...waits);
  if (longest > 0) clock.sleep(longest);
  return requests.map((request, index) => {
    const outcome = outcomes[index];
    if (!outcome) throw new Error('The transport gave fewer outcomes than it got requests');
    return settle(request, outcome, http, LIMITS.urlFetchRedirects);
  });
}

function waitFor(outcome: WireOutcome, request: FetchRequest | undefined): number {
  return Math.min(outcome.elapsedMilliseconds ?? 0, request?.timeoutMilliseconds ?? 0);
}

function settle(
  request: FetchRequest,
  outcome: WireOutcome,
  http: HttpTransport,
  hops: number,
): WireResponse {
  if ('failure' in outcome) throw connectionError(outcome.failure, request.url);
  if ((outcome.elapsedMilliseconds ?? 0) > request.timeoutMilliseconds)
    throw connectionError('timeout', request.url);
  if (bodyOf(outcome).length > LIMITS.urlFetchResponseBytes) {
    throw new PlatformException('Limit Exceeded: URLFetch Response Size.');
  }
  const target = request.followRedirects && hops > 0 ? redirectOf(request, outcome) : null;
  if (target) {
    const [next] = http.sendAll([target]);
    return settle(target, next ?? { failure: 'other' }, http, hops - 1);
  }
  const succeeded = outcome.status >= 200 && outcome.status < 300;
  if (!succeeded && !request.muteHttpExceptions) throw refusal(request.url, outcome);
  return outcome;
}

/** 307 and 308 repeat the request, the others ask with GET (RFC 9110, section 15.4). */
function redirectOf(request: FetchRequest, { status, headers }: WireResponse): FetchRequest | null {
  const location = Object.entries(headers).find(([name]) => name.toLowerCase() === 'location')?.[1];
  if (typeof location !== 'string' || ![301, 302, 303, 307, 308].includes(status)) return null;
  const url = new URL(location, request.url).href;
  return status >= 307 ? { ...request, url } : { ...request, url, method: 'get', headers: {}, body: null };
}

/** These texts quote the full address, secrets in its path included. */
function connectionError(failure: WireFailure, url: string): PlatformException {
  const texts: Record<WireFailure, string> = {
    dns: `DNS error: ${url}`,
    refused: `Address unavailable: ${url}`,
    tls: `SSL Error ${url}`,
    timeout: `Timeout: ${url}`,
    bandwidth: `Bandwidth quota exceeded: ${url}. Try reducing the rate of data transfer.`,
    reset: `Unexpected error: ${url}`,
    other: `Unexpected error: ${url}`,
  };
  return new PlatformException(texts[failure]);
}

function refusal(url: string, response: WireResponse): PlatformException {
  const body = Buffer.from(bodyOf(response)).toString().slice(0, LIMITS.urlFetchQuotedBodyCharacters);
  return new PlatformException(
    `Request failed for ${new URL(url).origin} returned code ${response.status}. Truncated server response: ${body}` +
      ' (use muteHttpExceptions option to examine full response)',
  );
}
