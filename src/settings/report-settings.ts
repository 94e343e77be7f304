/**
 * Which settings decide what a report shows: all that are not named here. So a new one makes another report, and none is
 * taken for the report of other settings.
 */
import type { Settings } from './Settings';

/** How the report is fetched, and when. */
const NOT_THE_REPORTS: readonly (keyof Settings)[] = ['cacheTtlSeconds', 'scheduleHours', 'enterpriseLimits'];

/** What the cells of an invoice say, whichever invoices they are. */
const THE_CELLS: readonly (keyof Settings)[] = ['shipmentDateField', 'paymentDateField'];

const without = (settings: Partial<Settings>, names: readonly string[]): Partial<Settings> =>
  Object.fromEntries(Object.entries(settings).filter(([name]) => !names.includes(name)));

/** The settings that decide what the sheets show. */
export const reportSettings = (settings: Settings): Partial<Settings> => without(settings, NOT_THE_REPORTS);

/** The settings that decide which invoices a report holds. */
export const invoiceSettings = (settings: Settings): Partial<Settings> =>
  without(reportSettings(settings), THE_CELLS);
