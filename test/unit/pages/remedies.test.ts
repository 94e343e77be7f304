/** Which button a page offers against each failure that it is told of by one sentence. */
import { remedyFor, remedyOf } from '../../../src/pages/remedies';
import { errorTexts, type ErrorTextCode } from '../../../src/texts/error-texts';
import { failureTexts } from '../../../src/texts/failure-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { remedyTexts } from '../../../src/texts/remedy-texts';
import { writerTexts } from '../../../src/texts/writer-texts';
import { aProgress } from './records';

type Sentence = (...values: readonly unknown[]) => string;

/** The same with other values of the CRM, of a portal and of the sheets; a code that may be shown is among them. */
const VALUES: readonly (readonly unknown[])[] = [
  ['invoices', 'crm.item.list'],
  ['ERROR_CORE', 'crm.requisite.list'],
  ['502', 'profile'],
  ['«Портал»', 'scope'],
  ['', ''],
];
const told = (sentence: unknown): string[] => VALUES.map((values) => (sentence as Sentence)(...values));

const codesOf = (remedy: string): ErrorTextCode[] =>
  (Object.keys(errorTexts) as ErrorTextCode[]).filter(
    (code) => remedyOf(told(errorTexts[code])[0] ?? '') === remedy,
  );

describe('What helps against a failure', () => {
  it.each(Object.entries(errorTexts))(
    'is known for every sentence, whatever it quotes: %s',
    (_, sentence) => {
      const remedies = new Set(told(sentence).map(remedyOf));
      expect([...remedies]).toEqual([expect.stringMatching(/^(webhook|settings|again|admin)$/)]);
      for (const text of told(sentence)) expect(remedyOf(refreshTexts.gaveUp(text))).toBe(remedyOf(text));
    },
  );

  it('is another webhook where the sentence asks for one first', () => {
    expect(codesOf('webhook')).toEqual([
      ...['credentials', 'userInactive', 'portalDeleted', 'httpsRequired', 'intranetOnly', 'redirect'],
      ...['redirectLoop', 'dns'],
    ]);
    expect([refreshTexts.webhookGone(), refreshTexts.withheld()].map(remedyOf)).toEqual([
      'webhook',
      'webhook',
    ]);
  });

  it('is another setting where one is wrong', () => {
    expect(codesOf('settings')).toEqual([
      'argument',
      'tooLarge',
      'fieldGone',
      'fieldNotDate',
      'fieldNotSum',
      'fieldNotShown',
      'noConnection',
    ]);
  });

  it('is an administrator where the sentence asks for one first, or rights or the plan have to change', () => {
    const asking = Object.entries(errorTexts).filter(([, sentence]) =>
      /^[^.]*\. Попросите /.test(told(sentence)[0] ?? ''),
    );
    expect(asking.length).toBeGreaterThan(5);
    const others: ErrorTextCode[] = ['subscription', 'scope', 'invisible', 'overload', 'blocked'];
    const codes = [...asking.map(([code]) => code as ErrorTextCode), ...others];
    expect(codesOf('admin')).toEqual(expect.arrayContaining(codes));
  });

  it('is nothing but another refresh where the sheets refuse it, or nobody knows', () => {
    for (const sentence of Object.values(writerTexts).flatMap(writerTold))
      expect(remedyOf(sentence)).toBeNull();
    expect(remedyOf(failureTexts.notLoaded())).toBeNull();
    expect(remedyOf('')).toBeNull();
  });

  it('is to try again after what nobody foresaw, and after Google or the portal ended it', () => {
    const sentences = [
      ...[refreshTexts.unforeseen(), refreshTexts.interrupted(), refreshTexts.writingInterrupted()],
      ...[refreshTexts.stalled('limits'), refreshTexts.stalled('time')],
    ];
    expect(sentences.map(remedyOf)).toEqual(sentences.map(() => 'again'));
  });
});

const writerTold = (sentence: unknown): string[] =>
  [['Краткий', 5, { row: 9, column: 'I' }] as const, ['Полный', 'B2', { row: 1, column: 'J' }] as const].map(
    (values) => (sentence as Sentence)(...values),
  );

describe('What a page offers', () => {
  const owner = { isConnected: true, isOwner: true, waiting: null, refusal: null, stopped: null };
  const colleague = { ...owner, isOwner: false };
  const NOTHING = { progress: null, notice: null, answer: null };
  const failed = (message: string) => ({ ...NOTHING, progress: aProgress({ state: 'failed', message }) });

  it('is the remedy of the last failure, or of the answer to the last click', () => {
    expect(remedyFor(failed(errorTexts.timeout()), owner)).toBe('again');
    expect(remedyFor({ ...failed(errorTexts.timeout()), notice: errorTexts.credentials() }, owner)).toBe(
      'webhook',
    );
    expect(
      remedyFor(
        { ...failed(''), progress: aProgress({ state: 'done', message: errorTexts.timeout() }) },
        owner,
      ),
    ).toBeNull();
  });

  it('is the settings where nobody has connected a portal', () => {
    expect(remedyFor(NOTHING, { ...owner, isConnected: false, isOwner: false })).toBe('settings');
  });

  it('is the trigger that Google has stopped, to its owner, whatever failed before', () => {
    const stopped = { since: null, lastSuccess: null, owner: 'Анна Смирнова' };
    for (const watched of [NOTHING, failed(errorTexts.credentials())]) {
      expect(remedyFor(watched, { ...owner, stopped })).toBe('trigger');
      expect(remedyFor(watched, { ...owner, isOwner: false, stopped })).toBeNull();
    }
    expect(remedyFor({ ...NOTHING, notice: errorTexts.timeout() }, { ...owner, stopped })).toBe('again');
  });

  it('is no new webhook to a colleague, whose it is not', () => {
    expect(remedyFor(failed(errorTexts.credentials()), colleague)).toBeNull();
    expect(remedyFor(failed(errorTexts.fieldGone('UF_CRM_A')), colleague)).toBe('settings');
  });

  it('is a webhook of his own to a colleague where the owner’s is known to be broken', () => {
    const broken = { ...colleague, refusal: 'Подключение не работает.' };
    expect(remedyFor(failed(errorTexts.credentials()), broken)).toBe('own');
    expect(remedyFor({ ...failed(''), answer: 'refused' }, colleague)).toBe('own');
    expect(remedyFor({ ...failed(''), answer: 'queued' }, colleague)).toBeNull();
  });

  it('is no second way to refresh where a colleague waits for the owner to do it', () => {
    const waiting = { at: '2026-11-22T10:00:00.000Z', briefOnly: false };
    expect(remedyFor(failed(errorTexts.timeout()), { ...owner, waiting })).toBeNull();
    expect(remedyFor(failed(errorTexts.credentials()), { ...owner, waiting })).toBe('webhook');
  });
});

describe('The text for an administrator', () => {
  it('holds the sentence, the portal and the methods, and no address of a webhook', () => {
    const text = remedyTexts.forAdmin(errorTexts.scope(), 'demo.bitrix24.ru', ['profile', 'crm.item.list']);
    expect(text.split('\n')).toEqual([
      'Отчёт «Счета Bitrix24» в Google Таблицах не обновляется.',
      `Причина: ${errorTexts.scope()}`,
      'Портал: demo.bitrix24.ru',
      'Вебхуку нужно одно право: «CRM (crm)». Отчёт только читает данные.',
      'Методы: profile, crm.item.list',
    ]);
    expect(remedyTexts.forAdmin('', null, [])).not.toContain('Портал');
  });
});
