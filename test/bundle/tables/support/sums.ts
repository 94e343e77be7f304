/** «НДС» and «Долги» worked out of the tables by SQL, and as the sheets show them: the same lines in any order. */
import type { World } from '../../../../world/make-world';
import { DEBTS, VAT } from '../../../../world/sheets';
import { asText, cut, rateOf, type Kind } from './as-in-tables';
import { bodyOf, type Cell } from './sheet-lines';
import type { Row, Tables } from './tables-of';

type Line = readonly (string | null)[];

/** Whose invoices are one buyer's. */
const INVOICES = `
  SELECT *, CASE
    WHEN regexp_full_match(trim(inn), '[0-9]{10}|[0-9]{12}') THEN 'inn ' || trim(inn)
    WHEN company_id IS NOT NULL THEN 'company ' || company_id
    WHEN contact_id IS NOT NULL THEN 'contact ' || contact_id
    ELSE 'name ' || coalesce(buyer, '') END AS key
  FROM invoices`;

/** A buyer is called as on his last invoice. */
const last = (column: string): string => `last(${column} ORDER BY id) AS ${column}`;

/** @param day the column that puts an invoice into the period */
export async function vatBySql(tables: Tables, day: string): Promise<readonly Line[]> {
  const found = await tables.rows(`
    WITH rated AS (
      SELECT i.*, l.vat_rate, l.has_vat, l.sum AS row_sum, l.vat AS row_vat, date_trunc('month', ${day})::DATE AS month,
        coalesce(i.our_company, '(без компании)') AS company
      FROM lines l JOIN (${INVOICES}) i ON i.id = l.invoice_id WHERE l.row_id IS NOT NULL
    ), buyers AS (SELECT key, ${['buyer', 'inn', 'kpp'].map(last).join()} FROM rated GROUP BY key),
    summed AS (
      SELECT our_company_id, company, currency, month, vat_rate, has_vat, key, grouping(vat_rate) AS of_all_rates,
        count(DISTINCT id) AS invoices, coalesce(sum(row_sum), 0) AS gross, coalesce(sum(row_vat), 0) AS tax
      FROM rated GROUP BY GROUPING SETS (
        (our_company_id, company, currency, vat_rate, has_vat),
        (our_company_id, company, currency),
        (our_company_id, company, currency, month, vat_rate, has_vat),
        (our_company_id, company, currency, month),
        (our_company_id, company, currency, month, vat_rate, has_vat, key)
      )
    )
    SELECT s.*, gross - tax AS net, b.buyer, b.inn, b.kpp,
      (SELECT count(DISTINCT coalesce(our_company_id, 0)) FROM invoices) AS companies
    FROM summed s LEFT JOIN buyers b ON b.key = s.key`);
  return sorted(
    found.map((row) => [
      ...[row['month'] ?? null, row['of_all_rates'] === '1' ? 'все' : rateOf(row) || null],
      row['key'] !== null
        ? (row['buyer'] ?? null)
        : row['month'] === null
          ? 'Итого за период'
          : 'Итого за месяц',
      ...[row['inn'] ?? null, row['kpp'] ?? null, row['invoices'] ?? null],
      ...[row['gross'] ?? null, row['net'] ?? null, row['tax'] ?? null],
      Number(row['companies']) > 1 ? (row['company'] ?? null) : null,
    ]),
  );
}

export function vatOnSheet({ spreadsheet }: World): readonly Line[] {
  const kinds = ['day', 'text', 'text', 'text', 'text', 'whole', 'money', 'money', 'money', 'text'] as const;
  // Lines of the footer name no rate.
  const body = bodyOf(spreadsheet.sheetNamed(VAT), kinds.length).filter(([, rate]) => rate !== '');
  return sorted(body.map((cells) => lineOf(cells, kinds)));
}

/** What stands below the lines of «НДС»: gross, net and tax of the rows, of the invoices, and their difference. */
export async function vatFooterBySql(tables: Tables): Promise<readonly Line[]> {
  const found = await tables.rows(`
    WITH sums AS (
      SELECT currency, 'lines' AS part, coalesce(sum(l.sum), 0) AS gross, coalesce(sum(l.vat), 0) AS tax
      FROM lines l GROUP BY currency
      UNION ALL SELECT currency, 'invoices', coalesce(sum(sum), 0), coalesce(sum(vat), 0) FROM invoices GROUP BY currency
    ), parts AS (
      SELECT currency, coalesce(sum(gross) FILTER (part = 'lines'), 0) AS g1, coalesce(sum(tax) FILTER (part = 'lines'), 0) AS t1,
        sum(gross) FILTER (part = 'invoices') AS g2, sum(tax) FILTER (part = 'invoices') AS t2
      FROM sums GROUP BY currency
    )
    SELECT 'Строки листа «Полный»' AS label, currency, g1 AS gross, g1 - t1 AS net, t1 AS tax FROM parts
    UNION ALL SELECT 'Счета листа «Краткий»', currency, g2, g2 - t2, t2 FROM parts
    UNION ALL SELECT 'Разница', currency, g1 - g2, g1 - t1 - g2 + t2, t1 - t2 FROM parts`);
  return sorted(
    found.map((row) => [labelled(row, found), ...['gross', 'net', 'tax'].map((name) => row[name] ?? null)]),
  );
}

export function vatFooterOnSheet({ spreadsheet }: World): readonly Line[] {
  const labels = /^(Строки листа|Счета листа|Разница)/;
  const lines = bodyOf(spreadsheet.sheetNamed(VAT), 9).filter(
    ([, rate, label]) => rate === '' && labels.test(String(label)),
  );
  return sorted(
    lines.map(([, , label = '', , , , ...sums]) =>
      lineOf([label, ...sums], ['text', 'money', 'money', 'money']),
    ),
  );
}

const AGES = {
  due: 'due_date IS NOT NULL AND overdue_days IS NULL',
  ...{ upTo30: 'overdue_days BETWEEN 1 AND 30', upTo60: 'overdue_days BETWEEN 31 AND 60' },
  ...{ upTo90: 'overdue_days BETWEEN 61 AND 90', more: 'overdue_days > 90', undated: 'due_date IS NULL' },
};

/** Buyers and the totals of «Долги» of the report's own invoices. */
export async function debtsBySql(tables: Tables): Promise<readonly Line[]> {
  const ages = Object.entries(AGES).map(([name, holds]) => `sum(debt) FILTER (${holds}) AS ${name}`);
  const found = await tables.rows(`
    WITH owed AS (
      SELECT * FROM (${INVOICES})
      WHERE status IN ('Не оплачен', 'Частично оплачен', 'Просрочен') AND (debt IS NULL OR debt <> 0)
    ), buyers AS (SELECT key, ${['buyer', 'inn'].map(last).join()} FROM owed GROUP BY key),
    summed AS (
      SELECT currency, key, count(*) AS invoices, min(due_date) AS due_date, max(overdue_days) AS days,
        sum(debt) AS debt, ${ages.join()}
      FROM owed GROUP BY GROUPING SETS ((currency, key), (currency))
    )
    SELECT s.*, b.buyer, b.inn FROM summed s LEFT JOIN buyers b ON b.key = s.key`);
  const currencies = await tables.rows('SELECT DISTINCT currency FROM invoices');
  return sorted(
    found.map((row) => {
      const isTotal = row['key'] === null;
      const sums = ['debt', ...Object.keys(AGES)].map((name) => row[name] ?? (isTotal ? '0.00' : null));
      const name = isTotal ? labelled({ ...row, label: 'Всего' }, currencies) : (row['buyer'] ?? null);
      const days = isTotal ? [null, null] : [row['due_date'] ?? null, row['days'] ?? null];
      return [row['invoices'] ?? null, name, row['inn'] ?? null, ...days, ...sums];
    }),
  );
}

export function debtsOnSheet({ spreadsheet }: World): readonly Line[] {
  const sums = Array.from({ length: 7 }, (): Kind => 'money');
  const lines = bodyOf(spreadsheet.sheetNamed(DEBTS), 13).filter(([count]) => count !== '');
  return sorted(
    lines.map(([count, name = '', inn = '', , ...more]) =>
      lineOf(
        [String(count).replace(/\D/g, ''), name, inn, ...more],
        ['text', 'text', 'text', 'day', 'whole', ...sums],
      ),
    ),
  );
}

/** Where there are several currencies, each is named. */
const labelled = ({ label, currency }: Row, all: readonly Row[]): string =>
  new Set(all.map((row) => row['currency'])).size > 1
    ? `${label}, ${currency ?? 'без валюты'}:`
    : `${label}:`;

const lineOf = (cells: readonly Cell[], kinds: readonly Kind[]): Line =>
  kinds.map((kind, index) => asText(cells[index] ?? '', kind));

const sorted = (lines: readonly Line[]): readonly Line[] =>
  lines
    .map((line) => line.map((value) => value && cut(value)))
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
