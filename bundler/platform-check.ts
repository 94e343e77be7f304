/** Tells what Apps Script would refuse or lack in a finished script, without running it on Google. */
import vm from 'node:vm';
import { parse, type AnyNode, type MemberExpression, type Program } from 'acorn';
import { full } from 'acorn-walk';
import { freeIdentifiers } from './free-identifiers';
import { CONSOLE_METHODS, PLATFORM_GLOBALS, YOUNGER_METHODS, YOUNGER_STATICS } from './platform-names';

/** ECMAScript edition that Google's parser surely takes; clasp issues #907 and #935 report what it refuses. */
export const LANGUAGE_EDITION = 2019;

/** One sentence for each problem, with its line; empty when there is none. */
export function platformProblems(code: string): string[] {
  let program: Program;
  try {
    program = parse(code, {
      ecmaVersion: LANGUAGE_EDITION,
      sourceType: 'script',
      locations: true,
      ranges: true,
    });
  } catch (error) {
    return [`not a script of ECMAScript ${String(LANGUAGE_EDITION)}: ${(error as Error).message}`];
  }
  const problems = [...missingGlobals(program), ...youngerBuiltIns(program)];
  return problems.length > 0 ? problems : loadProblems(code);
}

function missingGlobals(program: Program): string[] {
  return freeIdentifiers(program).flatMap(({ node, parent }) => {
    if (!PLATFORM_GLOBALS.has(node.name)) return [`${line(node)}: Apps Script has no ${node.name}`];
    const member =
      parent?.type === 'MemberExpression' && parent.object === node ? memberName(parent) : undefined;
    if (node.name === 'globalThis') {
      const known = member !== undefined && PLATFORM_GLOBALS.has(member);
      return known
        ? []
        : [`${line(node)}: globalThis.${member ?? '…'} is no name that Apps Script is known to have`];
    }
    if (node.name === 'console' && !CONSOLE_METHODS.has(member ?? '')) {
      return [`${line(node)}: Apps Script has no console.${member ?? '…'}`];
    }
    return [];
  });
}

/** Only calls count: `at` is a good name for a field of our own. */
function youngerBuiltIns(program: Program): string[] {
  const problems: string[] = [];
  full(program, (node) => {
    if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return;
    const { object } = node.callee;
    const name = memberName(node.callee) ?? '';
    const qualified = object.type === 'Identifier' ? `${object.name}.${name}` : name;
    if (YOUNGER_METHODS.has(name) || YOUNGER_STATICS.has(qualified)) {
      problems.push(`${line(node)}: ${qualified} is younger than ES${String(LANGUAGE_EDITION)}`);
    }
  });
  return problems;
}

/** Every execution evaluates all top-level code, in `onOpen` without rights: it may not touch a service. */
function loadProblems(code: string): string[] {
  try {
    vm.runInNewContext(code);
    return [];
  } catch (error) {
    return [`cannot be loaded without touching a service: ${String(error)}`];
  }
}

function memberName({ computed, property }: MemberExpression): string | undefined {
  if (!computed && property.type === 'Identifier') return property.name;
  return property.type === 'Literal' && typeof property.value === 'string' ? property.value : undefined;
}

const line = (node: AnyNode): string => `line ${String(node.loc?.start.line)}`;
