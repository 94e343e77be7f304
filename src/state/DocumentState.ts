/** What the executions of one spreadsheet tell each other, whoever runs them: all of it in document properties. */
import type { BucketState } from '../bitrix24/LeakyBucket';
import type { OwnerLists } from '../bitrix24/coalesce';
import type { MainSheet, SheetKind } from '../domain/sheet-kind';
import { BEGINNING, type Place } from '../incremental/reconcile';
import type { Properties, PropertyStore } from '../platform/platform';
import { documentKeys } from '../settings/property-keys';
import { History } from './History';
import { isRun, NO_RUN, type RememberedRun, type Run } from './run';
import { areSettingsChanges, type SettingsChange } from './settings-changes';
import { isShapedLike, isText, StoredValue } from './StoredValue';

/** A colleague's wish: the owner's next tick carries it out. */
export interface RefreshRequest {
  readonly briefOnly: boolean;
  /** ISO time. */
  readonly at: string;
  /** The colleague's identity. */
  readonly by: string;
}

/** What was learnt of one portal: how full its bucket is, whether it takes lists of owners, and how many ids. */
export interface StoredPortal {
  /** The connection it was learnt of. */
  readonly connection: string;
  readonly bucket: BucketState;
  readonly ownerLists: OwnerLists;
  /** Until when `ownerLists` holds, milliseconds since 1970. */
  readonly ownerListsUntil: number;
  /** So many ids it takes in one question. */
  readonly arrays: number;
  /** Until when that holds, milliseconds since 1970. */
  readonly arraysUntil: number;
}

/** When the cells of each sheet changed last, ISO times; `''` or none for never. */
export type CellTimes = Readonly<Record<MainSheet, string> & Partial<Record<SheetKind, string>>>;

/** What is remembered of the last report that was written. */
export interface LastReport {
  /** The settings that decide which invoices it shows, as canonical text. */
  readonly settings: string;
  readonly invoices: number;
  readonly changedAt: CellTimes;
}

/** How far the comparison of memory and portal is. */
export interface StoredReconcile {
  readonly place: Place;
  /** When it was at work last, ISO time. */
  readonly at: string;
  readonly rounds: number;
  /** What it has found so far. */
  readonly differences: number;
  /** When it asked for stages, profile and fields last, milliseconds since 1970. */
  readonly askedAt: number;
}

const isRequest = isShapedLike<RefreshRequest>({ briefOnly: false, at: '', by: '' });
const isShapedAsLastReport = isShapedLike<LastReport>({
  settings: '',
  invoices: 0,
  changedAt: { brief: '', detail: '' },
});
const isLastReport = (value: unknown): value is LastReport =>
  isShapedAsLastReport(value) && Object.values(value.changedAt).every(isText);
const isStoredPortal = isShapedLike<StoredPortal>({
  connection: '',
  bucket: { level: 0, at: 0, pace: 1 },
  ownerLists: 'unknown',
  ownerListsUntil: 0,
  arrays: 0,
  arraysUntil: 0,
});

const isTime = (value: unknown): value is string =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value));
const isMoment = (value: unknown): value is number => typeof value === 'number';

export class DocumentState {
  readonly request: StoredValue<RefreshRequest>;
  readonly portal: StoredValue<StoredPortal>;
  /** Newest first. */
  readonly changes: StoredValue<readonly SettingsChange[]>;
  /** Packed; KnownFields reads it. */
  readonly dateFields: StoredValue<string>;
  readonly lastReport: StoredValue<LastReport>;
  /** When the last report, of both sheets, was finished, ISO time: the history forgets it after twenty failures. */
  readonly lastSuccess: StoredValue<string>;
  /** When the brief sheet alone was refreshed last, ISO time. */
  readonly lastBrief: StoredValue<string>;
  /** When the webhook in use was saved, ISO time. */
  readonly connectedAt: StoredValue<string>;
  /** When the owner's trigger was made or fired last, milliseconds since 1970. */
  readonly tickAt: StoredValue<number>;
  /** How long the last writing took, milliseconds per 1,000 rows. */
  readonly writePace: StoredValue<number>;
  /** Until when the day's quotas put the schedule off, milliseconds since 1970. */
  readonly putOff: StoredValue<number>;
  readonly reconcile: StoredValue<StoredReconcile>;
  /** When somebody found the lock of refreshes taken by a comparison, milliseconds since 1970. */
  readonly wantedAt: StoredValue<number>;
  /** How many invoices outside the report have notes. */
  readonly notesOutside: StoredValue<number>;
  private readonly lastStartValue: StoredValue<string>;
  private readonly runValue: StoredValue<Run>;
  private readonly past: History;

  constructor(private readonly properties: PropertyStore) {
    this.request = new StoredValue(properties, documentKeys.request, isRequest);
    this.portal = new StoredValue(properties, documentKeys.portal, isStoredPortal);
    this.changes = new StoredValue(properties, documentKeys.changes, areSettingsChanges);
    this.dateFields = new StoredValue(properties, documentKeys.dateFields, isText);
    this.lastReport = new StoredValue(properties, documentKeys.lastReport, isLastReport);
    this.lastSuccess = new StoredValue(properties, documentKeys.lastSuccess, isTime);
    this.lastBrief = new StoredValue(properties, documentKeys.lastBrief, isTime);
    this.connectedAt = new StoredValue(properties, documentKeys.connectedAt, isTime);
    this.lastStartValue = new StoredValue(properties, documentKeys.lastStart, isTime);
    this.tickAt = new StoredValue(properties, documentKeys.tickAt, isMoment);
    this.writePace = new StoredValue(properties, documentKeys.writePace, isMoment);
    this.putOff = new StoredValue(properties, documentKeys.putOff, isMoment);
    this.wantedAt = new StoredValue(properties, documentKeys.wantedAt, isMoment);
    this.notesOutside = new StoredValue(properties, documentKeys.notesOutside, isMoment);
    this.reconcile = new StoredValue(
      properties,
      documentKeys.reconcile,
      isShapedLike<StoredReconcile>({ place: BEGINNING, at: '', rounds: 0, differences: 0, askedAt: 0 }),
    );
    this.runValue = new StoredValue(properties, documentKeys.run, isRun);
    this.past = new History(properties);
  }

  run(): Run {
    return this.runValue.get() ?? NO_RUN;
  }

  /**
   * @param over what the history has to know of a run that is over, saved by the same call: the platform may end the
   *   execution after any, and a run that is over but not in the history would be lost
   */
  saveRun(run: Run, over: RememberedRun | null = null): void {
    if (over === null) this.runValue.set(run);
    else
      this.properties.setProperties({
        ...this.runValue.with(run),
        ...this.past.with(over),
        ...this.timesOf(over),
      });
  }

  /**
   * When the last refresh of both sheets began that nobody cancelled, ISO time: one under way, or one that is over.
   * The schedule counts from it; a refresh of the brief sheet is no report and puts none off.
   */
  lastStart(): string | null {
    const { state, briefOnly, startedAt } = this.run();
    const counts = !briefOnly && state !== 'cancelled' && startedAt !== null;
    return counts ? startedAt : this.lastStartValue.get();
  }

  /** What a run that is over changes of the times above. */
  private timesOf({ state, briefOnly, startedAt, finishedAt }: RememberedRun): Properties {
    const done = briefOnly === true ? this.lastBrief : this.lastSuccess;
    const hasStarted = briefOnly !== true && state !== 'cancelled' && startedAt !== null;
    return {
      ...(state === 'done' && finishedAt !== null ? done.with(finishedAt) : {}),
      ...(hasStarted ? this.lastStartValue.with(startedAt) : {}),
    };
  }

  /** The last runs, newest first. */
  history(): readonly RememberedRun[] {
    return this.past.runs();
  }

  /** Asks the run with this id to end; it looks between two waves. */
  askToCancel(runId: string): void {
    this.properties.setProperty(documentKeys.cancel, runId);
  }

  isCancelAsked(runId: string): boolean {
    return this.properties.getProperty(documentKeys.cancel) === runId;
  }

  forgetCancel(): void {
    this.properties.deleteProperty(documentKeys.cancel);
  }

  /** Whether a run was ended while it wrote, so that the sheets may be half old and half new. */
  isHalfWritten(): boolean {
    return this.properties.getProperty(documentKeys.writing) !== null;
  }

  /** Part of every cache key. */
  epoch(): number {
    return Number(this.properties.getProperty(documentKeys.epoch)) || 0;
  }

  /** Makes all cached answers unreachable. */
  raiseEpoch(): void {
    this.properties.setProperty(documentKeys.epoch, String(this.epoch() + 1));
  }
}
