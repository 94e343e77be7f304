import vm from 'node:vm';
import { parse } from 'acorn';
import { bundleAddOn } from '../../../bundler/bundle';
import { BUNDLE_NAME } from '../../../bundler/entry-points';
import { ENTRY_POINTS, mainWith, withProject } from './temporary-project';

const bundleOf = (main: string, published = false): Promise<string> =>
  withProject({ 'src/main.ts': main }, (root) => bundleAddOn(root, { version: '1.2.3', published }));

const problemsOf = (main: string): Promise<unknown> =>
  bundleOf(main).then(
    () => [],
    (error: unknown) => (error as { problems?: unknown }).problems ?? error,
  );

type EntryPoint = (argument?: unknown) => unknown;
const load = (code: string): Record<string, EntryPoint> => {
  const globals: Record<string, EntryPoint> = {};
  vm.runInNewContext(code, globals);
  return globals;
};

describe('the bundle', () => {
  it('declares one variable and one real function for each export of the main file, and nothing else', async () => {
    const { body } = parse(await bundleOf(mainWith('class Hidden {} console.log(Hidden);\n')), {
      ecmaVersion: 2019,
    });
    const declarations = body
      .filter((statement) => !('directive' in statement))
      .map((statement) => {
        if (statement.type === 'VariableDeclaration') return statement.declarations.map(({ id }) => id);
        return statement.type === 'FunctionDeclaration' ? statement.id : statement.type;
      });
    expect(declarations).toEqual([
      [expect.objectContaining({ name: BUNDLE_NAME })],
      ...ENTRY_POINTS.map((name): unknown => expect.objectContaining({ name })),
    ]);
  });

  it('hands each call and its argument on to the function of the same name', async () => {
    const globals = load(await bundleOf(mainWith('')));
    for (const name of ENTRY_POINTS) expect(globals[name]?.(7)).toEqual([name, 7]);
  });

  it('keeps everything but the entry points out of reach', async () => {
    const globals = load(await bundleOf(mainWith('function helper() { return 1; }\nhelper();\n')));
    expect(Object.keys(globals).sort()).toEqual([BUNDLE_NAME, ...ENTRY_POINTS].sort());
    expect(Object.keys(globals[BUNDLE_NAME] ?? {}).sort()).toEqual([...ENTRY_POINTS].sort());
  });

  it.each([false, true])('knows its version and whether it is the published form: %s', async (published) => {
    const others = ENTRY_POINTS.filter((name) => name !== 'getStatus');
    const main = mainWith('export const getStatus = () => [__VERSION__, __PUBLISHED_ADDON__];\n', others);
    expect(load(await bundleOf(main, published))['getStatus']?.()).toEqual(['1.2.3', published]);
  });

  it('keeps Russian texts readable', async () => {
    const others = ENTRY_POINTS.filter((name) => name !== 'getStatus');
    expect(await bundleOf(mainWith('export const getStatus = () => "Счета";\n', others))).toContain('Счета');
  });

  it('lowers syntax that the platform refuses', async () => {
    const main = mainWith('class A { x?: { y: number }; z = 1; } console.log(new A().x?.y ?? new A().z);\n');
    await expect(bundleOf(main)).resolves.toContain(BUNDLE_NAME);
  });
});

describe('the build fails', () => {
  it('on a default export', async () => {
    expect(await problemsOf(mainWith('export default 1;\n'))).toHaveLength(1);
  });

  it('on a name that the platform lacks', async () => {
    expect(
      await problemsOf(mainWith('const later = () => setTimeout(later, 1);\nconsole.log(later);\n')),
    ).toEqual([expect.stringMatching(/^Code\.js: line \d+: Apps Script has no setTimeout$/)]);
  });

  it('on a warning of the bundler, such as a BigInt literal', async () => {
    expect(await problemsOf(mainWith('console.log(10n);\n'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^src\/main\.ts: Big integer/)]),
    );
  });

  it('on an import of a built-in of Node', async () => {
    await expect(bundleOf(mainWith('import "node:fs";\n'))).rejects.toThrow(/node:fs/);
  });

  it('on a bundle that is too large', async () => {
    const text = 'x'.repeat(580_000);
    expect(await problemsOf(mainWith(`console.log("${text}");\n`))).toEqual([
      expect.stringMatching(/^Code\.js: \d+ bytes, more than 580000$/),
    ]);
  });

  it('and names every problem, not only the first', async () => {
    expect(await problemsOf(mainWith('console.log([fetch, "a".replaceAll("a", "b")]);\n'))).toHaveLength(2);
  });
});
