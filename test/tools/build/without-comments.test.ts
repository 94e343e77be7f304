import { withoutComments } from '../../../bundler/without-comments';

describe('a script without the comments of its sources', () => {
  it.each([
    ['/** Why. */\nconst a = 1;\n', 'const a = 1;\n'],
    ['const a = {\n  /** Why. */\n  b: 1\n};\n', 'const a = {\n  b: 1\n};\n'],
    ['/**\n * Two\n * lines.\n */\nf();\n', 'f();\n'],
    ['f(/* name */ 1);\n', 'f(  1);\n'],
    ['const a = 1; /* end */\n', 'const a = 1;  \n'],
    ['  // src/main.ts\n  f();\n', '  f();\n'],
    ['  // node_modules/big.js/big.mjs\n  f();\n', '  f();\n'],
    ['  // why\n  f();\n', '  // why\n  f();\n'],
    ['const text = "/* no comment */";\n', 'const text = "/* no comment */";\n'],
    ['const regexp = /\\/*a*\\//;\n', 'const regexp = /\\/*a*\\//;\n'],
    ['const t = `/* ${/* in */ 1} */`;\n', 'const t = `/* ${  1} */`;\n'],
    ['/*! MIT */\nf();\n', '/*! MIT */\nf();\n'],
    ['/* @license MIT */\nf();\n', '/* @license MIT */\nf();\n'],
    ['f(() => { return/**/1; });', 'f(() => { return 1; });'],
    ['const a = 1 /*\n*/ const b = 2;', 'const a = 1 \n const b = 2;'],
  ])('%j is %j', (code, expected) => {
    expect(withoutComments(code)).toBe(expected);
  });
});
