/** Builders for tests of the simulator: a project from source text and a simulator around it. */
import {
  answering,
  Project,
  Simulator,
  VirtualClock,
  type HttpTransport,
  type SimulatorOptions,
} from '../../simulator';
import { SpreadsheetModel } from '../../simulator/spreadsheet';

const SCOPES = [
  'spreadsheets.currentonly',
  'script.external_request',
  'script.container.ui',
  'script.scriptapp',
].map((name) => `https://www.googleapis.com/auth/${name}`);

export const aManifest = (fields: object = {}) =>
  JSON.stringify({
    timeZone: 'Europe/Moscow',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: SCOPES,
    ...fields,
  });

export const aProject = (source: string, others: Record<string, string> = {}) =>
  new Project({ 'Code.js': source, 'appsscript.json': aManifest(), ...others });

export const noHttp: HttpTransport = answering(() => ({ failure: 'dns' }));

export function aSimulator(source: string, options: Partial<SimulatorOptions> = {}) {
  const clock = new VirtualClock();
  const simulator = new Simulator({
    project: aProject(source),
    http: noHttp,
    clock,
    spreadsheet: new SpreadsheetModel(),
    ...options,
  });
  return simulator;
}

/** Runs the body of one function from the editor and gives the whole execution. */
export const runBody = (body: string, options: Partial<SimulatorOptions> = {}) =>
  aSimulator(`function main() { ${body} }`, options).run({ function: 'main', via: 'editor' });

/** What the body returns; fails the test when it throws or is killed. */
export function valueOf(body: string, options: Partial<SimulatorOptions> = {}): unknown {
  const { value, error } = runBody(body, options);
  if (error) throw new Error(error.stack);
  return value;
}

/** `name: message` of what the body throws, as `toString` shows it. */
export const thrownBy = (body: string, options: Partial<SimulatorOptions> = {}) =>
  valueOf(`try { ${body} } catch (error) { return String(error); } return 'nothing was thrown';`, options);
