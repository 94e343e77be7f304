/** Finds the names that a script takes from outside: those that no scope of its own declares. */
import type { AnyNode, Identifier, Program } from 'acorn';
import { fullAncestor } from 'acorn-walk';
import { analyze } from 'eslint-scope';

/** acorn's nodes are those of ESTree, by other names of types. */
type Estree = Parameters<typeof analyze>[0];

export interface FreeIdentifier {
  readonly node: Identifier;
  readonly parent: AnyNode | undefined;
}

/**
 * In source order. `typeof name` counts as a use: a guarded name is missing all the same. `program`: of ECMAScript 2019,
 * parsed with `ranges`.
 */
export function freeIdentifiers(program: Program): FreeIdentifier[] {
  const { globalScope } = analyze(program as unknown as Estree, { ecmaVersion: 2019, sourceType: 'script' });
  // A script's own functions and variables may be changed by another script, so they are through as well.
  const taken = (globalScope?.through ?? []).filter(
    ({ identifier }) => !globalScope?.set.has(identifier.name),
  );
  const nodes = new Set<unknown>(taken.map(({ identifier }) => identifier));
  const found: FreeIdentifier[] = [];
  fullAncestor(program, (node, _, ancestors) => {
    if (node.type === 'Identifier' && nodes.has(node)) found.push({ node, parent: ancestors.at(-2) });
  });
  return found;
}
