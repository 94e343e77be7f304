/** The second to fourth step of the settings: which invoices the report shows, from which fields, how often. */
import type { ConnectionReport } from '../connection/ConnectionCheck';
import { PERIOD_PRESETS, type PeriodPreset } from '../domain/period';
import type { ScheduleHours } from '../settings/Settings';
import type { KnownField } from '../state/KnownFields';
import { formTexts } from '../texts/form-texts';
import { failedStages } from './connection-view';
import { element, step } from './dom';
import { Field, select } from './Field';
import { proposals, type FieldKey } from './field-choices';
import { FieldSelect } from './FieldSelect';
import { formatDuration } from './moments';
import { daysHint, periodHint, secondsOf, type FormValues, type Problems } from './settings-form';

const scheduleTexts: Readonly<Record<ScheduleHours, string>> = formTexts.schedules;

const checkbox = () => element('input', { type: 'checkbox' });
const dateInput = (id: string) =>
  element('input', { type: 'date', id, min: '2000-01-01', max: '2099-12-31' });

export class ReportSection {
  readonly roots: readonly HTMLElement[];
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
  private readonly failedBox = checkbox();
  private readonly excludeFailed = new Field('excludeFailed', formTexts.excludeFailed, this.failedBox);
  private readonly schedule = new Field(
    'scheduleHours',
    formTexts.scheduleHours,
    select(Object.entries(scheduleTexts).map(([value, label]) => ({ value, label }))),
  );
  private readonly ttl = new Field(
    'cacheTtlSeconds',
    formTexts.cacheTtlSeconds,
    element('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' }),
  );
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
    const fieldSelect = (key: FieldKey) =>
      new FieldSelect(key, formTexts[key], { fields, areCurrent: false });
    this.periodField = fieldSelect('periodField');
    this.shipment = fieldSelect('shipmentDateField');
    this.payment = fieldSelect('paymentDateField');
    this.roots = [
      step(2, formTexts.periodTitle, this.period.root, this.periodField.field.root, this.excludeFailed.root),
      step(3, formTexts.datesTitle, this.shipment.field.root, this.payment.field.root),
      step(4, formTexts.scheduleTitle, this.schedule.root, this.advanced),
    ];
    this.enterprise.setHint(formTexts.enterpriseHint);
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
    this.failedBox.checked = values.excludeFailed;
    this.schedule.control.value = String(values.scheduleHours);
    this.ttl.control.value = values.cacheTtlSeconds;
    this.enterpriseBox.checked = values.enterpriseLimits;
    this.tell();
  }

  /** Offers what the portal has; a new connection also gets proposals. */
  offer(report: ConnectionReport, isNew: boolean): void {
    const { shipmentDateField, paymentDateField } = proposals(isNew ? report.fields : []);
    this.periodField.offer(report.fields, '');
    this.shipment.offer(report.fields, shipmentDateField);
    this.payment.offer(report.fields, paymentDateField);
    const stages = failedStages(report);
    this.excludeFailed.setHint(stages.length === 0 ? '' : formTexts.failedStages(stages));
  }

  /** Shows each problem beside its setting and goes to the first one. */
  showProblems(problems: Problems): void {
    const { period, periodField, shipment, payment, excludeFailed, schedule, ttl, enterprise } = this;
    const fields = [period, periodField.field, shipment.field, payment.field, excludeFailed, schedule];
    const hidden = [ttl, enterprise];
    for (const field of [...fields, ...hidden]) field.setProblem(problems[field.control.id] ?? '');
    if (hidden.some(({ control }) => control.id in problems)) this.advanced.open = true;
    [...fields, ...hidden].find(({ control }) => control.id in problems)?.focus();
  }

  private tell(): void {
    const { preset, from, to, cacheTtlSeconds } = this.values;
    this.days.hidden = preset !== 'custom';
    this.period.setHint(preset === 'custom' ? daysHint(from, to) : periodHint(preset, this.today()));
    const seconds = secondsOf(cacheTtlSeconds);
    this.ttl.setHint(seconds === null ? '' : formTexts.cacheTtlHint(formatDuration(seconds)));
  }
}
