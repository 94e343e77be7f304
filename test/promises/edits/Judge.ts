/** Holds whole sheets, after one refresh, against a fresh report and everything that was the user's before. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import { columnLetters } from '../../../simulator/spreadsheet/area';
import type { Cell, SheetModel } from '../../../simulator/spreadsheet';
import { looked, Workbench } from '../../unit/sheets/workbench';
import { OWN_TEXT, type Office, type OwnSheet } from './Office';
import { rowsOf, Truth } from './Truth';

/** What was broken, by what was lost. */
export interface Findings {
  readonly lost: string[];
  readonly stale: string[];
  readonly untrue: string[];
}

interface Kept {
  readonly own: OwnSheet;
  readonly cells: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly hidden: boolean;
  readonly filter: string;
}

const place = (row: number, column: number): string => `${columnLetters(column)}${row}`;

/** Lines belong to two cells at once, and are looked at apart. */
function shown(cell: Cell | undefined): string {
  const { style, ...rest } = looked(cell);
  return JSON.stringify({ ...rest, style: { ...style, right: null, bottom: null } });
}
const PLAIN = shown(undefined);

const isOwnText = (cell: Cell | undefined): boolean => String(cell?.value ?? '').startsWith(OWN_TEXT);

/** Everything on all sheets before a refresh. */
export class Before {
  private readonly whole: string;
  private readonly kept: readonly Kept[];

  constructor(private readonly office: Office) {
    this.whole = pictureOf(office);
    this.kept = office.own.map((own) => {
      const cells = new Map<string, string>();
      const notes = new Map<string, string>();
      if (!own.isDeleted)
        own.sheet.forEachCell((cell, row, column) => {
          if (isOwnText(cell) && !own.truth.holds(row, column)) cells.set(place(row, column), shown(cell));
          if (cell.note !== '' && !isFirst(own.truth, row, column)) notes.set(place(row, column), cell.note);
        });
      return { own, cells, notes, hidden: own.sheet.hidden, filter: JSON.stringify(own.sheet.filter) };
    });
  }

  get ownCells(): number {
    return this.kept.reduce((sum, { cells }) => sum + cells.size, 0);
  }

  /** The refresh was refused: nothing may have changed, and the sentence must be true. */
  refused(message: string, plans: readonly SheetPlan[], findings: Findings): void {
    if (pictureOf(this.office) !== this.whole) findings.stale.push(`changed, and refused: ${message}`);
    if (!this.office.own.some((own) => isTrue(message, own, plans))) findings.untrue.push(message);
  }

  /** The refresh succeeded: a fresh report where the table is, and every cell of the user's. */
  succeeded(plans: readonly SheetPlan[], findings: Findings): void {
    const fresh = new Workbench();
    fresh.write(...plans);
    for (const kept of this.kept) {
      const plan = plans.find(({ sheet }) => sheet === kept.own.kind);
      if (plan === undefined) continue;
      if (kept.own.isDeleted) this.wasMadeAnew(kept, plan, fresh.sheet(plan.title), findings);
      else if (kept.own.truth.isWhole) this.holdAgainst(kept, plan, fresh.sheet(plan.title), findings);
      else this.wasGivenUp(kept, plan, findings);
    }
  }

  private wasMadeAnew({ own }: Kept, plan: SheetPlan, fresh: SheetModel, findings: Findings): void {
    const sheet = this.office.bench.book.sheetNamed(plan.title);
    if (sheet === undefined) {
      findings.stale.push(`${plan.title} was not made again`);
      return;
    }
    Object.assign(own, { sheet, truth: Truth.of(plan), isDeleted: false });
    const nothing = { own, cells: new Map(), notes: new Map(), hidden: false, filter: 'null' };
    this.holdAgainst(nothing, plan, fresh, findings);
  }

  private wasGivenUp({ own }: Kept, plan: SheetPlan, findings: Findings): void {
    const made = this.office.bench.book.sheetNamed(plan.title);
    if (!own.isRenamed || made === undefined) {
      findings.stale.push(`${plan.title} was written although its columns are not whole`);
      return;
    }
    Object.assign(own, { sheet: made, truth: Truth.of(plan), isRenamed: false });
  }

  private holdAgainst(
    { own, cells, notes, hidden, filter }: Kept,
    plan: SheetPlan,
    fresh: SheetModel,
    to: Findings,
  ): void {
    const { sheet, truth, kind } = own;
    truth.rows = rowsOf(plan);
    own.isRenamed = false;
    const seen = new Set<string>();
    sheet.forEachCell((cell, row, column) => {
      const at = place(row, column);
      seen.add(at);
      if ((notes.get(at) ?? '') !== cell.note && !isFirst(truth, row, column))
        to.lost.push(`${kind} note of ${at}`);
      if (truth.holds(row, column)) {
        const [r, c] = [row - truth.row + 2, column - truth.column + 2];
        if (cells.has(at)) to.lost.push(`${kind} ${at} was written over`);
        const isFresh =
          shown(cell) === shown(fresh.peek(r, c)) && linesOf(cell) === linesOf(fresh.peek(r, c));
        if (!isFresh) to.stale.push(`${kind} ${at}: ${shown(cell)} instead of ${shown(fresh.peek(r, c))}`);
      } else if (cells.has(at)) {
        if (cells.get(at) !== shown(cell)) to.lost.push(`${kind} ${at}: ${shown(cell)}`);
      } else if (shown(cell) !== PLAIN) to.stale.push(`${kind} ${at} was left behind: ${shown(cell)}`);
    });
    for (const at of [...cells.keys(), ...notes.keys()])
      if (!seen.has(at)) to.lost.push(`${kind} ${at} is gone`);
    for (let row = truth.row; row <= truth.lastRow; row += 1) {
      for (let column = truth.column; column < truth.column + truth.width; column += 1)
        if (!seen.has(place(row, column))) to.stale.push(`${kind} ${place(row, column)} is missing`);
    }
    if (sheet.hidden !== hidden) to.lost.push(`${kind} is no longer hidden`);
    if (JSON.stringify(sheet.filter) !== filter) to.lost.push(`${kind}: the filter`);
  }
}

const isFirst = ({ row, column }: Truth, r: number, c: number): boolean => r === row && c === column;

/** Those that a cell keeps itself: where rows were inserted over the header, its upper ones wait for a write. */
const linesOf = (cell: Cell | undefined): string => JSON.stringify([cell?.style.right, cell?.style.bottom]);

/** Everything that the spreadsheet holds. */
const pictureOf = ({ bench }: Office): string => JSON.stringify(bench.book.sheets);

/** Whether the sentence is true of that sheet. */
function isTrue(
  message: string,
  { sheet, truth, kind, isDeleted }: OwnSheet,
  plans: readonly SheetPlan[],
): boolean {
  if (isDeleted || !message.includes(`«${sheet.name}»`)) return false;
  const lastColumn = columnLetters(truth.column + truth.width - 1);
  if (message.includes('защищён')) {
    const isOfTable = message.includes(`столбцов ${columnLetters(truth.column)}:${lastColumn} `);
    return sheet.protections.length > 0 && (isOfTable || message.includes('ширину столбцов'));
  }
  const inserted = /вставлен столбец ([A-Z]+)\./.exec(message)?.[1];
  if (inserted !== undefined)
    return truth.columns.some((own, i) => own === null && columnLetters(truth.column + i) === inserted);
  const deleted = /удалён столбец «([^»]+)»/.exec(message)?.[1];
  const titles = plans
    .filter((plan) => plan.sheet === kind)
    .flatMap(({ header }) => header.values.map((title, index) => ({ title, index })));
  if (deleted !== undefined)
    return titles.some(({ title, index }) => title === deleted && !truth.columns.includes(index));
  const row = Number(/[Сс]трока (\d+)/.exec(message)?.[1] ?? 0);
  const cells = sheet
    .map(
      { row: Math.max(1, row), column: truth.column, rows: 1, columns: truth.columns.length },
      (cell) => cell,
    )
    .flat();
  const isTaken = cells.some(isOwnText);
  const isFilled = row > 0 && cells.some((cell) => (cell?.value ?? '') !== '');
  const isAside = new RegExp(`правее столбца ${lastColumn}[ ,]`).test(message);
  if (message.includes('вашими данными')) return row > 0 && isTaken && isAside;
  const isUnclear = message.includes('ваша или отчёта');
  if (isUnclear) return isFilled && (isTaken || truth.holds(row, truth.column)) && isAside;
  if (!message.includes('похожа на строки отчёта')) return false;
  return isFilled && !isTaken;
}
