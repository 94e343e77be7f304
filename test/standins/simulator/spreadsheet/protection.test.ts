import { openSpreadsheet, refusalOf, scriptUser } from './support';

const refused =
  'Exception: You are trying to edit a protected cell or object. ' +
  'Please contact the spreadsheet owner to remove protection if you need to edit.';

test('A protected range refuses writes that touch it and leaves the rest', () => {
  const { sheet, user } = openSpreadsheet();
  user.protect(sheet.getName(), 'B2:C3');
  expect(refusalOf(() => sheet.getRange('A1:B2').setValue('x'))).toBe(refused);
  expect(refusalOf(() => sheet.getRange('C3').setBackground('red'))).toBe(refused);
  expect(refusalOf(() => sheet.deleteRows(3, 1))).toBe(refused);
  expect(sheet.getRange('A1:B2').getValues()).toEqual([
    ['', ''],
    ['', ''],
  ]);
  expect(sheet.getRange('A1').setValue('x').getValue()).toBe('x');
  expect([sheet.getRange('C3').canEdit(), sheet.getRange('D4').canEdit()]).toEqual([false, true]);
});

test('A protected sheet refuses writes and changes of itself', () => {
  const { sheet, spreadsheet, user } = openSpreadsheet();
  spreadsheet.insertSheet('второй');
  user.protect(sheet.getName(), null);
  const changes = [
    () => sheet.getRange('A1').setValue('x'),
    () => sheet.setName('другое'),
    () => sheet.setColumnWidth(1, 20),
    () => sheet.insertRowsAfter(1000, 1),
    () => sheet.setFrozenRows(1),
    () => spreadsheet.deleteSheet(sheet),
  ];
  expect(changes.map(refusalOf)).toEqual(changes.map(() => refused));
});

test('Editors of a protection may write', () => {
  const { sheet, user } = openSpreadsheet();
  user.protect(sheet.getName(), null, [scriptUser]);
  expect(sheet.getRange('A1').setValue('x').canEdit()).toBe(true);
});

test('A protection with a free range or a mere warning lets writes through', () => {
  const { app, sheet, user } = openSpreadsheet();
  user.protect(sheet.getName(), null);
  user.sheet(sheet.getName()).protections.forEach((protection) => {
    protection.unprotected = [{ row: 1, column: 1, rows: 2, columns: 2 }];
  });
  const mayEdit = () => sheet.getProtections(app.ProtectionType.SHEET).map((each) => each.canEdit());
  expect(mayEdit()).toEqual([false]);
  expect(sheet.getProtections(app.ProtectionType.RANGE)).toEqual([]);
  expect(sheet.getRange('B2').setValue('x').getValue()).toBe('x');
  expect(refusalOf(() => sheet.getRange('B2:B3').setValue('x'))).toBe(refused);
  user.sheet(sheet.getName()).protections.forEach((protection) => {
    protection.warningOnly = true;
  });
  expect(mayEdit()).toEqual([true]);
  expect(sheet.getRange('B3').setValue('x').getValue()).toBe('x');
});

describe('With deferred errors', () => {
  const deferred = () => {
    const opened = openSpreadsheet();
    opened.book.quirks.defersErrors = true;
    opened.user.protect(opened.sheet.getName(), 'B2');
    return opened;
  };

  test('a refused write throws at the flush, once, and what came after it is lost', () => {
    const { app, sheet } = deferred();
    sheet.getRange('B2').setValue('x');
    sheet.getRange('A1').setValue('y');
    expect(refusalOf(() => app.flush())).toBe(refused);
    expect(refusalOf(() => app.flush())).toBe('no exception');
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      ['', ''],
      ['', ''],
    ]);
  });

  test('it throws at the next read as well', () => {
    const { sheet } = deferred();
    sheet.getRange('B2').setValue('x');
    expect(refusalOf(() => sheet.getRange('A1').getValue())).toBe(refused);
    sheet.insertRowsAfter(1000, 1_000_000);
    expect(refusalOf(() => sheet.getMaxRows())).toContain('10000000 cells');
  });

  test('what the arguments alone show to be wrong throws at once', () => {
    const { sheet } = deferred();
    expect(refusalOf(() => sheet.getRange('A1:A2').setValues([['x']]))).toContain('The data has 1');
  });

  test('it is there for whoever ends the execution', () => {
    const { sheet, pending } = deferred();
    sheet.getRange('B2').setValue('x');
    expect(refusalOf(() => pending.settle())).toBe(refused);
  });
});
