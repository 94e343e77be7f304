/**
 * The server's zone is set to another one. Columns keep the o'clock without its offset, so every time that was saved
 * before is read as another moment from then on (main/lib/db, convertFromDbDateTime; not seen on a live portal).
 */
import { Zone } from '../answer/Zone';
import type { PortalData } from './PortalData';

const TIMES = ['CREATED_TIME', 'UPDATED_TIME', 'MOVED_TIME', 'DATE_CREATE', 'DATE_MODIFY'];

/** The portal itself is told by `portal.change({ zone: to })`. */
export function moveServer(data: PortalData, from: string, to: string): void {
  const [before, after] = [new Zone(from), new Zone(to)];
  const moved = <T extends object>(record: T): T => {
    const times = Object.entries(record).filter(
      (entry): entry is [string, number] => TIMES.includes(entry[0]) && typeof entry[1] === 'number',
    );
    return {
      ...record,
      ...Object.fromEntries(times.map(([name, time]) => [name, before.readBy(after, time)])),
    };
  };
  moveAll(data.invoices, moved);
  moveAll(data.companies, moved);
  moveAll(data.contacts, moved);
  moveAll(data.requisites, moved);
}

function moveAll<T>(records: Map<number, T>, moved: (record: T) => T): void {
  for (const [id, record] of records) records.set(id, moved(record));
}
