/** Whether everyone can read the pages: contrast of their colours as WCAG 2.2, 1.4.3 and 1.4.11, count it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FOLDER = path.resolve('src', 'pages');
const styles = readdirSync(FOLDER).filter((name) => name.endsWith('.css'));
const cssOf = (name: string): string => readFileSync(path.join(FOLDER, name), 'utf8');

const colors = new Map(
  [...cssOf('page.css').matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [
    name,
    value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value,
  ]),
);

function luminance(name: string): number {
  const value = colors.get(name);
  if (value === undefined) throw new Error(`no color ${name}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(value.slice(start, start + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('the colours of the pages', () => {
  const onSurfaces = (text: string, ...surfaces: string[]) => surfaces.map((surface) => [text, surface]);

  it.each([
    ...onSurfaces('text', 'paper', 'surface', 'bad-light', 'warning-light', 'accent-light'),
    ...onSurfaces('muted', 'paper', 'surface', 'disabled', 'bad-light'),
    ...onSurfaces('accent', 'paper', 'surface', 'hover', 'pressed', 'bad-light', 'warning-light'),
    ...onSurfaces('good', 'paper', 'surface'),
    ...onSurfaces('bad', 'paper', 'surface', 'bad-light'),
    ...onSurfaces('warning', 'paper', 'surface', 'warning-light'),
    ...onSurfaces('paper', 'accent', 'accent-dark', 'good'),
  ])('let %s be read on %s', (text, surface) => {
    expect(contrast(text, surface)).toBeGreaterThanOrEqual(4.5);
  });

  it.each([
    ['edge', 'paper'],
    ['accent', 'accent-light'],
  ])('let the shape of %s be seen on %s', (shape, surface) => {
    expect(contrast(shape, surface)).toBeGreaterThanOrEqual(3);
  });

  it('all have a name, those that the sheets have apart', () => {
    const SHEET_COLORS = ['#fce4d6', '#c6e0b4', '#ffc0cb', '#d3d3d3', '#f2f2f2'];
    for (const name of styles) {
      const unnamed = cssOf(name)
        .replace(/:root \{[^}]*\}/, '')
        .match(/#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(/g);
      expect((unnamed ?? []).filter((color) => !SHEET_COLORS.includes(color))).toEqual([]);
    }
  });

  it('are all in use', () => {
    const all = styles.map(cssOf).join('');
    expect([...colors.keys()].filter((name) => !all.includes(`var(--${name})`))).toEqual([]);
  });
});
