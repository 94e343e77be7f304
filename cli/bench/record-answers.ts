/** The raw answers of a portal to everything that a report of both sheets asks, read as the product reads them. */
import { makeSizedData, type Size } from '../../portal/data/sized-data';
import { Portal } from '../../portal/Portal';
import { VirtualClock } from '../../simulator';
import { PAGE_SIZE } from '../../src/domain/portal';
import { readEnvelope, type DatedEnvelope } from '../../src/bitrix24/envelope';
import { readOf } from '../../src/bitrix24/queries';
import type { ListSettings } from '../../src/bitrix24/read-invoices';
import type { Call } from '../../src/bitrix24/methods';
import type { InvoicePage, InvoiceRecord } from '../../src/domain/records';
import { query, type Answers, type Query } from '../../src/domain/query';
import { NOON } from '../../world/make-world';
import type { ParsedExchange } from './sheet-plans';

/** The answers that one chunk of queries took, one a page. */
export interface RawExchange {
  readonly queries: readonly Query[];
  readonly bodies: readonly string[];
}

export function recordAnswers(size: Size, list: ListSettings): readonly RawExchange[] {
  const clock = new VirtualClock(Date.parse(NOON));
  const data = makeSizedData(size, clock, NOON.slice(0, 10));
  const portal = new Portal({ data, clock, limits: 'off', operating: 'off' });
  const exchanges: RawExchange[] = [];
  const ask = (queries: readonly Query[]): readonly unknown[] => {
    const { answers, bodies } = carryOut(list, queries, portal);
    exchanges.push({ queries, bodies });
    return answers;
  };
  const askInChunks = (queries: readonly Query[]): readonly unknown[] =>
    Array.from({ length: Math.ceil(queries.length / PAGE_SIZE) }, (_, chunk) =>
      ask(queries.slice(chunk * PAGE_SIZE, (chunk + 1) * PAGE_SIZE)),
    ).flat();
  ask([query('stages')]);
  const invoices: InvoiceRecord[] = [];
  for (;;) {
    const [page] = ask([query('invoices', invoices.at(-1)?.id ?? 0, 'filtered')]) as InvoicePage[];
    if (page === undefined || page.items.length === 0) break;
    invoices.push(...page.items);
  }
  askInChunks(invoices.map(({ id, updatedTime }) => query('rows', id, updatedTime ?? '')));
  const links = askInChunks(invoices.map(({ id }) => query('link', id))) as readonly Answers['link'][];
  const requisites = [...new Set(links)].filter((id) => id !== null);
  askInChunks(requisites.map((id) => query('requisite', id)));
  return exchanges;
}

export function parseExchange({ queries, bodies }: RawExchange): ParsedExchange {
  return { queries, envelopes: bodies.map(parse) };
}

function parse(body: string): DatedEnvelope {
  const reading = readEnvelope(200, body);
  if (reading.kind !== 'answer') throw new Error('a recorded answer is none');
  return { ...reading.envelope, askedAt: 0 };
}

function carryOut(list: ListSettings, queries: readonly Query[], portal: Portal) {
  const read = readOf(queries, list);
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
