/**
 * What another program understood of a workbook: values with their types, formats, links and notes. Frozen rows are a
 * matter of windows, which LibreOffice does not open to convert a file, so it does not save them again.
 */
import ExcelJS from '@protobi/exceljs';

interface ReadCell {
  /** `text …`, `number …`, `day …`, `formula …` or `empty`: equal only with the same type. */
  readonly value: string;
  readonly format: string;
  readonly link: string;
  readonly note: string;
}

const NOTHING: ReadCell = { value: 'empty', format: 'General', link: '', note: '' };
/** Characters of a value that a line quotes. */
const QUOTED = 60;

/** One line for each thing that is not in `theirs` as it is in `ours`. */
export async function compareWorkbooks(ours: string, theirs: string): Promise<string[]> {
  const [expected, found] = await Promise.all([readWorkbook(ours), readWorkbook(theirs)]);
  return expected.worksheets.flatMap((sheet) => {
    const other = found.getWorksheet(sheet.name);
    if (!other) return [`лист «${sheet.name}» не открылся`];
    return compareSheets(sheet, other).map((line) => `${sheet.name}!${line}`);
  });
}

async function readWorkbook(file: string): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook;
}

function compareSheets(sheet: ExcelJS.Worksheet, other: ExcelJS.Worksheet): string[] {
  const lines: string[] = [];
  const [rows, columns] = [
    Math.max(sheet.rowCount, other.rowCount),
    Math.max(sheet.columnCount, other.columnCount),
  ];
  for (let row = 1; row <= rows; row += 1) {
    for (let column = 1; column <= columns; column += 1) {
      const expected = readCell(sheet.findCell(row, column));
      const found = readCell(other.findCell(row, column));
      for (const key of Object.keys(NOTHING) as (keyof ReadCell)[]) {
        if (key === 'format' && expected.value === 'empty') continue;
        if (expected[key] === found[key]) continue;
        lines.push(`R${row}C${column} ${key}: ${quoted(expected[key])} → ${quoted(found[key])}`);
      }
    }
  }
  return lines;
}

const quoted = (text: string): string => JSON.stringify(text.slice(0, QUOTED));

function readCell(cell: ExcelJS.Cell | undefined): ReadCell {
  if (cell === undefined) return NOTHING;
  const note = cell.note as string | ExcelJS.Comment | undefined;
  const noteText = typeof note === 'string' ? note : (note?.texts ?? []).map(({ text }) => text).join('');
  return {
    value: valueOf(cell.value),
    format: cell.numFmt || 'General',
    link: cell.isHyperlink ? cell.hyperlink : '',
    note: noteText,
  };
}

function valueOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return 'empty';
  if (typeof value === 'string') return text(value);
  if (value instanceof Date) return `day ${value.toISOString()}`;
  if (typeof value !== 'object') return `${typeof value} ${String(value)}`;
  if ('richText' in value) return text(value.richText.map((run) => run.text).join(''));
  if ('hyperlink' in value) {
    const shown = value.text as string | ExcelJS.CellRichTextValue;
    return typeof shown === 'string' ? text(shown) : valueOf(shown);
  }
  return `formula ${JSON.stringify(value)}`;
}

/** LibreOffice escapes control characters in small letters, which the library leaves, and knows one line break. */
const text = (shown: string): string => {
  const plain = shown.replace(/_x(00[01][\da-f]|007f)_/gi, (_, code: string) =>
    String.fromCharCode(parseInt(code, 16)),
  );
  return `text ${plain.replace(/\r\n?/g, '\n')}`;
};
