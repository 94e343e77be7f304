import { withNarrowIndents } from '../../../bundler/narrow-indents';

describe('a script with narrow indents', () => {
  it.each([
    ['f();\n  g();\n    h();\n', 'f();\n g();\n  h();\n'],
    ['  f(`a\n  b`);\n  g();\n', ' f(`a\n  b`);\n g();\n'],
    ['f(`\n  ${g(\n    1\n  )}\n  `);\n  h();\n', 'f(`\n  ${g(\n  1\n )}\n  `);\n h();\n'],
    ['f("  a");\n', 'f("  a");\n'],
  ])('%j is %j', (code, expected) => {
    expect(withNarrowIndents(code)).toBe(expected);
  });
});
