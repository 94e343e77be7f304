/** `npm run report` with tables: processes that are killed, two at once, a file that another program has open. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeMixedData } from '../../portal/data/mixed-data';
import { Portal } from '../../portal/Portal';
import { serve, type RunningPortal } from '../../portal/server';
import { tableTexts } from '../../tables/texts';
import { differenceOf, tablesIn } from '../support/tables/read-tables';

const SECRET = 'q7Zx0Kp4Lm2Vb9Rt6Yw1';
/** Each command takes seconds to start where others do as well. */
const PATIENCE = 300_000;
const TODAY = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);

const folder = mkdtempSync(path.join(tmpdir(), 'tables-'));
const settings = path.join(folder, 'settings.json');
const clock = { now: () => Date.now() };
const { data } = makeMixedData({ clock, today: TODAY, seed: 3, invoices: 120, linked: false });
const portal = new Portal({
  ...{ data, clock, secret: SECRET, generation: 'new' },
  ...{ limits: 'off', operating: 'off' },
});
let server: RunningPortal;

const at = (name: string): string => path.join(folder, name);

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly told: string;
}

/** @param onRequest called at each request that the portal gets, with how many it has had from this process */
function report(
  out: string,
  onRequest: (count: number, child: ChildProcess) => void = () => undefined,
  ...more: string[]
): Promise<Ended> {
  const args = ['--settings', settings, '--out', at(out), ...more];
  const child = spawn(process.execPath, ['--import', 'tsx', 'cli/report.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [count, told] = [0, ''];
  portal.change({
    faults: () => {
      count += 1;
      onRequest(count, child);
      return null;
    },
  });
  child.stdout.setEncoding('utf8').resume();
  child.stderr.setEncoding('utf8').on('data', (text: string) => (told += text));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal, told }));
  });
}

const killedAt =
  (request: number) =>
  (count: number, child: ChildProcess): void => {
    if (count === request) child.kill('SIGKILL');
  };

const ENDED: Ended = { code: 0, signal: null, told: '' };
const refusedWith = (sentence: string): Ended => ({ code: 1, signal: null, told: `${sentence}\n` });

beforeAll(async () => {
  server = await serve(portal, { port: 0 });
  writeFileSync(settings, JSON.stringify({ webhookUrl: server.webhookUrl, enterpriseLimits: true }));
});

afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

describe('npm run report with tables', () => {
  it(
    'killed time after time leaves what was there, and goes on to the same tables as a run that was not',
    async () => {
      expect(await report('first.duckdb')).toEqual(ENDED);
      const before = readFileSync(at('first.duckdb'));
      for (const id of [...data.invoices.keys()].filter((one) => one % 4 === 0))
        data.changeInvoice(id, { OPPORTUNITY: 100 + id });
      for (const request of [1, 2, 4, 20, 30]) {
        expect(await report('first.duckdb', killedAt(request))).toMatchObject({ signal: 'SIGKILL' });
        expect(readFileSync(at('first.duckdb')).equals(before)).toBe(true);
      }
      expect(await report('first.duckdb')).toEqual(ENDED);
      expect(await report('second.duckdb')).toEqual(ENDED);
      expect(
        differenceOf(await tablesIn(at('first.duckdb')), await tablesIn(at('second.duckdb'))),
      ).toBeNull();
    },
    PATIENCE,
  );

  it(
    'is refused while another one is making the same tables, which that one then makes',
    async () => {
      const others: Promise<Ended>[] = [];
      const ended = await report('twice.duckdb', (count, child) => {
        if (count !== 5 || others.length > 0) return;
        child.kill('SIGSTOP');
        others.push(report('twice.duckdb').finally(() => child.kill('SIGCONT')));
      });
      expect(await Promise.all(others)).toEqual([refusedWith(tableTexts.busyFile(at('twice.duckdb')))]);
      expect(ended).toEqual(ENDED);
    },
    PATIENCE,
  );

  it(
    'is refused while another program has the file open',
    async () => {
      expect(await report('open.duckdb')).toEqual(ENDED);
      const program = `
        const { DuckDBInstance } = require('@duckdb/node-api');
        DuckDBInstance.create(${JSON.stringify(at('open.duckdb'))}).then((file) => {
          console.log('open');
          process.stdin.once('end', () => file.closeSync()).resume();
        });`;
      const other = spawn(process.execPath, ['-e', program], { stdio: ['pipe', 'pipe', 'inherit'] });
      await new Promise((resolve) => other.stdout.once('data', resolve));
      let asked = 0;
      const refused = await report('open.duckdb', () => (asked += 1));
      const isOver = new Promise((resolve) => other.once('close', resolve));
      other.stdin.end();
      await isOver;
      expect(refused).toEqual(refusedWith(tableTexts.busyFile(at('open.duckdb'))));
      expect(asked).toBe(0);
      expect(await report('open.duckdb')).toEqual(ENDED);
    },
    PATIENCE,
  );

  it(
    'tells in one line why there are no tables, and never the secret',
    async () => {
      const whole = readFileSync(settings, 'utf8');
      const { webhookUrl } = server;
      const refusals: readonly (readonly [settings: object, about: RegExp])[] = [
        [{ period: { preset: 'month', from: null, to: null } }, /вебхук/],
        [{ webhookUrl, perriod: 1 }, /настройк/i],
        [{ webhookUrl }, /портал/i],
      ];
      portal.change({ state: 'closed' });
      for (const [input, about] of refusals) {
        writeFileSync(settings, JSON.stringify(input));
        const { code, told } = await report('refused.duckdb');
        expect([code, told]).toEqual([1, expect.stringMatching(/^[А-Я«][^\n]*\n$/)]);
        expect(told).toMatch(about);
        expect(told).not.toContain(SECRET);
      }
      writeFileSync(settings, whole);
    },
    PATIENCE,
  );
});
