import { messageParts, portalOf } from '../../../src/pages/message-parts';
import { outcomeTexts } from '../../../src/texts/outcome-texts';
import { readingTexts } from '../../../src/texts/reading-texts';
import { invoiceName, issueTexts } from '../../../src/texts/sheet-texts';

const PORTAL = 'https://example.bitrix24.ru';
const href = (id: number): string => `${PORTAL}/crm/type/31/details/${id}/`;
const partsOf = (notice: string, portal: string | null = PORTAL) =>
  messageParts(`Готово.\n${notice}`, portal).notices[0];

describe('the message of a finished refresh', () => {
  it('is its counts and a notice for every further line', () => {
    expect(messageParts('Готово. Ещё.\nПервое.\nВторое.', null)).toEqual({
      summary: 'Готово. Ещё.',
      reading: [],
      outcome: [],
      notices: [['Первое.'], ['Второе.']],
    });
    expect(messageParts('', PORTAL)).toEqual({ summary: '', reading: [], outcome: [], notices: [] });
  });

  it.each([readingTexts.whole('counts'), readingTexts.changes(1_051, 4)])(
    'tells apart how the portal was read: %s',
    (sentence) => {
      expect(messageParts(`Готово: 2 счёта. ${sentence}\nПервое.`, null)).toEqual({
        summary: 'Готово: 2 счёта.',
        reading: [sentence.slice(0, -1)],
        outcome: [],
        notices: [['Первое.']],
      });
    },
  );

  it('tells apart what the sheet of debts has brought, which is no notice', () => {
    const overdue = { invoices: 2, sums: [{ currency: 'RUB', all: 5 }], namesCurrency: false };
    expect(messageParts(`Готово.\n${outcomeTexts.overdue(overdue)}\nПервое.`, PORTAL)).toEqual({
      summary: 'Готово.',
      reading: [],
      outcome: ['Долги: просрочено 2 счёта на 5,00.'],
      notices: [['Первое.']],
    });
  });

  it('links each invoice that a sentence of the catalogue names', () => {
    expect(partsOf(issueTexts.rowsUnavailable(invoiceName(80, '17/5')))).toEqual([
      'Строки счёта ',
      { text: '№ 17/5', href: href(80) },
      ' недоступны.',
    ]);
    expect(partsOf(issueTexts.rowSumDiffers(invoiceName(7, ''), { ofRows: 1, ofInvoice: 2 }))).toContainEqual(
      {
        text: 'id 7',
        href: href(7),
      },
    );
  });

  it('links every invoice of a line that tells of several', () => {
    const names = [invoiceName(7, ''), invoiceName(80, '17/5')];
    expect(partsOf(issueTexts.offByKopecks(5, names))).toEqual([
      'У 5 счетов копеечное расхождение сумм или НДС: ',
      { text: 'id 7', href: href(7) },
      ', ',
      { text: '№ 17/5', href: href(80) },
      ' и ещё 3 счёта.',
    ]);
  });

  it.each([PORTAL, null])('tells invoices of one number apart by their ids, and no others: %s', (portal) => {
    const names = [invoiceName(7, 'А-1'), invoiceName(8, 'А-1'), invoiceName(9, 'А-2')];
    const lines = [...names, invoiceName(9, 'А-2')].map(issueTexts.rowsUnavailable);
    const { notices } = messageParts(['Готово.', ...lines].join('\n'), portal);
    const shown = notices.map((parts) =>
      parts.map((part) => (typeof part === 'string' ? part : part.text)).join(''),
    );
    expect(shown).toEqual(
      ['№ А-1 (id 7)', '№ А-1 (id 8)', '№ А-2', '№ А-2'].map((name) => `Строки счёта ${name} недоступны.`),
    );
  });

  it('links nothing where the portal is not known', () => {
    expect(partsOf('Счёт id 7.', null)).toEqual(['Счёт id 7.']);
  });

  it.each(['javascript:alert(1)', '<a href=x>', 'https://evil.example', '№ 1 (id 999)', 'id'])(
    'never leads out of the portal’s invoices, whatever an invoice is called: %s',
    (accountNumber) => {
      const parts = partsOf(issueTexts.rowsUnavailable(invoiceName(80, accountNumber))) ?? [];
      const links = parts.filter((part) => typeof part !== 'string');
      expect(links.length).toBeGreaterThan(0);
      for (const link of links)
        expect(link.href).toMatch(/^https:\/\/example\.bitrix24\.ru\/crm\/type\/31\/details\/\d+\/$/);
      const text = parts.map((part) => (typeof part === 'string' ? part : part.text)).join('');
      const sentence = issueTexts.rowsUnavailable(invoiceName(80, accountNumber));
      expect(text.replace(/ \(id \d+\)/g, '')).toBe(sentence.replace(/ \(id \d+\)/g, ''));
    },
  );
});

describe('the portal of a mask', () => {
  it.each([
    ['https://example.bitrix24.ru/rest/1/********/', PORTAL],
    ['https://box.example.ru:8443/rest/1/********/', 'https://box.example.ru:8443'],
    ['https://my_portal.example.ru/rest/1/********/', 'https://my_portal.example.ru'],
    ['https://xn--80awhdgm.xn--p1ai/rest/1/********/', 'https://xn--80awhdgm.xn--p1ai'],
    ['http://127.0.0.1:8080/rest/1/********/', null],
    ['https://example.bitrix24.ru@evil.example/rest/1/', null],
    ['javascript:alert(1)//rest/', null],
    ['', null],
  ])('%s is %s', (mask, portal) => {
    expect(portalOf(mask)).toBe(portal);
  });
});
