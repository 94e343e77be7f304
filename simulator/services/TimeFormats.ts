/** Instants on the clock on the wall: one format for each zone, as making one takes longer than using it a hundred times. */
import { invalidArgument } from '../service';

export class TimeFormats {
  private readonly formats = new Map<string, Intl.DateTimeFormat>();

  /** `timeZone` as in the IANA database; throws what the platform says of one that is not in it. */
  of(timeZone: string): Intl.DateTimeFormat {
    const known = this.formats.get(timeZone);
    if (known) return known;
    const made = timeFormat(timeZone);
    this.formats.set(timeZone, made);
    return made;
  }
}

function timeFormat(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
  } catch {
    throw invalidArgument('timeZone. Should be of type: String');
  }
}
