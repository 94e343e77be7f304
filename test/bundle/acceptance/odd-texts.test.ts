/** Texts that a spreadsheet would gladly take for something else, in every reading of text cells. */
import type { OddCaseName } from '../../../portal/data/odd-cases';
import type { Quirks, SpreadsheetModel } from '../../../simulator/spreadsheet';
import { day, linksOf } from './support/literal-cells';
import { BUYER, reportOf } from './support/odd-report';

type Reading = Pick<Quirks, 'atCellParsesFormula' | 'atCellConsumesApostrophe'>;

const readings: [string, Reading][] = [
  ['takes texts as they are', { atCellParsesFormula: false, atCellConsumesApostrophe: false }],
  ['reads formulas in text cells', { atCellParsesFormula: true, atCellConsumesApostrophe: false }],
  ['swallows apostrophes in text cells', { atCellParsesFormula: false, atCellConsumesApostrophe: true }],
  ['does both', { atCellParsesFormula: true, atCellConsumesApostrophe: true }],
];

const texts: [OddCaseName, string][] = [
  ['text formula', '=IMPORTXML("http://x","//a")'],
  ['text leading zeros', '00123'],
  ['text date', '1-2'],
  ['text apostrophe', "'x"],
  ['text phone', '+7 (495) 123-45-67'],
  ['text exponent', '1E5'],
  ['text boolean', 'TRUE'],
  ['text line breaks', 'Первая строка\nвторая строка\r\nтретья'],
  ['text entity', 'Рога &quot;и&quot; копыта & <b>Ко</b>'],
  ['text spaces', '  с пробелами  '],
  ['text at sign', '@SUM(1)'],
  ['text minus', '-5'],
  ['text emoji', 'Счёт 🧾 «Ёж»'],
];
const ALL_TEXTS = texts.map(([oddCase]) => oddCase);
const LINK = 'https://demo.bitrix24.ru/crm/type/31/details';

describe.each(readings)('where the platform %s', (_, reading) => {
  const formulas = new Set<string>();
  const watch = ({ sheets }: SpreadsheetModel): void => {
    for (const sheet of sheets) sheet.forEachCell(({ formula }) => formulas.add(formula));
  };
  const report = reportOf(ALL_TEXTS, { reading, watch });

  it('every text stands as number, buyer and product exactly as in the CRM', () => {
    const { brief, detail } = report;
    expect(brief).toEqual(
      texts.map(([, text]) => [text, '0012345678', text, 500, 83.33, day('2026-04-11'), '', '']),
    );
    expect(detail).toEqual(texts.map(([, text]) => [text, '0012345678', text, text, 2, 250, 500, 83.33]));
  });

  it('no text is a formula for a single moment', () => {
    expect([...formulas]).toEqual(['']);
  });

  it('every number still leads to its invoice', () => {
    expect(linksOf(report.world.spreadsheet)).toEqual(texts.map((__, index) => `${LINK}/${index + 1}/`));
  });

  it('a text of 60,000 characters is cut to 49,999 and «…», and the result names it', () => {
    const { brief, detail, message } = reportOf(['text 60,000 characters'], { reading });
    const cut = `${'Длинное наименование. '.repeat(2273).slice(0, 49_999)}…`;
    expect(cut).toHaveLength(50_000);
    expect(brief).toEqual([[cut, '0012345678', cut, 500, 83.33, day('2026-04-11'), '', '']]);
    expect(detail).toEqual([[cut, '0012345678', cut, cut, 2, 250, 500, 83.33]]);
    expect(message).toMatch(/Номер.*Контрагент.*Наименование товара/s);
  });
});

describe('account numbers', () => {
  const { name, inn } = BUYER;
  const rest = [inn, name, 3600, 600, day('2026-04-11'), '', ''];

  it('that are empty give an empty cell without a link', () => {
    const { brief, world } = reportOf(['empty number']);
    expect(brief).toEqual([['', ...rest]]);
    expect(linksOf(world.spreadsheet)).toEqual([null]);
  });

  it('that are given twice give two lines, each with its own link', () => {
    const { brief, world } = reportOf(['duplicate number']);
    expect(brief).toEqual([
      ['ДУБЛЬ-1', ...rest],
      ['ДУБЛЬ-1', ...rest],
    ]);
    expect(linksOf(world.spreadsheet)).toEqual([`${LINK}/1/`, `${LINK}/2/`]);
  });
});
