/** A portal that a seed draws, the line to it, and the people who work at it: of a series without a spreadsheet. */
import { makeMixedData } from '../../../portal/data/mixed-data';
import type { PortalData } from '../../../portal/data/PortalData';
import { Random } from '../../../portal/data/Random';
import { VirtualClock } from '../../../simulator';
import { Line } from '../../unit/bitrix24/a-line';
import { circumstances, type Circumstances } from './circumstances';
import { Course } from './Course';
import type { Tally } from './tally';

export interface SeriesWorld {
  readonly random: Random;
  readonly around: Circumstances;
  readonly clock: VirtualClock;
  readonly data: PortalData;
  readonly line: Line;
  readonly course: Course;
}

export function aSeriesWorld(seed: number, tally: Tally, given: Partial<Circumstances>): SeriesWorld {
  const random = new Random(seed);
  const around = { ...circumstances(random), ...given };
  const { generation, invoices, linked, admin, serverZone, ownerZone, beginsAt, faults, ignores } = around;
  const clock = new VirtualClock(Date.parse(beginsAt));
  const today = beginsAt.slice(0, 'YYYY-MM-DD'.length);
  const { data, period } = makeMixedData({ clock, today, seed, invoices, linked });
  const user = { admin, timeZone: ownerZone };
  const line = new Line(clock, data, {
    portal: { generation, zone: serverZone, user, faults, ignores, limits: 'off', operating: 'off' },
  });
  const wait = (milliseconds: number): void => clock.advance(milliseconds);
  const world = { clock, data, portal: line.portal, period, wait };
  const course = new Course({ seed, random, circumstances: around, tally, ...world });
  return { random, around, clock, data, line, course };
}
