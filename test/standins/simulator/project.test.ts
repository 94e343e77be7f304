import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Project } from '../../../simulator';
import { aManifest, aProject, aSimulator } from '../../support/a-simulator';

const pushing = (source: string) => () => aProject(source);

test.each([
  ['a class field', 'class A {\n  x = 1;\n}', 'line: 2 file: Code.gs'],
  ['a private member', 'class A { #x() {} }', 'line: 1 file: Code.gs'],
  ['optional chaining', 'var a = {}; a?.b;', 'line: 1 file: Code.gs'],
  ['nullish coalescing', 'var a = null ?? 1;', 'line: 1 file: Code.gs'],
  ['a static block', 'class A { static {} }', 'line: 1 file: Code.gs'],
  ['an import', "import x from 'y';", 'line: 1 file: Code.gs'],
  ['an export', '\n\nexport const x = 1;', 'line: 3 file: Code.gs'],
  ['top-level await', 'await 1;', 'line: 1 file: Code.gs'],
  ['a numeric separator', 'var n = 1_000;', 'line: 1 file: Code.gs'],
])('%s is refused at the push with line and file', (_, source, place) => {
  expect(pushing(source)).toThrow(new RegExp(`^Syntax error: .+ ${place}$`));
});

test('what ES2019 has is accepted: async functions, spread, catch without a name, named groups', () => {
  expect(
    pushing('async function f() { try { return { ...await 1 } } catch { return /(?<a>b)/ } }'),
  ).not.toThrow();
});

test('only functions in plain sight are entry points, and none with a trailing underscore', () => {
  const project = aProject(`
    function plain() {}
    async function later() {}
    function* steps() {}
    var byVar = function () {};
    const byConst = () => 1;
    function hidden_() {}
    var notOne = 5;
    globalThis.assigned = function () {};
    (function () { function inside() {} })();`);

  expect(project.entryPoints()).toEqual(['plain', 'later', 'steps', 'byVar', 'byConst']);
});

test('the same top-level let, const or class in two files cannot be loaded', () => {
  const others = { 'Other.js': 'class b {}', 'Third.js': 'let { a, c: [d] } = {c: []};' };

  expect(() => aProject('const a = 1, b = 2;', others)).toThrow("Identifier 'b' has already been declared");
  expect(() => aProject('let d = 1;', { 'Third.js': others['Third.js'] })).toThrow(
    "Identifier 'd' has already been declared",
  );
});

test('functions and variables may be declared in several files', () => {
  expect(() =>
    aProject('var a = 1; function f() {}', { 'Other.js': 'var a = 2; function f() {}' }),
  ).not.toThrow();
});

test('a manifest without V8 is refused', () => {
  expect(() => new Project({ 'appsscript.json': aManifest({ runtimeVersion: 'STABLE' }) })).toThrow('V8');
});

test('a folder is read as clasp pushes it: scripts, pages by their path, the manifest, nothing else', () => {
  const folder = mkdtempSync(join(tmpdir(), 'project-'));
  mkdirSync(join(folder, 'ui'));
  writeFileSync(join(folder, 'Code.js'), 'function main() { return typeof secret; }');
  writeFileSync(join(folder, 'ui', 'sidebar.html'), '<p>');
  writeFileSync(join(folder, 'appsscript.json'), aManifest());
  writeFileSync(join(folder, 'notes.md'), 'function secret() {}');

  const project = Project.fromFolder(folder);

  expect(project.scripts.map(({ name }) => name)).toEqual(['Code']);
  expect(project.page('ui/sidebar')).toBe('<p>');
  expect(aSimulator('', { project }).run({ function: 'main', via: 'editor' }).value).toBe('undefined');
});
