/**
 * Makes the report: fetch, process, plan, then write. Nothing is written before everything is known, and what
 * can refuse the writing is asked before the first value.
 */
import { allowedHours } from '../domain/report-age';
import { SHEET_KINDS, type SheetKind } from '../domain/sheet-kind';
import { noteOf } from '../report/note';
import type { SheetPlan } from '../report/SheetPlan';
import { withAlteredTexts } from '../report/with-altered-texts';
import type { DayNumberOf } from '../sheets/day-numbers';
import { NotesEdited } from '../sheets/prepare-notes';
import type { PreparedSheet } from '../sheets/prepare-sheet';
import type { RetiredSheet, WantedSheet } from '../sheets/ReportSheets';
import type { SheetWriter, Telling } from '../sheets/SheetWriter';
import type { CellTimes } from '../state/DocumentState';
import { faceTexts, SHEET_TITLES } from '../texts/sheet-texts';
import { collectReport, type CollectedReport, type ReportOrder } from './collect-report';
import { titleOfField } from './date-fields';
import type { Fetcher } from './Fetcher';
import { sheetPlans } from './sheet-plans';
import { isMainSheet, isSwitchedOn, wantedSheets } from './wanted-sheets';

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
  /** Says of sheets that were switched off that nothing refreshes them any more. */
  readonly retire: (sheets: readonly RetiredSheet[]) => void;
}

export interface GeneratedReport extends CollectedReport {
  /** When the portal was asked last, ISO time. */
  readonly checkedAt: string;
  /** When the cells of each sheet changed last. */
  readonly changedAt: CellTimes;
  /** How many invoices outside the report have notes; null where that is as before. */
  readonly notesOutside: number | null;
  /** Whether Google has refused a chart. */
  readonly chartsRefused: boolean;
}

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
    const sheets = wantedSheets(order.sheets, order.settings, writer.unfinished());
    writer.refuseForeignSheets(sheets.map(titled));
    const collected = collectReport({ ...order, sheets: sheets.filter(isMainSheet) }, fetcher);
    const plans = sheetPlans(sheets, { order, collected, portal: this.parts.portal });
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
    const { writer, now, beforeWriting, retire } = this.parts;
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
    const off = this.switchedOff(order, wanted);
    retire(writer.toRetire(off.map(titled)));
    const telling = this.telling(order, collected, checkedAt, times);
    const { altered, notesOutside, chartsRefused } = writer.commit(prepared, telling, off);
    const plans = prepared.sheets.map(({ plan }) => plan);
    const beside = { older: collected.older, ownCompanies: collected.facts.ownCompanies };
    const report = withAlteredTexts(collected.report, beside, plans, altered);
    return { ...collected, report, checkedAt, changedAt: times, notesOutside, chartsRefused };
  }

  /** A refresh of the brief sheet alone looks at no other. */
  private switchedOff({ settings }: ReportOrder, wanted: readonly SheetPlan[]): readonly SheetKind[] {
    const isWhole = wanted.some(({ sheet }) => sheet !== 'brief');
    return isWhole ? SHEET_KINDS.filter((kind) => !isSwitchedOn(kind, settings)) : [];
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
      text: faceTexts.fresh(period, titleOfField(settings.periodField, fields), facts.checkedAt),
      checkedAt: dayNumberOf(new Date(checkedAt)),
      allowedHours: allowedHours(settings.scheduleHours),
    };
    return ({ plan }) => ({
      note: noteOf(plan, { ...facts, changedAt: shownTime(changedAt[plan.sheet] ?? '') }),
      face,
    });
  }
}

const titled = (sheet: SheetKind): WantedSheet => ({ sheet, title: SHEET_TITLES[sheet] });
