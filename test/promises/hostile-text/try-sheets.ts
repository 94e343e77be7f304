/** One report of hostile texts: what each cell holds, that none was ever a formula, and that the cache brings the same. */
import type { World } from '../../../world/make-world';
import { connect } from '../../../world/make-world';
import { columnLetters } from '../../../simulator/spreadsheet/area';
import { aPortal, CONTRACT_NUMBER } from '../../../portal/data/a-portal';
import type { Quirks, SheetModel } from '../../../simulator/spreadsheet';
import { aWorld } from '../../../world/a-world';
import { refresh } from '../../../world/scenario';
import { BRIEF, DETAIL, tableWrites } from '../../../world/sheets';
import { mapped, putInvoice, type Bearer, type ExpectedTexts } from './bearers';
import { changeTexts, missingChanges } from './changed-texts';
import { asOneBuyer, FurtherSheets } from './further-sheets';
import { Remarks } from './remarks';
import { asText, quoted, WITH_HALVES } from '../../support/hostile/payloads';

export interface Bearing {
  readonly bearer: Bearer;
  readonly payload: string;
}

export type Reading = Pick<Quirks, 'atCellParsesFormula' | 'atCellConsumesApostrophe' | 'storedText'>;

const HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const storesAll: Reading['storedText'] = (text) => text;
/** Without what a spreadsheet may well not keep. */
const storesMost: Reading['storedText'] = (text) =>
  text.split('\0').join('').replace(/\r\n?/g, '\n').replace(HALF, '\ufffd');

/**
 * Whether `@` cells parse formulas and swallow apostrophes is undocumented: all four readings. So is whether cells
 * keep every text: the most grasping one of them once more where they do not.
 */
export const READINGS: readonly Reading[] = [
  ...[false, true].flatMap((atCellParsesFormula) =>
    [false, true].map((atCellConsumesApostrophe) => ({
      ...{ atCellParsesFormula, atCellConsumesApostrophe },
      storedText: storesAll,
    })),
  ),
  { atCellParsesFormula: true, atCellConsumesApostrophe: true, storedText: storesMost },
];

const FIRST_ROW = 3;
const FIRST_COLUMN = 2;
const FIRST_FURTHER = 10;
const SETTINGS = {
  ...{ summarySheet: true, debtsSheet: 'period', vatSheet: true, checksSheet: true, changesSheet: true },
  briefColumns: ['title', 'ourCompany', 'stage', 'kpp', CONTRACT_NUMBER],
};
const LINK = 'https://demo.bitrix24.ru/crm/type/31/details';

export interface HostileReport {
  readonly world: World;
  readonly expected: readonly ExpectedTexts[];
}

/** A connected portal that holds one invoice for each bearing; nothing is refreshed yet. */
export function hostileWorld(bearings: readonly Bearing[], reading: Reading): HostileReport {
  const expected: ExpectedTexts[] = [];
  const world = aWorld(
    (clock) => {
      const { data } = aPortal(clock);
      for (const { bearer, payload } of bearings) expected.push(putInvoice(data, bearer, payload));
      return data;
    },
    { portal: { limits: 'off', operating: 'off', faults: WITH_HALVES } },
  );
  Object.assign(world.spreadsheet.quirks, reading);
  connect(world, SETTINGS);
  return { world, expected };
}

/** One line for each broken promise. */
export function trySheets(bearings: readonly Bearing[], reading: Reading): string[] {
  const { world, expected } = hostileWorld(bearings, reading);
  const failures: string[] = [];
  world.simulator.hooks = {
    after: ({ member }) => {
      if (!/^Range\.set(RichText)?Values?$/.test(member)) return;
      failures.push(...formulasOf(world).map((formula) => `was a formula for a moment: ${formula}`));
    },
  };
  const told = JSON.stringify({ ...reading, storedText: reading.storedText.name });
  for (const source of ['the portal', 'the cache']) {
    const { progress, executions } = refresh(world);
    if (progress.state !== 'done') failures.push(`from ${source}: ${progress.state}: ${progress.message}`);
    failures.push(...wrongCells(world, bearings, expected).map((line) => `from ${source}: ${line}`));
    const writes = executions.flatMap(({ ledger }) => tableWrites(ledger));
    if (source === 'the cache' && writes.length > 0) failures.push('the same texts were written twice');
  }
  failures.push(...wrongChanges(world, bearings, expected));
  return failures.map((failure) => `${told} ${failure}`);
}

export function formulasOf({ spreadsheet }: World): string[] {
  const formulas: string[] = [];
  for (const sheet of spreadsheet.sheets) {
    sheet.forEachCell(({ formula }) => {
      if (formula !== '') formulas.push(quoted(formula));
    });
  }
  return formulas;
}

function wrongCells(
  world: World,
  bearings: readonly Bearing[],
  expected: readonly ExpectedTexts[],
): string[] {
  const { spreadsheet } = world;
  const brief = spreadsheet.sheetNamed(BRIEF);
  const detail = spreadsheet.sheetNamed(DETAIL);
  const { storedText } = spreadsheet.quirks;
  const further = new FurtherSheets(spreadsheet);
  const remarks = new Remarks(world);
  const onFurther = asOneBuyer(expected);
  return expected.flatMap((texts, index) => {
    const shown = mapped(texts, storedText);
    const { number, inn, buyer, product, title, ownCompany, stage, kpp, field } = shown;
    const row = FIRST_ROW + index;
    const link = brief?.peek(row, 2)?.runs[0]?.link ?? '';
    const { bearer, payload } = bearings[index] as Bearing;
    const wrong = [
      ...differing(brief, row, [number, inn, buyer]).map((cell) => `${BRIEF}!${cell}`),
      ...differing(brief, row, [title, ownCompany, stage, kpp, field], FIRST_FURTHER).map(
        (cell) => `${BRIEF}!${cell}`,
      ),
      ...differing(detail, row, [number, inn, buyer, product]).map((cell) => `${DETAIL}!${cell}`),
      ...(link === (number === '' ? '' : linkOf(index)) ? [] : [`link ${quoted(link)}`]),
      ...further.missing(
        linkOf(index),
        {
          ...mapped(onFurther[index] ?? texts, storedText),
          number: texts.number === '' ? `id ${index + 1}` : number,
        },
        buyer,
      ),
      ...remarks.missing(index + 1, texts),
    ];
    return wrong.map((cell) => `${quoted(asText(payload))} in ${bearer.fields}: ${cell}`);
  });
}

/** Once number, stage or buyer of each invoice is what another one has. */
function wrongChanges(
  world: World,
  bearings: readonly Bearing[],
  expected: readonly ExpectedTexts[],
): readonly string[] {
  const changed = changeTexts(world.data, expected, bearings);
  const { state, message } = refresh(world).progress;
  if (state !== 'done') return [`the changed texts are ${state}: ${message}`];
  return missingChanges(world, changed);
}

const linkOf = (index: number): string => `${LINK}/${index + 1}/`;

/** Cells from that column on that are not exactly these texts. */
const differing = (
  sheet: SheetModel | undefined,
  row: number,
  texts: readonly string[],
  column = FIRST_COLUMN,
): string[] =>
  texts.flatMap((text, index) => {
    const cell = sheet?.peek(row, column + index);
    const isRight = cell?.formula === '' && cell.value === text;
    return isRight ? [] : [`${columnLetters(column + index)}${row} holds ${quoted(String(cell?.value))}`];
  });
