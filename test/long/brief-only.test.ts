/** The brief sheet alone and the whole report: the one is not the other, for the schedule, the status and the notes. */
import { COLLEAGUE, connect, type World } from '../../world/make-world';
import { SpreadsheetUser } from '../../simulator/spreadsheet';
import { FORMS } from '../../world/forms';
import { duringRefresh, MINUTE, page } from '../../world/people';
import { refreshed, startOnce } from '../../world/scenario';
import { BRIEF, column, DETAIL } from '../../world/sheets';

const HOUR = 60 * MINUTE;

interface Told {
  readonly lastSuccess: string | null;
  readonly nextRun: string | null;
  readonly runs: readonly { readonly how: string; readonly state: string; readonly rows: number }[];
}
const statusOf = (world: World): Told => page(world).call('getStatus') as Told;
const firstLines = (world: World): string[] =>
  [BRIEF, DETAIL].map(
    (name) => new SpreadsheetUser(world.spreadsheet).cell(name, 'B2').note.split('\n')[0] ?? '',
  );

describe.each(FORMS)('Somebody who refreshes the brief sheet of the $form form', ({ aWorld, tick }) => {
  it('again and again puts the scheduled report off no more than it takes', () => {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    let next = statusOf(world).nextRun;
    const numbers: unknown[] = [];
    for (let round = 1; round <= 6; round += 1) {
      world.data.changeInvoice(1, { ACCOUNT_NUMBER: `Н-${round}` });
      world.simulator.passTime(50 * MINUTE);
      const before = statusOf(world).nextRun;
      startOnce(world, true);
      expect(statusOf(world).nextRun).toBe(before);
      expect(Date.parse(next ?? '')).toBeLessThanOrEqual(Date.parse(before ?? ''));
      next = before;
      world.simulator.passTime(HOUR + tick);
      numbers.push(column(world, DETAIL, 'B'));
    }
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6].map((round) => [`Н-${round}`]));
    expect(statusOf(world).runs.filter(({ how }) => how === 'schedule').length).toBeGreaterThanOrEqual(6);
  });

  it('leaves the time of the last report as it is', () => {
    const world = aWorld();
    connect(world);
    refreshed(world);
    const { lastSuccess } = statusOf(world);
    world.clock.advance(3 * HOUR);
    refreshed(world, true);
    expect(statusOf(world)).toMatchObject({ lastSuccess, runs: [{ state: 'done', rows: 0 }, { rows: 1 }] });
  });

  it('between failures of the schedule changes nothing of what «Полный» says of its age', () => {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    world.data.addInvoice({ ID: 9, rows: [{}, {}] });
    const user = new SpreadsheetUser(world.spreadsheet);
    user.enter(DETAIL, 'B4', 'моё');
    world.simulator.passTime(HOUR + tick / 2);
    refreshed(world, true);
    world.simulator.passTime(HOUR);
    const [brief, detail] = firstLines(world);
    expect(detail).toMatch(/^⚠ Не обновляется с 20\.05\.2026 12:00: /);
    expect(brief).toMatch(/^⚠ Не обновляется с 20\.05\.2026 1[345]:\d\d: /);
    expect(statusOf(world).lastSuccess).toBe('2026-05-20T09:00:00.000Z');
  });
});

describe.each(FORMS)('A colleague of the $form form who cancels', ({ aWorld, tick }) => {
  it('every refresh of the owner’s does not put the scheduled one off', () => {
    const world = aWorld();
    connect(world, { scheduleHours: 1 });
    refreshed(world);
    for (let round = 0; round < 4; round += 1) {
      world.simulator.passTime(50 * MINUTE);
      world.data.changeInvoice(1, { ACCOUNT_NUMBER: `Н-${round}` });
      duringRefresh(world, () => page(world, COLLEAGUE).call('cancelRefresh'));
      world.simulator.run({ function: 'clearCache', via: 'page' });
      startOnce(world);
      world.simulator.hooks = {};
      expect(statusOf(world).runs[0]?.state).toBe('cancelled');
      world.simulator.passTime(HOUR + tick);
      expect(column(world, DETAIL, 'B')).toEqual([`Н-${round}`]);
    }
  });
});
