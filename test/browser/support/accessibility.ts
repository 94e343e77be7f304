/** What axe finds wrong with a page. */
import { source } from 'axe-core';
import type { Frame } from 'playwright-core';

/** W3C's rules up to AA. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const CHECK = `axe.run(document, { runOnly: ${JSON.stringify(RULES)} }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ': ' + target.join(' '))))`;

/** One line for each element that a rule finds fault with. */
export async function violationsIn(frame: Frame): Promise<readonly string[]> {
  await frame.evaluate(source);
  return frame.evaluate(CHECK);
}
