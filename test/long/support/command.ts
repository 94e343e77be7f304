/** Runs a command of the project in a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** @param script a file of cli/, as its npm script runs it */
export function runScript(script: string, args: readonly string[] = []): Promise<Finished> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/** The files of one run of `npm run report`; an older report is there already. */
export class ReportFolder {
  static readonly OLDER_REPORT = 'the report of yesterday';
  readonly path = mkdtempSync(path.join(tmpdir(), 'acceptance-report-'));
  readonly out = path.join(this.path, 'report.xlsx');
  readonly stats = path.join(this.path, 'stats.json');
  private readonly settings = path.join(this.path, 'settings.json');

  constructor(settings: string) {
    writeFileSync(this.settings, settings);
    writeFileSync(this.out, ReportFolder.OLDER_REPORT);
  }

  report(...more: string[]): Promise<Finished> {
    return runScript('cli/report.ts', [
      ...['--settings', this.settings, '--out', this.out, '--stats', this.stats],
      ...more,
    ]);
  }

  /** Every file but the settings, with its bytes as text. */
  files(): Record<string, string> {
    const names = readdirSync(this.path, { recursive: true, encoding: 'utf8' }).sort();
    return Object.fromEntries(
      names
        .filter((name) => name !== path.basename(this.settings))
        .map((name) => [name, readFileSync(path.join(this.path, name), 'latin1')]),
    );
  }

  remove(): void {
    rmSync(this.path, { recursive: true });
  }
}
