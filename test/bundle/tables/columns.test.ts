/** What an analyst meets in either form of the tables: names, types and what each column is called in Russian. */
import { SETTINGS, worldOf } from './support/data-sets';
import { Tables } from './support/tables-of';

/** What a title may hold that SQL would take for its own. */
const ODD_TITLE = "O'Нил'; DROP TABLE lines; -- {a: \"b\"}, \0'x': 'y'} \\ ";

const MONEY = 'DECIMAL(18,2)';
const AMOUNT = 'DECIMAL(38,8)';

/** Name, type and comment, in their order. */
const INVOICES = [
  ['id', 'BIGINT', 'ID'],
  ['number', 'VARCHAR', 'Номер'],
  ['inn', 'VARCHAR', 'ИНН'],
  ['buyer', 'VARCHAR', 'Контрагент'],
  ['sum', MONEY, 'Сумма'],
  ['vat', MONEY, 'НДС'],
  ['invoice_date', 'DATE', 'Дата счёта'],
  ['shipment_date', 'DATE', 'Дата отгрузки'],
  ['payment_date', 'DATE', 'Дата оплаты'],
  ['kpp', 'VARCHAR', 'КПП'],
  ['stage', 'VARCHAR', 'Стадия'],
  ['pipeline', 'VARCHAR', 'Воронка'],
  ['status', 'VARCHAR', 'Оплата'],
  ['due_date', 'DATE', 'Срок оплаты'],
  ['overdue_days', 'INTEGER', 'Дней просрочки'],
  ['paid_sum', MONEY, 'Оплачено'],
  ['debt', MONEY, 'Остаток'],
  ['currency', 'VARCHAR', 'Валюта'],
  ['title', 'VARCHAR', 'Тема'],
  ['comments', 'VARCHAR', 'Комментарий'],
  ['our_company', 'VARCHAR', 'Наша компания'],
  ['created_date', 'DATE', 'Создан'],
  ['updated_time', 'TIMESTAMP WITH TIME ZONE', 'Изменён'],
  ['company_id', 'BIGINT', 'ID компании'],
  ['contact_id', 'BIGINT', 'ID контакта'],
  ['requisite_id', 'BIGINT', 'ID реквизитов'],
  ['our_company_id', 'BIGINT', 'ID нашей компании'],
  ['stage_id', 'VARCHAR', 'Код стадии'],
  ['uf_crm_one_money', MONEY, 'Один money'],
  ['uf_crm_one_double', AMOUNT, 'Один double'],
  ['uf_crm_many_double', 'VARCHAR', 'Много double'],
  ['uf_crm_one_datetime', 'DATE', 'Один datetime'],
  ['uf_crm_odd', 'VARCHAR', ODD_TITLE.replace('\0', '')],
] as const;

const LINES = [
  ['invoice_id', 'BIGINT', 'ID счёта'],
  ['row_id', 'BIGINT', 'ID строки товара'],
  ['position', 'INTEGER', 'Номер строки в счёте'],
  ['number', 'VARCHAR', 'Номер'],
  ['inn', 'VARCHAR', 'ИНН'],
  ['buyer', 'VARCHAR', 'Контрагент'],
  ['product', 'VARCHAR', 'Наименование товара'],
  ['quantity', AMOUNT, 'Кол-во'],
  ['price', AMOUNT, 'Цена'],
  ['sum', MONEY, 'Сумма'],
  ['vat', MONEY, 'Сумма НДС'],
  ['currency', 'VARCHAR', 'Валюта'],
  ['unit', 'VARCHAR', 'Ед. изм.'],
  ['vat_rate', AMOUNT, 'Ставка НДС, %'],
  ['has_vat', 'BOOLEAN', 'Есть НДС'],
  ['price_without_vat', AMOUNT, 'Цена без НДС'],
  ['full_price', AMOUNT, 'Цена до скидки'],
  ['discount', MONEY, 'Скидка'],
  ['product_id', 'BIGINT', 'ID товара'],
  ['external_id', 'VARCHAR', 'Внешний код'],
] as const;

const EXPECTED = { invoices: INVOICES, lines: LINES };
const USER_FIELDS = INVOICES.map(([name]) => name.toUpperCase()).filter((name) => name.startsWith('UF_'));

describe.each(['duckdb', 'parquet'] as const)('Tables as %s', (form) => {
  let tables: Tables;

  beforeAll(async () => {
    const world = worldOf('faulty', 'mid');
    world.data.addUserField({ name: 'UF_CRM_ODD', type: 'string', title: ODD_TITLE, multiple: false });
    tables = await Tables.of(world, SETTINGS, USER_FIELDS, form);
  });

  afterAll(() => tables.close());

  it.each(['invoices', 'lines'] as const)('have the columns and types of «%s»', async (table) => {
    const found = await tables.rows(`SELECT column_name, column_type FROM (DESCRIBE ${table})`);
    expect(found.map(({ column_name: name, column_type: type }) => [name, type])).toEqual(
      EXPECTED[table].map(([name, type]) => [name, type]),
    );
  });

  it.each(['invoices', 'lines'] as const)('say what the columns of «%s» are called', async (table) => {
    const found = await tables.rows(
      form === 'duckdb'
        ? `SELECT column_name AS name, comment FROM duckdb_columns()
           WHERE schema_name = 'main' AND table_name = '${table}' ORDER BY column_index`
        : `SELECT decode(key) AS name, decode(value) AS comment
           FROM parquet_kv_metadata('${tables.out}/${table}.parquet') WHERE decode(key) IN (SELECT column_name FROM (DESCRIBE ${table}))`,
    );
    expect(Object.fromEntries(found.map(({ name, comment }) => [name, comment]))).toEqual(
      Object.fromEntries(EXPECTED[table].map(([name, , comment]) => [name, comment])),
    );
  });
});
