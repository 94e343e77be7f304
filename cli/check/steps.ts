/** All that is checked, once: `npm run check` takes what needs only the lock file, `-- --ci` everything. */

export interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /**
   * `background` begins at once and is waited for before the first `last` one; `quick` ones need one core each and run
   * side by side; `long` and `last` ones take the whole machine, one after another. Where CI's time does not suffice for
   * a `last` one, it is left out.
   */
  readonly turn: 'background' | 'quick' | 'long' | 'last';
  /** How long a `last` one takes on two cores. */
  readonly minutes?: number;
  /** How it is counted: `tests` of jest one by one, a `preparation` not at all, anything else as one. */
  readonly counts: 'step' | 'tests' | 'preparation';
  /** It needs a program that the lock file does not bring, or repeats what a developer runs by hand. */
  readonly ciOnly: boolean;
  /** The command that mends what this step complains of. */
  readonly fix?: readonly [string, ...string[]];
}

/** The compiler's projects: the add-on, everything that Node.js runs, and two for browsers. */
const TYPES = [
  'tsconfig.json',
  'tsconfig.node.json',
  'src/pages/tsconfig.json',
  'preview/page/tsconfig.json',
];

/** jest's own count of what it ran. */
export const countsFile = (name: string): string => `out/check/${name}.json`;

/** `recorded`: a folder of recorded answers of a portal, where there is one. */
/** Parts of the tests that take minutes, so that as many as CI has time for are run. */
const PARTS = { promises: 3, long: 5 };

export function stepsWith(recorded?: string): Step[] {
  const quick = { turn: 'quick', counts: 'step', ciOnly: false } as const;
  const last = { turn: 'last', counts: 'step', ciOnly: true } as const;
  return [
    {
      ...{ name: 'programs', command: ['npx', 'tsx', 'cli/check/programs.ts'] },
      ...{ turn: 'background', counts: 'preparation', ciOnly: true },
    },
    {
      ...quick,
      name: 'lint',
      command: ['npx', 'eslint', '--concurrency=2', '.'],
      fix: ['npx', 'eslint', '--fix', '.'],
    },
    { ...quick, name: 'build', command: ['npm', 'run', 'build'] },
    { ...quick, name: 'build:addon', command: ['npm', 'run', 'build:addon'] },
    ...TYPES.map((file): Step => ({ ...quick, name: `types:${file}`, command: ['npx', 'tsc', '-p', file] })),
    {
      ...quick,
      ...{ name: 'format', command: ['npx', 'prettier', '--check', '.'] },
      fix: ['npx', 'prettier', '--write', '--log-level', 'warn', '.'],
    },
    { ...quick, name: 'boundaries', command: ['npx', 'tsx', 'cli/check/boundaries.ts'] },
    { ...quick, name: 'unused', command: ['npx', 'knip'] },
    { ...quick, name: 'secrets', command: ['npx', 'secretlint', '--secretlintignore', '.gitignore', '**/*'] },
    tests('tests', ['npm', 'test', '--']),
    { ...last, name: 'demo', minutes: 0.5, command: ['npm', 'run', 'demo'] },
    ...(recorded === undefined
      ? []
      : [
          {
            ...{ ...last, name: 'decode', minutes: 0.2 },
            command: ['npx', 'tsx', 'cli/decode.ts', recorded],
          } satisfies Step,
        ]),
    ...partsOf('promises', 2),
    ...partsOf('long', 1.5),
    {
      ...{ ...last, name: 'office', minutes: 1 },
      command: ['npx', 'tsx', 'test/office/run.ts', '--if-available'],
    },
    {
      ...tests('browser', ['npm', 'run', 'test:browser', '--', '--if-available']),
      ...{ turn: 'last', minutes: 6, ciOnly: true },
    },
  ];
}

/** @param minutes of one part */
const partsOf = (project: keyof typeof PARTS, minutes: number): Step[] =>
  Array.from({ length: PARTS[project] }, (_, index) => {
    const part = `--shard=${String(index + 1)}/${String(PARTS[project])}`;
    const command = ['npx', 'jest', '--selectProjects', project, part] as const;
    return { ...tests(`${project}-${String(index + 1)}`, command), turn: 'last', minutes };
  });

const tests = (name: string, [program, ...options]: readonly [string, ...string[]]): Step => ({
  name,
  command: [program, ...options, '--json', '--outputFile', countsFile(name)],
  turn: 'long',
  counts: 'tests',
  ciOnly: false,
});
