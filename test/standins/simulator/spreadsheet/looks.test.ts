import { openSpreadsheet, refusalOf } from './support';

test('A cell that nobody touched answers with the defaults', () => {
  const range = openSpreadsheet().sheet.getRange('A1');
  const look = [
    range.getBackground(),
    range.getFontWeight(),
    range.getFontLine(),
    range.getFontSize(),
    range.getFontFamily(),
    range.getNumberFormat(),
    range.getHorizontalAlignment(),
    range.getVerticalAlignment(),
    range.getWrap(),
  ];
  const automatic = '0.###############';
  expect(look).toEqual(['#ffffff', 'normal', 'none', 10, 'Arial', automatic, 'general', 'bottom', false]);
});

test('Tables of looks are read as they were written, null resetting', () => {
  const { sheet } = openSpreadsheet();
  const range = sheet.getRange('B2:C3');
  range.setBackgrounds([
    ['#FCE4D6', 'pink'],
    ['#abc', null],
  ]);
  range.setNumberFormats([
    ['@', 'General'],
    ['dd.mm.yyyy', '#,##0.00'],
  ]);
  range.setFontWeights([
    ['bold', null],
    ['normal', 'bold'],
  ]);
  range.setHorizontalAlignments([
    ['left', 'center'],
    ['right', null],
  ]);
  expect(range.getBackgrounds()).toEqual([
    ['#fce4d6', '#ffc0cb'],
    ['#aabbcc', '#ffffff'],
  ]);
  expect(range.getNumberFormats()).toEqual([
    ['@', 'General'],
    ['dd.mm.yyyy', '#,##0.00'],
  ]);
  expect(range.getFontWeights()).toEqual([
    ['bold', 'normal'],
    ['normal', 'bold'],
  ]);
  expect(range.getHorizontalAlignments()).toEqual([
    ['left', 'center'],
    ['right', 'general'],
  ]);
});

test('Wrapping is one property under two names', () => {
  const { app, sheet } = openSpreadsheet();
  const range = sheet.getRange('A1').setWrap(true);
  expect(range.getWrapStrategy()).toBe(app.WrapStrategy.WRAP);
  expect(range.setWrapStrategy(app.WrapStrategy.CLIP).getWrap()).toBe(false);
});

test('A colour that is none is refused', () => {
  const { sheet } = openSpreadsheet();
  expect(refusalOf(() => sheet.getRange('A1').setBackground('#12345'))).toBe(
    'Exception: Invalid color string',
  );
});

describe('Borders', () => {
  test('are drawn outside and inside, off and left alone as asked', () => {
    const { app, sheet, book } = openSpreadsheet();
    const block = sheet.getRange('B2:C3');
    block.setBorder(true, true, true, true, true, true, '#000000', app.BorderStyle.SOLID);
    block.setBorder(true, null, null, false, null, null, 'red', app.BorderStyle.SOLID_MEDIUM);
    const thin = { style: 'SOLID', color: '#000000' };
    const thick = { style: 'SOLID_MEDIUM', color: '#ff0000' };
    expect(book.activeSheet.borders(2, 2)).toEqual({ top: thick, left: thin, bottom: thin, right: thin });
    expect(book.activeSheet.borders(3, 3)).toEqual({ top: thin, left: thin, bottom: thin, right: null });
  });

  test('are shared by neighbours: the later line stands', () => {
    const { app, sheet, book } = openSpreadsheet();
    sheet.getRange('A1').setBorder(null, null, true, null, null, null);
    sheet.getRange('A2').setBorder(true, null, null, null, null, null, null, app.BorderStyle.DOUBLE);
    expect(book.activeSheet.borders(1, 1).bottom).toEqual({ style: 'DOUBLE', color: '#000000' });
    expect(book.activeSheet.borders(1, 1).bottom).toBe(book.activeSheet.borders(2, 1).top);
  });

  test('of a single cell have no inside', () => {
    const { sheet, book } = openSpreadsheet();
    sheet.getRange('B2').setBorder(null, null, null, null, true, true);
    const none = { top: null, left: null, bottom: null, right: null };
    expect(book.activeSheet.borders(2, 2)).toEqual(none);
  });
});

describe('Clearing', () => {
  const filled = () => {
    const { sheet, book } = openSpreadsheet();
    const range = sheet.getRange('B2').setValue('x').setBackground('red').setNote('заметка');
    range.setBorder(true, true, true, true, null, null);
    return {
      book,
      sheet,
      range,
      state: () => [range.getDisplayValue(), range.getBackground(), range.getNote()],
    };
  };

  test('contents leaves look and note', () => {
    const { range, state } = filled();
    range.clearContent();
    expect(state()).toEqual(['', '#ff0000', 'заметка']);
  });

  test('formats leaves content and note and takes all four lines', () => {
    const { range, state, book } = filled();
    range.clearFormat();
    expect(state()).toEqual(['x', '#ffffff', 'заметка']);
    expect(book.activeSheet.borders(2, 2)).toEqual({ top: null, left: null, bottom: null, right: null });
  });

  test('without options takes contents and look, with options what they name', () => {
    const whole = filled();
    whole.sheet.clear();
    expect(whole.state()).toEqual(['', '#ffffff', 'заметка']);
    const notes = filled();
    notes.range.clear({ commentsOnly: true });
    expect(notes.state()).toEqual(['x', '#ff0000', '']);
  });
});

test('A list of ranges is formatted in one call', () => {
  const { app, sheet, book } = openSpreadsheet();
  const list = sheet.getRangeList(['A1:B1', 'A3']);
  list
    .setBackground('red')
    .setNumberFormat('@')
    .setBorder(null, null, true, null, null, null, null, app.BorderStyle.DASHED);
  expect(sheet.getRange('A1:A3').getBackgrounds()).toEqual([['#ff0000'], ['#ffffff'], ['#ff0000']]);
  expect(sheet.getRange('B1').getNumberFormat()).toBe('@');
  expect(book.activeSheet.borders(3, 1).bottom).toEqual({ style: 'DASHED', color: '#000000' });
  expect(list.getRanges().map((range) => range.getA1Notation())).toEqual(['A1:B1', 'A3']);
  expect(refusalOf(() => sheet.getRangeList(['A1', 'нет']))).toBe('Exception: Range not found');
});

test('Text styles set the fonts of many cells at once and leave open what they do not say', () => {
  const { app, sheet, user } = openSpreadsheet();
  const range = sheet.getRange('A1:B2').setFontSize(14).setFontLine('underline');
  const red = app.newTextStyle().setBold(true).setForegroundColor('#FF0000').build();
  const slanted = app.newTextStyle().setBold(false).setItalic(true).setUnderline(false).build();
  range.setTextStyles([
    [red, slanted],
    [slanted, red],
  ]);
  expect(range.getFontWeights()).toEqual([
    ['bold', 'normal'],
    ['normal', 'bold'],
  ]);
  const colors = ['A1', 'B1', 'A2', 'B2'].map((a1) => user.cell(sheet.getName(), a1).style.fontColor);
  expect(colors).toEqual(['#ff0000', null, null, '#ff0000']);
  expect(range.getFontStyles().flat()).toEqual(['normal', 'italic', 'italic', 'normal']);
  expect(range.getFontLines().flat()).toEqual(['underline', 'none', 'none', 'underline']);
  expect(range.getFontSizes().flat()).toEqual([14, 14, 14, 14]);
});

test('A text style of the whole cell also holds for the runs of its rich text', () => {
  const { app, sheet } = openSpreadsheet();
  const range = sheet.getRange('A1');
  const link = app.newRichTextValue().setText('7').setLinkUrl('https://portal.example/').build();
  range.setRichTextValue(link);
  range.setTextStyles([[app.newTextStyle().setForegroundColor('black').build()]]);
  expect(range.getRichTextValue()?.getTextStyle().getForegroundColor()).toBe('#000000');
  expect(range.getRichTextValue()?.getLinkUrl()).toBe('https://portal.example/');
});

test('Tables of text styles must fit the range and hold nothing else', () => {
  const { app, sheet } = openSpreadsheet();
  const style = app.newTextStyle().build();
  expect(refusalOf(() => sheet.getRange('A1:B1').setTextStyles([[style]]))).toContain('The data has 1 but');
  const bold = 'bold' as unknown as typeof style;
  expect(refusalOf(() => sheet.getRange('A1').setTextStyles([[bold]]))).toContain('Cannot convert bold');
});

test('A look may read otherwise than it was set, one getter and its table alike', () => {
  const { sheet, book } = openSpreadsheet();
  book.quirks.echoes = {
    getBackgrounds: (shown, { row, column }) => (shown === '#ffffff' ? `white ${row} ${column}` : shown),
    getLinkUrl: () => null,
  };
  const range = sheet.getRange('B2:C2');
  range.setBackgrounds([['#fce4d6', null]]);
  expect(range.getBackgrounds()).toEqual([['#fce4d6', 'white 2 3']]);
  expect(sheet.getRange('C2').getBackground()).toBe('white 2 3');
  expect(sheet.getRange('B2').getRichTextValue()?.getLinkUrl()).toBeNull();
});
