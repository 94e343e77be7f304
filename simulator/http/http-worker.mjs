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

/** Codes of a certificate that is refused, as OpenSSL and Node name them, and of a failed handshake. */
const TLS = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO$)/;

/**
 * @param {any} error
 * @returns {WireFailure}
 */
function failureOf(error) {
  if (error?.name === 'TimeoutError') return 'timeout';
  const cause = error?.cause;
  const code = cause?.code ?? cause?.errors?.[0]?.code;
  return TLS.test(code) ? 'tls' : (FAILURES[code] ?? 'other');
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
