/** Zones of a fixed offset as Java knows them (`GMT+3`, `GMT+03:00`), which `Intl` does not. */

/** The zone for `Intl`, and the milliseconds by which an instant has to be moved before it is shown there. */
export function zoneForIntl(timeZone: string): { readonly timeZone: string; readonly shift: number } {
  const offset = /^GMT([+-])(\d{1,2}):?(\d{2})?$/.exec(timeZone);
  if (!offset) return { timeZone: timeZone === 'GMT' ? 'UTC' : timeZone, shift: 0 };
  const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
  return { timeZone: 'UTC', shift: (offset[1] === '-' ? -minutes : minutes) * 60_000 };
}
