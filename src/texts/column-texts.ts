/** How columns are called: in the headers of the sheets, and where the settings offer them. */
import type { BRIEF_COLUMNS, DETAIL_COLUMNS } from '../domain/column-names';
import { VALUE_TITLES as TITLES } from './sheet-texts';

type KnownColumn = (typeof BRIEF_COLUMNS)[number] | (typeof DETAIL_COLUMNS)[number];

/** The further columns that the report knows. */
export const COLUMN_TITLES: Readonly<Record<KnownColumn, string>> = {
  kpp: 'КПП',
  stage: TITLES.stage,
  pipeline: 'Воронка',
  status: 'Оплата',
  dueDate: 'Срок оплаты',
  overdueDays: 'Дней просрочки',
  paidSum: 'Оплачено',
  debt: 'Остаток',
  currency: TITLES.currency,
  title: 'Тема',
  comments: 'Комментарий',
  ourCompany: 'Наша компания',
  created: 'Создан',
  id: 'ID',
  unit: 'Ед. изм.',
  vatRate: TITLES.taxRate,
  priceWithoutVat: 'Цена без НДС',
  fullPrice: 'Цена до скидки',
  discount: 'Скидка',
  productId: 'ID товара',
  externalId: 'Внешний код',
  invoiceDate: TITLES.invoiceDate,
  shipmentDate: TITLES.shipmentDate,
  paymentDate: TITLES.paymentDate,
};
