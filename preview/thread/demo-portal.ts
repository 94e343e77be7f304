/** The portal at the other end: its data, its generation, and what goes wrong with it when somebody wants so. */
import { portalTransport } from '../../world/make-world';
import { makeDemoData } from '../../portal/data/demo-data';
import { makeOddData } from '../../portal/data/odd-data';
import type { PortalData } from '../../portal/data/PortalData';
import { makeSizedData } from '../../portal/data/sized-data';
import {
  badGateway,
  hang,
  reset,
  restFault,
  tooManyRequests,
  truncatedJson,
  type Fault,
} from '../../portal/faults';
import { taxPrecisionOf } from '../../portal/generation';
import { Portal } from '../../portal/Portal';
import { HOSTILE_TEXT, makeHostileData } from './hostile-data';
import type { Clock, HttpTransport, WireOutcome, WireRequest } from '../../simulator';
import type { FaultName, Switches } from '../protocol';

/** Milliseconds that a wave of requests takes: the usual, and with a fault. */
const LATENCY = 300;
const LATENCIES: Readonly<Partial<Record<FaultName, number>>> = { slow: 8_000, crawl: 55_000 };
const ROWS_PER_INVOICE = 5;
const BUYERS = 60;

const denied = restFault(403, 'ACCESS_DENIED', 'Access denied');

/** `revoked`, `slow` and `crawl` are no answers of a single request. */
const FAULTS: Readonly<Partial<Record<FaultName, Fault>>> = {
  denied,
  rateLimit: tooManyRequests,
  badGateway,
  brokenJson: truncatedJson,
  hang,
  reset,
};

type PortalChoice = Pick<Switches, 'generation' | 'invoices' | 'fault'>;

/** @param since the day on which its company was first looked at */
export function demoPortal(
  { generation, invoices, fault }: PortalChoice,
  clock: Clock,
  since: string,
): Portal {
  const data = dataOf({ generation, invoices }, clock, since);
  const user = invoices === 'hostile' ? { name: HOSTILE_TEXT, lastName: HOSTILE_TEXT } : {};
  const portal = new Portal({ data, clock, generation, user });
  breakPortal(portal, fault);
  return portal;
}

/** `YYYY-MM-DD` */
export const todayBy = (clock: Clock): string => new Date(clock.now()).toISOString().slice(0, 10);

function dataOf(
  { generation, invoices }: Omit<PortalChoice, 'fault'>,
  clock: Clock,
  since: string,
): PortalData {
  const today = todayBy(clock);
  if (invoices === 'hostile') return makeHostileData(clock, today);
  const options = { clock, today, taxPrecision: taxPrecisionOf(generation) };
  if (invoices === 'odd') return makeOddData(options).data;
  if (invoices === 'demo') return makeDemoData({ ...options, since });
  const size = { invoices, rows: invoices * ROWS_PER_INVOICE, requisites: Math.min(invoices, BUYERS) };
  return makeSizedData(size, clock, today);
}

/** Lets the portal fail in that way from now on; `none` mends it. */
export function breakPortal(portal: Portal, fault: FaultName): void {
  const wanted = FAULTS[fault] ?? null;
  portal.change({ revoked: fault === 'revoked', faults: () => wanted });
}

/** The wire to whatever portal there is now; `onAsked` hears of each request and what came of it. */
export function wireTo(
  portal: () => Portal,
  fault: () => FaultName,
  clock: Clock,
  onAsked: (method: string, answer: string) => void,
): HttpTransport {
  return {
    sendAll: (requests) => {
      const latency = LATENCIES[fault()] ?? LATENCY;
      const outcomes = portalTransport(portal(), latency).sendAll(requests);
      requests.forEach((request, index) => onAsked(methodOf(request), answerOf(outcomes[index])));
      waitForSilence(requests, outcomes, clock);
      return outcomes;
    },
  };
}

/** An answer that never comes is waited for as long as the script would. */
function waitForSilence(
  requests: readonly WireRequest[],
  outcomes: readonly WireOutcome[],
  clock: Clock,
): void {
  const waits = requests.map(({ timeoutMilliseconds }, index) => {
    const outcome = outcomes[index];
    return outcome && 'failure' in outcome && outcome.failure === 'timeout' ? timeoutMilliseconds : 0;
  });
  clock.sleep(Math.max(0, ...waits));
}

const methodOf = ({ url }: WireRequest): string =>
  url
    .split('/')
    .at(-1)
    ?.replace(/\.json$/, '') ?? '';

const answerOf = (outcome: WireOutcome | undefined): string => {
  if (outcome === undefined) return '';
  return 'failure' in outcome ? outcome.failure : String(outcome.status);
};
