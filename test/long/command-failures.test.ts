/** `npm run report` where there is no report to be had: what it says, and that it leaves everything as it was. */
import { aPortal } from '../../portal/data/a-portal';
import { htmlInsteadOfJson } from '../../portal/faults';
import type { PortalOptions } from '../../portal/options';
import { Portal } from '../../portal/Portal';
import { serve, type RunningPortal } from '../../portal/server';
import { ReportFolder, runScript, type Finished } from './support/command';

const SECRET = 'q7Zx0Kp4Lm2Vb9Rt6Yw1';
/** The commands share two cores, and two of them repeat their requests for seconds. */
const PATIENCE = 300_000;

const clock = { now: () => Date.now() };
const data = aPortal(clock).withInvoice({ rows: [{}] }).data;

/** How the portal fails, and what the sentence has to speak of. */
const portals: Record<string, readonly [options: Partial<PortalOptions>, about: RegExp]> = {
  'the webhook is not accepted': [{ revoked: true }, /вебхук/i],
  'the webhook lacks the scope': [{ scopes: ['user'] }, /crm|прав/i],
  'the portal answers with a page': [{ faults: () => htmlInsteadOfJson }, /портал/i],
  'the portal was deleted': [{ state: 'closed' }, /портал/i],
  'the portal moved to another host': [{ movedTo: 'https://new.example.ru' }, /new\.example\.ru/],
};

/** Settings files that are refused before anything is asked. */
const settings: Record<string, readonly [text: string, about: RegExp]> = {
  'the settings are not JSON': [`{"webhookUrl": "https://a.ru/rest/1/${SECRET}/"`, /JSON/],
  'a key of the settings is unknown': [
    `{"webhookUrl": "https://a.ru/rest/1/${SECRET}/", "perriod": 1}`,
    /настройк/i,
  ],
  'the webhook is not one': [`{"webhookUrl": "https://a.ru/crm/1/${SECRET}/"}`, /вебхук/i],
  // Nothing listens on port 1 of this machine.
  'the host cannot be reached': [`{"webhookUrl": "http://127.0.0.1:1/rest/1/${SECRET}/"}`, /портал/i],
};

interface Attempt {
  readonly about: RegExp;
  readonly folder: ReportFolder;
  readonly finished: Finished;
}

const attempts = new Map<string, Attempt>();
const running: RunningPortal[] = [];

async function attempt(name: string, text: string, about: RegExp): Promise<void> {
  const folder = new ReportFolder(text);
  attempts.set(name, { about, folder, finished: await folder.report() });
}

async function portalSettings(options: Partial<PortalOptions>): Promise<string> {
  const portal = await serve(new Portal({ data, clock, secret: SECRET, ...options }), { port: 0 });
  running.push(portal);
  return JSON.stringify({ webhookUrl: portal.webhookUrl });
}

beforeAll(async () => {
  await Promise.all([
    ...Object.entries(settings).map(([name, [text, about]]) => attempt(name, text, about)),
    ...Object.entries(portals).map(async ([name, [options, about]]) =>
      attempt(name, await portalSettings(options), about),
    ),
  ]);
}, PATIENCE);

afterAll(async () => {
  for (const { folder } of attempts.values()) folder.remove();
  await Promise.all(running.map((portal) => portal.close()));
});

const names = [...Object.keys(settings), ...Object.keys(portals)];
const made = (name: string): Attempt => {
  const found = attempts.get(name);
  if (!found) throw new Error(`nothing was tried where ${name}`);
  return found;
};

describe.each(names)('where %s', (name) => {
  it('the command fails with one Russian sentence about it', () => {
    const { about, finished } = made(name);
    expect(finished.code).toBe(1);
    expect(finished.stderr).toMatch(/^[А-ЯЁ][^\n]*[а-яё][^\n]*\.\n$/);
    expect(finished.stderr).toMatch(about);
    // How far the command came may be told there, but no success.
    expect(finished.stdout).not.toMatch(/Готово|Файл/);
  });

  it('the older report and its folder stay as they were', () => {
    expect(made(name).folder.files()).toEqual({ 'report.xlsx': ReportFolder.OLDER_REPORT });
  });

  it('the secret of the webhook appears nowhere', () => {
    const { stdout, stderr } = made(name).finished;
    expect(stdout + stderr).not.toContain(SECRET);
  });
});

it('each failure has a sentence of its own', () => {
  const sentences = names.map((name) => made(name).finished.stderr.replace(/\/tmp\S+/g, ''));
  expect(new Set(sentences).size).toBe(names.length);
});

it(
  'missing or unknown arguments are answered by the usage',
  async () => {
    const wrong = [[], ['--settings', 'a.json', '--out', 'b.xlsx', '--fast']];
    const runs = await Promise.all(wrong.map((args) => runScript('cli/report.ts', args)));
    for (const { code, stdout, stderr } of runs) {
      expect(code).toBe(1);
      expect(stdout).toBe('');
      expect(stderr).toMatch(/^[^\n]*npm run report -- --settings[^\n]*--out[^\n]*\.\n$/);
    }
  },
  PATIENCE,
);
