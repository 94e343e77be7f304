/** The worker behind RealHttp: sends all requests of a batch at once and tells failures apart. */
// @ts-check
import { runAsWorker } from 'synckit';

/** @typedef {import('./wire').WireRequest} WireRequest */
/** @typedef {import('./wire').WireOutcome} WireOutcome */
/** @typedef {import('./wire').WireFailure} WireFailure */

/** @type {Record<string, WireFailure>} Error codes of Node's `fetch` and the sockets below it. */
const FAILURES = {
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'refused',
  ENETUNREACH: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  UND_ERR_SOCKET: 'reset',
  UND_ERR_CONNECT_TIMEOUT: 'timeout',
  UND_ERR_HEADERS_TIMEOUT: 'timeout',
  UND_ERR_BODY_TIMEOUT: 'timeout',
};

/**
 * @param {any} error
 * @returns {WireFailure}
 */
function failureOf(error) {
  if (error?.name === 'TimeoutError') return 'timeout';
  const cause = error?.cause;
  return FAILURES[cause?.code ?? cause?.errors?.[0]?.code] ?? 'other';
}

/**
 * @param {WireRequest} request
 * @returns {Promise<WireOutcome>}
 */
async function send({ url, method, headers, body, timeoutMilliseconds }) {
  try {
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers,
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMilliseconds),
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { status: response.status, headers: Object.fromEntries(response.headers), body: bytes };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

runAsWorker((/** @type {WireRequest[]} */ requests) => Promise.all(requests.map(send)));
