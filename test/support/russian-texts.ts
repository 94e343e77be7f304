/** The Russian texts of sources and of documents, as a reader gets them. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** Stands in a text for what a template puts there. */
export const PUT_IN = '\ufffc';

const RUSSIAN = /[А-Яа-яЁё]/;

/** Strings and whole templates of a TypeScript file. */
export function textsOfSource(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    if (ts.isTemplateExpression(node))
      found.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(PUT_IN));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter((text) => RUSSIAN.test(text));
}

/** What stands between the tags of an HTML file, each text by itself. */
export const textsOfHtml = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .split(/<[^>]*>/)
    .map((text) => text.trim())
    .filter((text) => RUSSIAN.test(text));

/** Paragraphs, points of lists and cells of tables of a Markdown file, without code, links and stress. */
export const textsOfMarkdown = (file: string): string[] =>
  readFileSync(file, 'utf8')
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/<[^>]*>/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`[^`]*`/g, PUT_IN)
    .replace(/\*+/g, '')
    .replace(/^(?:#+|-|\d+\.) +/gm, '\n')
    .split(/\n\s*\n|\n(?=\|)|\|/)
    .map((text) => text.replace(/\s*\n\s*/g, ' ').replace(/^ +| +$/g, ''))
    .filter((text) => RUSSIAN.test(text));

/** The parameters of a number's type that a file puts into its texts as they are, not grouped by a function. */
export function plainNumbersIn(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const numbers = new Set<string>();
  const put = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isParameter(node) && node.type?.kind === ts.SyntaxKind.NumberKeyword)
      numbers.add(node.name.getText());
    if (ts.isTemplateSpan(node) && ts.isIdentifier(node.expression)) put.add(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...put].filter((name) => numbers.has(name));
}
