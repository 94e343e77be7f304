/** What Google's parser does with a script when it is pushed: refuses newer syntax and finds the entry points. */
import { parse, type ModuleDeclaration, type Pattern, type Statement } from 'acorn';

export interface ScriptFile {
  /** As the editor shows it, without extension: `Code`. */
  readonly name: string;
  readonly source: string;
}

export interface ScriptOutline {
  /** Names that menus, triggers and pages can call: only what is a function in plain sight. */
  readonly functions: readonly string[];
  /** Names declared by top-level `let`, `const` and `class`. */
  readonly lexicalNames: readonly string[];
}

/**
 * ES2019 as a classic script: no class fields, no optional chaining, no import, export or top-level await.
 * Throws `Syntax error: … line: N file: F`, as clasp reports a refused push.
 */
export function outline({ name, source }: ScriptFile): ScriptOutline {
  const functions: string[] = [];
  const lexicalNames: string[] = [];
  for (const statement of parseScript(name, source)) {
    if (statement.type === 'FunctionDeclaration') functions.push(statement.id.name);
    if (statement.type === 'ClassDeclaration') lexicalNames.push(statement.id.name);
    if (statement.type !== 'VariableDeclaration') continue;
    for (const { id, init } of statement.declarations) {
      if (statement.kind !== 'var') lexicalNames.push(...boundNames(id));
      const isFunction = init?.type === 'FunctionExpression' || init?.type === 'ArrowFunctionExpression';
      if (isFunction && id.type === 'Identifier') functions.push(id.name);
    }
  }
  return { functions, lexicalNames };
}

/**
 * A script as two: its top-level functions, then everything else, each at its old line and column. Evaluated in
 * that order over all files, functions are there from the start whatever the file (Google, release note of 2022-06-06).
 */
export function hoistFunctions({ name, source }: ScriptFile): { functions: ScriptFile; rest: ScriptFile } {
  const functions = parseScript(name, source).filter(({ type }) => type === 'FunctionDeclaration');
  const directives = parseScript(name, source).filter((node) => 'directive' in node);
  return {
    functions: { name, source: keepOnly(source, [...directives, ...functions]) },
    rest: { name, source: functions.reduce(blankOut, source) },
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const blank = (text: string) => text.replace(/[^\n\r\u2028\u2029]/g, ' ');
const blankOut = (source: string, { start, end }: Stretch) =>
  source.slice(0, start) + blank(source.slice(start, end)) + source.slice(end);

function keepOnly(source: string, kept: readonly Stretch[]): string {
  const points = kept.flatMap(({ start, end }) => [start, end]);
  const pieces = [0, ...points].map((from, index) => source.slice(from, points[index] ?? source.length));
  return pieces.map((piece, index) => (index % 2 === 1 ? piece : blank(piece))).join('');
}

function parseScript(name: string, source: string): (Statement | ModuleDeclaration)[] {
  try {
    return parse(source, { ecmaVersion: 2019, sourceType: 'script', locations: true }).body;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { loc } = error as SyntaxError & { loc: { line: number } };
    const message = error.message.replace(/ \(\d+:\d+\)$/, '');
    throw new SyntaxError(`Syntax error: ${message} line: ${loc.line} file: ${name}.gs`);
  }
}

function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'RestElement' ? property.argument : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? boundNames(element) : []));
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'MemberExpression':
      return [];
  }
}
