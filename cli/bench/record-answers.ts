/** The raw answers of a portal to everything that a report of both sheets asks, read as the product reads them. */
import { makeSizedData, type Size } from '../../portal/data/sized-data';
import { Portal } from '../../portal/Portal';
import { VirtualClock } from '../../simulator';
import { CHUNK_SIZE } from '../../src/bitrix24/coalesce';
import { readEnvelope, type Envelope } from '../../src/bitrix24/envelope';
import type { PortalReads } from '../../src/bitrix24/PortalReads';
import type { Call } from '../../src/bitrix24/methods';
import type { InvoiceRecord } from '../../src/domain/records';
import { want, type Answers, type Want } from '../../src/domain/wants';
import { NOON } from '../../world/make-world';
import type { ParsedExchange } from './sheet-plans';

/** The answers that one chunk of wants took, one a page. */
export interface RawExchange {
  readonly wants: readonly Want[];
  readonly bodies: readonly string[];
}

export function recordAnswers(size: Size, reads: PortalReads): readonly RawExchange[] {
  const clock = new VirtualClock(Date.parse(NOON));
  const data = makeSizedData(size, clock, NOON.slice(0, 10));
  const portal = new Portal({ data, clock, limits: 'off', operating: 'off' });
  const exchanges: RawExchange[] = [];
  const ask = (wants: readonly Want[]): readonly unknown[] => {
    const { answers, bodies } = carryOut(reads, wants, portal);
    exchanges.push({ wants, bodies });
    return answers;
  };
  const askInChunks = (wants: readonly Want[]): readonly unknown[] =>
    Array.from({ length: Math.ceil(wants.length / CHUNK_SIZE) }, (_, chunk) =>
      ask(wants.slice(chunk * CHUNK_SIZE, (chunk + 1) * CHUNK_SIZE)),
    ).flat();
  ask([want('stages')]);
  const invoices: InvoiceRecord[] = [];
  for (;;) {
    const [page] = ask([
      want('invoices', invoices.at(-1)?.id ?? 0, 'filtered'),
    ]) as readonly InvoiceRecord[][];
    if (page === undefined || page.length === 0) break;
    invoices.push(...page);
  }
  askInChunks(invoices.map(({ id, updatedTime }) => want('rows', id, updatedTime ?? '')));
  const links = askInChunks(invoices.map(({ id }) => want('link', id))) as readonly Answers['link'][];
  const requisites = [...new Set(links)].filter((id) => id !== null);
  askInChunks(requisites.map((id) => want('requisite', id)));
  return exchanges;
}

export function parseExchange({ wants, bodies }: RawExchange): ParsedExchange {
  return { wants, envelopes: bodies.map(parse) };
}

function parse(body: string): Envelope {
  const reading = readEnvelope(200, body);
  if (reading.kind !== 'answer') throw new Error('a recorded answer is none');
  return reading.envelope;
}

function carryOut(reads: PortalReads, wants: readonly Want[], portal: Portal) {
  const read = reads.read(wants);
  const bodies: string[] = [];
  let step = read.next();
  while (!step.done) {
    const body = post(portal, step.value);
    bodies.push(body);
    step = read.next({ kind: 'answer', envelope: parse(body) });
  }
  if (step.value === 'again') throw new Error('the portal takes no lists of owners');
  return { bodies, answers: step.value.map(({ answer }) => answer) };
}

function post(portal: Portal, { method, params }: Call): string {
  const outcome = portal.handle({
    method: 'POST',
    path: `${portal.webhookPath}${method}`,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(params),
  });
  if (outcome.kind !== 'answer' || outcome.status !== 200) throw new Error(`${method} was refused`);
  return outcome.body;
}
