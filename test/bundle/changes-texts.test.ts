/** Texts of the CRM on «Изменения»: exactly as they are, never a formula, and written once. */
import { aPortal } from '../../portal/data/a-portal';
import { aWorld } from '../../world/a-world';
import { connect, type World } from '../../world/make-world';
import { MINUTE } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { changesBy } from '../../world/sheets';

const CHANGES = 'Изменения';
const TEXTS = [
  '=1+1',
  "'так",
  '+7 999',
  '@кто',
  '01.02.2026',
  '1e5',
  'TRUE',
  ' два  пробела ',
  'a\nb',
  '«=»',
];

/** One invoice for each text, which is first its number and its buyer, then the name of its stage. */
function hostile(): World {
  const world = aWorld((clock) => {
    const portal = aPortal(clock);
    TEXTS.forEach((text, index) => {
      const ID = index + 1;
      portal.withCompany({ ID, TITLE: text }).withStage(7, `X${ID}`, { NAME: text, SEMANTICS: null });
      portal.withInvoice({ ID, ACCOUNT_NUMBER: String(ID), COMPANY_ID: 0 });
    });
    return portal.data;
  });
  Object.assign(world.spreadsheet.quirks, { atCellParsesFormula: true, atCellConsumesApostrophe: true });
  connect(world, { changesSheet: true });
  refreshed(world);
  return world;
}

function cells({ spreadsheet }: World): readonly (readonly unknown[])[] {
  const sheet = spreadsheet.sheetNamed(CHANGES);
  if (sheet === undefined) return [];
  const area = { row: 3, column: 2, rows: sheet.lastRow() - 2, columns: 9 };
  return sheet.map(area, (cell) => [cell?.value ?? '', cell?.formula ?? '']);
}

test('texts of numbers, buyers and stages stand there as they are', () => {
  const world = hostile();
  TEXTS.forEach((text, index) => {
    const ID = index + 1;
    world.data.changeInvoice(ID, { ACCOUNT_NUMBER: text, COMPANY_ID: ID, STAGE_ID: `DT31_7:X${ID}` });
  });
  world.clock.advance(15 * MINUTE);
  refreshed(world);
  const rows = cells(world) as [unknown, string][][];
  expect(rows.flat().filter(([, formula]) => formula !== '')).toEqual([]);
  const shown = rows.map((row) => row.map(([value]) => value));
  expect(
    shown.map(([number, , , event, before, after, buyer]) => [number, event, before, after, buyer]),
  ).toEqual([
    ...TEXTS.flatMap((text, index) => [
      [text, 'Изменён номер', String(index + 1), text, text],
      [text, 'Изменён контрагент', '', text, text],
      [text, 'Изменена стадия', 'Новый', text, text],
    ]),
    ['', 'Журнал начат', '', '10 счетов', ''],
  ]);
  world.clock.advance(15 * MINUTE);
  expect(changesBy(startOnce(world).ledger)).toEqual([]);
});
