import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

function decode(files: Record<string, string>): { status: number | null; lines: string[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'invoice-sheets-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    const command = [path.resolve('node_modules/tsx/dist/cli.mjs'), 'cli/decode.ts', folder];
    const { status, stdout } = spawnSync(process.execPath, command, { encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('The command that decodes recorded answers', () => {
  it('prints a line for each recorded answer and a summary', () => {
    const files = {
      'docs.scope.1.json': '{"result":["crm"]}',
      'docs.profile.1.json': '{"error":""}',
      'README.md': '',
    };
    expect(decode(files)).toEqual({
      status: 0,
      lines: [
        'docs.profile.1.json  profile  error: refused',
        'docs.scope.1.json  scope  scope: 1',
        '2 files, 0 unreadable',
      ],
    });
  });

  it('fails when anything could not be read', () => {
    const files = { 'docs.scope.1.json': '{"result":["crm"]}', 'docs.scope.2.json': '{"result":{"a":1}}' };
    const { status, lines } = decode(files);
    expect(status).toBe(1);
    expect(lines[1]).toMatch(/^docs\.scope\.2\.json {2}scope {2}UNREADABLE, scopes: /);
    expect(lines[2]).toBe('2 files, 1 unreadable');
  });

  it('fails when there is nothing to read', () => {
    expect(decode({})).toEqual({ status: 1, lines: ['0 files, 0 unreadable'] });
  });
});
