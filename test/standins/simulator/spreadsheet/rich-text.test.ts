import * as fc from 'fast-check';
import { openSpreadsheet, refusalOf } from './support';

const url = 'https://portal.example/crm/type/31/details/7/';

test('A rich text is stored as it is, whatever it looks like', () => {
  const { app, sheet, book } = openSpreadsheet();
  Object.assign(book.quirks, { atCellParsesFormula: true, atCellConsumesApostrophe: true });
  const range = sheet.getRange('A1');
  fc.assert(
    fc.property(fc.oneof(fc.constantFrom('=1+1', '01', '1-2', "'x", '+7', 'TRUE'), fc.string()), (text) => {
      range.setRichTextValue(app.newRichTextValue().setText(text).build());
      expect(range.getValue()).toBe(text);
      expect(range.getFormula()).toBe('');
      expect(range.getRichTextValue()?.getText()).toBe(text);
    }),
  );
});

test('Where the spreadsheet keeps some texts otherwise, it does so in whatever form they come', () => {
  const { app, sheet, book, user } = openSpreadsheet();
  book.quirks.storedText = (text) => text.replace(/\r/g, '');
  const rich = app.newRichTextValue().setText('a\r\nb').setLinkUrl(url).build();
  const range = sheet.getRange('A1:A4');
  range.setNumberFormat('@');
  sheet.getRange('A1').setValue('a\r\nb');
  sheet.getRange('A2').setValues([['a\r\nb']]);
  sheet.getRange('A3').setRichTextValue(rich);
  user.enter(sheet.getName(), 'A4', 'a\r\nb');
  expect(range.getValues()).toEqual([['a\nb'], ['a\nb'], ['a\nb'], ['a\nb']]);
  expect(sheet.getRange('A3').getRichTextValue()?.getLinkUrl()).toBe(url);
});

test('A link looks like one unless its text style says otherwise, in either order', () => {
  const { app, sheet } = openSpreadsheet();
  const plain = app.newTextStyle().setUnderline(false).setForegroundColor('black').build();
  const builder = () => app.newRichTextValue().setText('7');
  sheet
    .getRange('A1:A3')
    .setRichTextValues([
      [builder().setLinkUrl(url).build()],
      [builder().setLinkUrl(url).setTextStyle(plain).build()],
      [builder().setTextStyle(plain).setLinkUrl(url).build()],
    ]);
  const values = sheet.getRange('A1:A3').getRichTextValues().flat();
  const looks = values.map((value) => {
    const style = value?.getTextStyle();
    return [value?.getLinkUrl(), style?.getForegroundColor(), style?.isUnderline()];
  });
  expect(looks).toEqual([
    [url, '#1155cc', true],
    [url, '#000000', false],
    [url, '#000000', false],
  ]);
});

test('Stretches of a text have their own style and link', () => {
  const { app, sheet } = openSpreadsheet();
  const bold = app.newTextStyle().setBold(true).build();
  const value = app
    .newRichTextValue()
    .setText('abcdef')
    .setTextStyle(1, 4, bold)
    .setLinkUrl(3, 5, url)
    .build();
  const read = sheet.getRange('A1').setRichTextValue(value).getRichTextValue();
  const runs = read?.getRuns().map((run) => [run.getText(), run.getTextStyle().isBold(), run.getLinkUrl()]);
  expect(runs).toEqual([
    ['a', false, null],
    ['bc', true, null],
    ['d', true, url],
    ['e', false, url],
    ['f', false, null],
  ]);
  expect([read?.getLinkUrl(), read?.getLinkUrl(3, 5), read?.getTextStyle().isBold()]).toEqual([
    null,
    url,
    null,
  ]);
});

test('A font set for the cell holds in its runs, and a new value takes the link away', () => {
  const { app, sheet } = openSpreadsheet();
  const range = sheet
    .getRange('A1')
    .setRichTextValue(app.newRichTextValue().setText('7').setLinkUrl(url).build());
  range.setFontColor('#ff0000').setFontLine('none');
  const style = range.getRichTextValue()?.getTextStyle();
  expect([style?.getForegroundColor(), style?.isUnderline()]).toEqual(['#ff0000', false]);
  expect(range.setValue('восемь').getRichTextValue()?.getLinkUrl()).toBeNull();
});

test('Cells without text have no rich text, empty ones an empty one', () => {
  const { sheet } = openSpreadsheet();
  sheet.getRange('A1:B1').setValues([[1, '=A1']]);
  const values = sheet.getRange('A1:C1').getRichTextValues().flat();
  expect(values.map((value) => value?.getText() ?? null)).toEqual([null, null, '']);
});

test('A table of rich texts takes nothing else', () => {
  const { app, sheet } = openSpreadsheet();
  const value = app.newRichTextValue().setText('x').build();
  const range = sheet.getRange('A1:A2');
  expect(refusalOf(() => range.setRichTextValues([[value], [null as unknown as typeof value]]))).toBe(
    'Exception: Cannot convert null to RichTextValue.',
  );
  expect(refusalOf(() => range.setRichTextValues([[value]]))).toContain(
    'The data has 1 but the range has 2.',
  );
  expect(() => range.setValue(value)).toThrow('Writing a value of type object into a cell is not simulated');
});

test('Offsets outside the text are refused', () => {
  const builder = openSpreadsheet().app.newRichTextValue().setText('abc');
  expect(refusalOf(() => builder.setLinkUrl(0, 4, url))).toBe('Exception: Invalid argument: endOffset');
  expect(refusalOf(() => builder.setLinkUrl(2, 1, url))).toBe('Exception: Invalid argument: startOffset');
});
