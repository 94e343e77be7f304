import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** The numbers and texts that a source writes as such, comments aside; of a product its factors, and what it comes to. */
export function literalsOf(path: string): (number | string)[] {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: (number | string)[] = [];
  const visit = (node: ts.Node): void => {
    const number = numberOf(node);
    const isFactor =
      ts.isBinaryExpression(node) && ts.isBinaryExpression(node.parent) && numberOf(node.parent) !== null;
    if (number !== null && !isFactor) found.push(number);
    if (ts.isStringLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** null for what is neither a number nor a product of numbers. */
function numberOf(node: ts.Node): number | null {
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.AsteriskToken) return null;
  const [left, right] = [numberOf(node.left), numberOf(node.right)];
  return left === null || right === null ? null : left * right;
}
