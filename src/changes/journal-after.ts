/**
 * What a refresh of both sheets makes of the journal. In this order:
 *
 * 1. The memory gives `kept`, what it holds of the last finished refresh of both sheets: what it knew, and
 *    the journal; null where there is none, where it is damaged or of another connection.
 * 2. Where the sheet is made, and the list is complete, `idsToAsk` says which invoices have to be asked for by id.
 *    A refresh without the sheet asks for nothing more.
 * 3. `knownReport` says what this refresh knows, and `journalAfter` compares.
 * 4. `changesSheet` makes the sheet of what that gives. The memory keeps what is known now together with
 *    the journal, before the first cell is written: a refresh that is killed earlier has told nothing, and one that is
 *    killed later has told all.
 *
 * A refresh of the brief sheet alone leaves both as they are.
 */
import type { CurrencyCode } from '../domain/ids';
import type { StageRecord } from '../domain/records';
import { begun, changesSince, leastOf } from './compare';
import { EMPTY_JOURNAL, withLines, type Journal, type JournalLine } from './journal';
import type { KnownReport, NoticedAt } from './known-report';
import { stagesNamed, type StageOf } from './stages';
import { answered, type KeptChanges, type Whereabouts } from './whereabouts';

export interface JournalFacts {
  /** null where the journal begins anew. */
  readonly kept: KeptChanges | null;
  readonly now: KnownReport;
  /** Every invoice that this refresh was told of, and null for each that was asked for by id and not found. */
  readonly told: Whereabouts;
  readonly stages: readonly StageRecord[];
  /** Whether the sheet is made: then all that is to be known has been asked for. */
  readonly isShown: boolean;
}

export interface JournalStep {
  readonly journal: Journal;
  /** How many lines this refresh has added; the journal's first ones are no changes. */
  readonly changes: number;
  /** When the refresh was that it is compared with. */
  readonly previousAt: NoticedAt | null;
  /** Those of the report's invoices. */
  readonly currencies: readonly CurrencyCode[];
}

export function journalAfter({ kept, now, told, stages, isShown }: JournalFacts): JournalStep {
  const currencies = [...new Set([...now.invoices.values()].map(({ currency }) => currency))];
  if (kept === null) {
    return { journal: withLines(EMPTY_JOURNAL, begun(now)), changes: 0, previousAt: null, currencies };
  }
  const stageOf = stagesNamed(stages);
  const { known: before, journal } = kept;
  const lines = journal.lines.map((line) => closed(line, told, stageOf, isShown));
  const newer = changesSince({ before, now, whereabouts: told, stageOf, isAllAsked: isShown });
  return {
    journal: withLines({ ...journal, lines }, newer),
    changes: newer.length,
    previousAt: before.noticedAt,
    currencies,
  };
}

/** A line that was left open as what is known by now tells it. */
function closed(line: JournalLine, told: Whereabouts, stageOf: StageOf, isAllAsked: boolean): JournalLine {
  const { open, ...rest } = line;
  if (open === undefined || line.id === undefined) return line;
  const answer = answered(line, told.get(line.id), stageOf) ?? (isAllAsked ? leastOf(open) : null);
  return answer === null ? line : { ...rest, ...answer };
}
