/** The scanner of secrets where a webhook lies in a file, and where only examples do. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { stepsWith } from '../../../cli/check/steps';
import { withProject } from './temporary-project';

/** Run without a shell: the pattern of files is the scanner's own. */
const [program = '', ...options] = stepsWith().find(({ name }) => name === 'secrets')?.command ?? [];

/** Put together here, so that this file passes the check itself. */
const webhookOf = (secret: string): string => ['https://crm.example.ru', 'rest', '17', secret, ''].join('/');

interface Scanned {
  readonly status: number | null;
  readonly output: string;
}

const scan = (sources: Record<string, string>): Promise<Scanned> =>
  withProject({ '.gitignore': 'node_modules\n', ...sources }, (root) => {
    copyFileSync('.secretlintrc.json', path.join(root, '.secretlintrc.json'));
    symlinkSync(path.resolve('node_modules'), path.join(root, 'node_modules'));
    const { status, stdout, stderr } = spawnSync(program, options, { cwd: root, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  });

describe('the search for secrets', () => {
  it('fails on a webhook in any file and does not print it', async () => {
    const secret = 'k3jd92mf01xq8w7z';
    const files = ['src/settings.json', 'docs/setup.md', '.ci/run', 'test/a.test.ts'];
    const command = `curl "${webhookOf(secret)}profile.json"\n`;
    const { status, output } = await scan(Object.fromEntries(files.map((file) => [file, command])));
    expect(status).toBe(1);
    expect(files.filter((file) => !output.includes(file))).toEqual([]);
    expect(output).not.toContain(secret);
  });

  it('fails on other keys too', async () => {
    const key = ['-----BEGIN', 'RSA PRIVATE KEY-----'].join(' ');
    const body = `${key}\n${'MIIEpAIBAAKCAQEA'.repeat(20)}\n${key.replace('BEGIN', 'END')}\n`;
    expect(await scan({ 'a.pem': body })).toMatchObject({ status: 1 });
  });

  it('passes examples and masked webhooks', async () => {
    const examples = [...['demo0secret0of0a0portal', 's3cret', '********'].map(webhookOf), '/rest/1/секрет/'];
    expect(await scan({ 'docs/a.md': examples.join('\n') })).toMatchObject({ status: 0 });
  });
});
