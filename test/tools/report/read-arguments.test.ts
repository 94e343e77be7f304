/** What `npm run report` takes for an order, and what it says of any other. */
import { CommandError } from '../../../cli/CommandError';
import { readArguments } from '../../../cli/report/read-arguments';

const read = (text: string) => readArguments(['--settings', 's.json', ...text.split(' ')]);

const NONE = { settings: 's.json', stats: undefined, brief: false, full: false };

describe('A report is ordered', () => {
  it.each([
    ['--out q2.xlsx', { ...NONE, out: 'q2.xlsx', form: null }],
    [
      '--out q2.xlsx --brief --stats c.json',
      { ...NONE, out: 'q2.xlsx', form: null, brief: true, stats: 'c.json' },
    ],
    ['--out a/q2.parquet', { ...NONE, out: 'a/q2.parquet', form: 'parquet' }],
    ['--out a/q2.parquet/', { ...NONE, out: 'a/q2.parquet', form: 'parquet' }],
    ['--out q2.DuckDB --full', { ...NONE, out: 'q2.DuckDB', form: 'duckdb', full: true }],
  ])('by %s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['--out q2.parquet --brief', /--brief бывает только с файлом \.xlsx/],
    ['--out q2.duckdb --brief', /--brief бывает только с файлом \.xlsx/],
    ['--out q2.parquet --full', /--full бывает только с файлом \.duckdb/],
    ['--out q2.xlsx --full', /--full бывает только с файлом \.duckdb/],
    ['--stats c.json', /^Команда: npm run report/],
    ['--out q2.xlsx --quick', /^Команда: npm run report/],
  ])('not by %s', (text, sentence) => {
    expect(() => read(text)).toThrow(CommandError);
    expect(() => read(text)).toThrow(sentence);
  });
});
