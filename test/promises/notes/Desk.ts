/** A team at its report: writes beside invoices, sorts and deletes lines, and remembers what belongs to whom. */
import { connect, type World } from '../../../world/make-world';
import { aPortal } from '../../../portal/data/a-portal';
import type { Random } from '../../../portal/data/Random';
import { type Cell, type SheetModel, SpreadsheetUser } from '../../../simulator/spreadsheet';
import { columnLetters, contains } from '../../../simulator/spreadsheet/area';
import { aWorld } from '../../../world/a-world';
import { MINUTE } from '../../../world/people';
import { refresh } from '../../../world/scenario';
import { BRIEF } from '../../../world/sheets';

/** All that moves with an invoice, of one cell. */
export interface Shown {
  readonly value: unknown;
  /** Whether it reads as a date. */
  readonly isDay: boolean;
  readonly comment: string;
  readonly fill: string | null;
  readonly color: string;
  readonly weight: string;
}

const FIRST_ROW = 3;
const COLUMNS = 2;
const INVOICES = 9;
/** One of each quarter of the year. */
const DAYS = ['2026-02-10', '2026-05-20', '2026-06-15'];
const PERIODS = ['quarter', 'previousQuarter', 'year'] as const;
const FURTHER = [[], ['stage'], ['kpp', 'debt', 'stage']];
const TEXTS = [
  '=1+1',
  "'так",
  '+7 999',
  '007',
  '1-2',
  '5 мая',
  'ИСТИНА',
  '@кто',
  'звонила, жду акт',
  '12%',
  '«=»',
];
const COLORS = ['#ffff00', '#00ff00', '#cc0000'];

export const EMPTY: Shown = {
  value: '',
  isDay: false,
  comment: '',
  fill: null,
  color: '#000000',
  weight: 'normal',
};

const shownIn = (cell: Cell | undefined): Shown => {
  if (cell === undefined) return EMPTY;
  const { background, fontColor, fontWeight, numberFormat } = cell.style;
  return {
    value: cell.value === false ? '' : cell.value,
    isDay: typeof cell.value === 'number' && /d/i.test(numberFormat ?? ''),
    comment: cell.note,
    fill: background,
    color: fontColor ?? '#000000',
    weight: fontWeight,
  };
};

interface Line {
  readonly row: number;
  readonly id: number;
}

export class Desk {
  readonly world: World;
  /** What the team has put beside each invoice. */
  readonly notes = new Map<number, readonly Shown[]>();
  /** Whether the last note column is one of checkboxes. */
  private readonly hasBoxes: boolean;
  private texts = 0;

  constructor(private readonly random: Random) {
    this.world = aWorld((clock) => {
      const portal = aPortal(clock).withCompany({ ID: 4, TITLE: 'Альфа' });
      for (let ID = 1; ID <= INVOICES; ID += 1)
        portal.withInvoice({
          ID,
          COMPANY_ID: 4,
          BEGINDATE: random.pick(DAYS),
          OPPORTUNITY: ID * 100,
          rows: [{}],
        });
      return portal.data;
    });
    connect(this.world, { noteColumns: COLUMNS, period: { preset: 'year', from: null, to: null } });
    refresh(this.world);
    this.hasBoxes = random.chance(0.6);
    const column = this.letters(1);
    const areas = [`${column}3:${column}11`, `${column}3:${column}`, `${column}:${column}`];
    if (this.hasBoxes) this.user.insertCheckboxes(BRIEF, random.pick(areas));
  }

  get sheet(): SheetModel {
    return this.user.sheet(BRIEF);
  }

  private get user(): SpreadsheetUser {
    return new SpreadsheetUser(this.world.spreadsheet);
  }

  /** The ids' column stands right before the notes. */
  private get idColumn(): number {
    const titles =
      this.sheet.map({ row: 2, column: 1, rows: 1, columns: 30 }, (cell) => cell?.value)[0] ?? [];
    return titles.indexOf('ID') + 1;
  }

  private letters(column: number): string {
    return columnLetters(this.idColumn + 1 + column);
  }

  /** Of the lines that have an id. */
  lines(): readonly Line[] {
    const rows = this.sheet.lastRow() - FIRST_ROW + 1;
    if (rows < 1) return [];
    return this.sheet
      .map({ row: FIRST_ROW, column: this.idColumn, rows, columns: 1 }, (cell, row) => ({
        row,
        id: cell?.value,
      }))
      .flat()
      .flatMap(({ row, id }) => (typeof id === 'number' ? [{ row, id }] : []));
  }

  /** What stands beside them now. */
  shown(): ReadonlyMap<number, readonly Shown[]> {
    const column = this.idColumn + 1;
    return new Map(
      this.lines().map(({ row, id }) => [
        id,
        this.sheet.map({ row, column, rows: 1, columns: COLUMNS }, shownIn).flat(),
      ]),
    );
  }

  /** Ids of the lines that have lost their checkbox, or have got another one. */
  boxedOtherwise(): readonly number[] {
    const boxes = this.sheet.validations.filter(({ criteria }) => criteria === 'CHECKBOX');
    const hasBox = (row: number, column: number): boolean =>
      boxes.some(({ area }) => contains(area, { row, column, rows: 1, columns: 1 }));
    const last = this.idColumn + COLUMNS;
    return this.lines().flatMap(({ row, id }) =>
      hasBox(row, last) === this.hasBoxes && !hasBox(row, last - 1) ? [] : [id],
    );
  }

  /** Something that people do to notes or lines; what it does to the notes is remembered. */
  edit(): string {
    const [name, act] = this.random.pick(Object.entries(this.edits));
    const lines = this.lines();
    if (lines.length > 0) act(this.random.pick(lines));
    return name;
  }

  /** Values alone, as somebody may write them while a write lies half-done. */
  write(): void {
    const lines = this.lines();
    if (lines.length > 0) this.edits['a text written'](this.random.pick(lines));
  }

  /** Something that happens in the CRM, or another period. */
  happen(): void {
    const { random } = this;
    const { data, simulator } = this.world;
    const id = random.int(1, INVOICES);
    const isThere = data.invoices.get(id) !== undefined;
    if (random.chance(0.3)) {
      const period = { preset: random.pick(PERIODS), from: null, to: null };
      simulator.page().call('saveSettings', { period });
    } else if (random.chance(0.15)) {
      simulator.page().call('saveSettings', { briefColumns: random.pick(FURTHER) });
    } else if (!isThere) return;
    else if (random.chance(0.5)) data.changeInvoice(id, { BEGINDATE: random.pick(DAYS) });
    else if (random.chance(0.8)) data.changeInvoice(id, { OPPORTUNITY: random.int(1, 999) });
    else {
      data.deleteInvoice(id);
    }
  }

  /** Other columns come to stand before the notes, or one more beside them. */
  chooseColumns(): void {
    const noteColumns = COLUMNS + this.random.int(0, 1);
    this.world.simulator
      .page()
      .call('saveSettings', { briefColumns: this.random.pick(FURTHER), noteColumns });
  }

  /** All invoices that there are come to stand on the sheet. */
  showAll(): string {
    const period = { preset: 'year', from: null, to: null };
    this.world.simulator.page().call('saveSettings', { period });
    return this.refresh(false);
  }

  refresh(briefOnly: boolean): string {
    this.world.clock.advance(10 * MINUTE);
    const { state, message } = refresh(this.world, briefOnly).progress;
    return state === 'done' ? '' : message;
  }

  private readonly edits = {
    'a text written': this.changing((_, address) => {
      this.texts += 1;
      const value = `${this.random.pick(TEXTS)} ${this.texts}`;
      this.enterText(address, value);
      return { value, isDay: false };
    }),
    'a short text written': this.changing((_, address) => {
      const value = this.random.pick(TEXTS);
      this.enterText(address, value);
      return { value, isDay: false };
    }),
    'a number written': this.changing((_, address) => {
      const value = this.random.int(1, 99);
      this.format(address, null);
      this.user.enter(BRIEF, address, value);
      return { value, isDay: false };
    }),
    'a day written': this.changing((_, address) => {
      const day = this.random.int(10, 28);
      this.format(address, null);
      this.user.enter(BRIEF, address, `${day}.06.2026`);
      return { value: 46_173 + day, isDay: true };
    }),
    ticked: this.changing((_, address) => {
      this.user.enter(BRIEF, address, true);
      return { value: true, isDay: false };
    }),
    cleared: this.changing((_, address) => {
      this.user.enter(BRIEF, address, '');
      return { value: '', isDay: false };
    }),
    'a comment put on': this.changing((_, address) => {
      this.texts += 1;
      const comment = `спросить ${this.texts}`;
      this.user.note(BRIEF, address, comment);
      return { comment };
    }),
    filled: this.changing((_, address) => {
      const fill = this.random.pick([...COLORS, null]);
      this.user.fill(BRIEF, address, fill);
      return { fill };
    }),
    'font changed': this.changing((_, address) => {
      const color = this.random.pick(COLORS);
      this.user.font(BRIEF, address, { color, isBold: true });
      return { color, weight: 'bold' };
    }),
    sorted: () => {
      const lines = this.lines();
      const last = FIRST_ROW + lines.length - 1;
      const order = lines.map((_, index) => index).sort(() => this.random.next() - 0.5);
      this.user.sort(BRIEF, `B${FIRST_ROW}:${this.letters(COLUMNS - 1)}${last}`, order);
    },
    'line deleted': ({ row, id }: Line) => {
      if (this.lines().length < 3) return;
      this.user.deleteRows(BRIEF, row, 1);
      this.notes.delete(id);
    },
    'line inserted': ({ row }: Line) => {
      if (row > FIRST_ROW) this.user.insertRows(BRIEF, row - 1, 1);
    },
  };

  private changing(act: (line: Line, address: string) => Partial<Shown>): (line: Line) => void {
    return (line) => {
      const column = this.random.int(0, COLUMNS - 1);
      const change = act(line, `${this.letters(column)}${line.row}`);
      const before = this.notes.get(line.id) ?? Array.from({ length: COLUMNS }, () => EMPTY);
      this.notes.set(
        line.id,
        before.map((cell, index) => (index === column ? { ...cell, ...change } : cell)),
      );
    };
  }

  /** Where a write that was cut short has left the format of a text, an apostrophe would be one of its letters. */
  private enterText(address: string, value: string): void {
    const isText = this.user.cell(BRIEF, address).style.numberFormat === '@';
    this.user.enter(BRIEF, address, isText ? value : `'${value}`);
  }

  private format(address: string, numberFormat: string | null): void {
    const cell = this.user.cell(BRIEF, address);
    cell.style = this.world.spreadsheet.styles.with(cell.style, 'numberFormat', numberFormat);
  }
}
