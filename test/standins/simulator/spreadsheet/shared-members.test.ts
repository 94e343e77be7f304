import { openSpreadsheet } from './support';

test('Rich texts share the members of their class, so that ten thousands of them stay small', () => {
  const { app } = openSpreadsheet();
  const [one, other] = ['a', 'b'].map((text) => app.newRichTextValue().setText(text).build());

  expect(Reflect.get(one as object, 'getText')).toBe(Reflect.get(other as object, 'getText'));
  expect([one?.getText(), other?.getText()]).toEqual(['a', 'b']);
});

test('A shared member fails by name apart from its object, as does a member that is not simulated', () => {
  const { app } = openSpreadsheet();
  const value = app.newRichTextValue().setText('a').build();
  const alone: () => string = value.getText.bind(undefined);

  expect(() => alone()).toThrow('RichTextValue.getText apart from its object is not simulated');
  expect(() => Reflect.get(value, 'getNothing') as unknown).toThrow(
    'RichTextValue.getNothing is not simulated',
  );
  expect(() => Reflect.set(value, 'text', 'b')).toThrow('assignment to RichTextValue.text is not simulated');
  expect(['getText' in value, 'getNothing' in value, Object.keys(value)]).toEqual([true, false, []]);
});

test('A member of a range works on the range that it is called on, and answers with it', () => {
  const { sheet } = openSpreadsheet();
  const [one, other] = [sheet.getRange('A1'), sheet.getRange('B2:C3')];

  expect(other.getA1Notation.call(one)).toBe('A1');
  expect(other.setNote.call(one, 'a')).toBe(one);
  expect([one.getNote(), other.getNote()]).toEqual(['a', '']);
  expect(() => one.setNote.call(sheet, 'a')).toThrow('Range.setNote apart from its object is not simulated');
});

test('A member of a service works apart from it', () => {
  const { app } = openSpreadsheet();
  const newTextStyle: () => object = app.newTextStyle.bind(undefined);

  expect('setBold' in newTextStyle()).toBe(true);
});

test('Constants of enums stringify to their names, in JSON too, and can be handed back', () => {
  const { app, sheet } = openSpreadsheet();
  const style = app.BorderStyle.SOLID;

  expect(JSON.stringify({ style, wrap: sheet.getRange('A1').getWrapStrategy() })).toBe(
    '{"style":"SOLID","wrap":"OVERFLOW"}',
  );
  expect(sheet.getRange('A1').getWrapStrategy()).toBe(app.WrapStrategy.OVERFLOW);
});
