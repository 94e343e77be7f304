/** One spreadsheet with all sheets of a report and its people, and what is true of it. */
import type { SheetPlan } from '../../../src/report/SheetPlan';
import type { Random } from '../../../portal/data/Random';
import type { SheetModel } from '../../../simulator/spreadsheet';
import { checksSheet } from '../../../src/checks/checks-sheet';
import { refreshes, type Moment } from '../../unit/changes/a-journal';
import { checksIn } from '../../unit/checks/some-checks';
import { debts } from '../../unit/debts/some-debts';
import { summary } from '../../unit/summary/some-summary';
import { row, vat } from '../../unit/vat/some-vat';
import { briefPlan, detailPlan, invoices } from '../../unit/sheets/plans';
import { Killed, Workbench } from '../../unit/sheets/workbench';
import { rowsOf, Truth } from './Truth';

type Kind = SheetPlan['sheet'];

export interface OwnSheet {
  readonly kind: Kind;
  sheet: SheetModel;
  truth: Truth;
  isRenamed: boolean;
  /** By its people, so that the next report has to make it anew. */
  isDeleted: boolean;
}

interface Version {
  readonly sheet: SheetModel;
  readonly truth: Truth;
}

export const OWN_TEXT = 'моё-';
/** Each of so many invoices in another currency, and so many buyers take turns. */
const CURRENCIES_TURN = 3;
const BUYERS = 2;
/** What some invoices are remarked for. */
const FAULTY = { accountNumber: '', due: null } as const;
const PORTAL = 'example.bitrix24.ru';
/** Versions of a sheet that can be restored. */
const MOST_VERSIONS = 4;
const KEPT_WITH_CELLS = ['namedAreas', 'metadata', 'columnMetadata'] as const;

export class Office {
  bench = new Workbench();
  readonly own: OwnSheet[];
  private readonly versions = new Map<Kind, Version[]>();
  private texts = 0;
  private names = 0;
  private plans: readonly SheetPlan[];
  private moments: readonly Moment[] = [];

  constructor(random: Random) {
    this.bench.book.quirks.lostNamesRefuse = random.chance(0.5);
    this.plans = this.nextPlans(random);
    this.bench.write(...this.plans);
    this.own = this.plans.map((plan) => ({
      kind: plan.sheet,
      sheet: this.bench.sheet(plan.title),
      truth: Truth.of(plan),
      isRenamed: false,
      isDeleted: false,
    }));
    this.keepVersions();
  }

  /** What the CRM says by now. */
  nextPlans(random: Random): readonly SheetPlan[] {
    const [count, added] = [random.int(0, 7), random.int(0, 3)];
    const cells = invoices(count).map((invoice) => ({ ...invoice, sum: invoice.sum + added }));
    const of = (index: number) => ({
      currency: index % CURRENCIES_TURN === 0 ? 'USD' : 'RUB',
      buyer: { name: `ООО «${index % BUYERS}»`, inn: `770000000${index % BUYERS}` },
    });
    const owed = cells.map(({ sum }, index) => ({
      ...of(index),
      opportunity: sum,
      due: random.pick(['2026-04-05', '2026-03-01', '2025-12-01', null]),
    }));
    const sold = cells.map(({ sum }, index) => ({
      ...of(index),
      rows: [row(sum, 22), row(added, null)],
    }));
    const checked = cells.map(({ sum }, index) => ({ opportunity: sum, ...(index % 2 === 0 ? {} : FAULTY) }));
    this.plans = [
      ...[briefPlan(cells), detailPlan(cells), debts({ owed }), vat({ sold })],
      ...[summary({ billed: owed }), checksSheet(checksIn(checked), PORTAL), this.nextChanges(owed)],
    ];
    return this.plans;
  }

  /** Lines are added above those of earlier reports. */
  private nextChanges(owed: readonly { readonly opportunity: number }[]): SheetPlan {
    const invoices = owed.map(({ opportunity }, index) => ({
      ...{ id: index + 1, opportunity },
      dates: { BEGINDATE: '2026-03-10' },
    }));
    this.moments = [...this.moments, { invoices }];
    const last = refreshes(...this.moments).at(-1);
    if (last === undefined) throw new Error('Expected a refresh');
    return last.plan;
  }

  ownText(): string {
    this.texts += 1;
    return `${OWN_TEXT}${this.texts}`;
  }

  hide({ sheet }: OwnSheet): boolean {
    this.bench.book.hideSheet(sheet);
    return true;
  }

  delete(own: OwnSheet): boolean {
    this.bench.book.deleteSheet(own.sheet);
    own.isDeleted = true;
    return true;
  }

  rename(own: OwnSheet): boolean {
    this.names += 1;
    this.bench.book.renameSheet(own.sheet, `Отчёт ${this.names}`);
    own.isRenamed = true;
    return true;
  }

  /** After a report: what can be restored later. */
  keepVersions(): void {
    for (const { kind, sheet, truth } of this.own) {
      const versions = [...(this.versions.get(kind) ?? []), { sheet: sheet.copy(), truth: truth.copy() }];
      this.versions.set(kind, versions.slice(-MOST_VERSIONS));
    }
  }

  restore(own: OwnSheet, what: 'all' | 'cells' | 'metadata', random: Random): boolean {
    const known = (this.versions.get(own.kind) ?? []).filter(({ sheet }) => sheet.id === own.sheet.id);
    if (known.length === 0) return false;
    const { sheet, truth } = random.pick(known);
    const older = sheet.copy(own.sheet.id, own.sheet.name);
    const today = own.sheet;
    const [cells, metadata] = [what === 'metadata' ? today : older, what === 'cells' ? today : older];
    for (const part of KEPT_WITH_CELLS) Object.assign(cells, { [part]: metadata[part] });
    if (cells !== today) {
      const { sheets } = this.bench.book;
      sheets.splice(sheets.indexOf(today), 1, cells);
      own.sheet = cells;
      own.truth = truth.copy();
    }
    return true;
  }

  /** People go on in the copy, which has nothing of what the script kept beside the sheets. */
  copyFile(): boolean {
    const { book } = this.bench;
    const copy = book.copyAs(`${book.id}-`);
    for (const own of this.own) own.sheet = copy.sheets[book.sheets.indexOf(own.sheet)] ?? own.sheet;
    this.bench = new Workbench({ book: copy });
    return true;
  }

  /** The execution dies while it writes; rows that it may have begun are the report's. */
  cutShort(changes: number): boolean {
    const { bench, plans } = this;
    const isWhole = this.own.every(({ truth, isDeleted }) => truth.isWhole && !isDeleted);
    if (!isWhole || this.own.some(({ sheet, truth }) => isTextBelow(sheet, truth))) return false;
    bench.changesLeft = changes;
    try {
      bench.write(...plans);
    } catch (error) {
      if (!(error instanceof Killed)) return false;
      // Whichever sheet it had come to: rows of all may be filled.
      for (const own of this.own) {
        const plan = plans.find(({ sheet }) => sheet === own.kind);
        if (plan !== undefined) own.truth.rows = Math.max(own.truth.rows, rowsOf(plan));
      }
    } finally {
      bench.changesLeft = Infinity;
    }
    return true;
  }
}

/** Whether something of the user's stands near below the table. */
const isTextBelow = (sheet: SheetModel, { row, column, lastRow, width }: Truth): boolean =>
  sheet
    .map({ row: lastRow + 1, column, rows: row + 30, columns: width }, (cell) => cell?.value ?? '')
    .flat()
    .some((value) => value !== '');
