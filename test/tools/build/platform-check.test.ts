import { platformProblems } from '../../../bundler/platform-check';

describe('the check for what Apps Script takes', () => {
  it('finds nothing in ES2019 code that uses only the language and the granted services', () => {
    expect(
      platformProblems(`
        function read(cells) {
          const { rows = [], ...rest } = cells;
          try { return [...rows, ...Object.entries(rest)].flat(); } catch { console.error('no rows'); }
        }
        function write() { SpreadsheetApp.getActive().getSheets()[0].at; }
      `),
    ).toEqual([]);
  });

  it.each([
    ['optional chaining', 'const a = {}; a?.b;'],
    ['nullish coalescing', 'const a = null ?? 1;'],
    ['logical assignment', 'let a; a ||= 1;'],
    ['a public class field', 'class A { x = 1; }'],
    ['a static class field', 'class A { static x = 1; }'],
    ['a private member', 'class A { #x() {} }'],
    ['a static block', 'class A { static { } }'],
    ['top-level await', 'await 1;'],
    ['an export', 'export const a = 1;'],
    ['an import', 'import a from "a";'],
    ['a dynamic import', 'import("a");'],
    ['a BigInt literal', 'const a = 1n;'],
    ['a numeric separator', 'const a = 1_000;'],
    ['a regular expression flag of later editions', 'const a = /a/d;'],
  ])('refuses %s', (_, code) => {
    expect(platformProblems(code)).toEqual([
      expect.stringMatching(/^not a script of ECMAScript 2019: .*\(1:\d+\)/),
    ]);
  });

  it.each([
    'setTimeout',
    'clearTimeout',
    'fetch',
    'URL',
    'URLSearchParams',
    'TextEncoder',
    'crypto',
    'atob',
    'btoa',
    'structuredClone',
    'queueMicrotask',
    'process',
    'Buffer',
    'require',
    'module',
    'window',
    'performance',
    'AbortController',
    'BigInt',
    'MailApp',
    'DriveApp',
  ])('refuses %s, which the platform lacks or the manifest does not grant', (name) => {
    expect(platformProblems(`\nfunction f() { return ${name}; }`)).toEqual([
      `line 2: Apps Script has no ${name}`,
    ]);
  });

  it('refuses a missing name that is only asked for by typeof', () => {
    expect(platformProblems('var a = typeof fetch;')).toEqual(['line 1: Apps Script has no fetch']);
  });

  it.each([
    ['console.table', 'function f() { console.table([]); }'],
    ['console.debug', 'function f() { console["debug"](1); }'],
    ['a console that is handed on', 'function f(g) { g(console); }'],
    ['a missing name behind globalThis', 'function f() { globalThis.fetch("a"); }'],
    ['a computed name behind globalThis', 'function f(name) { globalThis[name]; }'],
  ])('refuses %s', (_, code) => {
    expect(platformProblems(code)).toHaveLength(1);
  });

  it.each([
    '[].at(-1)',
    '"a".replaceAll("a", "b")',
    '"a".matchAll(/a/g)',
    '[].findLast(f)',
    '[].toSorted()',
    'Object.hasOwn({}, "a")',
    'Object["groupBy"]([], f)',
    'Promise.allSettled([])',
    'Array.fromAsync([])',
  ])('refuses the younger built-in in %s', (expression) => {
    expect(platformProblems(`function f() { ${expression}; }`)).toEqual([
      expect.stringMatching(/^line 1: .* is younger than ES2019$/),
    ]);
  });

  it('takes a method of our own that shares a name with a younger static', () => {
    expect(platformProblems('function f(rows) { return rows.groupBy("a"); }')).toEqual([]);
  });

  it('refuses a service call at top level, where onOpen may have no rights', () => {
    expect(platformProblems('const sheet = SpreadsheetApp.getActive();')).toEqual([
      expect.stringMatching(/without touching a service: ReferenceError: SpreadsheetApp is not defined/),
    ]);
  });
});
