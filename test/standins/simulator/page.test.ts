import { PageFailure, ScriptError, type Runner } from '../../../simulator';
import { aProject, aSimulator } from '../../support/a-simulator';

const ECHO = `
  function echo(...args) { return args; }
  function give(name) { return results[name](); }
  const results = {
    date: () => ({ when: new Date() }), nothing: () => undefined, map: () => new Map([[1, 2]]),
    bytes: () => Int8Array.from([1, 2]), nested: () => [{ a: null, b: undefined, c: 'x' }], fn: () => () => 1,
    promise: () => Promise.resolve('later'), cycle: () => { const a = {}; a.a = a; return a; }, text: () => 'text',
  };
  function fail() { throw new RangeError('Плохо'); }
  function private_() {}
  var object = { method() { return 'called'; } };`;
const page = () => aSimulator(ECHO).page('anna');
const withHandler = (runner: Runner, kind: string, handler: (...values: unknown[]) => unknown) =>
  runner[kind]?.(handler) as Runner;

test('arguments arrive as copies, undefined in an array as null, undefined members not at all', () => {
  const sent = { list: [1, undefined, null], none: undefined, yes: true };

  expect(page().call('echo', sent, 'x')).toEqual([{ list: [1, null, null], yes: true }, 'x']);
});

test.each([
  [[1, 2, 3, new Date()], '3'],
  [{ when: new Date() }, 'when'],
  [{ run: () => 1 }, 'run'],
  [{ deep: { map: new Map() } }, 'map'],
])('an argument with something illegal in it never leaves the page', (argument, property) => {
  expect(() => page().call('echo', argument)).toThrow(`Failed due to illegal value in property: ${property}`);
});

test.each([
  ['date', undefined],
  ['cycle', undefined],
  ['nothing', null],
  ['map', {}],
  ['bytes', { 0: 1, 1: 2 }],
  ['nested', [{ a: null, b: null, c: 'x' }]],
  ['promise', 'later'],
  ['fn', '() => 1'],
  ['text', 'text'],
])('a result (%s) arrives as Google lets it', (name, expected) => {
  expect(page().call('give', name)).toEqual(expected);
});

test.each(['private_', 'object.method', 'missing', 'results'])('%s cannot be called from a page', (name) => {
  expect(() => page().call(name)).toThrow(`Script function not found: ${name}`);
});

test('a menu accepts a method of an object', () => {
  const run = (name: string) => aSimulator(ECHO).run({ function: name, via: 'menu' });

  expect(run('object.method').value).toBe('called');
  expect(run('object.missing').error?.message).toBe('Script function not found: object.missing');
  expect(run('private_').error?.message).toBe('Script function not found: private_');
});

test('the failure handler gets name and message of what was thrown', () => {
  const failing = () => page().call('fail');

  expect(failing).toThrow(PageFailure);
  expect(failing).toThrow('Плохо');
});

test('google.script.run answers later, in no particular order, with the user object', () => {
  const numbers = [0.9, 0.1, 0.5, 0.2, 0.8, 0.3];
  const simulator = aSimulator(ECHO, { random: () => numbers.shift() ?? 0 });
  const shown = simulator.page();
  const got: unknown[] = [];
  const runner = withHandler(shown.run, 'withSuccessHandler', (value, user) => got.push([value, user]));
  for (const name of ['a', 'b', 'c']) {
    const own = runner['withUserObject']?.(name) as Runner;
    expect(own['echo']?.(name)).toBeUndefined();
  }

  expect(got).toEqual([]);
  shown.deliver();
  const inOrder = ['a', 'b', 'c'].map((name) => [[name], name]);
  expect(got).not.toEqual(inOrder);
  expect(got).toEqual(expect.arrayContaining(inOrder));
  expect(got).toHaveLength(3);
});

test('the runner has only the functions that a page may call', () => {
  expect(Object.keys(page().run)).toEqual([
    'withSuccessHandler',
    'withFailureHandler',
    'withUserObject',
    'echo',
    'give',
    'fail',
  ]);
});

test('ten calls run at once, the others wait; a failure handler gets no Error of the page’s own world', () => {
  const shown = page();
  const failures: unknown[] = [];
  const runner = withHandler(shown.run, 'withFailureHandler', (error) => failures.push(error));
  for (let call = 0; call < 12; call++) runner['fail']?.();
  shown.deliver();

  expect(failures).toEqual(Array(12).fill(new ScriptError('Плохо')));
  expect(failures.some((failure) => failure instanceof Error)).toBe(false);
  expect(String(failures[0])).toBe('ScriptError: Плохо');
});

test('a sidebar replaces the one before; a page that is not in the project cannot be shown', () => {
  const project = aProject(
    `function show(name) { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(name).setTitle(name)); }`,
    { 'ui/one.html': '<p>1', 'two.html': '<p>2' },
  );
  const simulator = aSimulator('', { project });
  const show = (name: string) =>
    simulator.run({ function: 'show', args: [name], user: 'anna', via: 'page' }).error?.message;

  expect(show('ui/one')).toBeUndefined();
  expect(show('two')).toBeUndefined();
  expect(simulator.screen('anna').sidebar).toEqual({ title: 'two', content: '<p>2' });
  expect(simulator.screen('boris').sidebar).toBeNull();
  expect(show('three')).toBe('No HTML file named three was found.');
});

test('what a script appends to a page comes after it, as it is', () => {
  const project = aProject(
    `function show() {
      const page = HtmlService.createHtmlOutputFromFile('page');
      SpreadsheetApp.getUi().showSidebar(page.append('<b>').append(2));
    }`,
    { 'page.html': '<p>1' },
  );
  const simulator = aSimulator('', { project });
  simulator.run({ function: 'show', user: 'anna', via: 'menu' });

  expect(simulator.screen('anna').sidebar?.content).toBe('<p>1<b>2');
});

test('a menu is clicked by its captions', () => {
  const simulator = aSimulator(`
    function onOpen() {
      const ui = SpreadsheetApp.getUi();
      ui.createMenu('Отчёт').addItem('Обновить', 'refresh').addSeparator()
        .addSubMenu(ui.createMenu('Ещё').addItem('Пропал', 'gone')).addToUi();
    }
    function refresh() { return 'done'; }`);
  simulator.open('anna');

  expect(simulator.click('anna', 'Отчёт', 'Обновить').value).toBe('done');
  expect(simulator.click('anna', 'Отчёт', 'Ещё', 'Пропал').error?.message).toBe(
    'Script function not found: gone',
  );
});

test('an alert is answered by the person, and buttons compare equal', () => {
  const simulator = aSimulator(
    `function main() { const ui = SpreadsheetApp.getUi();
       return ui.alert('Заголовок', 'Вопрос', ui.ButtonSet.YES_NO) === ui.Button.YES; }`,
    { answer: ({ buttons }) => ({ button: buttons === 'YES_NO' ? 'YES' : 'NO' }) },
  );

  expect(simulator.run({ function: 'main', via: 'menu' }).value).toBe(true);
});

test('everything that anybody can read is on one list', () => {
  const simulator = aSimulator(`function main() {
    console.warn('w'); SpreadsheetApp.getUi().alert('a'); SpreadsheetApp.getActiveSpreadsheet().toast('t'); throw new Error('e'); }`);

  expect(() => simulator.page().call('main')).toThrow('e');
  expect(simulator.disclosures.map(({ channel }) => channel)).toEqual([
    'alert',
    'toast',
    'log',
    'error',
    'page',
  ]);
});

test.each([
  ['<p>a</p>\n  <!-- b --><i>c</i>', '<p>a</p>\n<i>c</i>'],
  ['<style>\n  p { color: red } /* why */\n</style>', '<style>\np { color: red } \n</style>'],
  ['<script>a(\'//b\'); // c\n/* d */ e("/*")</script>', '<script>a(\'//b\'); \ne("/*")</script>'],
  ['<script>a(/b\\/"/, "//c")</script>', '<script>a(/b\\/"/, "//c")</script>'],
  // What has cost people whole pages:
  ['<script>a(`https://b`); c()</script>', '<script>a(`https:</script>'],
  ['<script>a(/[/"]/); b("//c"); d()</script>', '<script>a(/[/"]/); b("</script>'],
  ['<a href="https://a.example/">b</a>', '<a href="https://a.example/">b</a>'],
])('a page is served without what is taken for a comment: %s', (content, served) => {
  const project = aProject(
    `function show() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page')); }`,
    { 'page.html': content },
  );
  const simulator = aSimulator('', { project });
  simulator.run({ function: 'show', user: 'anna', via: 'menu' });

  expect(simulator.screen('anna').sidebar?.content).toBe(served);
});
