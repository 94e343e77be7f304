/** Finds and makes the report's own sheets. They are known by developer metadata, never by name. */
import type { SheetPlan } from '../report/SheetPlan';
import { writerTexts } from '../texts/writer-texts';
import type { SheetKind } from './planned-area';
import { decodeRecord, encodeRecord, METADATA_KEY, newRecord, type SheetRecord } from './sheet-record';
import type { Metadata, Sheet, Workbook } from './workbook-seams';
import { WriterError } from './WriterError';

/** A sheet as it is asked for: which one, and the name that a new one gets. */
export type WantedSheet = Pick<SheetPlan, 'sheet' | 'title'>;

/** One of the report's sheets, with what was last written to it. */
export interface ReportSheet {
  readonly sheet: Sheet;
  readonly record: SheetRecord;
  readonly metadata: Metadata;
}

/**
 * The name of a sheet between its making and its marking: a run that dies there leaves an empty sheet that the
 * next run takes over, and not a foreign sheet under the report's name.
 */
const nameWhileMaking = (title: string): string => `${title} (создаётся)`;

export class ReportSheets {
  constructor(private readonly workbook: Workbook) {}

  /**
   * The report's sheets that exist, by kind. Changes nothing.
   * @throws WriterError FOREIGN_SHEET where a sheet has to be made and its name is taken by someone else's
   */
  find(wanted: readonly WantedSheet[]): ReadonlyMap<SheetKind, ReportSheet> {
    const sheets = this.workbook.getSheets();
    const marked = sheets.flatMap((sheet) => recordsOf(sheet));
    const found = new Map<SheetKind, ReportSheet>();
    for (const want of wanted) {
      const own = ownSheet(marked, want);
      if (own !== null) found.set(want.sheet, own);
      else refuseForeign(sheets, want.title);
    }
    return found;
  }

  /** The sheet of a kind: the one found, else a new one at the end of the spreadsheet. */
  make(want: WantedSheet, found: ReportSheet | null): ReportSheet {
    const report = found ?? this.mark(this.unmarkedSheet(want.title), want.sheet);
    if (report.sheet.getName() === nameWhileMaking(want.title)) report.sheet.setName(want.title);
    return report;
  }

  private unmarkedSheet(title: string): Sheet {
    const sheets = this.workbook.getSheets();
    const name = nameWhileMaking(title);
    const left = sheets.find((sheet) => sheet.getName() === name);
    return left ?? this.workbook.insertSheet(name, sheets.length);
  }

  private mark(sheet: Sheet, kind: SheetKind): ReportSheet {
    sheet.addDeveloperMetadata(METADATA_KEY, encodeRecord(newRecord(kind, sheet.getSheetId())));
    const [marked] = recordsOf(sheet);
    if (marked === undefined) throw new Error('A sheet does not keep its developer metadata');
    return marked;
  }
}

function recordsOf(sheet: Sheet): ReportSheet[] {
  return sheet.getDeveloperMetadata().flatMap((metadata) => {
    const record = metadata.getKey() === METADATA_KEY ? decodeRecord(metadata.getValue()) : null;
    return record === null ? [] : [{ sheet, record, metadata }];
  });
}

/** The original rather than a duplicate; a duplicate only where it came into another file under the report's name. */
function ownSheet(marked: readonly ReportSheet[], want: WantedSheet): ReportSheet | null {
  const ofKind = marked.filter(({ record }) => record.kind === want.sheet);
  const original = ofKind.find(({ sheet, record }) => record.sheetId === sheet.getSheetId());
  return original ?? ofKind.find(({ sheet }) => sheet.getName() === want.title) ?? null;
}

function refuseForeign(sheets: readonly Sheet[], title: string): void {
  for (const sheet of sheets) {
    const name = sheet.getName();
    const leftByUs = name === nameWhileMaking(title) && sheet.getLastRow() === 0;
    const inTheWay = sameName(name, title) || sameName(name, nameWhileMaking(title));
    if (inTheWay && !leftByUs) throw new WriterError('FOREIGN_SHEET', writerTexts.foreignSheet(name));
  }
}

// Whether names that differ only in case collide is undocumented; refusing is the safe reading.
const sameName = (name: string, other: string): boolean => name.toLowerCase() === other.toLowerCase();
