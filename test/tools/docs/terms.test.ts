/** The page of terms sends a reader to files that are there. */
import { existsSync, readFileSync } from 'node:fs';

const rows = readFileSync('docs/terms.md', 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| **'));
const placesOf = (row: string): string[] =>
  [...(row.split('|').at(-2) ?? '').matchAll(/`([^`]+)`/g)].map(([, place = '']) => place);

describe('the page of terms', () => {
  it('explains more than twenty of them', () => {
    expect(rows.length).toBeGreaterThan(20);
  });

  it.each(rows.map((row) => [/\*\*(.+?)\*\*/.exec(row)?.[1] ?? row, placesOf(row)] as const))(
    'says where to find «%s»',
    (_, places) => {
      expect(places).not.toEqual([]);
      expect(places.filter((place) => !exists(place))).toEqual([]);
    },
  );
});

/** `read-*.ts` stands for files of its folder. */
function exists(place: string): boolean {
  return ['', 'src/'].some((root) => existsSync(`${root}${place.replace(/\/[^/]*\*.*$/, '')}`));
}
