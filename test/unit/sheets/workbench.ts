/** A simulated spreadsheet with the writer on it, and what tests ask of both. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { dayNumbersIn } from '../../../src/sheets/day-numbers';
import { FaceLines } from '../../../src/sheets/face-line';
import { SheetCharts } from '../../../src/sheets/charts';
import { type CommittedWrite, SheetWriter } from '../../../src/sheets/SheetWriter';
import { WriteMark } from '../../../src/sheets/WriteMark';
import { type Gate, openGate } from '../../../simulator/service';
import { plainStyle } from '../../../simulator/spreadsheet/StyleTable';
import {
  type Cell,
  CHART_TYPE,
  makeSpreadsheetApp,
  type Quirks,
  type SheetModel,
  SpreadsheetModel,
  SpreadsheetUser,
} from '../../../simulator/spreadsheet';
import { WIDTH } from './plans';

export const MARK_KEY = 'mark';

/** Thrown instead of a platform call: the execution ends there. */
export class Killed extends Error {}

/** Members that hand out an object or say what is known of it; they neither read nor change the spreadsheet. */
const HANDLES = new RegExp(
  [
    '\\.(getRange(List|ByName)?|getSheets|getSheetBy(Id|Name)|getActive\\w*|get(Row|Column|NumRows|NumColumns|Sheet|SheetId))$',
    '\\.createDeveloperMetadataFinder$|^DeveloperMetadataFinder\\.with|^DeveloperMetadata(Location)?\\.get',
    '^RichText|^TextStyle|\\.new[A-Z]',
  ].join('|'),
);

const CHANGES = /^(Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata)\.(set|insert|add|update)|\.flush$/;

export class Workbench {
  readonly book: SpreadsheetModel;
  readonly user: SpreadsheetUser;
  readonly properties = new Map<string, string>();
  readonly calls: string[] = [];
  /** How many names or cells each member got or gave, call by call. */
  readonly sizes: { readonly member: string; readonly size: number }[] = [];
  /** The execution is killed instead of making its next change once so many changes are made. */
  changesLeft = Infinity;

  constructor(
    options: {
      readonly timeZone?: string;
      readonly quirks?: Partial<Quirks>;
      readonly book?: SpreadsheetModel;
    } = {},
  ) {
    this.book = options.book ?? new SpreadsheetModel({ timeZone: options.timeZone ?? 'Europe/Moscow' });
    Object.assign(this.book.quirks, options.quirks);
    this.user = new SpreadsheetUser(this.book);
  }

  /** What a new execution sees. */
  open(user = 'owner@example.com') {
    const app = makeSpreadsheetApp(this.book, this.gate(), { ui: null, activeAvailable: true, user });
    return { app, workbook: app.getActiveSpreadsheet() };
  }

  /** A writer of a new execution. */
  writer(user?: string, isSeen?: boolean): SheetWriter {
    return this.execution(user, isSeen).writer;
  }

  /** The same with all that it goes by. */
  execution(user?: string, isSeen?: boolean) {
    const { app, workbook } = this.open(user);
    const faces = new FaceLines(app, { warn: () => undefined });
    const writer = new SheetWriter(
      app,
      workbook,
      dayNumbersIn(this.book.timeZone, () => {
        throw new Error('Intl knows the zones of these tests');
      }),
      new WriteMark(this.propertyStore(), MARK_KEY),
      faces,
      isSeen,
      null,
      new SheetCharts({
        app,
        types: () => CHART_TYPE.holder(openGate) as typeof GoogleAppsScript.Charts.ChartType,
        log: { warn: () => undefined },
      }),
    );
    return { app, workbook, faces, writer };
  }

  /** One whole write by a new execution. */
  write(...plans: SheetPlan[]): boolean {
    return this.commit(...plans).changed;
  }

  /** The same with all that it says of itself. */
  commit(...plans: SheetPlan[]): CommittedWrite {
    const writer = this.writer();
    return writer.commit(writer.prepare(plans));
  }

  /** Calls of one write that read or change the spreadsheet. */
  countedWrite(...plans: SheetPlan[]): string[] {
    this.calls.length = 0;
    this.write(...plans);
    return this.calls.filter((call) => !HANDLES.test(call));
  }

  /** Of one write, how many names or cells each call of a member was about. */
  sizesOf(member: string, ...plans: SheetPlan[]): number[] {
    this.sizes.length = 0;
    this.write(...plans);
    return this.sizes.filter((call) => call.member === member).map(({ size }) => size);
  }

  sheet(name: string): SheetModel {
    return this.user.sheet(name);
  }

  /** What the report keeps with its sheet is changed. */
  changeRecord(name: string, facts: object): void {
    for (const metadata of this.sheet(name).metadata) {
      metadata.value = JSON.stringify({ ...(JSON.parse(metadata.value ?? '') as object), ...facts });
    }
  }

  /** Values of a table that lies in B2, as kept. */
  values(name: string, rows: number): unknown[][] {
    const area = { row: 2, column: 2, rows, columns: WIDTH };
    return this.sheet(name).map(area, (cell) => cell?.value ?? '');
  }

  /** Everything kept in the first rows of the table's columns and those beside them, but notes. */
  cells(name: string, lastRow: number): unknown[][] {
    const area = { row: 1, column: 1, rows: lastRow, columns: WIDTH + 2 };
    return this.sheet(name).map(area, (cell) => looked(cell));
  }

  /** The same of the whole sheet. */
  whole(name: string): unknown[][] {
    const sheet = this.sheet(name);
    const lastColumn = Math.max(sheet.lastColumn(), WIDTH + 2);
    return sheet.map({ row: 1, column: 1, rows: sheet.lastRow() + 30, columns: lastColumn + 3 }, (cell) =>
      looked(cell),
    );
  }

  formulas(name: string): string[] {
    const found: string[] = [];
    this.sheet(name).forEachCell(({ formula }) => formula !== '' && found.push(formula));
    return found;
  }

  private gate(): Gate {
    return {
      ...openGate,
      toGuest: (value) => {
        const member = this.calls.at(-1) ?? '';
        if (Array.isArray(value)) this.sizes.push({ member, size: value.flat().length });
        return value;
      },
      enter: (member, [given]) => {
        this.calls.push(member);
        if (Array.isArray(given)) this.sizes.push({ member, size: given.flat().length });
        if (!CHANGES.test(member)) return;
        if (this.changesLeft === 0) throw new Killed();
        this.changesLeft -= 1;
      },
    };
  }

  private propertyStore() {
    const { properties } = this;
    return {
      getProperty: (key: string) => properties.get(key) ?? null,
      getProperties: () => Object.fromEntries(properties),
      setProperty: (key: string, value: string) => properties.set(key, value),
      setProperties: (values: Record<string, string>) => {
        for (const [key, value] of Object.entries(values)) properties.set(key, value);
      },
      deleteProperty: (key: string) => properties.delete(key),
    };
  }
}

/** A blanked cell is `General`, in black Arial of 10 points; one never touched has none of it. Both look the same. */
export function looked(cell: Cell | undefined) {
  const { value, formula, style, runs } = cell ?? { value: '', formula: '', style: plainStyle, runs: [] };
  const numberFormat = style.numberFormat === 'General' ? null : style.numberFormat;
  const { fontColor, fontFamily, fontSize } = style;
  const font = {
    fontColor: fontColor ?? '#000000',
    fontFamily: fontFamily ?? 'Arial',
    fontSize: fontSize ?? 10,
  };
  return { value, formula, style: { ...style, ...font, numberFormat }, runs };
}
