/** The sheet «Изменения» as the contract describes it, of a journal as it should be. */
import { DrawnTable, type Content } from './DrawnTable';
import { grouped, isCurrency, type ExpectedJournal, type ExpectedLine } from './expected-journal';
import { centred, day, money, name } from './expected-sheets';
import { currenciesOf, nearest } from './expected-words';
import type { SheetPicture } from './picture';

const HEADER = [
  ...['Счёт', 'Дата', 'Время', 'Что произошло', 'Было', 'Стало', 'Контрагент', 'Изменение суммы'],
  'Сумма счёта',
];
/** Column A, then B to J, in pixels. */
const WIDTHS = [20, 110, 100, 70, 200, 180, 180, 240, 120, 120];

/** `face`: the line over the table, which tells the time. */
export function expectedChanges(journal: ExpectedJournal, host: string, face: string): SheetPicture {
  const table = new DrawnTable(HEADER, '#D9D2E9', WIDTHS);
  table.addFace(face);
  const suffix = suffixOf(journal);
  for (const line of journal.lines) table.addRow(cellsOf(line, host, suffix), null);
  const { count, sums } = journal.folded;
  const older = (amount: number | null, currency: string): void =>
    table.addRow(
      [
        ...[centred(''), day(null), centred(''), name('Ранее')],
        ...[name(`свёрнуто изменений: ${grouped(String(count))}`), name(''), name('')],
        ...[money(amount, suffix(currency)), money(null, '')],
      ],
      null,
    );
  const currencies = currenciesOf([...sums.keys()].map((currency) => ({ currency })));
  for (const currency of currencies) {
    const sum = sums.get(currency);
    if (sum) older(nearest(sum), currency);
  }
  if (count > 0 && sums.size === 0) older(null, '');
  table.frame();
  return table.picture();
}

function cellsOf(line: ExpectedLine, host: string, suffix: (currency: string) => string): Content[] {
  const { id, number, before, after, event, buyer, amount, currency, sum, sumCurrency } = line;
  const link = id === null ? {} : { link: `https://${host}/crm/type/31/details/${id}/` };
  return [
    { ...centred(id === null ? '' : number || `id ${id}`), ...link },
    ...[day(line.day), centred(line.time), name(event), name(before), name(after), name(buyer)],
    ...[money(amount, suffix(currency)), money(sum, suffix(sumCurrency))],
  ];
}

/** Formats name the currency as soon as the report and the journal together hold more than one. */
function suffixOf({ last, lines, folded }: ExpectedJournal): (currency: string) => string {
  const all = [
    ...[...last.invoices.values()].map(({ currency }) => currency),
    ...lines.flatMap(({ amount, currency }) => (amount === null ? [] : currency)),
    ...lines.flatMap(({ sum, sumCurrency }) => (sum === null ? [] : sumCurrency)),
    ...folded.sums.keys(),
  ];
  const several = new Set(all.filter(isCurrency)).size > 1;
  return (currency) => (several && isCurrency(currency) && currency !== '' ? ` [$${currency}]` : '');
}
