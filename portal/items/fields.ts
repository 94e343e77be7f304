/** The fields of invoices, companies and contacts as crm.item.* knows them. */
import type { UserField } from '../data/records';

export interface Field {
  /** The original, upper-case name. */
  readonly name: string;
  readonly type: string;
  readonly title: string;
  readonly multiple: boolean;
  readonly user: boolean;
  readonly readOnly: boolean;
  /** The options of a list. */
  readonly items?: readonly object[];
  /** A directory of crm.status.list. */
  readonly statusType?: string;
}

const standard = (name: string, type: string, title: string, options: Partial<Field> = {}): Field => ({
  name,
  type,
  title,
  multiple: false,
  user: false,
  readOnly: false,
  ...options,
});
const readOnly = { readOnly: true };

const COMMON = [
  standard('ID', 'integer', 'ID', readOnly),
  standard('CREATED_TIME', 'datetime', 'Когда создан', readOnly),
  standard('UPDATED_TIME', 'datetime', 'Когда обновлён', readOnly),
  standard('OPENED', 'boolean', 'Доступен для всех'),
  standard('CATEGORY_ID', 'crm_category', 'Воронка'),
  standard('ASSIGNED_BY_ID', 'user', 'Ответственный'),
];

const INVOICE_FIELDS = [
  ...COMMON,
  standard('TITLE', 'string', 'Тема'),
  standard('ACCOUNT_NUMBER', 'string', 'Номер'),
  standard('XML_ID', 'string', 'Внешний код'),
  standard('BEGINDATE', 'date', 'Дата выставления'),
  standard('CLOSEDATE', 'date', 'Срок оплаты'),
  standard('MOVED_TIME', 'datetime', 'Когда перемещён', readOnly),
  standard('CREATED_BY', 'user', 'Кем создан', readOnly),
  standard('UPDATED_BY', 'user', 'Кем обновлён', readOnly),
  standard('MOVED_BY', 'user', 'Кем перемещён', readOnly),
  standard('PREVIOUS_STAGE_ID', 'string', 'Предыдущая стадия', readOnly),
  standard('COMPANY_ID', 'crm_company', 'Компания'),
  standard('CONTACT_ID', 'crm_contact', 'Контакт'),
  standard('MYCOMPANY_ID', 'crm_company', 'Моя компания'),
  standard('OPPORTUNITY', 'double', 'Сумма'),
  standard('IS_MANUAL_OPPORTUNITY', 'boolean', 'Сумма введена вручную'),
  standard('TAX_VALUE', 'double', 'Сумма налога', readOnly),
  standard('CURRENCY_ID', 'crm_currency', 'Валюта'),
  standard('COMMENTS', 'text', 'Комментарий'),
  standard('OBSERVERS', 'user', 'Наблюдатели', { multiple: true }),
  standard('IS_RECURRING', 'boolean', 'Регулярный счёт'),
  standard('PARENT_ID_2', 'crm_entity', 'Сделка'),
  standard('PARENT_ID_7', 'crm_entity', 'Предложение'),
];

/** `stageDirectory`: the stages of the default pipeline, whatever pipeline an invoice is in. */
export function invoiceFields(stageDirectory: string, userFields: readonly UserField[]): Field[] {
  const stage = standard('STAGE_ID', 'crm_status', 'Стадия', { statusType: stageDirectory });
  return [
    ...INVOICE_FIELDS,
    stage,
    ...userFields.map((field) => ({ ...field, user: true, readOnly: false })),
  ];
}

export const COMPANY_FIELDS: readonly Field[] = [
  ...COMMON,
  standard('TITLE', 'string', 'Название компании'),
  standard('IS_MY_COMPANY', 'boolean', 'Моя компания'),
];

export const CONTACT_FIELDS: readonly Field[] = [
  ...COMMON,
  standard('NAME', 'string', 'Имя'),
  standard('LAST_NAME', 'string', 'Фамилия'),
  standard('SECOND_NAME', 'string', 'Отчество'),
];
