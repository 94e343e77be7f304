/**
 * The remarks on the last report, as many as there is room for: the run's own message tells only some. They say of
 * which run they are, so an execution that is ended between the two costs the list and nothing else.
 */
import { PROPERTY_VALUE_MAX_BYTES } from '../platform/limits';
import type { Codec, PropertyStore } from '../platform/platform';
import { remarksKey, type RemarksOf } from '../settings/property-keys';
import { isShapedLike, isText, parsedAs } from './StoredValue';

export interface Remarks {
  /** When the run was begun that they are of, ISO time. */
  readonly startedAt: string;
  /** One a line. */
  readonly text: string;
}

const SLOTS = [0, 1, 2, 3] as const;
/** Letters of one property, all of them ASCII; the rest is for the quotes, and to spare. */
const SLOT_LENGTH = PROPERTY_VALUE_MAX_BYTES - 1_000;
/** More remarks than this nobody reads, and a page would be long in showing them. */
const MOST_LINES = 1_000;

const isRemarks = isShapedLike<Remarks>({ startedAt: '', text: '' });

export class KeptRemarks {
  constructor(
    private readonly properties: PropertyStore,
    private readonly codec: Codec,
    /** Which sheets the run made: one of the brief sheet alone knows nothing of the other, whose remarks stay. */
    private readonly sheets: RemarksOf,
  ) {}

  /** By one call, so that no two lists get mixed. `told` gives the text of so many remarks, as short as it then can be. */
  keep(startedAt: string, told: (most: number) => string): void {
    let most = MOST_LINES;
    let packed = this.packed(startedAt, told(most));
    while (packed.length > SLOTS.length * SLOT_LENGTH && most > 1) {
      most = Math.floor(most / 2);
      packed = this.packed(startedAt, told(most));
    }
    if (packed === '' && this.slot(this.properties.getProperty(remarksKey(this.sheets, 0))) === '') return;
    const slots = SLOTS.map((slot) => [
      remarksKey(this.sheets, slot),
      JSON.stringify(packed.slice(slot * SLOT_LENGTH, (slot + 1) * SLOT_LENGTH)),
    ]);
    this.properties.setProperties(Object.fromEntries(slots) as Record<string, string>);
  }

  /** What cannot be read is as good as not there: properties can be edited by hand. */
  read(): Remarks | null {
    const stored = this.properties.getProperties();
    const packed = SLOTS.map((slot) => this.slot(stored[remarksKey(this.sheets, slot)] ?? null)).join('');
    try {
      return packed === '' ? null : parsedAs(this.codec.expand(packed), isRemarks);
    } catch {
      return null;
    }
  }

  private packed(startedAt: string, text: string): string {
    return text === '' ? '' : this.codec.compress(JSON.stringify({ startedAt, text }));
  }

  private slot(stored: string | null): string {
    return parsedAs(stored, isText) ?? '';
  }
}
