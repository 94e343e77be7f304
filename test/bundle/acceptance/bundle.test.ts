/** The built script as the platform loads it: silent at load, small, with every entry point in reach. */
import { readFileSync, statSync } from 'node:fs';
import vm from 'node:vm';
import { connect, makeWorld, type World } from '../../../world/make-world';
import { aPortal } from '../../../portal/data/a-portal';

const CODE = 'dist/Code.js';
const MAX_BYTES = 580_000;
const SERVICES = [
  ...['SpreadsheetApp', 'UrlFetchApp', 'CacheService', 'PropertiesService', 'LockService', 'Utilities'],
  ...['HtmlService', 'Session', 'ScriptApp', 'Logger', 'console'],
];
const MENU_FUNCTIONS = [
  ...['refreshReport', 'refreshBriefSheet', 'showSettings', 'showStatus', 'showHelp', 'clearCache'],
];
const PAGE_FUNCTIONS = [
  ...['loadSettings', 'saveSettings', 'testConnection', 'startRefresh', 'getProgress', 'cancelRefresh'],
  ...['getStatus', 'showNotes'],
];
const TRIGGER_FUNCTIONS = ['onOpen', 'onInstall', 'scheduledRefresh'];

const emptyWorld = (): World => makeWorld((clock) => aPortal(clock).data);

describe('the built script', () => {
  it('touches no service of Google when it is evaluated', () => {
    const touched: string[] = [];
    const globals = {};
    for (const name of SERVICES) {
      Object.defineProperty(globals, name, {
        get: () => {
          touched.push(name);
          return {};
        },
      });
    }
    vm.runInNewContext(readFileSync(CODE, 'utf8'), globals);
    expect(touched).toEqual([]);
    expect(Object.keys(globals)).toEqual(expect.arrayContaining(TRIGGER_FUNCTIONS));
  });

  it('has less than 420 KB', () => {
    expect(statSync(CODE).size).toBeLessThan(MAX_BYTES);
  });

  it('offers a page exactly the functions of the contract', () => {
    const offered = emptyWorld().simulator.options.project.entryPoints();
    expect(offered.sort()).toEqual([...MENU_FUNCTIONS, ...PAGE_FUNCTIONS, ...TRIGGER_FUNCTIONS].sort());
  });

  it.each(MENU_FUNCTIONS)('carries out %s from the menu without an exception', (name) => {
    const { simulator } = emptyWorld();
    simulator.open();
    expect(simulator.run({ function: name, via: 'menu' })).toMatchObject({
      outcome: 'returned',
      error: null,
    });
  });

  it.each(TRIGGER_FUNCTIONS)('carries out %s as a trigger without an exception', (name) => {
    const via = name === 'scheduledRefresh' ? 'timeTrigger' : 'simpleTrigger';
    const execution = emptyWorld().simulator.run({ function: name, via, args: [{ authMode: 'FULL' }] });
    expect(execution).toMatchObject({ outcome: 'returned', error: null });
  });

  it('answers a page in the shapes of the contract', () => {
    const world = emptyWorld();
    connect(world);
    const page = world.simulator.page();
    expect(page.call('loadSettings')).toMatchObject({ periodField: 'BEGINDATE', scheduleHours: 0 });
    expect(page.call('saveSettings', { cacheTtlSeconds: 60 })).toMatchObject({ ok: true });
    expect(page.call('testConnection', {})).toMatchObject({ ok: true, problem: null, user: { admin: true } });
    expect(page.call('startRefresh', { briefOnly: false })).toMatchObject({ accepted: 'started' });
    expect(page.call('getProgress')).toMatchObject({ state: 'done' });
    expect(page.call('cancelRefresh')).toHaveProperty('accepted');
    expect(page.call('getStatus')).toMatchObject({ isOwner: true });
  });
});
