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

/** The first line of each sheet's note. */
const firstLines = (installation: Installation): string[] =>
  installation
    .openedBy(OWNER)
    .platform.workbook()
    .getSheets()
    .map((sheet) => sheet.getRange(2, 2, 1, 1).getNote().split('\n')[0] ?? '')
    .filter((line) => line !== '');

/** Unattended refreshes that fail, an hour apart. */
function failTimes(installation: Installation, times: number): void {
  installation.portal.change({ revoked: true });
  for (let time = 0; time < times; time++) {
    installation.clock.advance(HOUR);
    installation.openedBy(OWNER).tick.run();
  }
}

const stale = (time: string): string => `Не обновлялось с ${time}: ${errorTexts.credentials()}`;

describe('A report that fails to be refreshed', () => {
  test('unattended for the second time says on both sheets since when, and why', () => {
    const installation = refreshed();
    const before = firstLines(installation);
    failTimes(installation, 1);
    expect(firstLines(installation)).toEqual(before);
    failTimes(installation, 1);
    expect(firstLines(installation)).toEqual([stale('20.05.2026 12:00'), stale('20.05.2026 12:00')]);
    failTimes(installation, 1);
    expect(firstLines(installation)).toEqual([stale('20.05.2026 12:00'), stale('20.05.2026 12:00')]);
  });

  test('says so of the brief sheet since its own last refresh', () => {
    const installation = refreshed();
    installation.clock.advance(HOUR / 2);
    installation.openedBy(OWNER).refreshes.start('menu', true);
    failTimes(installation, 2);
    expect(firstLines(installation)).toEqual([stale('20.05.2026 12:30'), stale('20.05.2026 12:00')]);
  });

  test('says so since the last refresh of both where the brief sheet was made alone before', () => {
    const installation = refreshed();
    installation.openedBy(OWNER).refreshes.start('menu', true);
    installation.clock.advance(HOUR / 2);
    installation.openedBy(OWNER).refreshes.start('menu', false);
    failTimes(installation, 3);
    expect(firstLines(installation)).toEqual([stale('20.05.2026 12:30'), stale('20.05.2026 12:30')]);
  });

  test('says nothing while a person looks on, who reads it in the answer', () => {
    const installation = refreshed();
    const before = firstLines(installation);
    installation.portal.change({ revoked: true });
    for (let time = 0; time < 3; time++) installation.openedBy(OWNER).refreshes.start('menu', false);
    expect(firstLines(installation)).toEqual(before);
  });

  test('says nothing where there was never a report', () => {
    const installation = new Installation((portal) => portal.withInvoice({ ID: 1 }));
    installation.connect({ scheduleHours: 1 });
    failTimes(installation, 3);
    expect(firstLines(installation)).toEqual([]);
  });

  test('is as good as new once it succeeds', () => {
    const installation = refreshed();
    failTimes(installation, 2);
    installation.portal.change({ revoked: false });
    installation.clock.advance(HOUR);
    installation.openedBy(OWNER).tick.run();
    expect(firstLines(installation).filter((line) => line.startsWith('Не обновлялось'))).toEqual([]);
    failTimes(installation, 1);
    expect(firstLines(installation).filter((line) => line.startsWith('Не обновлялось'))).toEqual([]);
  });
});
