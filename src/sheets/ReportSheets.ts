/** Finds and makes the report's own sheets. They are known by developer metadata, never by name. */
import type { SheetPlan } from '../report/SheetPlan';
import { unfinishedTitle } from '../texts/sheet-texts';
import type { NamesTaken, SheetKind } from '../domain/sheet-kind';
import { writerTexts } from '../texts/writer-texts';
import { anchorOn } from './anchor';
import { hasGrid, type Origin } from './area';
import { sameName } from './same-name';
import { decodeRecord, encodeRecord, METADATA_KEY, newRecord, type SheetRecord } from './sheet-record';
import type { Metadata, Sheet, Workbook } from '../platform/spreadsheet';
import { WriterError } from './WriterError';

/** A sheet as it is asked for: which one, and the name that a new one gets. */
export type WantedSheet = Pick<SheetPlan, 'sheet' | 'title'>;

/** One of the report's sheets, with what was last written to it. */
export interface ReportSheet {
  readonly sheet: Sheet;
  readonly record: SheetRecord;
  readonly metadata: Metadata;
}

/** A sheet that was switched off and does not say so yet. */
export interface RetiredSheet {
  readonly report: ReportSheet;
  /** Whether its writing was cut short. */
  readonly isUnfinished: boolean;
}

type Found = ReadonlyMap<SheetKind, ReportSheet>;

export class ReportSheets {
  private found: Found = new Map();
  /** All that bear the report's mark, as the last search has found them. */
  private known: readonly ReportSheet[] = [];

  constructor(private readonly workbook: Workbook) {}

  /**
   * The report's sheets that exist, by kind. Changes nothing. A refresh asks when it starts and before it writes:
   * the second time it is enough that the same sheets still exist.
   * @throws WriterError FOREIGN_SHEET where a sheet has to be made and its name is taken by someone else's
   */
  find(wanted: readonly WantedSheet[]): Found {
    if (!wanted.every(({ sheet }) => this.stillExists(this.found.get(sheet)))) {
      this.found = this.search(wanted);
    }
    return this.found;
  }

  /** The tables of the originals that exist, by themselves: no report is needed. Where nothing says where one lies, none. */
  tables(): readonly { readonly kind: SheetKind; readonly sheet: Sheet; readonly origin: Origin }[] {
    return this.marked().flatMap(({ sheet, record: { kind, sheetId } }) => {
      const origin = sheetId === sheet.getSheetId() ? anchorOn(this.workbook, sheet, kind) : null;
      return origin === null ? [] : [{ kind, sheet, origin }];
    });
  }

  /** The sheet of a kind: the one found, else a new one at the end of the spreadsheet. */
  make(want: WantedSheet, found: ReportSheet | null): ReportSheet {
    // What is found and made here is about to be written, so that its record will be another.
    this.found = new Map();
    const report = found ?? this.mark(this.unmarkedSheet(want.title), want.sheet);
    const isNew = report.record.look === '';
    if (isNew && report.sheet.getName() === unfinishedTitle(want.title)) report.sheet.setName(want.title);
    return report;
  }

  /**
   * For a sheet that its user has given up by renaming it: another takes its place.
   * @throws WriterError FOREIGN_SHEET
   */
  refuseForeign({ title }: WantedSheet): void {
    refuseForeign(this.workbook.getSheets(), title);
  }

  /** Names of others' sheets that stand in the way of one that would have to be made. Changes nothing. */
  namesTaken(wanted: readonly WantedSheet[]): NamesTaken {
    const sheets = this.workbook.getSheets();
    const inTheWay = wanted.flatMap((want) => {
      const name = foreignName(sheets, want.title);
      return name === null ? [] : [{ want, name }];
    });
    // Mostly nothing is, and every opening of a page asks.
    const marked = inTheWay.length === 0 ? [] : this.marked();
    return Object.fromEntries(
      inTheWay
        .filter(({ want }) => this.ownSheet(marked, want) === null)
        .map(({ want, name }) => [want.sheet, name]),
    );
  }

  /** Those of the last search that stand beside the wanted ones, if they still exist. */
  beside(others: readonly WantedSheet[]): readonly ReportSheet[] {
    return others
      .map((other) => this.ownSheet(this.known, other))
      .filter((report) => report !== null)
      .filter((report) => this.stillExists(report));
  }

  private search(wanted: readonly WantedSheet[]): Found {
    const marked = this.marked();
    this.known = marked;
    const found = new Map<SheetKind, ReportSheet>();
    for (const want of wanted) {
      const own = this.ownSheet(marked, want);
      if (own !== null) found.set(want.sheet, own);
      else refuseForeign(this.workbook.getSheets(), want.title);
    }
    return found;
  }

  private marked(): readonly ReportSheet[] {
    return this.workbook
      .createDeveloperMetadataFinder()
      .withKey(METADATA_KEY)
      .find()
      .flatMap((metadata) => reportSheets(metadata, metadata.getLocation().getSheet()));
  }

  /** The original rather than a duplicate; a duplicate only where it came into another file under the report's name. */
  private ownSheet(marked: readonly ReportSheet[], want: WantedSheet): ReportSheet | null {
    const ofKind = marked.filter(({ record }) => record.kind === want.sheet);
    const [only, another] = ofKind;
    if (another === undefined && this.stillExists(only)) return only;
    const original = ofKind.find(({ sheet, record }) => record.sheetId === sheet.getSheetId());
    return original ?? adopted(ofKind.find(({ sheet }) => sheet.getName() === want.title));
  }

  private stillExists(report: ReportSheet | undefined): report is ReportSheet {
    return report !== undefined && this.workbook.getSheetById(report.record.sheetId) !== null;
  }

  private unmarkedSheet(title: string): Sheet {
    const sheets = this.workbook.getSheets();
    const name = unfinishedTitle(title);
    const left = sheets.find((sheet) => sheet.getName() === name);
    return left ?? this.workbook.insertSheet(name, sheets.length);
  }

  private mark(sheet: Sheet, kind: SheetKind): ReportSheet {
    sheet.addDeveloperMetadata(METADATA_KEY, encodeRecord(newRecord(kind, sheet.getSheetId())));
    const [marked] = sheet
      .getDeveloperMetadata()
      .filter((metadata) => metadata.getKey() === METADATA_KEY)
      .flatMap((metadata) => reportSheets(metadata, sheet));
    if (marked === undefined) throw new Error('A sheet does not keep its developer metadata');
    return marked;
  }
}

/** A duplicate that takes the original's place: from its next record on, it is an original. */
function adopted(duplicate: ReportSheet | undefined): ReportSheet | null {
  if (duplicate === undefined) return null;
  return { ...duplicate, record: { ...duplicate.record, sheetId: duplicate.sheet.getSheetId() } };
}

/** None where the metadata is not on a sheet or was not made by `encodeRecord`. */
function reportSheets(metadata: Metadata, sheet: Sheet | null): ReportSheet[] {
  const record = decodeRecord(metadata.getValue());
  return sheet === null || record === null ? [] : [{ sheet, record, metadata }];
}

function refuseForeign(sheets: readonly Sheet[], title: string): void {
  const name = foreignName(sheets, title);
  if (name !== null) throw new WriterError('FOREIGN_SHEET', writerTexts.foreignSheet(name));
}

/** What a sheet is called that is in the way of a new one of that title; null where none is. */
function foreignName(sheets: readonly Sheet[], title: string): string | null {
  for (const sheet of sheets) {
    const name = sheet.getName();
    const leftByUs = name === unfinishedTitle(title) && hasGrid(sheet) && sheet.getLastRow() === 0;
    const inTheWay = sameName(name, title) || sameName(name, unfinishedTitle(title));
    if (inTheWay && !leftByUs) return name;
  }
  return null;
}
