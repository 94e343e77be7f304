/**
 * Makes the report: fetch, process, plan, then write. Nothing is written before everything is known, and what
 * can refuse the writing is asked before the first value.
 */
import { allowedHours } from '../domain/report-age';
import type { FieldName } from '../domain/ids';
import type { FieldRecord } from '../domain/records';
import type { MainSheet, SheetKind } from '../domain/sheet-kind';
import { briefSheet } from '../report/brief-sheet';
import { detailSheet } from '../report/detail-sheet';
import { noteOf } from '../report/note';
import type { SheetPlan } from '../report/SheetPlan';
import { withAlteredTexts } from '../report/with-altered-texts';
import type { DayNumberOf } from '../sheets/day-numbers';
import { NotesEdited } from '../sheets/prepare-notes';
import type { PreparedSheet } from '../sheets/prepare-sheet';
import type { SheetWriter, Telling } from '../sheets/SheetWriter';
import type { CellTimes } from '../state/DocumentState';
import { faceTexts, fieldTitle, noteTexts, SHEET_TITLES } from '../texts/sheet-texts';
import { collectReport, type CollectedReport, type ReportOrder } from './collect-report';
import type { Fetcher } from './Fetcher';

export interface ReportGeneratorParts {
  readonly fetcher: Fetcher;
  readonly writer: SheetWriter;
  /** The portal's host, with its port if it has one. */
  readonly portal: string;
  /** Now, as an ISO time. */
  readonly now: () => string;
  /** An ISO time as the note of B2 shows it. */
  readonly shownTime: (time: string) => string;
  readonly dayNumberOf: DayNumberOf;
  /** Called before the first cell is written, the last moment to end the refresh; `rows` that will be written. */
  readonly beforeWriting: (rows: number, collected: CollectedReport) => void;
}

export interface GeneratedReport extends CollectedReport {
  /** When the portal was asked last, ISO time. */
  readonly checkedAt: string;
  /** When the cells of each sheet changed last. */
  readonly changedAt: CellTimes;
  /** How many invoices outside the report have notes; null where that is as before. */
  readonly notesOutside: number | null;
}

const BOTH_SHEETS: readonly MainSheet[] = ['brief', 'detail'];

/** Somebody who writes notes meanwhile is waited for so often. */
const MOST_WRITES = 3;

export class ReportGenerator {
  constructor(private readonly parts: ReportGeneratorParts) {}

  /**
   * @param changedAt when the cells of each sheet changed before
   * @throws Bitrix24Error, WriterError, or a signal
   */
  generate(order: ReportOrder, changedAt: CellTimes): GeneratedReport {
    const { writer, fetcher } = this.parts;
    // A sheet that was left half-written has to be made right even if only the other one is wanted.
    const wanted = new Set<SheetKind>([...order.sheets, ...writer.unfinished()]);
    const sheets = BOTH_SHEETS.filter((sheet) => wanted.has(sheet));
    writer.refuseForeignSheets(sheets.map((sheet) => ({ sheet, title: SHEET_TITLES[sheet] })));
    const collected = collectReport({ ...order, sheets }, fetcher);
    const plans = this.plans(order, collected, sheets);
    for (let tries = 1; ; tries += 1) {
      try {
        return this.write(order, collected, plans, changedAt);
      } catch (error) {
        if (!(error instanceof NotesEdited) || tries === MOST_WRITES) throw error;
      }
    }
  }

  private write(
    order: ReportOrder,
    collected: CollectedReport,
    wanted: readonly SheetPlan[],
    changedAt: CellTimes,
  ): GeneratedReport {
    const { writer, now, beforeWriting } = this.parts;
    const prepared = writer.prepare(wanted);
    const changing = prepared.sheets.filter(({ changes }) => changes);
    const count = changing.reduce((sum, { rows }) => sum + rows.length, 0);
    beforeWriting(count, collected);
    const checkedAt = now();
    const times: { -readonly [K in keyof CellTimes]: CellTimes[K] } = { ...changedAt };
    for (const { plan, changes } of prepared.sheets) {
      // An execution that was killed after its last cell has told nobody when that was.
      if (changes || (times[plan.sheet] ?? '') === '') times[plan.sheet] = checkedAt;
    }
    const { altered, notesOutside } = writer.commit(
      prepared,
      this.telling(order, collected, checkedAt, times),
    );
    const plans = prepared.sheets.map(({ plan }) => plan);
    const report = withAlteredTexts(collected.report, plans, altered);
    return { ...collected, report, checkedAt, changedAt: times, notesOutside };
  }

  private plans(
    { settings: { noteColumns, periodField }, period }: ReportOrder,
    { report, columns, fields }: CollectedReport,
    sheets: readonly MainSheet[],
  ): readonly SheetPlan[] {
    const noteLines = [noteTexts.period(period, titleOf(periodField, fields))];
    const context = { portal: this.parts.portal, noteLines };
    const plan = {
      brief: () => briefSheet(report, { ...context, noteColumns }, columns.brief),
      detail: () => detailSheet(report, context, columns.detail),
    };
    return sheets.map((sheet) => plan[sheet]());
  }

  private telling(
    { settings, period }: ReportOrder,
    { profile, fields }: CollectedReport,
    checkedAt: string,
    changedAt: CellTimes,
  ): (sheet: PreparedSheet) => Telling {
    const { portal, shownTime, dayNumberOf } = this.parts;
    const facts = {
      portal,
      checkedAt: shownTime(checkedAt),
      isPartialView: profile?.admin === false,
    };
    const face = {
      text: faceTexts.fresh(period, titleOf(settings.periodField, fields), facts.checkedAt),
      checkedAt: dayNumberOf(new Date(checkedAt)),
      allowedHours: allowedHours(settings.scheduleHours),
    };
    return ({ plan }) => ({
      note: noteOf(plan, { ...facts, changedAt: shownTime(changedAt[plan.sheet] ?? '') }),
      face,
    });
  }
}

/** How a date field is called. */
const titleOf = (name: FieldName, fields: readonly FieldRecord[]): string =>
  fieldTitle(name, fields.find((field) => field.name === name)?.title ?? '');
