import type { FieldName } from '../../../src/domain/ids';
import { noteOf, withFailure, type NoteFacts } from '../../../src/report/note';
import { fieldTitle } from '../../../src/texts/sheet-texts';

const facts: NoteFacts = {
  portal: 'example.bitrix24.ru',
  checkedAt: '31.03.2026 10:15',
  changedAt: '30.03.2026 18:00',
  isPartialView: false,
};

const noteLines = ['Период: 01.01.2026 – 31.03.2026, поле «Дата счёта»'];
const [BRIEF, DETAIL] = [
  { sheet: 'brief', noteLines },
  { sheet: 'detail', noteLines },
] as const;

describe('the note of B2', () => {
  it('on the brief sheet says what it shows', () => {
    expect(noteOf(BRIEF, facts)).toBe(
      [
        'Период: 01.01.2026 – 31.03.2026, поле «Дата счёта»',
        'Портал: example.bitrix24.ru',
        'Проверено: 31.03.2026 10:15',
        'Изменено: 30.03.2026 18:00',
        'Цвета: розовый — не оплачен; серый — оплачен, без НДС; белый — оплачен, с НДС',
      ].join('\n'),
    );
  });

  it('on the detail sheet explains its own colours', () => {
    expect(noteOf(DETAIL, facts).split('\n')[4]).toBe('Цвета: белый и серый чередуются от счёта к счёту');
  });

  it('on any other sheet says of colours what the sheet itself does', () => {
    expect(
      noteOf({ sheet: 'debts', noteLines: ['На дату: 31.03.2026', 'Счета: за период отчёта'] }, facts),
    ).toBe(
      [
        'На дату: 31.03.2026',
        'Счета: за период отчёта',
        'Портал: example.bitrix24.ru',
        'Проверено: 31.03.2026 10:15',
        'Изменено: 30.03.2026 18:00',
      ].join('\n'),
    );
  });

  it('warns that a webhook without administrator rights sees less', () => {
    expect(
      noteOf(BRIEF, { ...facts, isPartialView: true })
        .split('\n')
        .at(-1),
    ).toBe('Вебхук не администратора: видны не все счета');
  });

  it('begins with the failure where there is one, and only with the last one', () => {
    const note = noteOf(BRIEF, facts);
    const earlier = withFailure(note, '⚠ Не обновляется с 31.03.2026 10:15: Портал не ответил вовремя.');
    const line = '⚠ Не обновляется с 31.03.2026 10:15: Портал закрыт.';
    expect(withFailure(earlier, line)).toBe(`${line}\n${note}`);
    expect(withFailure('', line)).toBe(line);
  });

  it.each([
    ['BEGINDATE', 'Дата выставления', 'Дата счёта'],
    ['CLOSEDATE', '', 'Срок оплаты'],
    ['UF_CRM_1', 'Оплачен', 'Оплачен'],
    ['UF_CRM_1', '', 'UF_CRM_1'],
  ])('calls the field %s titled %j «%s»', (name, title, shown) => {
    expect(fieldTitle(name as FieldName, title)).toBe(shown);
  });
});
