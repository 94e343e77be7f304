/**
 * What a refresh knew of the report's invoices, as the memory keeps it: what follows from the portal's records, which lie
 * there too, is not kept twice.
 */
import type { InvoiceId, StageId } from '../domain/ids';
import type { InvoiceRecord, StageSemantics } from '../domain/records';
import { knownOfRecord, type KnownInvoice, type KnownOfRecord, type KnownReport } from './known-report';
import { stagesNamed } from './stages';

type Buyer = readonly [name: string, inn: string];
type Stage = readonly [StageId, name: string, StageSemantics];

/** The fourth part only where the memory's record of the invoice says something else, or there is none. */
type KeptInvoice = readonly [InvoiceId, buyer: number, flags: number, KnownOfRecord?];

/** Plain JSON. */
export interface EncodedKnown extends Omit<KnownReport, 'invoices'> {
  readonly stages: readonly Stage[];
  /** In the order of the invoices that name them by their place, so that new ones come last. */
  readonly buyers: readonly Buyer[];
  /** By id. They may be parted into slices: nothing in one of them changes with another. */
  readonly invoices: readonly KeptInvoice[];
}

/** The portal's records that are kept beside it. */
export type KeptRecords = ReadonlyMap<InvoiceId, InvoiceRecord>;

const PAID = 1;
const OVERDUE = 2;

export function encodeKnown({ invoices, ...report }: KnownReport, records: KeptRecords): EncodedKnown {
  const stages = stagesIn(invoices.values());
  const places = new Map<string, number>();
  const buyers: Buyer[] = [];
  const placeOf = (buyer: Buyer): number => {
    const key = JSON.stringify(buyer);
    const place = places.get(key) ?? buyers.push(buyer) - 1;
    places.set(key, place);
    return place;
  };
  const followsFrom = reader(report, stages, records);
  const kept = [...invoices]
    .sort(([a], [b]) => a - b)
    .map(([id, { buyer, inn, isPaid, isOverdue, ...rest }]): KeptInvoice => {
      const flags = (isPaid ? PAID : 0) + (isOverdue ? OVERDUE : 0);
      const place = placeOf([buyer, inn]);
      return isSame(rest, followsFrom(id)) ? [id, place, flags] : [id, place, flags, rest];
    });
  return { ...report, stages, buyers, invoices: kept };
}

/** @throws where something is missing that an invoice goes by */
export function decodeKnown(
  { stages, buyers, invoices, ...report }: EncodedKnown,
  records: KeptRecords,
): KnownReport {
  const followsFrom = reader(report, stages, records);
  const decoded = invoices.map(([id, place, flags, own]): [InvoiceId, KnownInvoice] => {
    const rest = own ?? followsFrom(id);
    const buyer = buyers[place];
    if (rest === null || buyer === undefined) throw new Error('A part of the known report is missing');
    const [isPaid, isOverdue] = [(flags & PAID) !== 0, (flags & OVERDUE) !== 0];
    return [id, { ...rest, ...{ buyer: buyer[0], inn: buyer[1], isPaid, isOverdue } }];
  });
  return { ...report, invoices: new Map(decoded) };
}

/** What follows from the record of an invoice, null where there is none. */
function reader(
  report: Pick<KnownReport, 'selection' | 'fields'>,
  stages: readonly Stage[],
  records: KeptRecords,
): (id: InvoiceId) => KnownOfRecord | null {
  const stageOf = stagesNamed(stages.map(([id, name, semantics]) => ({ id, name, semantics })));
  return (id) => {
    const record = records.get(id);
    return record === undefined ? null : knownOfRecord(record, report, stageOf);
  };
}

function isSame(known: KnownOfRecord, other: KnownOfRecord | null): boolean {
  const keys = Object.keys(known) as (keyof KnownOfRecord)[];
  return other !== null && keys.every((key) => known[key] === other[key]);
}

function stagesIn(invoices: Iterable<KnownInvoice>): readonly Stage[] {
  const met = new Map<StageId, Stage>();
  for (const { stageId, stageName, semantics } of invoices) met.set(stageId, [stageId, stageName, semantics]);
  return [...met.values()].sort(([a], [b]) => (a < b ? -1 : 1));
}
