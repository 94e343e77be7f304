/** Texts that other programs would take for something else stand in the tables as they came. */
import { aPortal, CONTRACT_NUMBER, DEFAULT_CATEGORY } from '../../../portal/data/a-portal';
import type { PortalData } from '../../../portal/data/PortalData';
import { aWorld } from '../../../world/a-world';
import { asText, PAYLOADS, WITH_HALVES } from '../../support/hostile/payloads';
import { asInCells, asInTable, OF_INVOICES, OF_LINES, type Columns } from './support/as-in-tables';
import { sheetLines } from './support/sheet-lines';
import { Tables, type Row } from './support/tables-of';

/** Those in which everything stands that can be typed. */
const TYPED = [
  'number',
  'inn',
  'buyer',
  'kpp',
  'stage',
  'title',
  'comments',
  'ourCompany',
  'product',
  'unit',
  'externalId',
];
const columnsOf = (all: Columns): Columns =>
  Object.fromEntries(Object.entries(all).filter(([name]) => TYPED.includes(name)));
const ON_BRIEF = {
  ...columnsOf(OF_INVOICES),
  [CONTRACT_NUMBER]: [CONTRACT_NUMBER.toLowerCase(), 'text'] as const,
};
const ON_DETAIL = columnsOf(OF_LINES);

/** Half of a surrogate pair stands for no character, and no file in UTF-8 holds it. */
const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const kept = (text: string): string => text.replace(HALF, '\ufffd');

function addInvoice(data: PortalData, payload: string, index: number): void {
  data.addStage(DEFAULT_CATEGORY, `X${index}`, { NAME: payload });
  const company = data.addCompany({ TITLE: 'Без имени' });
  const link = data.addRequisite({
    ENTITY_ID: company,
    ...{ RQ_COMPANY_NAME: payload, RQ_INN: payload, RQ_KPP: payload },
  });
  data.addInvoice({
    ...{
      ID: index + 1,
      ACCOUNT_NUMBER: payload,
      TITLE: payload,
      COMMENTS: payload,
      [CONTRACT_NUMBER]: payload,
    },
    ...{ STAGE_ID: `DT31_${DEFAULT_CATEGORY}:X${index}`, COMPANY_ID: company, link },
    MYCOMPANY_ID: data.addCompany({ TITLE: payload, IS_MY_COMPANY: true }),
    rows: [{ PRODUCT_NAME: payload, MEASURE_NAME: payload, XML_ID: payload }],
  });
}

/** As a file can hold it. */
const inFile = (row: Row): Row =>
  Object.fromEntries(Object.entries(row).map(([column, text]) => [column, text && kept(text)]));

it('Hostile texts stand in both tables as on both sheets, and as the portal keeps them', async () => {
  const world = aWorld(
    (clock) => {
      const { data } = aPortal(clock);
      PAYLOADS.forEach((payload, index) => addInvoice(data, payload, index));
      return data;
    },
    { portal: { limits: 'off', operating: 'off', faults: WITH_HALVES } },
  );
  const settings = { summarySheet: false };
  const { brief, detail } = sheetLines(world, settings, [CONTRACT_NUMBER]);
  for (const form of ['duckdb', 'parquet'] as const) {
    const tables = await Tables.of(world, settings, [CONTRACT_NUMBER], form);
    const invoices = await tables.rows('FROM invoices ORDER BY id');
    expect(invoices.map((row) => inFile(asInCells(row, ON_BRIEF)))).toEqual(
      brief.map((line) => inFile(asInTable(line, ON_BRIEF))),
    );
    const lines = await tables.rows('FROM lines ORDER BY invoice_id');
    expect(lines.map((row) => inFile(asInCells(row, ON_DETAIL)))).toEqual(
      detail.map((line) => inFile(asInTable(line, ON_DETAIL))),
    );
    const sent = PAYLOADS.map((payload) => kept(asText(payload)));
    for (const name of ['number', 'title', CONTRACT_NUMBER.toLowerCase()])
      expect(invoices.map((row) => row[name])).toEqual(sent);
    for (const name of ['product', 'unit', 'external_id'])
      expect(lines.map((row) => row[name])).toEqual(sent);
    tables.close();
  }
});
