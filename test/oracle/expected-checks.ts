/** The sheet «Проверка данных» as the contract describes it, worked out from the portal's own records. */
import type { PortalData } from '../../portal/data/PortalData';
import { DrawnTable } from './DrawnTable';
import { faultsOf, type Fault, type FaultsWanted } from './expected-faults';
import { buyerFaults, likenessFaults } from './expected-faults-of-buyers';
import { expectedInvoices, type ExpectedInvoice } from './expected-invoices';
import { centred, day, name } from './expected-sheets';
import type { SheetPicture } from './picture';

export interface ChecksWanted extends FaultsWanted {
  readonly skipped: readonly string[];
}

/** In the order of the contract's table. */
const TITLES: Readonly<Record<string, string>> = {
  'rows-unavailable': 'Строки счёта недоступны',
  'buyer-missing': 'Нет покупателя',
  'inn-wrong': 'Неверный ИНН',
  'inn-missing': 'Нет ИНН',
  'inn-kind': 'Вид покупателя не подходит к ИНН',
  'kpp-missing': 'Нет КПП',
  'kpp-wrong': 'Неверный КПП',
  'kpp-extra': 'КПП у ИП или физлица',
  'requisite-missing': 'Нет реквизитов',
  'requisite-guessed': 'Реквизит не выбран в счёте',
  'buyer-unavailable': 'Покупатель недоступен',
  'number-missing': 'Нет номера',
  'number-double': 'Номер повторяется',
  'double-suspect': 'Похоже на повтор счёта',
  'sum-empty': 'Нет суммы',
  'sum-zero': 'Сумма 0',
  'sum-negative': 'Отрицательная сумма',
  'currency-missing': 'Нет валюты',
  'rows-missing': 'Нет товаров',
  'row-empty': 'Нет цены или количества',
  'row-zero': 'Нулевая строка',
  'row-negative': 'Отрицательная строка',
  'rows-differ': 'Сумма строк и счёта различаются',
  'vat-differs': 'НДС строк и счёта различаются',
  'rate-date': 'Ставка НДС не подходит к дате',
  'rate-unusual': 'Необычная ставка НДС',
  'rates-mixed': 'Ставки 20\u00a0% и 22\u00a0% в одном счёте',
  'date-missing': 'Нет даты счёта',
  'date-future': 'Дата в будущем',
  'due-missing': 'Нет срока оплаты',
  'due-early': 'Срок оплаты раньше даты счёта',
  'paid-stage': 'Оплата и стадия расходятся',
  'paid-open': 'Оплачен полностью, но не закрыт',
  'paid-currency': 'Оплата в другой валюте',
  'stage-unknown': 'Неизвестная стадия',
  'name-varies': 'Один ИНН, разные названия',
};
const PLACES = Object.keys(TITLES);
const IMPORTANCES = ['Ошибка', 'Внимание', 'К сведению'];
const HEADER = ['Счёт', 'Дата счёта', 'Контрагент', 'Важность', 'Что не так', 'Подробности', 'Замечено'];
/** Column A, then B to H, in pixels. */
const WIDTHS = [20, 110, 100, 240, 100, 240, 420, 100];
const FILLS: Readonly<Record<string, string>> = { Ошибка: '#EA9999', Внимание: '#FFE599' };

interface Line {
  readonly invoice: ExpectedInvoice;
  readonly fault: Fault;
}

/** By importance, check, invoice and row. */
export function expectedLines(data: PortalData, wanted: ChecksWanted): readonly Line[] {
  const invoices = expectedInvoices(data, wanted);
  return invoices
    .flatMap((invoice) =>
      [
        ...buyerFaults(data, invoice),
        ...likenessFaults(data, invoice, invoices),
        ...faultsOf(data, invoice, wanted),
      ].map((fault) => ({ invoice, fault })),
    )
    .filter(({ fault: [check] }) => !wanted.skipped.includes(check))
    .sort(
      (a, b) =>
        IMPORTANCES.indexOf(a.fault[1]) - IMPORTANCES.indexOf(b.fault[1]) ||
        PLACES.indexOf(a.fault[0]) - PLACES.indexOf(b.fault[0]) ||
        a.invoice.id - b.invoice.id ||
        (a.fault[3] ?? 0) - (b.fault[3] ?? 0),
    );
}

/**
 * @param face the line over the table, which tells the time
 * @param since since when a remark is there; today where nothing is remembered
 */
export function expectedChecks(
  data: PortalData,
  wanted: ChecksWanted,
  host: string,
  face: string,
  since: (line: Line) => string = () => wanted.today,
): SheetPicture {
  const lines = expectedLines(data, wanted);
  const table = new DrawnTable(HEADER, '#FFF2CC', WIDTHS);
  table.addFace(face);
  for (const line of lines) {
    const [check, importance, details] = line.fault;
    const { id, number, date, buyer } = line.invoice;
    const fill = FILLS[importance];
    table.addRow(
      [
        { ...centred(number || `id ${id}`), link: `https://${host}/crm/type/31/details/${id}/` },
        ...[day(date), name(buyer), { ...centred(importance), ...(fill === undefined ? {} : { fill }) }],
        ...[name(TITLES[check] ?? ''), name(details), day(since(line))],
      ],
      null,
    );
  }
  if (lines.length === 0)
    table.addRow(
      [centred(''), day(null), name(''), centred(''), name('Замечаний нет'), name(''), day(null)],
      null,
    );
  table.frame();
  return table.picture();
}
