/** The last runs, each in a property of its own: a new one takes the place of the oldest and touches no other. */
import type { Properties, PropertyStore } from '../platform/platform';
import { historyKey } from '../settings/property-keys';
import { isRememberedRun, type RememberedRun } from './run';
import { parsedAs } from './StoredValue';

export const HISTORY_LENGTH = 20;

interface NumberedRun {
  /** Grows by one with each run. */
  readonly number: number;
  readonly run: RememberedRun;
}

const SLOTS = Array.from({ length: HISTORY_LENGTH }, (_, slot) => slot);

export class History {
  constructor(private readonly properties: PropertyStore) {}

  /** Newest first. */
  runs(): readonly RememberedRun[] {
    return this.numbered().map(({ run }) => run);
  }

  /** What has to be set so that the run is the newest. */
  with(run: RememberedRun): Properties {
    const number = (this.numbered()[0]?.number ?? -1) + 1;
    const numbered: NumberedRun = { number, run };
    return { [historyKey(number % HISTORY_LENGTH)]: JSON.stringify(numbered) };
  }

  private numbered(): readonly NumberedRun[] {
    const stored = this.properties.getProperties();
    return SLOTS.map((slot) =>
      parsedAs(stored[historyKey(slot)] ?? null, (value) => isNumberedRun(value, slot)),
    )
      .filter((run) => run !== null)
      .sort((one, other) => other.number - one.number);
  }
}

function isNumberedRun(value: unknown, slot: number): value is NumberedRun {
  const { number, run } = (value ?? {}) as Partial<NumberedRun>;
  return Number.isSafeInteger(number) && Number(number) % HISTORY_LENGTH === slot && isRememberedRun(run);
}
