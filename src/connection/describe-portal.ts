/** The portal's fields and stages as the settings page offers them. */
import { readField } from '../bitrix24/field-names';
import { listIn, toObject, type JsonObject } from '../bitrix24/json';
import { calendarDay } from '../domain/calendar-day';
import { fieldType, isDateType, type FieldType } from '../domain/field-types';
import type { CategoryRecord, FieldRecord, StageRecord } from '../domain/records';

export interface ShownField {
  readonly name: string;
  readonly title: string;
  readonly type: FieldType;
  /** Of a date, up to three days that recent invoices have in it. */
  readonly samples: readonly string[];
  /** The setting that this field is likely meant for, by its title. A payment's due date is meant for none. */
  readonly proposedFor: 'shipmentDateField' | 'paymentDateField' | null;
}

export interface ShownStage {
  readonly id: string;
  readonly name: string;
  readonly semantics: string;
  readonly pipeline: string;
}

const SAMPLES = 3;

/** «Отгрузка» and «Отгружено», «Реализация», «Поставка». */
const SHIPMENT = /отгру[зж]|реализ|поставк/i;
/** «Оплата» and «Оплачено», «Платёж», «Поступление денег»; a bare «Поступление» may be that of goods. */
const PAYMENT = /опла[тч]|плат[её]ж|поступлени[ея] (?:ден|средств)/i;
/** A day on which a payment is only expected, or on which there was none. `\b` does not know Cyrillic. */
const NOT_YET =
  /срок|срочк|оплатит|план|ожида|прогноз|следующ|крайн|неопла|(?:^|[^а-яё])(?:до|не)(?:[^а-яё]|$)/i;

/** @throws ShapeError where the result of `crm.item.list` is no list of invoices */
export const invoicesIn = (result: unknown): readonly JsonObject[] =>
  listIn(result, 'items').map((item) => toObject(item, 'invoice'));

/**
 * Leaves out what no setting may name.
 *
 * @param invoices with the dates among these fields selected
 */
export function describeFields(
  fields: readonly FieldRecord[],
  invoices: readonly JsonObject[],
): readonly ShownField[] {
  return fields.flatMap((field) => {
    const type = fieldType(field);
    return type === null ? [] : [described(field, type, invoices)];
  });
}

function described(field: FieldRecord, type: FieldType, invoices: readonly JsonObject[]): ShownField {
  const { name, title } = field;
  if (!isDateType(type)) return { name, title, type, samples: [], proposedFor: null };
  // A sample is a nicety: what is no day is none.
  const days = invoices.map((invoice) => calendarDay(readField(invoice, name), type));
  const samples = [...new Set(days)].filter((day) => day !== null).slice(0, SAMPLES);
  return { name, title, type, samples, proposedFor: proposal(field) };
}

function proposal({ title, isUserField }: FieldRecord): ShownField['proposedFor'] {
  if (!isUserField) return null;
  if (PAYMENT.test(title) && NOT_YET.test(title)) return null;
  if (SHIPMENT.test(title)) return 'shipmentDateField';
  return PAYMENT.test(title) ? 'paymentDateField' : null;
}

export function describeStages(
  stages: readonly StageRecord[],
  pipelines: readonly CategoryRecord[],
): readonly ShownStage[] {
  const names = new Map(pipelines.map(({ id, name }) => [String(id), name]));
  return stages.map(({ id, name, semantics }) => ({
    ...{ id, name, semantics },
    pipeline: names.get(/^DT31_(\d+):/.exec(id)?.[1] ?? '') ?? '',
  }));
}
