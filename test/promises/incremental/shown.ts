/** All that a sheet shows, as far as no time is told: cells, formats, notes and the line over the table. */
import { VALUE_TITLES } from '../../../src/texts/sheet-texts';
import type { World } from '../../../world/make-world';
import { faceOf, picture } from '../../../world/sheets';

const TIME = /\d\d\.\d\d\.\d{4} \d\d:\d\d/g;
const BUYER_TITLES: readonly string[] = [VALUE_TITLES.inn, VALUE_TITLES.buyer];
const HEADER = /^([A-Z])2 \["([^"]*)"/;

/** One text for each cell that is not plain, note and line, beginning with where it is; none where there is no sheet. */
export function shownOf(world: World, name: string): readonly string[] {
  const sheet = world.spreadsheet.sheetNamed(name);
  if (sheet === undefined) return [];
  const notes: string[] = [];
  sheet.forEachCell(({ note }, row, column) => {
    if (note !== '') notes.push(`note of ${row}:${column} ${note.replaceAll(TIME, 'time')}`);
  });
  const { text, rules } = faceOf(world, name);
  return [
    ...(picture(world)[name] ?? []),
    ...notes,
    `line over the table: ${text.replaceAll(TIME, 'time')}, ${rules.length} rules`,
  ];
}

/** The same without the columns that tell who buys. */
export function withoutBuyers(shown: readonly string[]): readonly string[] {
  const headers = shown.map((text) => HEADER.exec(text)).filter((found) => found !== null);
  const letters = headers
    .filter(([, , title = '']) => BUYER_TITLES.includes(title))
    .map(([, letter]) => letter);
  return shown.filter((text) => !letters.some((letter) => new RegExp(`^${letter}\\d`).test(text)));
}

/** The first place where they differ; null where they do not. */
export function firstDifference(is: readonly string[], shouldBe: readonly string[]): string | null {
  for (let at = 0; at < Math.max(is.length, shouldBe.length); at += 1) {
    if (is[at] !== shouldBe[at]) return `${is[at] ?? 'nothing'}, should be ${shouldBe[at] ?? 'nothing'}`;
  }
  return null;
}
