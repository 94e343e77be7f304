/** A team that keeps the journal of changes: its portal, its spreadsheet, and what the journal should tell by now. */
import { PAYMENT_DATE, SHIPMENT_DATE, aPortal } from '../../../portal/data/a-portal';
import type { Random } from '../../../portal/data/Random';
import type { Invoice } from '../../../portal/data/records';
import { SpreadsheetUser } from '../../../simulator/spreadsheet';
import { aWorld } from '../../../world/a-world';
import { connect, type World } from '../../../world/make-world';
import { MINUTE } from '../../../world/people';
import { refresh, startOnce } from '../../../world/scenario';
import { MEMORY } from '../../../world/sheets';
import { expectedChanges } from '../../oracle/expected-changes';
import { expectedInvoices } from '../../oracle/expected-invoices';
import { journalAfter, type ChangesWanted, type ExpectedJournal } from '../../oracle/expected-journal';
import { daysOf, expectedFace } from '../../oracle/expected-sheets';
import { differences, type SheetPicture } from '../../oracle/picture';
import { pictureOfSheet } from '../../oracle/picture-of-sheet';
import { strike, type Blow } from '../crash/blows';
import { wrongSums } from './sums';

const CHANGES = 'Изменения';
const HOST = 'demo.bitrix24.ru';
const ZONE = '+03:00';
const HOUR = 60 * MINUTE;
const SILENCE = 7 * MINUTE + 1;

/** Of an earlier year, left alone: a portal without any invoice would be taken for one that hides them. */
const OLD = { ID: 1, BEGINDATE: '2020-05-20' };
/** Of the second quarter of 2026, those of the year, and others. */
const DAYS = [
  ...['2026-04-01', '2026-05-19', '2026-05-20', '2026-05-21', '2026-06-30'],
  ...['2026-02-10', '2026-09-01', '2025-12-31', null],
];
const PERIODS = {
  quarter: { from: '2026-04-01', to: '2026-06-30' },
  previousQuarter: { from: '2026-01-01', to: '2026-03-31' },
  year: { from: '2026-01-01', to: '2026-12-31' },
} as const;

interface Chosen {
  readonly period: keyof typeof PERIODS;
  readonly excludeFailed: boolean;
  readonly dueDays: number;
  readonly paymentDateField: string;
  readonly changesSheet: boolean;
}

export class Books {
  readonly world: World;
  /** What may have been kept: whether a refresh that was killed has told its lines, nobody knows at first. */
  private kept: readonly (ExpectedJournal | null)[] = [null];
  private chosen: Chosen = {
    ...{ period: 'quarter', excludeFailed: true, dueDays: 0, paymentDateField: '', changesSheet: true },
  };
  /** The platform calls of a refresh that was not killed. */
  private calls = 0;

  /** @param invoices how many there are at first */
  constructor(
    private readonly random: Random,
    invoices: number,
  ) {
    this.world = aWorld((clock) => {
      const portal = aPortal(clock)
        .withCompany({ ID: 4, TITLE: 'Альфа' })
        .withCompany({ ID: 5, TITLE: 'Бета' });
      portal.withRequisite({ ENTITY_TYPE_ID: 4, ENTITY_ID: 4, RQ_INN: '7707083893', RQ_COMPANY_NAME: 'А' });
      portal.withInvoice(OLD);
      for (let made = 0; made < invoices; made += 1) portal.withInvoice(this.facts());
      return portal.data;
    });
    connect(this.world, this.settings());
  }

  private settings(): Record<string, unknown> {
    const { period, ...more } = this.chosen;
    return { ...more, shipmentDateField: SHIPMENT_DATE, period: { preset: period, from: null, to: null } };
  }

  private facts(): Partial<Invoice> {
    const { random } = this;
    return {
      BEGINDATE: random.pick(DAYS.slice(0, 6)),
      CLOSEDATE: random.pick(DAYS),
      COMPANY_ID: random.pick([4, 4, 5, 0]),
      OPPORTUNITY: random.pick([null, 0, random.int(-9_999, 999_999) / 100]),
      TAX_VALUE: random.pick([0, 20.5]),
      CURRENCY_ID: random.pick(['RUB', 'RUB', 'RUB', 'USD']),
      STAGE_ID: this.stage(),
    };
  }

  private stage(): string {
    return `DT31_7:${this.random.pick(['N', 'N', 'S', 'P', 'D'])}`;
  }

  /** Something that people do in the CRM. */
  happen(): void {
    const { random } = this;
    const { data } = this.world;
    const ids = [...data.invoices.keys()].filter((known) => known !== OLD.ID);
    const id = ids.length === 0 ? null : random.pick(ids);
    const deleted = data.deletedInvoices();
    const act = random.int(0, 9);
    if (act === 0 || id === null) data.addInvoice(this.facts());
    else if (act === 1) data.deleteInvoice(id);
    else if (act === 2 && deleted.length > 0) data.restoreInvoice(random.pick(deleted));
    else data.changeInvoice(id, this.change());
  }

  /** Every invoice gets another sum. */
  reprice(): void {
    const { data } = this.world;
    for (const id of data.invoices.keys()) {
      if (id !== OLD.ID) data.changeInvoice(id, { OPPORTUNITY: this.random.int(1, 999_999) / 100 });
    }
  }

  private change(): Partial<Invoice> {
    const { random } = this;
    return random.pick<Partial<Invoice>>([
      { OPPORTUNITY: random.int(0, 99_999) / 100 },
      { OPPORTUNITY: null },
      { STAGE_ID: this.stage() },
      { STAGE_ID: this.stage() },
      { BEGINDATE: random.pick(DAYS) },
      { CLOSEDATE: random.pick(DAYS) },
      { [SHIPMENT_DATE]: random.pick(DAYS) },
      { [PAYMENT_DATE]: random.pick(DAYS) },
      { COMPANY_ID: random.pick([4, 5, 0]) },
      { ACCOUNT_NUMBER: random.pick(['', '17', '18']) },
      { CURRENCY_ID: random.pick(['RUB', 'USD', 'EUR']) },
      { TAX_VALUE: random.int(0, 999) / 100 },
      this.facts(),
    ]);
  }

  /** Other settings of the report. */
  choose(): void {
    const { random } = this;
    this.chosen = {
      period: random.pick(['quarter', 'quarter', 'year', 'previousQuarter'] as const),
      excludeFailed: random.chance(0.8),
      dueDays: random.pick([0, 0, 14]),
      paymentDateField: random.pick(['', '', PAYMENT_DATE]),
      changesSheet: true,
    };
    this.world.simulator.page().call('saveSettings', this.settings());
  }

  /** The sheet is switched off, or on again. */
  switch(changesSheet: boolean): void {
    this.chosen = { ...this.chosen, changesSheet };
    this.world.simulator.page().call('saveSettings', this.settings());
  }

  /** Somebody deletes the hidden sheet. */
  forget(): void {
    if (this.world.spreadsheet.sheetNamed(MEMORY) === undefined) return;
    new SpreadsheetUser(this.world.spreadsheet).delete(MEMORY);
    this.kept = [null];
  }

  pass(hours: number): void {
    this.world.clock.advance(hours * HOUR);
  }

  refreshBrief(): string {
    // Where a write was cut short it becomes a refresh of all sheets.
    const moment = this.moment();
    const { state, message } = refresh(this.world, true).progress;
    this.perhaps(moment);
    return state === 'done' ? '' : message;
  }

  /** Ends a refresh of all sheets at one of its calls. */
  kill(): void {
    this.killAt({ kind: 'killed before', call: this.random.int(1, Math.max(1, this.calls)), member: '' });
  }

  killAt(blow: Blow): void {
    const moment = this.moment();
    strike(this.world, blow, (world) => startOnce(world));
    this.world.clock.advance(SILENCE);
    this.perhaps(moment);
  }

  /** @returns what is not as it should be */
  refresh(): readonly string[] {
    const moment = this.moment();
    const { simulator } = this.world;
    let calls = 0;
    simulator.hooks = { before: () => void (calls += 1) };
    const { state, message } = refresh(this.world).progress;
    simulator.hooks = {};
    this.calls = calls;
    if (state !== 'done') return [message];
    this.kept = this.kept.map((before) => this.after(before, moment));
    return this.chosen.changesSheet ? this.wrong() : [];
  }

  private moment(): ChangesWanted & { readonly at: number } {
    const at = this.world.clock.now();
    const { period, excludeFailed, dueDays, paymentDateField, changesSheet } = this.chosen;
    return {
      ...{ ...PERIODS[period], periodField: 'BEGINDATE', periodFieldTitle: 'Дата счёта', excludeFailed },
      ...{ shipmentDateField: SHIPMENT_DATE, paymentDateField, zone: ZONE, dueDays, paidSumField: '', at },
      ...{ today: localTime(at).slice(0, 10), dueDateField: changesSheet ? 'CLOSEDATE' : '' },
    };
  }

  private after(
    before: ExpectedJournal | null,
    { at, ...wanted }: ReturnType<Books['moment']>,
  ): ExpectedJournal {
    const isOn = this.chosen.changesSheet;
    const toldAt = Math.floor(at / 1_000) * 1_000;
    const moment = { time: localTime(at).slice(11, 16), toldAt, isOn };
    return journalAfter(before, this.world.data, wanted, moment);
  }

  private perhaps(moment: ReturnType<Books['moment']>): void {
    this.kept = [...this.kept, ...this.kept.map((before) => this.after(before, moment))];
  }

  private wrong(): readonly string[] {
    const sheet = this.world.spreadsheet.sheetNamed(CHANGES);
    if (sheet === undefined) return ['there is no sheet of changes'];
    const found = pictureOfSheet(sheet);
    const moment = this.moment();
    const face = expectedFace(found, daysOf(moment), moment.periodFieldTitle);
    const journals = this.kept.flatMap((journal) => journal ?? []);
    const fits = journals.find((journal) => fitsTo(found, journal, face));
    if (fits !== undefined) this.kept = [fits];
    const nearest = journals
      .map((journal) => differences(expectedChanges(journal, HOST, face), found))
      .sort((a, b) => a.length - b.length)[0];
    return [
      ...(fits === undefined ? (nearest ?? ['nothing was expected']).slice(0, 5) : []),
      ...wrongSums(found, expectedInvoices(this.world.data, moment)),
    ];
  }
}

const fitsTo = (found: SheetPicture, journal: ExpectedJournal, face: string): boolean =>
  differences(expectedChanges(journal, HOST, face), found).length === 0;

/** By the clock of the spreadsheet, as an ISO time. */
const localTime = (at: number): string => new Date(at + 3 * HOUR).toISOString();
