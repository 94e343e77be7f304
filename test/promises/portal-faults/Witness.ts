/**
 * Notes what the portal really said, fact by fact, as of the moment it said it: the report has to be that of a
 * portal which holds exactly these facts.
 */
import { PortalData } from '../../../portal/data/PortalData';
import { COMPANY, CONTACT, INVOICE } from '../../../portal/data/records';
import type { PortalOutcome } from '../../../portal/http';
import type { ArrivedRequest } from '../../../portal/request-record';
import { copyRecords } from './small-portal';

interface Answer {
  readonly result?: { items?: { id: number }[]; productRows?: { id: number }[] };
  readonly error?: unknown;
}

export class Witness {
  /** The facts as they were read last. */
  readonly read: PortalData;
  /** Invoices whose rows the portal refused to give when it was asked last. */
  readonly refused = new Set<number>();

  constructor(private readonly live: PortalData) {
    this.read = new PortalData(live.clock);
    copyRecords(live, this.read);
  }

  /** `outcome` as the portal meant it, before any fault got at it. */
  see({ method, params }: ArrivedRequest, outcome: PortalOutcome): void {
    if (outcome.kind !== 'answer') return;
    const filter = (params['filter'] ?? {}) as Record<string, unknown>;
    const answer = parsed(outcome.body);
    if (method === 'crm.item.productrow.list') this.seeRows(filter, answer);
    if (outcome.status !== 200) return;
    if (method === 'crm.status.list') {
      this.read.stages.splice(0, Infinity, ...this.live.stages);
    } else if (method === 'crm.item.list') {
      this.seeItems(Number(params['entityTypeId']), filter, answer);
    } else if (method === 'crm.requisite.link.list') {
      for (const id of filter['@ENTITY_ID'] as number[]) copy(this.live.links, this.read.links, id);
    } else if (method === 'crm.requisite.list') {
      this.seeRequisites(filter);
    }
  }

  private seeItems(type: number, filter: Record<string, unknown>, { result }: Answer): void {
    const { live, read } = this;
    const asked = (filter['@id'] ?? []) as number[];
    if (type === COMPANY) for (const id of asked) copy(live.companies, read.companies, id);
    if (type === CONTACT) for (const id of asked) copy(live.contacts, read.contacts, id);
    if (type !== INVOICE || filter['>id'] === undefined) return;
    forget(read.invoices, (id) => id > Number(filter['>id']));
    for (const { id } of result?.items ?? []) copy(live.invoices, read.invoices, id);
  }

  private seeRequisites(filter: Record<string, unknown>): void {
    const { live, read } = this;
    const owners = (filter['@ENTITY_ID'] ?? []) as number[];
    const after = Number(filter['>ID'] ?? 0);
    const ofOwner = ({ ENTITY_TYPE_ID, ENTITY_ID }: { ENTITY_TYPE_ID: number; ENTITY_ID: number }): boolean =>
      ENTITY_TYPE_ID === filter['ENTITY_TYPE_ID'] && owners.includes(ENTITY_ID);
    const ids = (filter['@ID'] ?? []) as number[];
    const known = [...read.requisites.values(), ...live.requisites.values()].filter(ofOwner);
    for (const id of [...ids, ...known.map(({ ID }) => ID).filter((ID) => ID > after)])
      copy(live.requisites, read.requisites, id);
  }

  private seeRows(filter: Record<string, unknown>, { result, error }: Answer): void {
    const { live, read, refused } = this;
    const owners = [filter['=ownerId']].flat() as number[];
    if (owners.length === 1 && error === 'ACCESS_DENIED') refused.add(owners[0] ?? 0);
    if (!result) return;
    const after = Number(filter['>id'] ?? 0);
    const given = new Set((result.productRows ?? []).map(({ id }) => id));
    for (const owner of owners) {
      refused.delete(owner);
      const before = read.rowsOf(owner).filter(({ ID }) => ID <= after);
      const page = live.rowsOf(owner).filter(({ ID }) => given.has(ID));
      read.rowsByInvoice.set(owner, [...before, ...page]);
    }
  }
}

/** A fault may have answered in the portal's place. */
function parsed(body: string): Answer {
  try {
    return JSON.parse(body) as Answer;
  } catch {
    return {};
  }
}

function copy<T>(from: ReadonlyMap<number, T>, to: Map<number, T>, id: number): void {
  const record = from.get(id);
  if (record === undefined) to.delete(id);
  else to.set(id, record);
}

function forget(records: Map<number, unknown>, isGone: (id: number) => boolean): void {
  for (const id of [...records.keys()]) if (isGone(id)) records.delete(id);
}
