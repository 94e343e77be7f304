/** Which settings decide what a report shows. Everything that asks whether two reports are of the same settings asks here. */
import type { Settings } from './Settings';

/** Decides which invoices the report holds, only what their cells say, or neither. */
type Bearing = 'invoices' | 'cells' | 'none';

/** A setting that is missing here does not compile: a report of other settings must not be taken for this one. */
const BEARINGS: Readonly<Record<keyof Settings, Bearing>> = {
  period: 'invoices',
  periodField: 'invoices',
  shipmentDateField: 'cells',
  paymentDateField: 'cells',
  excludeFailed: 'invoices',
  cacheTtlSeconds: 'none',
  scheduleHours: 'none',
  enterpriseLimits: 'none',
};

/** The settings that decide which invoices a report holds. */
export const invoiceSettings = (settings: Settings): Partial<Settings> =>
  chosen(settings, (bearing) => bearing === 'invoices');

/** The settings that decide what the sheets show. */
export const reportSettings = (settings: Settings): Partial<Settings> =>
  chosen(settings, (bearing) => bearing !== 'none');

function chosen(settings: Settings, isWanted: (bearing: Bearing) => boolean): Partial<Settings> {
  const keys = Object.keys(BEARINGS) as (keyof Settings)[];
  return Object.fromEntries(keys.filter((key) => isWanted(BEARINGS[key])).map((key) => [key, settings[key]]));
}
