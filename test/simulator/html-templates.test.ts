import { aProject, aSimulator, thrownBy, valueOf } from './a-simulator';

const rendered = (template: string, assignments = '') =>
  valueOf(
    `const template = HtmlService.createTemplate(${JSON.stringify(template)}); ${assignments}
     return template.evaluate().getContent();`,
  );

test('scriptlets run on the server, see what was assigned and print between the literal text', () => {
  expect(
    rendered(
      '<ul><? for (const name of names) { ?><li><?= name ?></li><? } ?></ul>',
      "template.names = ['a', 'b'];",
    ),
  ).toBe('<ul><li>a</li><li>b</li></ul>');
});

test('only the first statement of a printing scriptlet is printed, the others just run', () => {
  expect(rendered("<?= 'printed'; calls.push(1) ?> <?= calls.length ?>", 'template.calls = [];')).toBe(
    'printed 1',
  );
});

test.each([
  ['text', '<p><?= value ?></p>', '<p>&lt;a href=&#34;x&#34;&gt; &amp; &#39;y&#39;</p>'],
  ['an attribute', '<p title="<?= value ?>">', '<p title="&lt;a href=&#34;x&#34;&gt; &amp; &#39;y&#39;">'],
  [
    'a script',
    '<script>const a = <?= value ?>;</script>',
    "<script>const a = '\\u003ca href=\\u0022x\\u0022\\u003e \\u0026 \\u0027y\\u0027';</script>",
  ],
  [
    'a text in a script',
    "<script>const a = '<?= value ?>';</script>",
    "<script>const a = '\\u003ca href=\\u0022x\\u0022\\u003e \\u0026 \\u0027y\\u0027';</script>",
  ],
  ['raw output', '<p><?!= value ?></p>', `<p><a href="x"> & 'y'</p>`],
])('a value is escaped as its place needs: %s', (_, template, content) => {
  expect(rendered(template, `template.value = '<a href="x"> & \\'y\\'';`)).toBe(content);
});

test('an address keeps harmless schemes and loses those that run as a script', () => {
  const link = '<a href="<?= address ?>">';

  expect(rendered(link, "template.address = 'https://a.b/?c=1&d=2';")).toBe(
    '<a href="https://a.b/?c=1&amp;d=2">',
  );
  expect(rendered(link, "template.address = 'javascript:alert(1)';")).toBe('<a href="#">');
});

test('numbers and objects go into a script as they are', () => {
  expect(
    rendered('<script>const a = <?= value ?>;</script>', "template.value = { a: 1, b: '</script>' };"),
  ).toBe('<script>const a = {"a":1,"b":"\\u003c/script\\u003e"};</script>');
});

test('a template may come from a file and call functions of the script', () => {
  const project = aProject(
    "function main() { return HtmlService.createTemplateFromFile('ui/page').evaluate().setTitle('t').getContent(); } function greeting() { return 'hello'; }",
    { 'ui/page.html': '<b><?= greeting() ?></b>' },
  );

  expect(aSimulator('', { project }).run({ function: 'main', via: 'menu' }).value).toBe('<b>hello</b>');
  expect(thrownBy("HtmlService.createTemplateFromFile('none')")).toContain('No HTML file named none');
});

test('an error in a scriptlet comes out of evaluate', () => {
  expect(thrownBy("HtmlService.createTemplate('<? missing() ?>').evaluate()")).toBe(
    'ReferenceError: missing is not defined',
  );
});

test('a scriptlet where escaping is not simulated fails the whole run', () => {
  expect(() => rendered('<style>p { color: <?= value ?> }</style>', "template.value = 'red';")).toThrow(
    'A scriptlet in a style is not simulated',
  );
});
