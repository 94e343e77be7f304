/** A portal as far as lists of invoices go: what it shows, when a save becomes visible, how it counts. */
import type { FieldName, InvoiceId, IsoDate } from '../../../src/domain/ids';
import type { Answers, Query } from '../../../src/domain/query';
import type { InvoiceRecord, Part } from '../../../src/domain/records';
import type { ToldList } from '../../../src/memory/Memory';

const FIELD = 'BEGINDATE' as FieldName;
const IN_PERIOD = '2026-05-10' as IsoDate;
const OUTSIDE = '2026-01-10' as IsoDate;

export interface ModelInvoice {
  id: number;
  updatedAt: number;
  sum: number;
  isInPeriod: boolean;
  isHidden: boolean;
}

/** A save that becomes visible later than it is stamped. */
interface LateSave {
  visibleAt: number;
  save: () => void;
}

export class ModelPortal {
  now = Date.UTC(2026, 5, 1, 9);
  readonly invoices = new Map<number, ModelInvoice>();
  private late: LateSave[] = [];
  private lastId = 0;
  requests = 0;
  /** Milliseconds that questions have rested. */
  rested = 0;
  /** Until when it counts one too many. */
  miscountsUntil = 0;
  /** Of the server, minutes. */
  offset = 180;
  /** Called after each request, as if people edited meanwhile. */
  meanwhile: () => void = () => undefined;

  create(facts: Partial<ModelInvoice> = {}): ModelInvoice {
    this.lastId += 1;
    const invoice = {
      id: this.lastId,
      updatedAt: this.now,
      sum: 100,
      isInPeriod: true,
      isHidden: false,
      ...facts,
    };
    this.invoices.set(invoice.id, invoice);
    return invoice;
  }

  /** @param delay how long after its stamp it becomes visible */
  save(id: number, change: Partial<ModelInvoice>, delay = 0): void {
    const stamp = this.now;
    const save = (): void => {
      const invoice = this.invoices.get(id);
      if (invoice !== undefined) Object.assign(invoice, change, { updatedAt: stamp });
    };
    if (delay === 0) save();
    else this.late.push({ visibleAt: this.now + delay, save });
  }

  pass(milliseconds: number): void {
    this.now += milliseconds;
    const due = this.late.filter(({ visibleAt }) => visibleAt <= this.now);
    this.late = this.late.filter(({ visibleAt }) => visibleAt > this.now);
    due.sort((a, b) => a.visibleAt - b.visibleAt).forEach(({ save }) => save());
  }

  /** What a whole reading gives now. */
  told(): ToldList & { readonly shiftedAt: number } {
    const listed = this.listed().map((invoice) => [invoice.id as InvoiceId, recordOf(invoice)] as const);
    return { invoices: new Map(listed.sort(([a], [b]) => a - b)), toldAt: this.moment(), shiftedAt: 0 };
  }

  answer(query: Query): unknown {
    this.requests += 1;
    const { rest = 0 } = JSON.parse(query.version) as { rest?: number };
    this.rested += rest;
    this.pass(rest);
    const answer = query.kind === 'recent' ? this.recent(query) : this.between(query);
    this.pass(500);
    this.meanwhile();
    return answer;
  }

  private recent({ version }: Query): Answers['recent'] {
    const { seen, mode } = JSON.parse(version) as { seen: number[]; mode: string };
    const all = [...this.invoices.values()].filter(({ isHidden }) => !isHidden);
    const asked = (mode === 'everything' ? all : this.listed()).filter(({ id }) => !seen.includes(id));
    return this.part(asked.sort((a, b) => stamp(b) - stamp(a) || b.id - a.id));
  }

  private between({ version }: Query): Answers['between'] {
    const { after, upTo } = JSON.parse(version) as { after: number; upTo: number | null };
    const asked = this.listed().filter(({ id }) => id > after && (upTo === null || id <= upTo));
    return this.part(asked.sort((a, b) => b.id - a.id));
  }

  private part(invoices: readonly ModelInvoice[]): Part<InvoiceRecord> {
    const total = invoices.length + (this.now < this.miscountsUntil ? 1 : 0);
    return { items: invoices.slice(0, 50).map(recordOf), total, at: this.moment() };
  }

  private listed(): ModelInvoice[] {
    return [...this.invoices.values()].filter(({ isInPeriod, isHidden }) => isInPeriod && !isHidden);
  }

  private readonly moment = () => ({
    time: Math.floor(this.now / 1000) * 1000,
    offset: this.offset,
    askedAt: this.now,
  });
}

const stamp = ({ updatedAt }: ModelInvoice): number => Math.floor(updatedAt / 1000);

function recordOf(invoice: ModelInvoice): InvoiceRecord {
  const { id, sum, isInPeriod } = invoice;
  return {
    id,
    accountNumber: `СЧ-${id}`,
    opportunity: sum,
    updatedTime: new Date(stamp(invoice) * 1000).toISOString(),
    dates: { [FIELD]: isInPeriod ? IN_PERIOD : OUTSIDE },
  } as unknown as InvoiceRecord;
}
