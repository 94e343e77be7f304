/** What one refresh takes from the memory of the last one, and leaves to the next. */
import type { APIDataCache } from '../cache/APIDataCache';
import type { ArraySize } from '../incremental/array-size';
import { chanceOf } from '../incremental/chance';
import { WHOLE_EVERY, type WholeReason } from '../incremental/doubt';
import { newcomersAmong, type EarlierList } from '../incremental/newcomers';
import { lateAfter, shiftedAfter } from '../incremental/current-list';
import { metStages } from '../incremental/known-stages';
import { kindOfKey, rowsOf, unshown, worthKeeping, type Memory } from '../memory/Memory';
import type { Kept } from '../memory/cells';
import type { Period } from '../domain/period';
import type { Answers, QueryKind } from '../domain/query';
import type { InvoiceRecord } from '../domain/records';
import { canonical } from '../hash/canonical';
import { invoiceSettings, type Settings } from '../settings/Settings';
import { answersOfReport } from './answers-of-report';
import type { CollectedReport } from './collect-report';
import { furtherNames, neededDateFields, shownUserFields } from './date-fields';
import type { Recall } from './gather';

/** Of which report a memory is. */
export const memoryScope = (settings: Settings, { from, to }: Period): string =>
  canonical([
    { ...invoiceSettings(settings), period: { from, to } },
    [neededDateFields(settings), furtherNames(settings), shownUserFields(settings)],
  ]);

/** Where the memory lies between refreshes. */
export interface MemoryKeeper {
  read(): Kept;
  write(kept: Kept): void;
}

export interface RememberingParts {
  readonly sheet: MemoryKeeper;
  readonly cache: Pick<APIDataCache, 'answers'>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly runId: string;
  /** Whether this spreadsheet has had a report. */
  readonly hasEarlier: boolean;
  /** How often the cache was cleared. */
  readonly epoch: number;
  /** What decides what the records of the list hold, and which they are. */
  readonly scope: string;
  /** 0 where nothing of the portal may be kept across executions. */
  readonly ttlSeconds: number;
  /** Whether a sheet looks back: then what it goes by is kept in any case. */
  readonly looksBack: boolean;
  readonly arrays: ArraySize;
  /** Whether a person has asked for the refresh. */
  readonly isAskedFor: boolean;
}

const OF_CHANGES: ReadonlySet<QueryKind> = new Set(['recent', 'between', 'invoice'] as const);
type ToldOfChanges = Answers['recent' | 'between' | 'invoice'];

function invoicesIn(answer: ToldOfChanges): readonly InvoiceRecord[] {
  if (answer === null || answer === 'refused') return [];
  return 'items' in answer ? answer.items : [answer];
}

export class Remembering {
  /** Of whatever report, whether it is of use or not. */
  private kept: Kept = { memory: null, report: null };

  constructor(private readonly parts: RememberingParts) {}

  recall(): Recall {
    const { sheet, epoch, runId, ttlSeconds, looksBack, isAskedFor, arrays } = this.parts;
    const kept = ttlSeconds > 0 || looksBack ? sheet.read() : this.kept;
    this.kept = ttlSeconds > 0 ? kept : { ...kept, memory: null };
    const { memory, report } = this.kept;
    return {
      memory: this.uselessFor(memory) ?? (memory as Memory),
      before: this.before(),
      report,
      stages: memory?.stages ?? {},
      // Whoever clears the cache wants all of it asked anew.
      rows: memory?.epoch === epoch ? rowsOf(memory.answers) : new Map(),
      rules: { ttlMilliseconds: ttlSeconds * 1_000, isAskedFor, arrays },
      chance: chanceOf(runId),
    };
  }

  /** Of another report's memory only who had just come is of use. */
  private before(): EarlierList {
    const {
      kept: { memory },
      parts,
    } = this;
    const isSame = memory?.scope === parts.scope;
    return { invoices: isSame ? memory.invoices : null, newcomers: memory?.newcomers ?? new Map() };
  }

  private uselessFor(memory: Memory | null): WholeReason | null {
    const { ttlSeconds, epoch, scope, now, hasEarlier } = this.parts;
    if (ttlSeconds === 0) return 'uncached';
    if (memory === null) return hasEarlier ? 'forgotten' : 'first';
    if (memory.epoch !== epoch) return 'cleared';
    if (memory.scope !== scope) return 'scope';
    return now() - memory.fullAt < WHOLE_EVERY ? null : 'weekly';
  }

  /** Of how many invoices the portal has told something where it was asked for changes. */
  lookedThrough(): number {
    const answers = [...this.parts.cache.answers()].filter(({ key }) => OF_CHANGES.has(kindOfKey(key)));
    return new Set(answers.flatMap(({ answer }) => invoicesIn(answer as ToldOfChanges)).map(({ id }) => id))
      .size;
  }

  /** @throws what Google refuses: then the next refresh goes by an older memory, or none */
  keep(collected: CollectedReport): void {
    const { sheet, ttlSeconds, looksBack } = this.parts;
    if (ttlSeconds === 0 && !looksBack) return;
    const memory = ttlSeconds === 0 ? null : (this.memoryOf(collected) ?? this.kept.memory);
    // A refresh of the brief sheet alone neither tells of changes nor forgets any.
    const report = collected.lookedBack?.memory ?? this.kept.report;
    if (memory !== null || report !== null) sheet.write({ memory, report });
  }

  /** null where the portal has not told when it told what it did. */
  private memoryOf({ facts, told, list }: CollectedReport): Memory | null {
    const { cache, epoch, scope } = this.parts;
    const now = this.parts.now();
    const { memory } = this.kept;
    const { stages } = facts;
    const { toldAt, mode, wholeFor } = told;
    if (toldAt === null || told.buyersAt === null) return null;
    const shown = new Set([...facts.invoices, ...facts.leftOut].map(({ id }) => id));
    const invoices = new Map(
      [...told.invoices].map(([id, invoice]) => [id, shown.has(id) ? invoice : unshown(invoice)]),
    );
    const fullAt = wholeFor === null ? (memory?.fullAt ?? now) : now;
    const shiftedAt = shiftedAfter(memory, toldAt);
    const late = lateAfter(shiftedAt, toldAt);
    const ofReport = answersOfReport(facts, cache.answers());
    const { answers, age } = worthKeeping({ invoices, toldAt }, ofReport, late);
    const { buyersAt } = told;
    return {
      epoch,
      scope,
      list,
      mode,
      stages: metStages(stages, invoices.values()),
      fullAt,
      toldAt,
      shiftedAt,
      buyersAt: { ...buyersAt, time: buyersAt.time - age, askedAt: buyersAt.askedAt - age },
      invoices,
      newcomers: newcomersAmong(invoices.keys(), this.before(), toldAt, now),
      answers,
    };
  }
}
