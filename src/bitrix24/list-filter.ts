/**
 * How the portal is asked for the invoices of a period: by a filter wherever some spelling of the date field
 * allows it. Every answer is filtered again by the report, so a portal that ignores a filter does no harm.
 */
import { addDays } from '../domain/calendar-day';
import type { FieldName, IsoDate, StageId } from '../domain/ids';
import type { Period } from '../domain/period';
import { INVOICE, INVOICE_DATE } from '../domain/portal';
import { filterSpelling, isUserField } from './field-names';
import type { Params } from './methods';

/** The period by one date field. */
export interface FieldPeriod extends Period {
  readonly field: FieldName;
}

/** `filtered`: only the period is asked for; `everything`: the portal cannot filter, all invoices are read. */
export type ListMode = 'filtered' | 'everything';

/** A user field's filter may be refused or, on some generations, quietly match nothing. */
export const mayFilterWrongly = (period: FieldPeriod): boolean => isUserField(period.field);

/**
 * A day more on both sides, for a field with a clock: the portal takes the value of such a filter for the clock of
 * the webhook's owner, which may be hours from the server's (Bitrix24 source, main/lib database.php,
 * CharToDateFunction).
 */
export const oneDayWider = (period: FieldPeriod): FieldPeriod => ({
  ...period,
  from: addDays(period.from, -1),
  to: addDays(period.to, 1),
});

/**
 * Which invoices are asked for and what of them, beside whose order and paging go. Plain days without a clock: the
 * portal reads them in its own zone, as it does the fields themselves.
 * @param more of the filter
 */
export function listParams(
  period: FieldPeriod,
  mode: ListMode,
  select: readonly string[],
  more: Params,
): Params {
  if (mode === 'everything') return { entityTypeId: INVOICE, select, filter: more };
  const spelling = filterSpelling(period.field);
  const filter = {
    ...more,
    [`>=${spelling.key}`]: period.from,
    [`<${spelling.key}`]: addDays(period.to, 1),
  };
  // With original names `select` would drop every standard field (Bitrix24 source, controller/item.php).
  return spelling.needsOriginalNames
    ? { entityTypeId: INVOICE, useOriginalUfNames: 'Y', filter }
    : { entityTypeId: INVOICE, select, filter };
}

/** Which invoices stand open, whatever the period. */
export interface OpenSince {
  readonly stages: readonly StageId[];
  /** The first day of `INVOICE_DATE`. */
  readonly since: IsoDate;
}

/** The filter for them; the same days without a clock. */
export const openFilter = ({ stages, since }: OpenSince): Params => ({
  '@stageId': stages,
  [`>=${filterSpelling(INVOICE_DATE).key}`]: since,
});
