import { parse } from 'acorn';
import { freeIdentifiers } from '../../../bundler/free-identifiers';

const freeNames = (code: string): string[] =>
  freeIdentifiers(parse(code, { ecmaVersion: 2019, ranges: true })).map(({ node }) => node.name);

describe('names that a script takes from outside', () => {
  it.each([
    ['a call', 'setTimeout(f); function f() {}', ['setTimeout']],
    ['a guard by typeof', 'typeof process === "object"', ['process']],
    ['an assignment to an undeclared name', 'leaked = 1', ['leaked']],
    ['a default of a parameter', 'function f(x = outside) { return x; }', ['outside']],
    ['a default in a pattern', 'const { a = outside } = {};', ['outside']],
    ['a shorthand property', 'const o = { outside };', ['outside']],
    ['a computed key', 'const o = { [outside]: 1 };', ['outside']],
    ['a superclass', 'class A extends Outside {}', ['Outside']],
    ['a use after the block that declared it', '{ let x = 1; } x;', ['x']],
    ['a use outside the loop that declared it', 'for (const x of []) {} x;', ['x']],
    ['a use after the catch clause', 'try {} catch (e) {} e;', ['e']],
    ['the name of a function expression used outside', 'const a = function b() {}; b;', ['b']],
    ['arguments outside any function', '(() => arguments)()', ['arguments']],
  ])('include %s', (_, code, names) => {
    expect(freeNames(code)).toEqual(names);
  });

  it.each([
    ['a property', 'const o = {}; o.setTimeout;'],
    ['a key', '({ setTimeout: 1 })'],
    ['a method', 'class A { fetch() {} }'],
    ['a label', 'fetch: for (;;) { break fetch; }'],
    ['a parameter', 'function f(fetch, { URL }, [atob], ...process) { fetch; URL; atob; process; }'],
    ['a function called before its declaration', 'f(); function f() {}'],
    ['a var used outside its block', 'function f() { { var x = 1; } return x; }'],
    ['a class', 'class A { make() { return new A(); } }'],
    ['the name of a class expression within', 'const A = class B { make() { return B; } };'],
    ['the name of a function expression within', 'const a = function b() { return b; };'],
    ['a caught error', 'try {} catch ({ message }) { message; }'],
    ['a variable of a switch', 'switch (1) { case 1: let x; x; }'],
    ['arguments of a function, within an arrow too', 'function f() { return () => arguments; }'],
  ])('leave out %s', (_, code) => {
    expect(freeNames(code)).toEqual([]);
  });
});
