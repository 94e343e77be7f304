/** Finds the names that a script takes from outside: those that no scope of its own declares. */
import type { AnyNode, Identifier, Pattern, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';

export interface FreeIdentifier {
  readonly node: Identifier;
  readonly parent: AnyNode | undefined;
}

type Scopes = Map<AnyNode, Set<string>>;

/** In source order. `typeof name` counts as a use: a guarded name is missing all the same. */
export function freeIdentifiers(program: Program): FreeIdentifier[] {
  const scopes = declaredNames(program);
  const found: FreeIdentifier[] = [];
  fullAncestor(program, (node, _, ancestors) => {
    if (node.type !== 'Identifier') return;
    if (ancestors.some((ancestor) => declares(scopes, ancestor, node.name))) return;
    found.push({ node, parent: ancestors[ancestors.length - 2] });
  });
  return found;
}

const isFunction = (node: AnyNode): boolean =>
  node.type === 'FunctionDeclaration' ||
  node.type === 'FunctionExpression' ||
  node.type === 'ArrowFunctionExpression';

const isVariableScope = (node: AnyNode): boolean => node.type === 'Program' || isFunction(node);

const blockScopes: ReadonlySet<string> = new Set([
  'BlockStatement',
  'ForStatement',
  'ForInStatement',
  'ForOfStatement',
  'SwitchStatement',
  'CatchClause',
]);
const isBlockScope = (node: AnyNode): boolean => isVariableScope(node) || blockScopes.has(node.type);

function declares(scopes: Scopes, node: AnyNode, name: string): boolean {
  if (name === 'arguments' && isFunction(node) && node.type !== 'ArrowFunctionExpression') return true;
  return scopes.get(node)?.has(name) === true;
}

function declaredNames(program: Program): Scopes {
  const scopes: Scopes = new Map();
  const declare = (scope: AnyNode | undefined, patterns: readonly Pattern[]): void => {
    if (!scope) return;
    const names = scopes.get(scope) ?? new Set();
    for (const name of patterns.flatMap(boundNames)) names.add(name);
    scopes.set(scope, names);
  };
  fullAncestor(program, (node, _, ancestors) => {
    const around = (isScope: (node: AnyNode) => boolean): AnyNode | undefined =>
      ancestors.findLast((ancestor) => ancestor !== node && isScope(ancestor));
    switch (node.type) {
      case 'VariableDeclaration':
        declare(
          around(node.kind === 'var' ? isVariableScope : isBlockScope),
          node.declarations.map((declarator) => declarator.id),
        );
        return;
      case 'FunctionDeclaration':
        declare(around(isBlockScope), present(node.id));
        declare(node, node.params);
        return;
      case 'FunctionExpression':
        declare(node, [...present(node.id), ...node.params]);
        return;
      case 'ArrowFunctionExpression':
        declare(node, node.params);
        return;
      case 'ClassDeclaration':
        declare(around(isBlockScope), present(node.id));
        return;
      case 'ClassExpression':
        declare(node, present(node.id));
        return;
      case 'CatchClause':
        declare(node, present(node.param));
    }
  });
  return scopes;
}

const present = (pattern: Pattern | null | undefined): Pattern[] => (pattern ? [pattern] : []);

function boundNames(pattern: Pattern): string[] {
  switch (pattern.type) {
    case 'Identifier':
      return [pattern.name];
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === 'RestElement' ? property : property.value),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap(present).flatMap(boundNames);
    case 'AssignmentPattern':
      return boundNames(pattern.left);
    case 'RestElement':
      return boundNames(pattern.argument);
    case 'MemberExpression':
      return [];
  }
}
