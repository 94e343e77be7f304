/** The notes of the sheets say that the report has grown old, where nobody looks at what runs unattended. */
import { errorTexts } from '../../../src/texts/error-texts';
import { Installation, OWNER } from './an-installation';

const HOUR = 3_600_000;

function refreshed(): Installation {
  const installation = new Installation((portal) => portal.withInvoice({ ID: 1, rows: [{}] }));
  installation.connect({ scheduleHours: 1 });
  installation.openedBy(OWNER).refreshes.start('menu', false);
  return installation;
}

/** Of each sheet the first line of its note and the line over its table. */
const told = (installation: Installation): string[][] =>
  installation
    .openedBy(OWNER)
    .platform.workbook()
    .getSheets()
    .map((sheet) => [
      sheet.getRange(2, 2, 1, 1).getNote().split('\n')[0] ?? '',
      String(sheet.getRange(1, 2, 1, 1).getValues()[0]?.[0]),
    ])
    .filter(([note]) => note !== '');

/** Unattended refreshes that fail, an hour apart. */
function failTimes(installation: Installation, times: number): void {
  installation.portal.change({ revoked: true });
  for (let time = 0; time < times; time++) {
    installation.clock.advance(HOUR);
    installation.openedBy(OWNER).tick.run();
  }
}

const CAUSE =
  'Портал не принял вебхук: он удалён, отключён, заблокирован, просрочен или его владельцу не хватает прав.';
const stale = (time: string): string[] => [
  `⚠ Не обновляется с ${time}: ${errorTexts.credentials()}`,
  `⚠ Не обновляется с ${time}: ${CAUSE}`,
];
const fresh = (time: string): string[] => [
  'Период: 01.04.2026 – 30.06.2026, поле «Дата счёта»',
  `Счета за 01.04.2026 – 30.06.2026, поле «Дата счёта» · обновлено ${time}`,
];
const NOON = '20.05.2026 12:00';

describe('A report that fails to be refreshed', () => {
  test('unattended says on both sheets since when, and why', () => {
    const installation = refreshed();
    expect(told(installation)).toEqual([fresh(NOON), fresh(NOON)]);
    for (let time = 0; time < 3; time++) {
      failTimes(installation, 1);
      expect(told(installation)).toEqual([stale(NOON), stale(NOON)]);
    }
  });

  test('says so while a person looks on, too: others read the sheet', () => {
    const installation = refreshed();
    installation.portal.change({ revoked: true });
    installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(told(installation)).toEqual([stale(NOON), stale(NOON)]);
  });

  test('says so of the brief sheet since its own last refresh', () => {
    const installation = refreshed();
    installation.clock.advance(HOUR / 2);
    installation.openedBy(OWNER).refreshes.start('menu', true);
    failTimes(installation, 1);
    expect(told(installation)).toEqual([stale('20.05.2026 12:30'), stale(NOON)]);
  });

  test('of the brief sheet alone says so there alone', () => {
    const installation = refreshed();
    installation.portal.change({ revoked: true });
    installation.openedBy(OWNER).refreshes.start('menu', true);
    expect(told(installation)).toEqual([stale(NOON), fresh(NOON)]);
    installation.portal.change({ revoked: false });
    installation.clock.advance(HOUR / 2);
    installation.openedBy(OWNER).refreshes.start('menu', true);
    expect(told(installation)).toEqual([fresh('20.05.2026 12:30'), fresh(NOON)]);
  });

  test.each([false, true])(
    'goes by what is remembered where no line tells when a table was checked: brief sheet alone since then %j',
    (isBriefLater) => {
      const installation = refreshed();
      for (const briefOnly of isBriefLater ? [true] : [true, false]) {
        installation.clock.advance(HOUR / 2);
        installation.openedBy(OWNER).refreshes.start('menu', briefOnly);
      }
      for (const sheet of installation.spreadsheet.sheets) sheet.touch(1, 2).value = '';
      failTimes(installation, 1);
      expect(told(installation)).toEqual(
        isBriefLater
          ? [stale('20.05.2026 12:30'), stale(NOON)]
          : [stale('20.05.2026 13:00'), stale('20.05.2026 13:00')],
      );
    },
  );

  test('says nothing where there was never a report', () => {
    const installation = new Installation((portal) => portal.withInvoice({ ID: 1 }));
    installation.connect({ scheduleHours: 1 });
    failTimes(installation, 3);
    expect(told(installation)).toEqual([]);
  });

  test('is as good as new once it succeeds', () => {
    const installation = refreshed();
    failTimes(installation, 2);
    installation.portal.change({ revoked: false });
    installation.clock.advance(HOUR);
    installation.openedBy(OWNER).tick.run();
    expect(told(installation)).toEqual([fresh('20.05.2026 15:00'), fresh('20.05.2026 15:00')]);
  });
});
