/** What a finished refresh says of how it has read the portal. */
import { DAY_MILLISECONDS } from '../../../src/domain/durations';
import { MEMORY_TITLE } from '../../../src/texts/sheet-texts';
import { Installation, OWNER } from './an-installation';

const TTL = 300_000;
const HOUR = 3_600_000;

function refreshed(): Installation {
  const installation = new Installation((portal) => {
    for (let id = 1; id <= 60; id += 1) portal.withInvoice({ ID: id, rows: [{}] });
  });
  installation.clock.advance(HOUR);
  installation.connect();
  readingOf(installation);
  installation.clock.advance(TTL);
  return installation;
}

/** The last sentence of the result of one more refresh. */
function readingOf(installation: Installation): string {
  const { message } = installation.openedBy(OWNER).refreshes.start('menu', false);
  expect(message).toMatch(/^Готово: 60 счетов на сумму .*\. Строк с товарами: 60\. [^.]+\.$/);
  return message.slice(message.indexOf('60. ') + '60. '.length).replaceAll('\u00a0', ' ');
}

const memoryOf = ({ spreadsheet }: Installation) =>
  spreadsheet.sheets.find(({ name }) => name === MEMORY_TITLE);

describe('a refresh', () => {
  it('that read only what has changed says of how many invoices it heard, by how many requests', () => {
    const installation = refreshed();
    expect(readingOf(installation)).toMatch(/^Чтение изменений: просмотрено счетов 50, запросов \d\.$/);
  });

  const BEFORE: readonly (readonly [reason: string, before: (installation: Installation) => void])[] = [
    [
      'нет памяти о прошлом обновлении',
      (installation) => {
        const { platform } = installation.openedBy(OWNER);
        const book = platform.workbook();
        book.deleteSheet(book.getSheets().find((sheet) => sheet.getName() === MEMORY_TITLE));
      },
    ],
    ['другие настройки или дни периода', (installation) => installation.connect({ excludeFailed: false })],
    ['раз в неделю', ({ clock }) => clock.advance(7 * DAY_MILLISECONDS)],
    ['кэш очищен', ({ document }) => document.raiseEpoch()],
    ['ответы портала не хранятся', (installation) => installation.connect({ cacheTtlSeconds: 0 })],
  ];

  it.each(BEFORE)('that read everything says why: %s', (reason, before) => {
    const installation = refreshed();
    expect(memoryOf(installation)).toBeDefined();
    before(installation);
    expect(readingOf(installation)).toBe(`Полное чтение: ${reason}.`);
  });

  it('of a report without invoices says nothing of it', () => {
    const installation = new Installation();
    installation.connect();
    const { message } = installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(message).not.toMatch(/чтение/i);
  });
});
