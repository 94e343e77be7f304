/** `npm run deploy` with the real clasp, and Google played by a server on this machine. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildDistribution, writeDistribution, type Distribution } from '../../bundler/distribution';
import { claspIn, type Clasp } from '../../cli/deploy/clasp';
import { deploy, type DeployChoices } from '../../cli/deploy/deploy';
import { deployTexts } from '../../cli/deploy/texts';
import { Project } from '../../simulator';
import { GoogleOnLoopback, SCRIPT_ID, SPREADSHEET_ID } from './support/GoogleOnLoopback';

const API_DISABLED =
  'User has not enabled the Apps Script API. Enable it by visiting https://script.google.com/home/usersettings then retry.';
const NOTHING_CHOSEN: DeployChoices = { create: null, script: null, force: false };

let distribution: Distribution;
let google: GoogleOnLoopback;
let port: number;
let root: string;
let said: string[];

beforeAll(async () => {
  distribution = await buildDistribution(process.cwd(), { published: false });
});

beforeEach(async () => {
  google = new GoogleOnLoopback();
  port = await google.listen();
  root = mkdtempSync(path.join(tmpdir(), 'deploy-'));
  said = [];
  writeFileSync(path.join(root, '.clasp.json'), readFileSync('.clasp.json'));
  login();
});

afterEach(async () => {
  await google.close();
  rmSync(root, { recursive: true });
});

/** Written as `clasp login` does; the access token is no longer good, so that Google is asked for another. */
function login(): void {
  const token = {
    ...{ type: 'authorized_user', client_id: 'id', client_secret: 'none', refresh_token: 'refresh' },
    ...{ access_token: 'old', expiry_date: 1 },
  };
  writeFileSync(path.join(root, 'login.json'), JSON.stringify({ tokens: { default: token } }));
}

/** clasp itself, with Google on this machine. */
const realClasp = (): Clasp =>
  claspIn(root, {
    ...process.env,
    NODE_OPTIONS: `--require ${path.resolve('test/long/support/google-on-loopback.cjs')}`,
    GOOGLE_ON_LOOPBACK: String(port),
    clasp_config_auth: path.join(root, 'login.json'),
  });

/** `answers` of the person at the terminal, in order; nobody is there without them. */
function run(choices: Partial<DeployChoices> = {}, answers?: string[], clasp = realClasp()): Promise<void> {
  return deploy(
    { ...NOTHING_CHOSEN, ...choices },
    {
      root,
      clasp,
      build: () => {
        writeDistribution(path.join(root, 'dist'), distribution);
        return Promise.resolve();
      },
      ask: answers === undefined ? null : () => Promise.resolve(answers.shift() ?? ''),
      say: (text) => void said.push(text),
    },
  );
}

const projectFile = (): unknown => JSON.parse(readFileSync(path.join(root, '.clasp.local.json'), 'utf8'));

/** What Google holds, named as in `dist/`. */
function pushed(): Record<string, string> {
  const extensions: Record<string, string> = { SERVER_JS: 'js', HTML: 'html', JSON: 'json' };
  return Object.fromEntries(
    google.files.map(({ name, type, source }) => [`${name}.${extensions[type] ?? type}`, source]),
  );
}

describe('Deploying', () => {
  it('attaches a script by the address of its editor, asking before its manifest is replaced', async () => {
    const address = `https://script.google.com/u/0/home/projects/${SCRIPT_ID}/edit`;
    await run({}, ['2', address, 'да']);
    expect(projectFile()).toEqual({ scriptId: SCRIPT_ID, rootDir: 'dist' });
    expect(pushed()).toEqual(Object.fromEntries(distribution));
  });

  it('makes a spreadsheet with a script, pushes exactly what the simulator runs, and says what to click next', async () => {
    await run({}, ['1', 'Счета отдела']);
    expect(google.createdTitles).toEqual(['Счета отдела']);
    expect(projectFile()).toEqual({ scriptId: SCRIPT_ID, parentId: SPREADSHEET_ID, rootDir: 'dist' });
    expect(said.join('\n')).toContain(`https://docs.google.com/spreadsheets/d/${SPREADSHEET_ID}/edit`);
    expect(readFileSync(path.join(root, '.clasp.json'))).toEqual(readFileSync('.clasp.json'));
    expect(pushed()).toEqual(Object.fromEntries(distribution));
    const project = Project.fromFolder(path.join(root, 'dist'));
    const { 'appsscript.json': manifest, 'Code.js': code, ...pages } = pushed();
    expect(JSON.parse(manifest ?? '')).toEqual(project.manifest);
    expect(readFileSync(path.join(root, 'dist/Code.js'), 'utf8')).toBe(code);
    for (const [name, source] of Object.entries(pages)) {
      expect(project.page(name.replace('.html', ''))).toBe(source);
    }
    await run();
    expect(said).toContain(deployTexts.upToDate());
  });

  it('pushes nothing where the person keeps the manifest or nobody can be asked, unless told to', async () => {
    const asked: string[][] = [];
    // As the real one answers where the manifest at Google is another one.
    const clasp: Clasp = (...args) => {
      asked.push([...args]);
      const answer = args.includes('--force') ? '["dist/Code.js"]' : '';
      return Promise.resolve({ succeeded: true, answer, output: answer });
    };
    await expect(run({ script: SCRIPT_ID }, ['нет'], clasp)).rejects.toThrow(deployTexts.manifestKept());
    await expect(run({}, undefined, clasp)).rejects.toThrow(deployTexts.needsForce());
    expect(asked.flat()).not.toContain('--force');
    await run({ force: true }, undefined, clasp);
    expect(asked.at(-1)).toEqual(['push', '--json', '--force']);
    expect(said).toContain(deployTexts.pushed(['dist/Code.js']));
  });
});

it('The committed .clasp.json names the folder that is pushed and no script', () => {
  expect(JSON.parse(readFileSync('.clasp.json', 'utf8'))).toEqual({ rootDir: 'dist' });
});

describe('What stands in the way is said in one sentence:', () => {
  it('nobody has logged in', async () => {
    rmSync(path.join(root, 'login.json'));
    await expect(run({ script: SCRIPT_ID })).rejects.toThrow(deployTexts.notLoggedIn());
  });

  it('the login has expired', async () => {
    google.loginExpired = true;
    await expect(run({ script: SCRIPT_ID })).rejects.toThrow(deployTexts.loginExpired());
  });

  it('the interface is switched off', async () => {
    google.refusal = { status: 403, message: API_DISABLED };
    await expect(run({ script: SCRIPT_ID })).rejects.toThrow(deployTexts.apiDisabled());
  });

  it('a spreadsheet could not be made, and the next try begins anew', async () => {
    google.refusal = { status: 403, message: API_DISABLED };
    await expect(run({ create: 'Счета' })).rejects.toThrow(deployTexts.apiDisabled());
    google.refusal = null;
    await run({ create: 'Счета' });
    expect(projectFile()).toMatchObject({ scriptId: SCRIPT_ID, parentId: SPREADSHEET_ID });
  });

  it('Google cannot be reached', async () => {
    await google.close();
    await expect(run({ script: SCRIPT_ID })).rejects.toThrow(deployTexts.noNetwork());
    google = new GoogleOnLoopback();
    port = await google.listen();
  });

  it('no script is chosen, a script is no script, the local file is broken', async () => {
    await expect(run()).rejects.toThrow(deployTexts.needsChoice());
    await expect(run({ script: 'нет такого' })).rejects.toThrow(deployTexts.noScriptId());
    expect(existsSync(path.join(root, '.clasp.local.json'))).toBe(false);
    writeFileSync(path.join(root, '.clasp.local.json'), '{');
    await expect(run()).rejects.toThrow(deployTexts.brokenProjectFile());
  });

  it('another spreadsheet is wanted where one is attached', async () => {
    writeFileSync(path.join(root, '.clasp.local.json'), JSON.stringify({ scriptId: SCRIPT_ID }));
    await expect(run({ create: 'Ещё одна' })).rejects.toThrow(deployTexts.alreadyAttached());
  });
});
