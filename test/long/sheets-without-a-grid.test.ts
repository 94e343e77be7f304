/** A chart that was moved to its own sheet, or a connected data source, in the file: nobody's business. */
import type { World } from '../../world/make-world';
import { COLLEAGUE } from '../../world/make-world';
import { draftOf, inOneGo, slowWorld } from '../bundle/support/long-worlds';
import { progressOf, refresh, refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, MEMORY, picture } from '../../world/sheets';
import { anOffice, attempt, HOWS, userOf } from '../bundle/support/workbook';

const KINDS = ['OBJECT', 'DATASOURCE'] as const;

function withSheetOf(kind: (typeof KINDS)[number], world: World): World {
  userOf(world).addSheetWithoutGrid('Диаграмма', kind);
  return world;
}

const names = ({ spreadsheet }: World): string[] => spreadsheet.sheets.map(({ name }) => name);

describe.each(KINDS)('A sheet of the type %s', (kind) => {
  it.each(HOWS)('does not hinder the first report, made by %s', (how) => {
    const world = withSheetOf(kind, anOffice());
    expect(attempt(world, how)).toMatchObject({ state: 'done' });
    expect(names(world)).toEqual(['Лист1', 'Диаграмма', MEMORY, 'Краткий', 'Полный']);
    expect(picture(world)).toEqual(inOneGo(world));
  });

  it('does not hinder a report that outgrows its sheets', () => {
    const world = anOffice();
    refreshed(world);
    withSheetOf(kind, world);
    for (const name of ['Краткий', 'Полный']) {
      const sheet = userOf(world).sheet(name);
      sheet.maxRows = sheet.lastRow();
    }
    for (let id = 10; id < 40; id += 1) world.data.addInvoice({ ID: id, rows: [{}, {}] });
    refreshed(world);
    expect(column(world, BRIEF, 'B')).toHaveLength(33);
  });

  it('does not hinder a refresh that pauses, goes on, and takes its draft away', () => {
    const world = withSheetOf(kind, slowWorld());
    startOnce(world);
    expect(draftOf(world)).toBeDefined();
    expect(refresh(world).progress.state).toBe('done');
    expect(draftOf(world)).toBeUndefined();
    expect(picture(world)).toEqual(inOneGo(world));
  });

  it('does not hinder cancelling a paused refresh', () => {
    const world = withSheetOf(kind, slowWorld());
    startOnce(world);
    world.simulator.page(COLLEAGUE).call('cancelRefresh');
    expect(progressOf(world).state).toBe('cancelled');
    expect(names(world)).toEqual(['Лист1', 'Диаграмма']);
  });

  it.each(['Краткий', 'Краткий (создаётся)'])('that is called %s is somebody else’s', (name) => {
    const world = anOffice();
    userOf(world).addSheetWithoutGrid(name, kind);
    expect(attempt(world, 'sidebar')).toMatchObject({
      state: 'failed',
      message: `Лист «${name}» уже есть и создан не отчётом. Переименуйте его и обновите отчёт.`,
    });
  });

  it('that is called like the draft does not stand in its way', () => {
    const world = slowWorld();
    userOf(world).addSheetWithoutGrid('Bitrix24 (черновик)', kind);
    expect(refresh(world).progress.state).toBe('done');
    expect(names(world)).toEqual(['Лист1', 'Bitrix24 (черновик)', MEMORY, 'Краткий', 'Полный']);
  });
});
