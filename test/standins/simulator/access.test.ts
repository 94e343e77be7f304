import { CONSENT_PAGE, Simulator, VirtualClock, type AuthorizationMode, type Via } from '../../../simulator';
import { SpreadsheetModel } from '../../../simulator/spreadsheet';
import { aManifest, aProject, aSimulator, noHttp, thrownBy } from '../../support/a-simulator';

const CALLS: Record<string, string> = {
  'the document': 'SpreadsheetApp.getActiveSpreadsheet().getSheets()',
  properties: "PropertiesService.getUserProperties().getProperty('a')",
  fetch: 'UrlFetchApp.fetchAll([])',
  alert: "SpreadsheetApp.getUi().alert('?')",
  menu: "SpreadsheetApp.getUi().createMenu('M').addItem('a', 'main').addToUi()",
  triggers: 'ScriptApp.getProjectTriggers()',
  cache: "CacheService.getScriptCache().get('a')",
  log: "console.log('x')",
};

const allowed = (authMode: AuthorizationMode) => {
  const via: Via = authMode === 'FULL' ? 'menu' : 'simpleTrigger';
  return Object.keys(CALLS).filter(
    (name) =>
      aSimulator(`function main() { ${CALLS[name] ?? ''} }`).run({ function: 'main', via, authMode })
        .outcome === 'returned',
  );
};

test('each authorization mode allows what Google documents for it', () => {
  expect(allowed('NONE')).toEqual(['menu', 'log']);
  expect(allowed('LIMITED')).toEqual(['the document', 'properties', 'menu', 'cache', 'log']);
  expect(allowed('FULL')).toEqual(Object.keys(CALLS));
});

test('a forbidden call says which permission it misses', () => {
  const opening = aSimulator("function onOpen() { UrlFetchApp.fetch('https://a.example/'); }").open();

  expect(opening.error?.message).toBe(
    'You do not have permission to call UrlFetchApp.fetch. Required permissions: https://www.googleapis.com/auth/script.external_request',
  );
});

test('the mode holds for top-level code too: a service call there costs the menu', () => {
  const simulator = aSimulator(`
    const stored = PropertiesService.getUserProperties().getProperty('a');
    function onOpen() { SpreadsheetApp.getUi().createMenu('M').addItem('a', 'onOpen').addToUi(); }`);

  expect(simulator.open('anna', 'NONE').outcome).toBe('threw');
  expect(simulator.screen('anna').menus.size).toBe(0);
});

const withScopes = (scopes: string[], source: string, grantedScopes?: string[]) => {
  const urls = (names: string[]) => names.map((name) => `https://www.googleapis.com/auth/${name}`);
  const manifest = aManifest({ oauthScopes: urls(scopes) });
  const people = grantedScopes ? { people: { anna: { grantedScopes: urls(grantedScopes) } } } : {};
  return new Simulator({
    project: aProject(`function main() { return String(${source}); }`, {
      'appsscript.json': manifest,
      'page.html': '<p>',
    }),
    ...{ clock: new VirtualClock(), http: noHttp, spreadsheet: new SpreadsheetModel(), ...people },
  }).run({ function: 'main', user: 'anna', via: 'menu' });
};

test.each([
  [
    'UrlFetchApp.fetchAll([])',
    'UrlFetchApp.fetchAll',
    'https://www.googleapis.com/auth/script.external_request',
  ],
  [
    'ScriptApp.getProjectTriggers()',
    'ScriptApp.getProjectTriggers',
    'https://www.googleapis.com/auth/script.scriptapp',
  ],
  [
    'SpreadsheetApp.getActive()',
    'SpreadsheetApp.getActive',
    '(https://www.googleapis.com/auth/spreadsheets.currentonly || https://www.googleapis.com/auth/spreadsheets)',
  ],
  [
    "SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page'))",
    'Ui.showSidebar',
    'https://www.googleapis.com/auth/script.container.ui',
  ],
])('%s without its scope in the manifest is refused', (source, member, scope) => {
  expect(withScopes([], source).error?.message).toBe(
    `Specified permissions are not sufficient to call ${member}. Required permissions: ${scope}`,
  );
});

test('a scope of the manifest that the user did not grant is missing too, and has an address for allowing it', () => {
  const both = ['script.external_request', 'script.scriptapp'];
  const address = 'ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationUrl()';

  expect(withScopes(both, 'UrlFetchApp.fetchAll([])', ['script.scriptapp']).outcome).toBe('threw');
  expect(withScopes(both, address, ['script.scriptapp']).value).toBe(CONSENT_PAGE);
  expect(withScopes(both, address).value).toBe('null');
});

test('requireAllScopes ends the execution where consent is missing', () => {
  const source = 'ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL)';

  expect(withScopes(['script.scriptapp'], source, []).outcome).toBe('killed');
  expect(withScopes(['script.scriptapp'], source).outcome).toBe('returned');
});

test('without a list of scopes Google finds them itself', () => {
  const { oauthScopes, ...fields } = JSON.parse(aManifest()) as Record<string, unknown>;
  const project = aProject('function main() { UrlFetchApp.fetchAll([]); }', {
    'appsscript.json': JSON.stringify(fields),
  });

  expect(oauthScopes).toHaveLength(4);
  expect(aSimulator('', { project }).run({ function: 'main', via: 'menu' }).outcome).toBe('returned');
});

test('with access to the current document only no other one can be opened or created', () => {
  const source = (call: string) => `return SpreadsheetApp.${call}.getId();`;
  const scopes = ['https://www.googleapis.com/auth/spreadsheets'];
  const project = (body: string) =>
    aProject(`function main() { ${body} }`, { 'appsscript.json': aManifest({ oauthScopes: scopes }) });
  const { id } = new SpreadsheetModel();

  for (const call of [
    `openById('${id}')`,
    `openByUrl('https://docs.google.com/spreadsheets/d/${id}/edit')`,
    "create('x')",
  ]) {
    expect(thrownBy(source(call))).toBe(
      `Exception: Specified permissions are not sufficient to call SpreadsheetApp.${call.replace(/\(.*/, '')}. ` +
        'Required permissions: https://www.googleapis.com/auth/spreadsheets',
    );
  }
  const allowed = aSimulator('', { project: project(source(`openById('${id}')`)) });
  expect(allowed.run({ function: 'main', via: 'menu' }).value).toBe(id);
  expect(thrownBy('Sheets.Spreadsheets')).toBe('ReferenceError: Sheets is not defined');
});
