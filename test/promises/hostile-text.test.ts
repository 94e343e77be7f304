/** A sample of the suite, and the same texts once more through an `.xlsx` file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from '@protobi/exceljs';
import { saveWorkbook } from '../../simulator/spreadsheet';
import { BEARERS, type ExpectedTexts } from './hostile-text/bearers';
import { hostileText } from './hostile-text/hostile-text';
import { PAYLOADS, quoted } from '../support/hostile/payloads';
import { hostileWorld, READINGS } from './hostile-text/try-sheets';
import { refreshed } from '../../world/scenario';
import { BRIEF, DETAIL } from '../../world/sheets';
import { tryWhole } from './suite';

/** UTF-16 units of a cell in Excel (docs/contract.md, "On the command line"). */
const EXCEL_UNITS = 32_767;
/** What XML cannot hold in any way. */
const HALF_PAIR = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|[\ufffe\uffff]/g;

/** The text as a file can hold it. */
const inExcel = (text: string): string => {
  const cut = text.length > EXCEL_UNITS ? `${text.slice(0, EXCEL_UNITS - 1)}…` : text;
  return cut.replace(HALF_PAIR, '\ufffd');
};

const textOf = (value: ExcelJS.CellValue): unknown => {
  if (value === null) return '';
  return typeof value === 'object' && 'hyperlink' in value ? value.text : value;
};

describe('hostile texts', () => {
  it('are several hundred in every field that the report shows', () => {
    expect(PAYLOADS.length).toBeGreaterThan(300);
    expect(new Set(PAYLOADS).size).toBe(PAYLOADS.length);
    expect(BEARERS.flatMap(({ fields }) => fields.split(', ')).length).toBeGreaterThan(10);
  });

  it('stand on the sheets as they are, are never formulas, and break no page and no sentence', async () => {
    const { tried, failures } = await tryWhole(hostileText, { seed: 1, extent: 'sample' });
    expect(failures.slice(0, 20)).toEqual([]);
    expect(tried.every(([, count]) => count > 0)).toBe(true);
  });

  it('are the same texts in the exported file, none of them a formula or anything else', async () => {
    const bearings = PAYLOADS.map((payload) => ({ payload, bearer: BEARERS[0] as (typeof BEARERS)[number] }));
    const { world, expected } = hostileWorld(bearings, READINGS[3] as (typeof READINGS)[number]);
    refreshed(world);
    const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
    try {
      const file = path.join(folder, 'report.xlsx');
      await saveWorkbook(world.spreadsheet, file);
      const workbook = new ExcelJS.Workbook();
      await workbook.xlsx.readFile(file);
      const differing = (name: string, columns: readonly (keyof ExpectedTexts)[]): string[] =>
        expected.flatMap((texts, index) =>
          columns.flatMap((key, column) => {
            const found = textOf(
              workbook
                .getWorksheet(name)
                ?.getRow(3 + index)
                .getCell(2 + column).value ?? null,
            );
            return found === inExcel(texts[key])
              ? []
              : [`${key} ${quoted(texts[key])}: ${quoted(String(found))}`];
          }),
        );
      expect(differing(BRIEF, ['number', 'inn', 'buyer'])).toEqual([]);
      expect(differing(DETAIL, ['number', 'inn', 'buyer', 'product'])).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
