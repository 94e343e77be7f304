/** That users read Russian, that all of it stands in the catalogue, and that nothing of the catalogue is left over. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { PRODUCT_NAME } from '../../../src/texts/menu-texts';

const SRC = path.resolve('src');
const TEXTS = path.join(SRC, 'texts');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).map((name) => path.join(SRC, name));
const sourcesOf = (isText: boolean) =>
  files
    .filter((file) => file.endsWith('.ts') && file.startsWith(TEXTS + path.sep) === isText)
    .map((file) => ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
const catalogue = sourcesOf(true);
const code = sourcesOf(false);

/** What stands between quotes in a file: strings and the fixed parts of templates. */
function quoted(file: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      found.push(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** Names, codes and keys of a keyboard that have no Russian form. */
const NO_TRANSLATION = new Set(
  [
    ...[
      'Bitrix24',
      'Google',
      'Workspace',
      'CRM',
      'crm',
      'REST',
      'API',
      'JSON',
      'HTTPS',
      'https',
      'http',
      'UTC',
      'Ctrl',
      'C',
    ],
    ...[
      'rest',
      'id',
      'ID',
      'B',
      'I',
      'BEGINDATE',
      'CLOSEDATE',
      'UF',
      'preset',
      'from',
      'to',
      'true',
      'false',
      'off',
      'period',
      'all',
    ],
    'B2',
  ].flatMap((word) => word),
);
const isRussianText = (text: string): boolean => /[А-Яа-яЁё]/.test(text);
const foreignWords = (text: string): string[] =>
  (text.match(/[A-Za-z][A-Za-z0-9]*/g) ?? []).filter((word) => !NO_TRANSLATION.has(word));

describe('what users read', () => {
  it('is Russian, names and codes apart', () => {
    const texts = catalogue.flatMap(quoted).filter(isRussianText);
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.flatMap(foreignWords)).toEqual([]);
  });

  it('is Russian in the page’s own HTML too, which holds nothing but its title', () => {
    for (const file of files.filter((name) => name.endsWith('.html'))) {
      const shown = readFileSync(file, 'utf8')
        .replace(/<[^>]*>/g, '\n')
        .trim();
      expect(shown).toBe(PRODUCT_NAME);
    }
  });
});

describe('a text', () => {
  /** Words that the portal's data is searched for, which nobody reads. */
  const SEARCHED = ['legal-form.ts', 'buyer-name.ts', 'describe-portal.ts', 'text-safety.ts'];

  it('stands nowhere but in the catalogue', () => {
    const strays = code
      .filter(({ fileName }) => !SEARCHED.includes(path.basename(fileName)))
      .flatMap((file) =>
        quoted(file)
          .filter(isRussianText)
          .map((text) => `${path.basename(file.fileName)}: ${text}`),
      );
    expect(strays).toEqual([]);
  });

  const identifiers = new Set<string>();
  for (const file of [...code, ...catalogue]) {
    const isCode = code.includes(file);
    const visit = (node: ts.Node): void => {
      if (ts.isPropertyAccessExpression(node)) identifiers.add(node.name.text);
      if (ts.isBindingElement(node)) identifiers.add((node.propertyName ?? node.name).getText(file));
      if (isCode && ts.isStringLiteralLike(node)) identifiers.add(node.text);
      ts.forEachChild(node, visit);
    };
    visit(file);
  }
  const html = files.filter((name) => name.endsWith('.html')).map((name) => readFileSync(name, 'utf8'));

  it('is said somewhere', () => {
    const keys = catalogue.flatMap((file) =>
      file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList, modifiers }) => {
        const initializer = declarationList.declarations[0]?.initializer;
        const object = initializer && ts.isAsExpression(initializer) ? initializer.expression : initializer;
        const isExported = modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) === true;
        if (!isExported || object === undefined || !ts.isObjectLiteralExpression(object)) return [];
        return object.properties.map(({ name }) =>
          name !== undefined && ts.isStringLiteral(name) ? name.text : (name?.getText(file) ?? ''),
        );
      }),
    );
    expect(keys.length).toBeGreaterThan(200);
    const isSaid = (key: string): boolean =>
      identifiers.has(key) || html.some((page) => page.includes(`data-text="${key}"`));
    expect(keys.filter((key) => !isSaid(key))).toEqual([]);
  });
});
