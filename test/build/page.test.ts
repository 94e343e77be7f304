import path from 'node:path';
import { buildPage } from '../../cli/build/page';
import { withProject } from './temporary-project';

const pageOf = (html: string, sources: Record<string, string> = {}): Promise<string> =>
  withProject({ 'src/pages/sidebar.html': html, ...sources }, (root) =>
    buildPage(path.join(root, 'src/pages/sidebar.html'), { version: '1.2.3', published: false }),
  );

const SCRIPT = '<script src="sidebar.ts"></script>';

describe('a page', () => {
  it('holds its script, with what that imports, and its stylesheet', async () => {
    const html = await pageOf(`<head><link rel="stylesheet" href="look.css" /></head><p>Счета</p>${SCRIPT}`, {
      'src/pages/look.css': 'p { color: red; }',
      'src/pages/sidebar.ts': "import { text } from '../text';\ndocument.title = text as string;",
      'src/text.ts': "export const text: unknown = 'Отчёт';",
    });
    expect(html).toMatch(/<style>[^<]*color: ?red;?[^<]*<\/style><\/head><p>Счета<\/p><script>/);
    expect(html).toContain('"Отчёт"');
    expect(html).not.toMatch(/import|unknown|src=|href=/);
  });

  it('has no template literal in its script, because a // in one is taken for a comment', async () => {
    const html = await pageOf(SCRIPT, {
      'src/pages/sidebar.ts': 'document.title = `https://${location.host}/a`;',
    });
    expect(html).not.toContain('`');
    expect(html).toContain('"https://"');
  });

  it('is not ended early by a text of its script', async () => {
    const html = await pageOf(SCRIPT, { 'src/pages/sidebar.ts': "document.title = '</script>$&';" });
    expect(html.match(/<\/script>/g)).toHaveLength(1);
    expect(html).toContain('$&');
  });

  it.each([
    ['a script of its own', '<script>alert(1)</script>'],
    [
      'a script from elsewhere that is not ours to inline',
      '<script async src="https://cdn.example/a.js"></script>',
    ],
    ['a link to a font', '<link rel="preload" href="https://cdn.example/a.woff">'],
    ['a picture from elsewhere', '<img alt="" src="https://cdn.example/a.png">'],
  ])('is refused with %s', async (_, html) => {
    await expect(pageOf(html)).rejects.toThrow(/sidebar\.html: .* is not inlined/);
  });

  it('is refused with a script from elsewhere in the form of our own', async () => {
    await expect(pageOf('<script src="https://cdn.example/a.js"></script>')).rejects.toThrow(/cdn\.example/);
  });

  it('may hold a picture of its own', async () => {
    await expect(pageOf('<img alt="" src="data:image/png;base64,AAAA">')).resolves.toContain('data:image');
  });
});
