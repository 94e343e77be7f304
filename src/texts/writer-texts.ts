/** Sentences of the sheet writer: why the report was not written and what to do. */
import { quoted } from './russian';

const entryIn = (name: string, row: number): string =>
  `В столбцах заметок листа ${quoted(name)} есть запись в строке ${row}`;
const moveEntry = 'Перенесите её к своему счёту или удалите и обновите отчёт.';

export const writerTexts = {
  foreignSheet: (name: string): string =>
    `Лист ${quoted(name)} уже есть и создан не отчётом. Переименуйте его и обновите отчёт.`,

  /** @param columns such as `B:I` */
  protectedSheet: (name: string, columns: string): string =>
    `Лист ${quoted(name)} защищён от изменений. Снимите защиту со столбцов ${columns} и обновите отчёт.`,

  protectedSize: (name: string): string =>
    `Лист ${quoted(name)} защищён, и отчёт не может изменить число его строк и ширину столбцов. ` +
    'Снимите защиту с листа и обновите отчёт.',

  cellRejects: (name: string, cell: string): string =>
    `Проверка данных в ячейке ${cell} листа ${quoted(name)} запрещает ввод. ` +
    'Удалите её или выберите в ней «Показывать предупреждение» и обновите отчёт.',

  cellLimit: (): string =>
    'Отчёт не помещается: в таблице может быть не больше 10\u00a0000\u00a0000 ячеек. ' +
    'Удалите лишние листы или выберите период короче.',

  textTooLong: (name: string, cell: string): string =>
    `Текст для ячейки ${cell} листа ${quoted(name)} длиннее 50\u00a0000 знаков. Сократите его в Bitrix24 и обновите отчёт.`,

  /** @param end the last row that the report will reach, and the letter of its last column */
  contentBelow: (name: string, row: number, end: { readonly row: number; readonly column: string }): string =>
    `Отчёт вырос, а строка ${row} листа ${quoted(name)} занята вашими данными. ` +
    `Перенесите их ниже строки ${end.row} или правее столбца ${end.column} и обновите отчёт.`,

  /** @param columns the letters of those that the report takes, such as `J:L` or `J`, and of the last one */
  columnsTaken: (
    name: string,
    columns: { readonly all: string; readonly last: string },
    cell: string,
  ): string => {
    const needed = columns.all === columns.last ? `Столбец ${columns.all}` : `Столбцы ${columns.all}`;
    const are = columns.all === columns.last ? 'нужен' : 'нужны';
    return (
      `${needed} листа ${quoted(name)} ${are} отчёту, а ячейка ${cell} занята вашими данными. ` +
      `Перенесите их правее столбца ${columns.last} или уберите столбцы в настройках и обновите отчёт.`
    );
  },

  typedColumns: (): string =>
    'Отчёт преобразован в таблицу Google с типами столбцов, и запись в неё запрещена. ' +
    'Нажмите на название таблицы, выберите «Преобразовать в диапазон» и обновите отчёт.',

  looksLikeReport: (name: string, row: number): string =>
    `Строка ${row} листа ${quoted(name)} похожа на строки отчёта, но стоит вне его таблицы. ` +
    'Удалите её, если она лишняя, или перенесите на другой лист и обновите отчёт.',

  /** @param end the last row that the report will reach, and the letter of its last column */
  rowUnclear: (name: string, row: number, end: { readonly row: number; readonly column: string }): string =>
    `Неясно, чья строка ${row} листа ${quoted(name)}: ваша или отчёта. Если ваша, перенесите её данные ниже строки ` +
    `${end.row} или правее столбца ${end.column}, если отчёта, удалите её. Затем обновите отчёт.`,

  /** @param end the last row that the report will reach, and the letter of its last column */
  tableLost: (name: string, row: number, end: { readonly row: number; readonly column: string }): string =>
    `Отчёт не нашёл своей таблицы на листе ${quoted(name)}, а строка ${row}, куда он запишет её снова, занята ` +
    `вашими данными. Перенесите их ниже строки ${end.row} или правее столбца ${end.column} и обновите отчёт.`,

  /** @param column its letter */
  columnInserted: (name: string, column: string): string =>
    `Внутри таблицы листа ${quoted(name)} вставлен столбец ${column}. Перенесите его правее таблицы и обновите отчёт.`,

  columnDeleted: (name: string, title: string): string =>
    `Из таблицы листа ${quoted(name)} удалён столбец «${title}». ` +
    'Отмените удаление или переименуйте лист: отчёт сделает новый.',

  columnMoved: (name: string, title: string): string =>
    `Столбец «${title}» листа ${quoted(name)} перенесён за пределы таблицы. Верните его на место и обновите отчёт.`,

  /** @param cell where it stands, and where it belongs */
  titleMoved: (name: string, title: string, cell: { readonly at: string; readonly place: string }): string =>
    `Заголовок «${title}» листа ${quoted(name)} стоит в ячейке ${cell.at} вместо ${cell.place}. ` +
    'Верните его на место и обновите отчёт.',

  noteWithoutId: (name: string, row: number): string =>
    `${entryIn(name, row)}, а номера счёта (ID) в ней нет. ${moveEntry}`,

  /** @param row the upper one of two with one id */
  noteDoubled: (name: string, row: number, other: number, id: number): string =>
    `${entryIn(name, row)}, а счёт с ID ${id} стоит в двух строках: ${[row, other].join(' и ')}. ${moveEntry}`,

  /** @param last the letter of the table's last column */
  noteFormula: (name: string, cell: string, last: string): string =>
    `В ячейке ${cell} листа ${quoted(name)} формула: в столбцах заметок обновление её не сохранит. ` +
    `Перенесите формулы правее столбца ${last} и обновите отчёт.`,

  noteDropped: (name: string, cell: string): string =>
    `Ячейка ${cell} листа ${quoted(name)} занята заметкой. Перенесите её левее или удалите и обновите отчёт.`,

  notesEdited: (): string => 'Кто-то правит заметки. Обновите отчёт ещё раз.',

  cellDiffers: (name: string, cell: string): string =>
    `Ячейка ${cell} листа ${quoted(name)} не приняла значение из Bitrix24 без изменений. ` +
    'Очистите её вместе с форматом и обновите отчёт.',
} as const;
