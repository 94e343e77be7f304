/**
 * The line over each table: what the table shows and of when, for readers who have no menu, and on paper. A colour that
 * the spreadsheet itself computes makes it red where nothing checks the table any more.
 */
import { attempt } from '../platform/attempt';
import type { Log } from '../platform/platform';
import type { ConditionalRule, Range, Sheet, SpreadsheetService } from '../platform/spreadsheet';
import { columnName } from '../report/SheetPlan';
import { checkedTimeIn, faceTexts, isFreshFace } from '../texts/sheet-texts';
import type { Origin } from './area';
import { PLAIN_FORMAT, TEXT_FORMAT, textStyle } from './cell-formats';
import { dayNumberShown } from './day-numbers';

const FONT_SIZE = 9;
const GREY = '#5f6368';
const RED = '#cc0000';
/** Of the day number beside the text, which is there for the formula alone. */
const HIDDEN = { size: 1, color: '#ffffff' } as const;

export interface Face {
  readonly text: string;
  /** When the table was checked last, as a day number of the spreadsheet. */
  readonly checkedAt: number;
  /** For so many hours nobody has to check it again. */
  readonly allowedHours: number;
}

/** A table by its header's first cell. */
interface Table {
  readonly sheet: Sheet;
  readonly origin: Origin;
}

/** The text that stands there; `''` for an empty cell, null where something of a user's is in the way. */
type Text = string | null;

/** A table and what is to be said of it; null leaves its line as it is. */
export interface FacedTable {
  readonly table: Table;
  readonly face: Face | null;
  /** In the cells over the table, where somebody has read them just now. */
  readonly formulas?: readonly string[] | null;
}

export class FaceLines {
  /** By table, what was read before it was written. */
  private readonly texts = new Map<Table, Text>();

  constructor(
    private readonly app: SpreadsheetService,
    private readonly log: Pick<Log, 'warn'>,
  ) {}

  /**
   * Before the first value: from here to the last one, no earlier time is true of these tables.
   * @throws what Google refuses of earlier changes, which must not pass for a refusal of these
   */
  unsay(faced: readonly FacedTable[]): void {
    if (faced.some(({ face }) => face !== null)) this.app.flush();
    this.eachSurely(faced, (table, cells) => {
      const text = textIn(cells);
      this.texts.set(table, text);
      const time = checkedTimeIn(text);
      if (time !== '') faceCell(table).setValue(faceTexts.failed(time, faceTexts.unfinished));
    });
  }

  /** After the last value, of tables that are as they should be. */
  say(faced: readonly FacedTable[]): void {
    this.eachSurely(faced, (table, cells, { text: said, checkedAt, allowedHours }, formulas) => {
      const text = this.texts.has(table) ? (this.texts.get(table) ?? null) : textIn(cells, formulas);
      if (text === null) clearOwn(table.sheet, cells);
      else {
        if (!isFreshFace(text)) this.look(cells, false);
        cells.setValues([hasLeft(cells) ? [checkedAt, said] : [said]]);
      }
      this.setRule(table, text !== null && hasLeft(cells) ? allowedHours : null);
    });
  }

  /**
   * After a refresh that failed.
   * @param since when the table was checked last, as shown, where its line does not tell; `''` for never
   * @returns the time that is told, `''` without any
   */
  fail(table: Table, cause: string, since: string): string {
    let time = since;
    this.surely(table, (cells) => {
      const text = textIn(cells);
      time = checkedTimeIn(text) || since;
      if (text === null || time === '') return;
      this.look(cells, true);
      faceCell(table).setValue(faceTexts.failed(time, cause));
    });
    return time;
  }

  /**
   * Of a table that is no longer refreshed: its line goes on telling of when it is, and does not alarm any more, neither
   * by what failed last nor by growing old.
   * @param isUnfinished whether its writing was cut short
   */
  retire(table: Table, isUnfinished: boolean): void {
    this.surely(table, (cells) => {
      const text = textIn(cells);
      const time = checkedTimeIn(text);
      if (text !== null && time !== '' && !isFreshFace(text)) {
        this.look(cells, false);
        const cause = isUnfinished ? faceTexts.unfinished : faceTexts.switchedOff;
        faceCell(table).setValue(faceTexts.failed(time, cause));
      }
      this.setRule(table, null);
    });
  }

  private eachSurely(
    faced: readonly FacedTable[],
    act: (table: Table, cells: Range, face: Face, formulas: FacedTable['formulas']) => void,
  ): void {
    const acts = faced.flatMap(({ table, face, formulas }) => {
      const cells = face && cellsOver(table);
      return face === null || cells === null ? [] : [() => act(table, cells, face, formulas)];
    });
    const together = (): void => acts.forEach((one) => one());
    // Of a refusal that comes out for all of them nobody knows whose it is: then each is for itself.
    if (acts.length > 1 && this.tried(together)) return;
    for (const one of acts) this.twice(one);
  }

  private surely(table: Table, act: (cells: Range) => void): void {
    const cells = cellsOver(table);
    if (cells !== null) this.twice(() => act(cells));
  }

  /** What Google refuses of a line, at once or later, is tried again, and no reason to lose a report or another line. */
  private twice(act: () => void): void {
    [act, act].some((tried) => this.tried(tried));
  }

  private tried(act: () => void): boolean {
    return attempt(this.log, 'the line over a table', () => {
      act();
      this.app.flush();
    });
  }

  private look(cells: Range, isFailure: boolean): void {
    const inBoth = <T>(left: T, right: T): [T[]] => [hasLeft(cells) ? [left, right] : [right]];
    cells.setNumberFormats(inBoth(PLAIN_FORMAT, TEXT_FORMAT));
    cells.setHorizontalAlignments(inBoth('left', 'left'));
    cells.setWraps(inBoth(false, false));
    const style = { size: FONT_SIZE, bold: isFailure, color: isFailure ? RED : GREY };
    cells.setTextStyles(inBoth(textStyle(this.app, { ...HIDDEN, bold: false }), textStyle(this.app, style)));
  }

  /** One rule of ours, among the user's in their order; set only where it is not there already. */
  private setRule(table: Table, allowedHours: number | null): void {
    const { sheet, origin } = table;
    const { row, column } = origin;
    const [left, over] = [`${columnName(column - 1)}${row - 1}`, `${columnName(column)}${row - 1}`];
    const rules = sheet.getConditionalFormatRules();
    const known = rules.map((rule) => ownRule(rule, origin));
    const own = known.filter((words) => words.length > 0);
    const wanted = allowedHours === null ? [] : [[String(allowedHours), left, over]];
    if (own.join() === wanted.join()) return;
    // The table has moved away from what the rule is about.
    for (const cell of own.flatMap(([, ...cells]) => cells))
      if (cell !== left && cell !== over) clearOwn(sheet, sheet.getRange(cell));
    const others = rules.filter((_, index) => known[index]?.length === 0);
    const place = known.findIndex((words) => words.length > 0);
    const made = wanted.map(() =>
      this.app
        .newConditionalFormatRule()
        .whenFormulaSatisfied(`=(NOW()-${left})*24>${allowedHours}`)
        .setFontColor(RED)
        .setBold(true)
        .setRanges([faceCell(table)])
        .build(),
    );
    others.splice(place < 0 ? others.length : place, 0, ...made);
    sheet.setConditionalFormatRules(others);
  }
}

/** The cell over the header's first one, and the one left of that; null where no row is over the header. */
function cellsOver({ sheet, origin: { row, column } }: Table): Range | null {
  const width = Math.min(2, column);
  return row === 1 ? null : sheet.getRange(row - 1, column - width + 1, 1, width);
}

const hasLeft = (cells: Range): boolean => cells.getNumColumns() > 1;

const faceCell = ({ sheet, origin: { row, column } }: Table): Range => sheet.getRange(row - 1, column, 1, 1);

function textIn(cells: Range, formulas?: FacedTable['formulas']): Text {
  const [values = []] = cells.getValues();
  const isFormula = (formulas ?? cells.getFormulas().flat()).some((formula) => formula !== '');
  const text = values[values.length - 1];
  const number = hasLeft(cells) ? values[0] : '';
  const time = checkedTimeIn(text);
  if (isFormula || (text !== '' && time === '')) return null;
  if (number === '') return String(text);
  if (typeof number !== 'number') return null;
  return (time === '' ? isHidden(cells) : isAbout(number, time)) ? String(text) : null;
}

/** Google's clocks may differ in a zone's hours: the day is enough to tell it from any number of a user's. */
const isAbout = (dayNumber: number, time: string): boolean => Math.abs(dayNumber - dayNumberShown(time)) < 2;

const isHidden = (cells: Range): boolean => cells.getFontSizes().flat()[0] === HIDDEN.size;

/** Takes away what is the report's of cells in one row, and leaves what is not. */
function clearOwn(sheet: Sheet, cells: Range): void {
  const values = cells.getValues().flat();
  const formulas = cells.getFormulas().flat();
  const time = values.map(checkedTimeIn).join('');
  values.forEach((value, index) => {
    const cell = sheet.getRange(cells.getRow(), cells.getColumn() + index, 1, 1);
    const isOwn =
      typeof value === 'number'
        ? isHidden(cell) && (time === '' || isAbout(value, time))
        : checkedTimeIn(value) !== '';
    if (isOwn && formulas[index] === '') cell.clear();
  });
}

/** However it is spelled, and whatever NOW is called; its cell may be gone. */
const OWN_FORMULA = /^=?\(+[\p{L}.]+\(\)-(?:([A-Z]+\d+)|#REF!)\)+\*24>(\d+)$/u;

/** Of a rule of ours over this table its hours and the cells it is about, the day number's first; of any other nothing. */
function ownRule(rule: ConditionalRule, { row, column }: Origin): readonly string[] {
  const formula = String(rule.getBooleanCondition()?.getCriteriaValues()[0]);
  const parts = OWN_FORMULA.exec(formula.replace(/[\s$]/g, '').toUpperCase());
  const ranges = rule.getRanges();
  const isOver = ranges.some((range) => range.getRow() < row && range.getColumn() === column);
  if (parts === null || !isOver) return [];
  const [, left = [], hours = ''] = parts;
  return [hours].concat(
    left,
    ranges.map((range) => range.getA1Notation()),
  );
}
