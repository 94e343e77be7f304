/** The sheets of the report, in the order in which new ones are made. */
export const SHEET_KINDS = ['brief', 'detail', 'summary', 'debts', 'vat', 'checks', 'changes'] as const;

export type SheetKind = (typeof SHEET_KINDS)[number];

/** The two that every report has, and that read the CRM; all others are made of what these know. */
export type MainSheet = Extract<SheetKind, 'brief' | 'detail'>;

/** Those that are switched on one by one. */
export const FURTHER_SHEETS = SHEET_KINDS.filter((kind) => kind !== 'brief' && kind !== 'detail');

export const isSheetKind = (value: unknown): value is SheetKind => SHEET_KINDS.some((kind) => kind === value);

/** Names of others' sheets that stand in the way of one of the report's, by its kind. */
export type NamesTaken = Readonly<Partial<Record<SheetKind, string>>>;
