/** A spreadsheet as Google keeps it between executions: plain data, which services of any execution work on. */
import { PlatformException } from '../service';
import type { Area } from './area';
import type { Cell } from './cell';
import { Calendar } from './Calendar';
import type { TextCellReading } from './entry';
import { LIMITS } from '../limits';
import { type Locale, type LocaleName, locales } from './locale';
import { refusals } from './refusals';
import { SheetModel } from './SheetModel';
import type { Metadata, NamedArea } from './sheet-parts';
import { StyleTable } from './StyleTable';

/** How one aspect of a cell's look reads, given how it was set; rows and columns count from 1. */
export type Echo = (
  shown: unknown,
  place: { readonly row: number; readonly column: number; readonly cell: Cell | undefined },
) => unknown;

/** Where Google's behaviour is undocumented or varies; each may be changed between two calls. */
export interface Quirks extends TextCellReading {
  atCellParsesFormula: boolean;
  atCellConsumesApostrophe: boolean;
  /**
   * Writes into cells wait for the next read, flush or end of the execution, unseen by others, and refusals
   * (protection, cell limit) come out only there.
   */
  defersErrors: boolean;
  /** Looks that read otherwise than they were set, by the getter of a table (`getNumberFormats`, `getLinkUrl`). */
  echoes: Readonly<Record<string, Echo>>;
  /** What a cell keeps of a text that comes in, in whatever form: line ends, NUL and halves of surrogate pairs may change. */
  storedText: (text: string) => string;
  /** A name whose cells are all deleted is refused where a script asks for it, rather than answered with null. */
  lostNamesRefuse: boolean;
  /** Members that put a chart on a sheet and are refused. */
  refusesCharts: readonly ('insertChart' | 'updateChart')[];
  /** How the ranges of a chart read that were added so. */
  chartRanges: (added: readonly Area[]) => readonly Area[];
  /** Whether the charts in a copy of the file have the ids of the originals. */
  copiesKeepChartIds: boolean;
}

export interface SpreadsheetOptions {
  readonly id?: string;
  readonly name?: string;
  readonly locale?: LocaleName;
  /** IANA name. */
  readonly timeZone?: string;
  /** Milliseconds since 1970; entries such as `1-2` take their year from it. */
  readonly now?: () => number;
}

export interface NamedRange {
  readonly sheet: SheetModel;
  readonly area: Area;
}

export interface Toast {
  readonly message: string;
  readonly title: string;
  /** Null is Google's default of 5. */
  readonly timeoutSeconds: number | null;
}

export class SpreadsheetModel {
  readonly id: string;
  name: string;
  /** In the order of their tabs; never empty. */
  readonly sheets: SheetModel[] = [];
  metadata: Metadata[] = [];
  readonly toasts: Toast[] = [];
  readonly styles = new StyleTable();
  readonly quirks: Quirks = {
    atCellParsesFormula: false,
    atCellConsumesApostrophe: false,
    defersErrors: false,
    echoes: {},
    storedText: (text) => text,
    lostNamesRefuse: false,
    refusesCharts: [],
    chartRanges: (added) => added,
    copiesKeepChartIds: false,
  };
  activeSheet: SheetModel;
  private zone: string;
  private days: Calendar;
  private localeName: LocaleName;
  private lastId = 0;
  private readonly now: () => number;

  constructor(options: SpreadsheetOptions = {}) {
    this.id = options.id ?? '1SimulatedSpreadsheetIdentifier0000000000000';
    this.name = options.name ?? 'Без названия';
    this.localeName = options.locale ?? 'ru_RU';
    this.zone = options.timeZone ?? 'Europe/Moscow';
    this.now = options.now ?? Date.now;
    this.days = new Calendar(this.zone, this.now);
    this.activeSheet = new SheetModel(0, `${this.locale.sheetName}1`);
    this.sheets.push(this.activeSheet);
  }

  get locale(): Locale {
    return locales[this.localeName];
  }

  setLocale(name: LocaleName): void {
    this.localeName = name;
  }

  get timeZone(): string {
    return this.zone;
  }

  setTimeZone(zone: string): void {
    this.days = new Calendar(zone, this.now);
    this.zone = zone;
  }

  get calendar(): Calendar {
    return this.days;
  }

  /** A fresh id for a sheet, a chart, a protection or metadata; looks like Google's, but repeats from run to run. */
  nextId(): number {
    this.lastId += 1;
    return (this.lastId * 1_327_217_885) % 2_147_483_647;
  }

  /** «Файл → Создать копию»: all sheets with their metadata, under another id. */
  copyAs(id: string): SpreadsheetModel {
    const copied = new SpreadsheetModel({
      id,
      name: `Копия ${this.name}`,
      locale: this.localeName,
      timeZone: this.zone,
      now: this.now,
    });
    copied.sheets.splice(0, 1, ...this.sheets.map((sheet) => sheet.copy()));
    copied.metadata = this.metadata.map((metadata) => ({ ...metadata }));
    copied.activeSheet = copied.sheets[this.sheets.indexOf(this.activeSheet)] ?? copied.activeSheet;
    copied.lastId = this.lastId;
    Object.assign(copied.quirks, this.quirks);
    if (!this.quirks.copiesKeepChartIds) for (const sheet of copied.sheets) copied.renewCharts(sheet);
    return copied;
  }

  /** Ids of charts are unique in a spreadsheet (Google, EmbeddedChart reference). */
  renewCharts(sheet: SheetModel): void {
    sheet.charts = sheet.charts.map((chart) => ({ ...chart, id: this.nextId() }));
  }

  sheetNamed(name: string): SheetModel | undefined {
    return this.sheets.find((sheet) => sheet.name === name);
  }

  /** The cells of a name that holds in the whole spreadsheet; null where it has none. */
  named(name: string): NamedRange | null {
    for (const sheet of this.sheets) {
      const area = sheet.namedAreas.find((named) => isOf(named, name))?.area ?? null;
      if (area !== null) return { sheet, area };
    }
    return null;
  }

  /** Whether the name stands, be it for cells that are gone. */
  hasName(name: string): boolean {
    return this.sheets.some(({ namedAreas }) => namedAreas.some((named) => isOf(named, name)));
  }

  /** Takes the name from whatever had it; null gives it to nothing. */
  setName(name: string, range: NamedRange | null): void {
    for (const sheet of this.sheets) {
      const others = sheet.namedAreas.filter((named) => !isOf(named, name));
      const added = range?.sheet === sheet ? [{ name, area: range.area, ofSheetAlone: false }] : [];
      sheet.namedAreas = [...others, ...added];
    }
  }

  /** Throws as Google does of a name that is taken, empty or too long; `index` counts from 0. */
  insertSheet(name: string, index: number): SheetModel {
    this.checkSheetName(name, undefined);
    const sheet = new SheetModel(this.nextId(), name);
    this.checkCellCount(sheet.gridCells());
    this.sheets.splice(index, 0, sheet);
    this.activeSheet = sheet;
    return sheet;
  }

  freeSheetName(): string {
    let number = this.sheets.length + 1;
    while (this.sheetNamed(`${this.locale.sheetName}${number}`)) number += 1;
    return `${this.locale.sheetName}${number}`;
  }

  renameSheet(sheet: SheetModel, name: string): void {
    this.checkSheetName(name, sheet);
    sheet.name = name;
  }

  deleteSheet(sheet: SheetModel): void {
    this.checkOthersVisible(sheet, refusals.removingAllSheets);
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.leave(sheet);
  }

  /** `index` counts from 0. */
  moveSheet(sheet: SheetModel, index: number): void {
    this.sheets.splice(this.sheets.indexOf(sheet), 1);
    this.sheets.splice(index, 0, sheet);
  }

  hideSheet(sheet: SheetModel): void {
    this.checkOthersVisible(sheet, refusals.hidingAllSheets);
    sheet.hidden = true;
    this.leave(sheet);
  }

  /** Throws when `added` more grid cells, empty ones included, would be too many. */
  checkCellCount(added: number): void {
    const present = this.sheets.reduce((sum, sheet) => sum + sheet.gridCells(), 0);
    if (present + added > LIMITS.spreadsheetCells) throw refusals.cellLimit();
  }

  private checkSheetName(name: string, own: SheetModel | undefined): void {
    if (name === '') throw refusals.sheetNameEmpty();
    if (name.length > LIMITS.sheetNameCharacters) throw refusals.sheetNameTooLong();
    // Case-blind, the stricter of the two readings: Google does not document it.
    const taken = (sheet: SheetModel) => sheet !== own && sheet.name.toLowerCase() === name.toLowerCase();
    if (this.sheets.some(taken)) throw refusals.sheetExists(name);
  }

  private checkOthersVisible(sheet: SheetModel, refuse: () => PlatformException): void {
    if (!this.sheets.some((other) => other !== sheet && !other.hidden)) throw refuse();
  }

  private leave(sheet: SheetModel): void {
    if (this.activeSheet !== sheet) return;
    this.activeSheet = this.sheets.find((other) => other !== sheet && !other.hidden) ?? sheet;
  }
}

const isOf = (named: NamedArea, name: string): boolean =>
  !named.ofSheetAlone && named.name.toLowerCase() === name.toLowerCase();
