import { SCENES, type Show } from '../../cli/pictures/scenes';
import { violationsIn } from './support/accessibility';
import { AStage } from './support/AStage';

/** The page as a whole, and each element that reaches beyond it without being scrolled. */
const OVERFLOW = `[...document.querySelectorAll('body, body *')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 0.5 || (element === document.body
    && document.documentElement.scrollWidth > innerWidth))
  .map((element) => element.tagName + '.' + element.className)`;

/** What a sidebar of Google Sheets has (Google, "Dialogs and sidebars"). */
const SIDEBAR_WIDTH = 300;

const world = new AStage({ invoices: 'odd' });

describe('Every state of the pages', () => {
  it.each(Object.entries(SCENES))('can be read by everyone and fits its width: %s', async (_, play) => {
    const found: Record<string, unknown> = {};
    const show: Show = async (name, tab) => {
      const frame = await tab.sidebarFrame();
      expect(await frame.evaluate('innerWidth')).toBeLessThanOrEqual(SIDEBAR_WIDTH);
      found[name] = { violations: await violationsIn(frame), overflow: await frame.evaluate(OVERFLOW) };
    };
    await play(world.stage, show);
    const names = Object.keys(found);
    expect(names.length).toBeGreaterThan(0);
    expect(found).toEqual(Object.fromEntries(names.map((name) => [name, { violations: [], overflow: [] }])));
  });
});
