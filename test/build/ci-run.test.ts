import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

interface Outcome {
  readonly status: number | null;
  readonly lastLine: string | undefined;
  readonly commands: string[];
}

/** Runs the script beside a stand-in for npm, where nothing can be installed; `behaviour` is the shell code that decides about `$*`. */
function runWith(behaviour: string, { recorded = false, secondsPassed = 0 } = {}): Outcome {
  const folder = mkdtempSync(path.join(tmpdir(), 'invoice-sheets-'));
  try {
    for (const name of ['project/.ci', 'bin', ...(recorded ? ['shared/recorded'] : [])]) {
      mkdirSync(path.join(folder, name), { recursive: true });
    }
    writeFileSync(path.join(folder, 'project/.ci/run'), readFileSync('.ci/run'));
    const standIns = {
      npm: `echo "npm $*" >>'${folder}/commands'\n${behaviour}`,
      'apt-get': 'exit 1',
    };
    for (const [name, code] of Object.entries(standIns)) {
      writeFileSync(path.join(folder, 'bin', name), `#!/usr/bin/env bash\n${code}\n`);
      chmodSync(path.join(folder, 'bin', name), 0o755);
    }
    const code = `SECONDS=${String(secondsPassed)}; source .ci/run`;
    const { status, stdout } = spawnSync('bash', ['-c', code, '.ci/run'], {
      cwd: path.join(folder, 'project'),
      env: { ...process.env, PATH: `${path.join(folder, 'bin')}:${process.env['PATH'] ?? ''}` },
      encoding: 'utf8',
    });
    return {
      status,
      lastLine: stdout.trimEnd().split('\n').pop(),
      commands: readFileSync(path.join(folder, 'commands'), 'utf8').trimEnd().split('\n'),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const tests = (summary: string, status: number): string =>
  `if [ "$*" = test ]; then echo '${summary}' >&2; exit ${String(status)}; fi`;

describe('the script of the checks', () => {
  const green = tests('Tests:       7 passed, 7 total', 0);

  it('counts each test and each other step', () => {
    const { status, lastLine, commands } = runWith(green);
    expect(commands[0]).toMatch(/^npm ci/);
    expect(commands).toContain('npm test');
    expect({ status, lastLine }).toEqual({
      status: 0,
      lastLine: `${String(7 + commands.length - 1)} passed, 0 failed`,
    });
  });

  it('decodes the recorded answers where they are', () => {
    const decode = 'npm run decode -- ../shared/recorded';
    expect(runWith(green, { recorded: true }).commands).toContain(decode);
    expect(runWith(green).commands).not.toContain(decode);
  });

  it('leaves out the browser tests where they would take it beyond a quarter of an hour', () => {
    const browser = 'npm run test:browser -- --if-available';
    expect(runWith(green, { secondsPassed: 500 }).commands).toContain(browser);
    const late = runWith(green, { secondsPassed: 700 });
    expect(late.commands).not.toContain(browser);
    expect(late.lastLine).toBe(`${String(7 + late.commands.length - 1)} passed, 0 failed`);
  });

  it('counts no step that could not be run', () => {
    const { status, lastLine, commands } = runWith(
      `if [[ "$*" = *test:office* ]]; then exit 77; fi\n${green}`,
    );
    expect({ status, lastLine }).toEqual({
      status: 0,
      lastLine: `${String(7 + commands.length - 2)} passed, 0 failed`,
    });
  });

  it.each([
    ['a step fails', `if [ "$*" = 'run types' ]; then exit 1; fi\n${green}`, 1],
    ['linting fails', `if [ "$*" = 'run lint' ]; then exit 1; fi\n${green}`, 1],
    ['a browser test fails', `if [[ "$*" = *test:browser* ]]; then exit 1; fi\n${green}`, 1],
    ['tests fail', tests('Tests:       2 failed, 7 passed, 9 total', 1), 2],
    [
      'the totals are coloured',
      tests('\x1b[1mTests:       \x1b[22m\x1b[31m2 failed\x1b[39m, 7 passed, 9 total', 1),
      2,
    ],
    ['a test file does not load', tests('Tests:       7 passed, 7 total', 1), 1],
    ['no test ran', tests('Tests:       0 total', 0), 1],
    ['jest dies without a total', tests('out of memory', 134), 1],
  ])('fails, and still goes on to the demo, when %s', (_, behaviour, failed) => {
    const { status, lastLine, commands } = runWith(behaviour);
    expect(status).toBe(1);
    expect(lastLine).toMatch(new RegExp(`^\\d+ passed, ${String(failed)} failed$`));
    expect(commands).toContain('npm run demo');
  });

  it('stops when nothing can be installed', () => {
    expect(runWith('exit 1')).toEqual({
      status: 1,
      lastLine: '0 passed, 1 failed',
      commands: [expect.stringMatching(/^npm ci/)],
    });
  });
});
