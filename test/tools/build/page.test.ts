import path from 'node:path';
import vm from 'node:vm';
import { BuildError } from '../../../bundler/BuildError';
import { commentTraps } from '../../../bundler/comment-traps';
import { buildPage } from '../../../bundler/page';
import { servedPage } from '../../../simulator/services/served-page';
import { withProject } from './temporary-project';

const pageOf = (html: string, sources: Record<string, string> = {}): Promise<string> =>
  withProject({ 'src/pages/sidebar.html': html, ...sources }, (root) =>
    buildPage(path.join(root, 'src/pages/sidebar.html'), { version: '1.2.3', published: false }),
  );

const SCRIPT = '<script src="sidebar.ts"></script>';

/** What a page's script sets as the title, when it is run. */
const titleBy = (html: string): unknown => {
  const document = { title: null };
  vm.runInNewContext(/<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '', { document });
  return document.title;
};

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

  it('holds what a computed module exports, and nothing of what that was made of', async () => {
    const html = await pageOf(SCRIPT, {
      'src/pages/sidebar.ts': "import { begin } from './begins.computed';\ndocument.title = begin;",
      'src/pages/begins.computed.ts':
        "import { sentence } from '../text';\nexport const begin = sentence.slice(0, 5);\nexport const WORDS = [1];",
      'src/text.ts': "export const sentence = 'Отчёт готов';",
    });
    expect(titleBy(html)).toBe('Отчёт');
    expect(html).not.toContain('готов');
  });

  it('has no template literal in its script, because a // in one is taken for a comment', async () => {
    const html = await pageOf(SCRIPT, {
      'src/pages/sidebar.ts': 'document.title = `https://${location.host}/a`;',
    });
    expect(html).not.toContain('`');
    expect(html).toContain(String.raw`"https:/\/"`);
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

describe('what Google’s remover of comments could cut out of a page', () => {
  const SOURCES: readonly (readonly [what: string, source: string, title: unknown])[] = [
    ['// in a string', "'https://a/b'", 'https://a/b'],
    ['a path of stars', "'/*/**/*/'", '/*/**/*/'],
    ['a slash escaped already', "'a\\/\\/b'", 'a//b'],
    ['a backslash before slashes', String.raw`'\\//x'`, '\\//x'],
    ['slashes in an expression', String.raw`'a//b'.replace(/\/\//, '-')`, 'a-b'],
    ['a slash at the end of an expression', String.raw`'a/'.replace(/a\//, '-')`, '-'],
    ['a bare slash in a class', String.raw`'a/"b'.replace(/[/"]+/g, '-')`, 'a-b'],
    ['a quote behind a bare slash in a class', String.raw`'x/y'.split(/[/'"]/).join('//')`, 'x//y'],
    ['a comment', "/* one */ 'a' // two", 'a'],
    ['a comment that a licence wants kept', "/*! kept @license */ 'a'", 'a'],
  ];

  it.each(SOURCES)('is not in its script: %s', async (_, source, title) => {
    const html = await pageOf(SCRIPT, { 'src/pages/sidebar.ts': `document.title = ${source};` });
    const script = /<script>([\s\S]*)<\/script>/.exec(html)?.[1] ?? '';
    expect(script).not.toMatch(/\/[/*]/);
    expect(titleBy(html)).toBe(title);
    expect(titleBy(servedPage(html))).toBe(title);
  });

  it.each([
    ['a comment of the page', '<p>a</p><!-- b --><p>c</p>', 'sidebar.html: <!-- begins a comment of HTML'],
    [
      'a style of its own',
      '<style>p { background: url(//a) }</style>',
      'sidebar.html: // in <style>: …p { background: url(//a) }…',
    ],
    ['a comment in a style', '<style>p{}/* b */</style>', 'sidebar.html: /* in <style>: …p{}/* b */…'],
  ])('is refused by the build: %s', async (_, html, problem) => {
    await expect(pageOf(html)).rejects.toThrow(new BuildError([problem]));
  });

  it.each([
    ["a('b'/*c*/)", ["/* in <script>: …a('b'/*c*/)…"]],
    ["a('//')", ["// in <script>: …a('//')…"]],
    ['a(/[/]/)', ['a slash within a regular expression in <script>: …a(/[/]/)…']],
    ["a(/b/,'c')", []],
  ])('is found in a finished page: %s', (script, problems) => {
    expect(commentTraps(`<p>https://a</p><script>${script}</script>`)).toEqual(problems);
  });
});
