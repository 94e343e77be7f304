/** Two spreadsheets of one person who uses the published add-on: his cache is one for both. */
import { connect, type World } from '../../world/make-world';
import { Simulator } from '../../simulator';
import { SpreadsheetModel } from '../../simulator/spreadsheet';
import { PUBLISHED } from '../../world/forms';
import { page } from '../../world/people';
import { refreshed } from '../../world/scenario';
import { BRIEF, column } from '../../world/sheets';

const SIX_HOURS = 21_600;

function twoSpreadsheets(): readonly [World, World] {
  const first = PUBLISHED.aWorld();
  const spreadsheet = new SpreadsheetModel({
    id: '1AnotherSpreadsheetIdentifier00000000000000',
    timeZone: 'Europe/Moscow',
  });
  const second = {
    ...first,
    spreadsheet,
    simulator: new Simulator({ ...first.simulator.options, spreadsheet }),
  };
  const worlds = [first, second] as const;
  for (const world of worlds) connect(world, { cacheTtlSeconds: SIX_HOURS });
  return worlds;
}

/** What one of them has put into the person's cache lies in it for the other. */
function share(from: World, to: World): void {
  for (const { kind, store, key, value } of from.simulator.stored())
    if (kind === 'cache') to.simulator.state.cache(store).put(key, value, SIX_HOURS);
}

const names = (world: World) => column(world, BRIEF, 'D');

it('clearing the cache at one of them never brings back what the other one had kept', () => {
  const [first, second] = twoSpreadsheets();
  page(second).call('clearCache');
  refreshed(second);
  share(second, first);
  refreshed(first);
  expect(names(first)[0]).toBe('Альфа');
  first.data.changeCompany(4, { TITLE: 'Бета' });
  page(first).call('clearCache');
  refreshed(first);
  expect(names(first)[0]).toBe('Бета');
});

it('neither takes the other one’s answers for its own, nor pushes them out', () => {
  const [first, second] = twoSpreadsheets();
  refreshed(first);
  share(first, second);
  refreshed(second);
  share(second, first);
  const asked = refreshed(first).map(({ method }) => method);
  expect(asked).toEqual(expect.not.arrayContaining(['crm.requisite.link.list', 'crm.status.list']));
});
