/** The sheets of the report, in the order in which new ones are made. */
export const SHEET_KINDS = ['brief', 'detail', 'debts', 'vat'] as const;

export type SheetKind = (typeof SHEET_KINDS)[number];

/** The two that every report has, and that read the CRM; all others are made of what these know. */
export type MainSheet = Extract<SheetKind, 'brief' | 'detail'>;

export const isSheetKind = (value: unknown): value is SheetKind => SHEET_KINDS.some((kind) => kind === value);
