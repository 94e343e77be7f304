/** The second to fifth step of the settings: which invoices the report shows, from which fields, in which columns, how often. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { MOST_COLUMNS } from '../domain/column-names';
import { PERIOD_PRESETS, type PeriodPreset } from '../domain/period';
import { CLOSING_DATE } from '../domain/portal';
import type { ScheduleHours } from '../settings/Settings';
import type { KnownField } from '../state/KnownFields';
import { formTexts } from '../texts/form-texts';
import { ColumnList } from './ColumnList';
import { failedStages } from './connection-view';
import { element, step } from './dom';
import { Field, select } from './Field';
import { proposals, type FieldKey } from './field-choices';
import { FieldSelect } from './FieldSelect';
import { formatDuration } from './moments';
import { daysHint, periodHint, wholeNumber, type FormValues, type Problems } from './settings-form';

const scheduleTexts: Readonly<Record<ScheduleHours, string>> = formTexts.schedules;

const checkbox = () => element('input', { type: 'checkbox' });
const numberInput = () => element('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' });
const dateInput = (id: string) =>
  element('input', { type: 'date', id, min: '2000-01-01', max: '2099-12-31' });

export class ReportSection {
  readonly roots: readonly HTMLElement[];
  /** In their order on the page. */
  private readonly fields: readonly Field[];
  private readonly from = dateInput('from');
  private readonly to = dateInput('to');
  private readonly days = element(
    'div',
    { class: 'days' },
    element('div', {}, element('label', { for: 'from' }, formTexts.from), this.from),
    element('div', {}, element('label', { for: 'to' }, formTexts.to), this.to),
  );
  private readonly period = new Field(
    'period',
    formTexts.period,
    select(PERIOD_PRESETS.map((value) => ({ value, label: formTexts.presets[value] }))),
    [this.from, this.to],
    [this.days],
  );
  private readonly periodField: FieldSelect;
  private readonly shipment: FieldSelect;
  private readonly payment: FieldSelect;
  private readonly columns: Readonly<Record<'brief' | 'detail', ColumnList>>;
  private readonly notes = new Field(
    'noteColumns',
    formTexts.noteColumns,
    select(
      Array.from({ length: MOST_COLUMNS.notes + 1 }, (_, n) => ({ value: String(n), label: String(n) })),
    ),
  );
  private readonly due: FieldSelect;
  private readonly dueDays = new Field('dueDays', formTexts.dueDays, numberInput());
  private readonly paid: FieldSelect;
  private readonly failedBox = checkbox();
  private readonly excludeFailed = new Field('excludeFailed', formTexts.excludeFailed, this.failedBox);
  private readonly schedule = new Field(
    'scheduleHours',
    formTexts.scheduleHours,
    select(Object.entries(scheduleTexts).map(([value, label]) => ({ value, label }))),
  );
  private readonly ttl = new Field('cacheTtlSeconds', formTexts.cacheTtlSeconds, numberInput());
  private readonly enterpriseBox = checkbox();
  private readonly enterprise = new Field('enterpriseLimits', formTexts.enterpriseLimits, this.enterpriseBox);
  private readonly advanced = element(
    'details',
    { class: 'advanced' },
    element('summary', {}, formTexts.advanced),
    this.ttl.root,
    this.enterprise.root,
  );

  /**
   * @param today the reader's day, for the days that a preset means
   * @param fields the portal's, as far as they are known before it is asked
   */
  constructor(
    private readonly today: () => Date,
    fields: readonly KnownField[],
    onChange: () => void,
  ) {
    const offered = { fields, areCurrent: false };
    const fieldSelect = (key: FieldKey) => new FieldSelect(key, formTexts[key], offered);
    this.periodField = fieldSelect('periodField');
    this.shipment = fieldSelect('shipmentDateField');
    this.payment = fieldSelect('paymentDateField');
    this.due = fieldSelect('dueDateField');
    this.paid = fieldSelect('paidSumField');
    const list = (sheet: 'brief' | 'detail') => new ColumnList(sheet, MOST_COLUMNS[sheet], offered);
    this.columns = { brief: list('brief'), detail: list('detail') };
    const { columns, notes, due, dueDays, paid } = this;
    const sheets = [columns.brief.field, columns.detail.field, notes, due.field, dueDays, paid.field];
    this.roots = [
      step(2, formTexts.periodTitle, this.period.root, this.periodField.field.root, this.excludeFailed.root),
      step(3, formTexts.datesTitle, this.shipment.field.root, this.payment.field.root),
      step(4, formTexts.sheetsTitle, ...sheets.map(({ root }) => root)),
      step(5, formTexts.scheduleTitle, this.schedule.root, this.advanced),
    ];
    const { period, periodField, excludeFailed, shipment, payment, schedule, ttl, enterprise } = this;
    const dates = [shipment.field, payment.field];
    this.fields = [period, periodField.field, excludeFailed, ...dates, ...sheets, schedule, ttl, enterprise];
    enterprise.setHint(formTexts.enterpriseHint);
    for (const root of this.roots) {
      root.addEventListener('input', () => {
        this.tell();
        onChange();
      });
    }
  }

  get values(): FormValues {
    return {
      preset: this.period.control.value as PeriodPreset,
      from: this.from.value,
      to: this.to.value,
      periodField: this.periodField.value,
      shipmentDateField: this.shipment.value,
      paymentDateField: this.payment.value,
      briefColumns: this.columns.brief.value,
      detailColumns: this.columns.detail.value,
      noteColumns: Number(this.notes.control.value),
      dueDateField: this.due.value,
      dueDays: this.dueDays.control.value,
      paidSumField: this.paid.value,
      excludeFailed: this.failedBox.checked,
      scheduleHours: Number(this.schedule.control.value) as ScheduleHours,
      cacheTtlSeconds: this.ttl.control.value,
      enterpriseLimits: this.enterpriseBox.checked,
    };
  }

  focus(): void {
    this.period.control.focus();
  }

  fill(values: FormValues): void {
    this.period.control.value = values.preset;
    this.from.value = values.from;
    this.to.value = values.to;
    this.periodField.value = values.periodField;
    this.shipment.value = values.shipmentDateField;
    this.payment.value = values.paymentDateField;
    this.columns.brief.value = values.briefColumns;
    this.columns.detail.value = values.detailColumns;
    this.notes.control.value = String(values.noteColumns);
    this.due.value = values.dueDateField;
    this.dueDays.control.value = values.dueDays;
    this.paid.value = values.paidSumField;
    this.failedBox.checked = values.excludeFailed;
    this.schedule.control.value = String(values.scheduleHours);
    this.ttl.control.value = values.cacheTtlSeconds;
    this.enterpriseBox.checked = values.enterpriseLimits;
    this.tell();
  }

  /** Offers what the portal has; a new connection also gets proposals. */
  offer(report: ConnectionReport, isNew: boolean): void {
    const { shipmentDateField, paymentDateField } = proposals(isNew ? report.fields : []);
    const { periodField, due, paid, columns } = this;
    for (const field of [periodField, due, paid]) field.offer(report.fields, '');
    this.shipment.offer(report.fields, shipmentDateField);
    this.payment.offer(report.fields, paymentDateField);
    for (const list of [columns.brief, columns.detail]) list.offer(report.fields);
    this.tell();
    const stages = failedStages(report);
    this.excludeFailed.setHint(stages.length === 0 ? '' : formTexts.failedStages(stages));
  }

  /** Shows each problem beside its setting and goes to the first one. */
  showProblems(problems: Problems): void {
    const hidden = [this.ttl, this.enterprise];
    for (const field of this.fields) field.setProblem(problems[field.control.id] ?? '');
    if (hidden.some(({ control }) => control.id in problems)) this.advanced.open = true;
    this.fields.find(({ control }) => control.id in problems)?.focus();
  }

  private tell(): void {
    const { preset, from, to, cacheTtlSeconds, dueDateField, dueDays, noteColumns } = this.values;
    this.days.hidden = preset !== 'custom';
    this.period.setHint(preset === 'custom' ? daysHint(from, to) : periodHint(preset, this.today()));
    const isUsualDue = dueDateField === CLOSING_DATE && Number(dueDays) === 0;
    if (dueDateField === CLOSING_DATE) this.due.field.setHint(isUsualDue ? formTexts.portalSetsDue : '');
    this.columns.brief.setNotes(noteColumns);
    this.notes.setHint(noteColumns === 0 ? formTexts.noNotes : formTexts.notesFollow);
    const seconds = wholeNumber(cacheTtlSeconds);
    this.ttl.setHint(seconds === null ? '' : formTexts.cacheTtlHint(formatDuration(seconds)));
  }
}
