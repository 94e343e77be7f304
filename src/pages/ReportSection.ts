/** The second to fifth step of the settings: which invoices the report shows, from which fields, in which columns, how often. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { PERIOD_PRESETS, type PeriodPreset } from '../domain/period';
import type { ScheduleHours } from '../settings/Settings';
import type { PageFacts } from '../state/page-facts';
import { formTexts } from '../texts/form-texts';
import { failedStages } from './connection-view';
import { element, step } from './dom';
import { checkbox, choicesOf, Field, numberInput, select } from './Field';
import { proposals, type FieldKey } from './field-choices';
import { FieldSelect } from './FieldSelect';
import { formatDuration } from './moments';
import { daysHint, periodHint, wholeNumber, type FormValues, type Problems } from './settings-form';
import { SheetsSection } from './SheetsSection';

const scheduleTexts: Readonly<Record<ScheduleHours, string>> = formTexts.schedules;

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
  private readonly sheets: SheetsSection;
  private readonly excludeFailed = new Field('excludeFailed', formTexts.excludeFailed, checkbox());
  private readonly schedule = new Field(
    'scheduleHours',
    formTexts.scheduleHours,
    select(choicesOf(scheduleTexts)),
  );
  private readonly ttl = new Field('cacheTtlSeconds', formTexts.cacheTtlSeconds, numberInput());
  private readonly enterprise = new Field('enterpriseLimits', formTexts.enterpriseLimits, checkbox());
  private readonly advanced = element(
    'details',
    { class: 'advanced' },
    element('summary', {}, formTexts.advanced),
    this.ttl.root,
    this.enterprise.root,
  );

  /**
   * @param today the reader's day, for the days that a preset means
   * @param facts the portal's fields, as far as they are known before it is asked, and names of others' sheets
   */
  constructor(
    private readonly today: () => Date,
    { fields, taken }: Pick<PageFacts, 'fields' | 'taken'>,
    onChange: () => void,
  ) {
    const offered = { fields, areCurrent: false };
    const fieldSelect = (key: FieldKey) => new FieldSelect(key, formTexts[key], offered);
    this.periodField = fieldSelect('periodField');
    this.shipment = fieldSelect('shipmentDateField');
    this.payment = fieldSelect('paymentDateField');
    this.sheets = new SheetsSection(offered, taken);
    this.roots = [
      step(2, formTexts.periodTitle, this.period.root, this.periodField.field.root, this.excludeFailed.root),
      step(3, formTexts.datesTitle, this.shipment.field.root, this.payment.field.root),
      step(4, formTexts.sheetsTitle, ...this.sheets.roots),
      step(5, formTexts.scheduleTitle, this.schedule.root, this.advanced),
    ];
    const { period, periodField, excludeFailed, shipment, payment, schedule, ttl, enterprise } = this;
    const dates = [shipment.field, payment.field];
    const sheets = this.sheets.fields;
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
      ...this.sheets.values,
      excludeFailed: this.excludeFailed.control.checked,
      scheduleHours: Number(this.schedule.control.value) as ScheduleHours,
      cacheTtlSeconds: this.ttl.control.value,
      enterpriseLimits: this.enterprise.control.checked,
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
    this.sheets.fill(values);
    this.excludeFailed.control.checked = values.excludeFailed;
    this.schedule.control.value = String(values.scheduleHours);
    this.ttl.control.value = values.cacheTtlSeconds;
    this.enterprise.control.checked = values.enterpriseLimits;
    this.tell();
  }

  /** Offers what the portal has; a new connection also gets proposals. */
  offer(report: ConnectionReport, isNew: boolean): void {
    const { shipmentDateField, paymentDateField } = proposals(isNew ? report.fields : []);
    this.periodField.offer(report.fields, '');
    this.shipment.offer(report.fields, shipmentDateField);
    this.payment.offer(report.fields, paymentDateField);
    this.sheets.offer(report.fields);
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
    const { preset, from, to, cacheTtlSeconds, periodField, shipmentDateField } = this.values;
    this.days.hidden = preset !== 'custom';
    this.period.setHint(preset === 'custom' ? daysHint(from, to) : periodHint(preset, this.today()));
    this.sheets.tell(periodField === shipmentDateField);
    const seconds = wholeNumber(cacheTtlSeconds);
    this.ttl.setHint(seconds === null ? '' : formTexts.cacheTtlHint(formatDuration(seconds)));
  }
}
