/** Appends lines to a table of a database, some thousand at a time. */
import type { DuckDBAppender, DuckDBType, DuckDBValue } from '@duckdb/node-api';
import { DAY_NUMBER_OF_1970 } from '../src/domain/calendar-day';
import { DECIMALS, SQL_TYPES, type ColumnType, type Table, type TableColumn, type ValueOf } from './columns';
import { literal, type Database, type Engine } from './duckdb';
import { unitsOf } from './exact';
import { tableTexts } from './texts';

/** Lines of one chunk: the engine's own size of vectors. */
const CHUNK = 2_048;
/** The first number of units that a column cannot hold. */
const BOUNDS = {
  money: 10n ** BigInt(DECIMALS.money[0]),
  amount: 10n ** BigInt(DECIMALS.amount[0]),
} as const;

/** Told of a number that has more digits than its column: its cell stays empty. */
export type TooLarge<Line> = (line: Line, column: TableColumn<Line>) => void;

export class TableWriter<Line> {
  private readonly types: readonly DuckDBType[];
  private columns: DuckDBValue[][];
  private waiting = 0;

  private constructor(
    private readonly engine: Engine,
    private readonly appender: DuckDBAppender,
    private readonly table: Table<Line>,
    private readonly tooLarge: TooLarge<Line>,
  ) {
    this.types = table.columns.map(({ type }) => typeOf(engine, type));
    this.columns = this.emptied();
  }

  /** Makes the table anew, with its comments. */
  static async create<Line>(
    { engine, connection }: Database,
    table: Table<Line>,
    tooLarge: TooLarge<Line>,
  ): Promise<TableWriter<Line>> {
    const { name, columns } = table;
    const shown = columns.map((column) => `"${column.name}" ${SQL_TYPES[column.type]}`);
    const comments = columns.map(
      (column) => `COMMENT ON COLUMN ${name}."${column.name}" IS ${literal(column.comment)};`,
    );
    await connection.run(`
      BEGIN;
      CREATE OR REPLACE TABLE ${name} (${shown.join(', ')});
      COMMENT ON TABLE ${name} IS ${literal(tableTexts[name])};
      ${comments.join('\n')}
      COMMIT;
    `);
    return new TableWriter(engine, await connection.createAppender(name), table, tooLarge);
  }

  append(line: Line): void {
    this.table.columns.forEach((column, index) => {
      this.columns[index]?.push(this.valueOf(line, column));
    });
    this.waiting += 1;
    if (this.waiting === CHUNK) this.write();
  }

  /** Hands all over to the engine. */
  close(): void {
    if (this.waiting > 0) this.write();
    this.appender.closeSync();
  }

  private write(): void {
    const chunk = this.engine.DuckDBDataChunk.create(this.types, this.waiting);
    chunk.setColumns(this.columns);
    this.appender.appendDataChunk(chunk);
    this.columns = this.emptied();
    this.waiting = 0;
  }

  private emptied(): DuckDBValue[][] {
    return this.table.columns.map(() => []);
  }

  private valueOf(line: Line, column: TableColumn<Line>): DuckDBValue {
    const value = column.value(line);
    if (value === null || value === '') return null;
    const { engine } = this;
    switch (column.type) {
      case 'text':
      case 'flag':
      case 'whole':
        return value as string | boolean | number;
      case 'id':
        return BigInt(value as number);
      case 'day':
        return new engine.DuckDBDateValue((value as number) - DAY_NUMBER_OF_1970);
      case 'moment':
        return new engine.DuckDBTimestampTZValue(BigInt(value as number) * 1_000n);
      case 'money':
      case 'amount': {
        const [width, scale] = DECIMALS[column.type];
        const units = unitsOf(value as ValueOf['money'], scale);
        if (units < BOUNDS[column.type] && units > -BOUNDS[column.type])
          return new engine.DuckDBDecimalValue(units, width, scale);
        this.tooLarge(line, column);
        return null;
      }
    }
  }
}

function typeOf(engine: Engine, type: ColumnType): DuckDBType {
  const types: Readonly<Record<ColumnType, DuckDBType>> = {
    id: engine.BIGINT,
    whole: engine.INTEGER,
    text: engine.VARCHAR,
    money: engine.DECIMAL(...DECIMALS.money),
    amount: engine.DECIMAL(...DECIMALS.amount),
    day: engine.DATE,
    moment: engine.TIMESTAMPTZ,
    flag: engine.BOOLEAN,
  };
  return types[type];
}
