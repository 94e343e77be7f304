/** The sheet that a person looks at: the brief one after the first report, and from then on whatever they chose. */
import { connect, type World } from '../../world/make-world';
import { draftOf, slowWorld } from './support/long-worlds';
import { refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, DETAIL, DRAFT } from '../../world/sheets';
import { anOffice, userOf } from './support/workbook';

const active = ({ spreadsheet }: World): string => spreadsheet.activeSheet.name;

/** A person’s own sheet, which they look at. */
function lookAtOwn(world: World): World {
  const { spreadsheet } = world;
  spreadsheet.activeSheet = userOf(world).addSheet('Мой лист', 0);
  return world;
}

describe('A person who refreshes', () => {
  test.each(['menu', 'page'] as const)('sees the brief sheet after the first report, by the %s', (via) => {
    const world = lookAtOwn(anOffice());
    if (via === 'menu') world.simulator.run({ function: 'refreshReport', via });
    else startOnce(world);
    expect(active(world)).toBe(BRIEF);
  });

  test('goes on seeing the sheet that they looked at in later refreshes', () => {
    const world = anOffice();
    refreshed(world);
    lookAtOwn(world);
    world.data.addInvoice({ ID: 4, rows: [{}] });
    refreshed(world);
    expect(active(world)).toBe('Мой лист');
  });

  test.each([BRIEF, DETAIL])('goes on seeing it where «%s» had to be made again', (name) => {
    const world = anOffice();
    refreshed(world);
    lookAtOwn(world);
    userOf(world).delete(name);
    refreshed(world);
    expect(userOf(world).sheet(name)).toBeDefined();
    expect(active(world)).toBe('Мой лист');
  });

  test('goes on seeing it while the refresh pauses, and sees the brief sheet when the first report is there', () => {
    const world = slowWorld();
    // Last of all, so that nothing else is its neighbour.
    world.spreadsheet.activeSheet = userOf(world).addSheet('Мой лист');
    startOnce(world);
    expect(draftOf(world)?.hidden).toBe(true);
    expect(active(world)).toBe('Мой лист');
    expect(refresh(world).progress.state).toBe('done');
    expect(active(world)).toBe(BRIEF);
  });

  test('goes on seeing it when a later refresh pauses and ends', () => {
    const world = slowWorld();
    refresh(world);
    world.spreadsheet.activeSheet = userOf(world).addSheet('Мой лист');
    connect(world, { cacheTtlSeconds: 0 });
    startOnce(world);
    expect(world.spreadsheet.sheetNamed(DRAFT)?.hidden).toBe(true);
    expect(active(world)).toBe('Мой лист');
    refresh(world);
    expect(active(world)).toBe('Мой лист');
  });
});

test('nobody’s sheet is asked for or turned to where the trigger refreshes', () => {
  const world = anOffice();
  const members = world.simulator
    .passTime(65 * 60_000)
    .flatMap(({ ledger }) => Object.keys(ledger.toRecord()));
  expect(members).toContain('Range.setValues');
  expect(members.filter((member) => /ActiveSheet$/.test(member))).toEqual([]);
});
