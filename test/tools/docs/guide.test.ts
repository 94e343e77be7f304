/** That docs/guide.ru.md explains what the add-on says and shows pictures that are there. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorTexts, type ErrorTextCode, type Readable } from '../../../src/texts/error-texts';
import { savingTexts } from '../../../src/texts/failure-texts';
import { readingTexts } from '../../../src/texts/reading-texts';
import type { PauseReason } from '../../../src/texts/ending-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { writerTexts } from '../../../src/texts/writer-texts';

const guide = readFileSync('docs/guide.ru.md', 'utf8');
const rows = guide.split('\n').filter((line) => line.startsWith('| '));
const firstCells = rows.map((row) => row.split('|')[1]?.trim().replaceAll('\u00a0', ' '));

const METHOD = 'crm.item.list';
const FIELD = 'UF_CRM_1';
const SHEET = 'Краткий';
const CELL = 'B3';

/** With the examples that the guide gives. */
const withParameters = {
  accessDenied: errorTexts.accessDenied('invoices'),
  methodNotFound: errorTexts.methodNotFound(METHOD),
  argument: errorTexts.argument('', METHOD),
  refused: errorTexts.refused('', METHOD),
  serverError: errorTexts.serverError(502),
  blocked: errorTexts.blocked(403),
  redirect: errorTexts.redirect('new.example.ru'),
  badAnswer: errorTexts.badAnswer(METHOD),
  fieldGone: errorTexts.fieldGone(FIELD),
  fieldNotDate: errorTexts.fieldNotDate(FIELD),
  fieldNotSum: errorTexts.fieldNotSum(FIELD),
  fieldNotShown: errorTexts.fieldNotShown(FIELD),
} satisfies Partial<Record<ErrorTextCode, string>>;

const plainTexts = Object.entries(errorTexts)
  .filter(([code]) => !(code in withParameters))
  .map(([code, text]) => [code, (text as () => string)()] as const);

const ofTheWriter: Readonly<Record<keyof typeof writerTexts, string>> = {
  foreignSheet: writerTexts.foreignSheet(SHEET),
  protectedSheet: writerTexts.protectedSheet(SHEET, 'B:I'),
  protectedSize: writerTexts.protectedSize(SHEET),
  cellRejects: writerTexts.cellRejects(SHEET, CELL),
  cellLimit: writerTexts.cellLimit(),
  textTooLong: writerTexts.textTooLong(SHEET, CELL),
  contentBelow: writerTexts.contentBelow(SHEET, 20, { row: 40, column: 'I' }),
  columnsTaken: writerTexts.columnsTaken(SHEET, { all: 'J:L', last: 'L' }, 'K7'),
  typedColumns: writerTexts.typedColumns(),
  looksLikeReport: writerTexts.looksLikeReport(SHEET, 20),
  rowUnclear: writerTexts.rowUnclear(SHEET, 20, { row: 40, column: 'I' }),
  tableLost: writerTexts.tableLost(SHEET, 4, { row: 40, column: 'I' }),
  columnInserted: writerTexts.columnInserted(SHEET, 'E'),
  columnDeleted: writerTexts.columnDeleted(SHEET, 'ИНН'),
  columnMoved: writerTexts.columnMoved(SHEET, 'ИНН'),
  titleMoved: writerTexts.titleMoved(SHEET, 'ИНН', { at: 'D2', place: 'C2' }),
  noteWithoutId: writerTexts.noteWithoutId(SHEET, 17),
  noteDoubled: writerTexts.noteDoubled(SHEET, 12, 17, 57),
  noteFormula: writerTexts.noteFormula(SHEET, 'K7', 'L'),
  noteDropped: writerTexts.noteDropped(SHEET, 'L9'),
  notesEdited: writerTexts.notesEdited(),
  cellDiffers: writerTexts.cellDiffers(SHEET, CELL),
};

const READABLE: readonly Readable[] = [
  ...(['invoices', 'rows', 'links', 'requisites', 'companies'] as const),
  ...(['contacts', 'stages', 'fields', 'profile'] as const),
];

const ofPauses: Readonly<Record<PauseReason, readonly [paused: string, stalled: string]>> = {
  time: [refreshTexts.paused('time', false), refreshTexts.stalled('time')],
  limits: [refreshTexts.paused('limits', false), refreshTexts.stalled('limits')],
  faults: [refreshTexts.paused('faults', false), refreshTexts.stalled('faults')],
  writing: [refreshTexts.paused('writing', false), refreshTexts.stalled('writing')],
};
const pauses = Object.entries(ofPauses).flatMap(([reason, texts]) =>
  texts.map((text) => [`a pause for ${reason}`, text] as const),
);

const OWNER = 'Анна Петрова';
/** Of a refresh: how it ends, why it does not begin, what is asked of a colleague. */
const ofRefreshes = Object.entries({
  noInvoices: refreshTexts.noInvoices(),
  noSmartInvoices: refreshTexts.noSmartInvoices(),
  fewerInvoices: refreshTexts.fewerInvoices(1240, 3),
  interrupted: refreshTexts.interrupted(),
  writingInterrupted: refreshTexts.writingInterrupted(),
  writingKeepsFailing: refreshTexts.writingKeepsFailing(),
  cancelledHalfWritten: refreshTexts.cancelledHalfWritten(),
  busyForAMoment: refreshTexts.busyForAMoment(),
  webhookGone: refreshTexts.webhookGone(),
  withheld: refreshTexts.withheld(),
  queued: refreshTexts.queued(OWNER, '12:05'),
  queuedBehind: refreshTexts.queuedBehind(OWNER),
  connectionBroken: refreshTexts.connectionBroken('02.06.2026', OWNER),
  notTested: refreshTexts.notTested(),
  notCancelled: refreshTexts.notCancelled(),
  notCleared: refreshTexts.notCleared(),
  notLoaded: refreshTexts.notLoaded(),
  notShown: refreshTexts.notShown(),
  saveFailed: savingTexts.saveFailed,
});

/** Why a refresh read everything. */
const ofReadings: Readonly<Record<Parameters<typeof readingTexts.whole>[0], string>> = {
  first: readingTexts.whole('first'),
  forgotten: readingTexts.whole('forgotten'),
  scope: readingTexts.whole('scope'),
  weekly: readingTexts.whole('weekly'),
  cleared: readingTexts.whole('cleared'),
  uncached: readingTexts.whole('uncached'),
  stages: readingTexts.whole('stages'),
  refused: readingTexts.whole('refused'),
  order: readingTexts.whole('order'),
  counts: readingTexts.whole('counts'),
  clock: readingTexts.whole('clock'),
  filter: readingTexts.whole('filter'),
  cost: readingTexts.whole('cost'),
};

describe('The guide', () => {
  it.each([
    ...plainTexts,
    ...Object.entries({ ...withParameters, ...ofTheWriter }),
    ...pauses,
    ...ofRefreshes,
  ])('says what to do about %s', (_, sentence) =>
    expect(firstCells).toContain(sentence.replaceAll('\u00a0', ' ')),
  );

  it.each(Object.entries(ofReadings))('explains why everything was read: %s', (_, sentence) =>
    expect(firstCells).toContain(sentence.replace(/^.*: |\.$/g, '')),
  );

  it.each(READABLE)('names %s among what the webhook’s owner may lack the right to read', (what) => {
    const row = rows.find((line) => line.includes(errorTexts.accessDenied('invoices')));
    const named = errorTexts.accessDenied(what).replace(/^.* читать |\. Попросите .*$/g, '');
    expect(row?.split('|')[2]).toContain(named);
  });

  it('tells no message twice', () => {
    const messages = firstCells.filter((cell) => cell?.endsWith('.'));
    expect(messages.length).toBeGreaterThan(80);
    expect(messages.filter((cell, index) => messages.indexOf(cell) !== index)).toEqual([]);
  });

  it('shows pictures that are there', () => {
    const pictures = [...guide.matchAll(/!\[[^\]]+\]\(([^)]+)\)/g)].map(([, file]) => file ?? '');
    expect(pictures.length).toBeGreaterThan(10);
    for (const file of pictures) expect([file, existsSync(path.join('docs', file))]).toEqual([file, true]);
  });
});
