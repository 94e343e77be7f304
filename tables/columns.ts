/** What a column of a table is: its name, what it holds, and what people call it. */
import type { ExactDecimal } from '../src/report/money';

/** What a column's values are made of; null is no value. */
export interface ValueOf {
  id: number;
  /** A whole number of days or places. */
  whole: number;
  text: string;
  /** Rounded half away from zero to hundredths. */
  money: ExactDecimal;
  /** A price, a quantity or a rate, with up to eight decimals. */
  amount: ExactDecimal;
  /** A day number, as in a cell. */
  day: number;
  /** Milliseconds since 1970. */
  moment: number;
  flag: boolean;
}

export type ColumnType = keyof ValueOf;

/** Digits in all, and those behind the point. */
export const DECIMALS = { money: [18, 2], amount: [38, 8] } as const;

export const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  id: 'BIGINT',
  whole: 'INTEGER',
  text: 'VARCHAR',
  money: `DECIMAL(${DECIMALS.money.join(',')})`,
  amount: `DECIMAL(${DECIMALS.amount.join(',')})`,
  day: 'DATE',
  moment: 'TIMESTAMPTZ',
  flag: 'BOOLEAN',
};

interface ColumnOf<Line, Type extends ColumnType> {
  /** English, in snake case. */
  readonly name: string;
  readonly type: Type;
  /** In Russian, as the sheets call it where they have it. */
  readonly comment: string;
  readonly value: (line: Line) => ValueOf[Type] | null;
}

export type TableColumn<Line> = { [Type in ColumnType]: ColumnOf<Line, Type> }[ColumnType];

export interface Table<Line> {
  readonly name: 'invoices' | 'lines';
  readonly columns: readonly TableColumn<Line>[];
}
