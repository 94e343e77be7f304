/**
 * One execution of a refresh: puts the parts together for this connection and these settings, runs the
 * generator, and remembers what the next execution should know.
 */
import { canonical } from '../hash/canonical';
import { attempt } from '../platform/attempt';
import type { IsoDate } from '../domain/ids';
import { resolvePeriod, type Period } from '../domain/period';
import type { MainSheet } from '../domain/sheet-kind';
import type { Webhook } from '../domain/Webhook';
import { draftCells, readDraft, type DraftOwner } from '../draft/Draft';
import { HiddenSheet } from '../sheets/HiddenSheet';
import { MemorySheet } from '../memory/MemorySheet';
import { memoryScope, Remembering } from './Remembering';
import type { Platform } from '../platform/platform';
import { MOMENT } from '../platform/shown-time';
import { documentKeys } from '../settings/property-keys';
import { invoiceSettings, type Settings } from '../settings/Settings';
import { SheetCharts } from '../sheets/charts';
import { dayNumbersIn, type DayNumberOf } from '../sheets/day-numbers';
import { FaceLines } from '../sheets/face-line';
import type { NoteParts } from '../sheets/prepare-notes';
import { SheetWriter } from '../sheets/SheetWriter';
import { WriteMark } from '../sheets/WriteMark';
import type { DocumentState } from '../state/DocumentState';
import type { EarlierInvoices } from './collect-report';
import { pauseReason, type ExecutedReport } from './ending';
import { PortalAccess } from './PortalAccess';
import { noteKeeper } from './notes-outside';
import { ReportGenerator } from './ReportGenerator';
import type { RunProgress } from './RunProgress';
import { retire } from './switched-off';
import { writingPace, writingTime } from './write-pace';

export interface ExecutionParts {
  readonly platform: Platform;
  readonly state: DocumentState;
  readonly settings: Settings;
  readonly webhook: Webhook;
  readonly spreadsheetId: string;
  readonly progress: RunProgress;
  /** Whether the run was begun by an earlier execution, which may have left a draft. */
  readonly goesOn: boolean;
}

const DAY = 'yyyy-MM-dd';
const TIME = 'HH:mm';
const NEVER_WRITTEN = { brief: '', detail: '' };

export class RefreshExecution {
  private readonly timeZone: string;
  readonly portal: PortalAccess;
  private readonly draftSheet: HiddenSheet;
  private today: IsoDate;
  private period: Period;

  constructor(private readonly parts: ExecutionParts) {
    const { platform, settings, progress } = parts;
    this.timeZone = platform.workbook().getSpreadsheetTimeZone();
    this.portal = new PortalAccess({
      ...parts,
      usesCache: true,
      wait: (milliseconds, reason) => progress.wait(milliseconds, reason),
      onSent: (method) => progress.countRequest(method),
      beforeWave: () => this.report(),
    });
    this.draftSheet = new HiddenSheet(platform.workbook(), 'draft', this.isSeen);
    this.today = this.shown(platform.clock.now(), DAY) as IsoDate;
    this.period = resolvePeriod(settings.period, this.today);
  }

  private get isSeen(): boolean {
    return !this.parts.progress.run.execution.isTriggers;
  }

  /**
   * Goes on with what an earlier execution has fetched, and keeps what this one has where it has to pause. What
   * was learnt of the portal is kept in any case.
   * @throws Bitrix24Error, WriterError, or a signal
   */
  run(sheets: readonly MainSheet[]): ExecutedReport {
    try {
      if (this.parts.goesOn && this.parts.progress.run.drafted) this.resume();
      return this.generate(sheets);
    } catch (error) {
      if (pauseReason(error) !== null) this.suspend();
      throw error;
    } finally {
      this.portal.remember();
    }
  }

  /** Where nothing of the draft is of use, all is asked anew. */
  private resume(): void {
    const [cells] = this.draftSheet.read() ?? [];
    const draft = cells === undefined ? null : readDraft(cells, this.draftOwner(), this.parts.platform.codec);
    if (draft === null) return;
    this.period = draft.period;
    this.today = draft.today;
    this.portal.cache.restore(draft.answers);
    this.portal.fetcher.resume(draft.unfinished);
  }

  private suspend(): void {
    const { platform, progress } = this.parts;
    progress.announceDraft();
    const answers = this.portal.cache.snapshot(this.portal.fetcher.unanswered);
    const unfinished = this.portal.fetcher.unfinished();
    const { period, today } = this;
    const draft = { owner: this.draftOwner(), period, today, answers, unfinished };
    this.draftSheet.write(1, draftCells(draft, platform.codec));
    platform.spreadsheets.flush();
  }

  private dayNumberOf(): DayNumberOf {
    const { platform } = this.parts;
    return dayNumbersIn(this.timeZone, (time, zone, pattern) => platform.formatTime(time, zone, pattern));
  }

  private generate(sheets: readonly MainSheet[]): ExecutedReport {
    const { platform, settings, state, webhook, progress } = this.parts;
    const last = state.lastReport.get();
    const scope = canonical([this.portal.connection, { ...invoiceSettings(settings), period: this.period }]);
    const mark = new WriteMark(platform.documentProperties, documentKeys.writing);
    const dayNumberOf = this.dayNumberOf();
    let writing = { rows: 0, beganAt: 0 };
    const remembering = this.remembering(last !== null);
    const faces = new FaceLines(platform.spreadsheets, platform.log);
    const generator = new ReportGenerator({
      fetcher: this.portal.fetcher,
      writer: new SheetWriter(
        platform.spreadsheets,
        platform.workbook(),
        dayNumberOf,
        mark,
        faces,
        this.isSeen,
        this.notes(),
        new SheetCharts({
          app: platform.spreadsheets,
          types: () => platform.chartTypes(),
          log: platform.log,
        }),
      ),
      retire: (sheets) => retire(sheets, platform, faces),
      dayNumberOf,
      portal: webhook.host,
      now: () => new Date(platform.clock.now()).toISOString(),
      shownTime: (time) => this.shown(Date.parse(time), MOMENT),
      beforeWriting: (count, collected) => {
        progress.update(this.portal.fetcher.progress);
        // Who has asked for nothing has come to write only, and another would have no more time.
        if (count > 0 && this.portal.fetcher.hasAdvanced)
          progress.needs(writingTime(count, state.writePace.get()));
        progress.enter('write');
        attempt(platform.log, 'the memory', () => remembering.keep(collected));
        writing = { rows: count, beganAt: platform.clock.now() };
      },
    });
    const isSame = last?.settings === scope;
    const invoicesBefore = isSame ? last.invoices : null;
    const where = isSame ? 'here' : 'elsewhere';
    const earlierInvoices: EarlierInvoices = (last?.invoices ?? 0) > 0 ? where : 'none';
    const { period, today } = this;
    const recall = remembering.recall();
    const time = this.shown(platform.clock.now(), TIME);
    const order = { sheets, settings, period, today, time, earlierInvoices, recall };
    const generated = generator.generate(order, last?.changedAt ?? NEVER_WRITTEN);
    const { report, changedAt, notesOutside } = generated;
    const { rows, beganAt } = writing;
    if (rows > 0) state.writePace.set(writingPace(rows, platform.clock.now() - beganAt));
    if (notesOutside !== null) state.notesOutside.set(notesOutside);
    state.lastReport.set({ settings: scope, invoices: report.brief.length, changedAt });
    return { ...generated, invoicesBefore, lookedThrough: remembering.lookedThrough() };
  }

  private notes(): NoteParts {
    const { platform, webhook, spreadsheetId } = this.parts;
    return {
      keeper: noteKeeper(platform, spreadsheetId, this.isSeen),
      portal: webhook.host,
      today: this.today,
      newStamp: () => platform.newId(),
    };
  }

  private remembering(hasEarlier: boolean): Remembering {
    const { platform, settings, state, spreadsheetId, progress } = this.parts;
    const owner = { spreadsheetId, connection: this.portal.connection };
    return new Remembering({
      sheet: new MemorySheet(platform, owner, this.isSeen),
      cache: this.portal.cache,
      now: () => platform.clock.now(),
      runId: progress.run.id,
      hasEarlier,
      epoch: state.epoch(),
      scope: memoryScope(settings, this.period),
      ttlSeconds: settings.cacheTtlSeconds,
      looksBack: settings.changesSheet || settings.checksSheet,
      arrays: this.portal.arrays,
      isAskedFor: progress.run.how !== 'schedule',
    });
  }

  /** Before each wave: how far the refresh is, and whether it may go on. */
  private report(): void {
    const { progress, settings } = this.parts;
    const { fetcher } = this.portal;
    progress.update({ ...fetcher.progress, phase: fetcher.phase() });
    if (settings.debtsSheet === 'all') progress.update({ readsOlder: fetcher.isReading('older') });
    progress.setHits(this.portal.cache.statistics.hits);
    progress.checkpoint();
  }

  private draftOwner(): DraftOwner {
    const { progress, spreadsheetId } = this.parts;
    const { id, scope } = progress.run;
    return { runId: id, spreadsheetId, scope };
  }

  private shown(milliseconds: number, pattern: string): string {
    return this.parts.platform.formatTime(milliseconds, this.timeZone, pattern);
  }
}
