/** Sentences that say a name, a number or a list: whole, declined and in quotation marks. */
import { formTexts } from '../../../src/texts/form-texts';
import { momentTexts } from '../../../src/texts/frame-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { OTHER_PERSON } from '../../../src/texts/person-texts';
import { setupTexts } from '../../../src/texts/setup-texts';
import { writerTexts } from '../../../src/texts/writer-texts';

describe('the settings page', () => {
  it.each([
    ['01.04.2026 – 30.06.2026. Сменится 1 июля.', formTexts.days('01.04.2026', '30.06.2026', '1 июля')],
    ['01.04.2026 – 30.04.2026. Сдвигается каждый день.', formTexts.movingDays('01.04.2026', '30.04.2026')],
    ['Например: 20.05.2026, 21.05.2026', formTexts.samples(['20.05.2026', '21.05.2026'])],
    ['Стадии: «Отменён», «Не оплачен»', formTexts.failedStages(['Отменён', 'Не оплачен'])],
    ['Поля UF_CRM_1 на портале больше нет. Выберите другое.', formTexts.fieldIsGone('UF_CRM_1')],
    ['Дата оплаты (UF_CRM_1)', formTexts.sameTitle('Дата оплаты', 'UF_CRM_1')],
    [
      'От 0 до 21\u00a0600. Сейчас: 5\u00a0мин. Правки реквизитов и названий видны после этого срока; при 0 каждый раз читается всё.',
      formTexts.cacheTtlHint('5\u00a0мин'),
    ],
    ['Владелец подключения: Анна Петрова.', setupTexts.ownedByOther('Анна Петрова')],
    [
      'Отчёт будет обновлять ваш вебхук. Прежнее подключение (владелец Анна Петрова) отключится, его вебхук будет удалён. Продолжить?',
      setupTexts.takeOverSurely('Анна Петрова'),
    ],
    ['Владелец подключения: другой пользователь.', setupTexts.ownedByOther(OTHER_PERSON)],
    [
      'Отчёт будет обновлять ваш вебхук. Подключение другого пользователя отключится, его вебхук будет удалён. Продолжить?',
      setupTexts.takeOverSurely(OTHER_PERSON),
    ],
  ])('says «%s»', (sentence, said) => {
    expect(said).toBe(sentence);
  });
});

describe('a moment', () => {
  it.each([
    ['сегодня в 14:05', momentTexts.at(momentTexts.today, '14:05')],
    ['5\u00a0с', momentTexts.seconds(5)],
    ['2\u00a0мин', momentTexts.minutes(2, 0)],
    ['2\u00a0мин 30\u00a0с', momentTexts.minutes(2, 30)],
  ])('is «%s»', (text, said) => {
    expect(said).toBe(text);
  });
});

describe('a refresh', () => {
  it.each([
    ['И ещё 1 замечание.', refreshTexts.moreNotices(1)],
    ['И ещё 22 замечания.', refreshTexts.moreNotices(22)],
    ['И ещё 5 замечаний — в «Состоянии».', refreshTexts.moreNoticesKept(5)],
    [
      'Не показано ещё 1 200 замечаний: исправьте показанное и обновите отчёт.',
      refreshTexts.noticesLeftOut(1_200),
    ],
    [
      'Счетов стало намного меньше: было 1 240, теперь 3. Проверьте права владельца вебхука.',
      refreshTexts.fewerInvoices(1_240, 3),
    ],
    [
      'Запрос принят, но Google не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, попросите владельца подключения (Анна Петрова) сохранить настройки ещё раз.',
      refreshTexts.queuedInVain('Анна Петрова'),
    ],
    [
      'Запрос принят, но Google не запускает обновление. Если исчерпан дневной лимит времени, оно возобновится само в течение суток; если нет, попросите владельца подключения сохранить настройки ещё раз.',
      refreshTexts.queuedInVain('другой пользователь'),
    ],
    [
      'Запрос принят: отчёт обновится не позже 12:05 через подключение владельца (Анна Петрова).',
      refreshTexts.queued('Анна Петрова', '12:05'),
    ],
    [
      'Запрос принят: отчёт обновится не позже 12:05 через подключение владельца.',
      refreshTexts.queued(OTHER_PERSON, '12:05'),
    ],
    [
      'Запрос принят: отчёт обновится через подключение владельца (Анна Петрова), когда закончится начатое обновление.',
      refreshTexts.queuedBehind('Анна Петрова'),
    ],
    [
      'Подключение не работает с 02.06.2026. Сообщите владельцу (Анна Петрова) или подключите свой вебхук.',
      refreshTexts.connectionBroken('02.06.2026', 'Анна Петрова'),
    ],
    [
      'Подключение не работает с 02.06.2026. Сообщите владельцу или подключите свой вебхук.',
      refreshTexts.connectionBroken('02.06.2026', OTHER_PERSON),
    ],
    [
      'За один запуск отчёт обновить не удалось: обновление продолжится само через несколько минут.',
      refreshTexts.paused('time', false),
    ],
    [
      'Портал ограничил запросы: обновление продолжится само в течение часа.',
      refreshTexts.paused('limits', true),
    ],
    [
      'Запросы к порталу сейчас не проходят: обновление продолжится само через несколько минут.',
      refreshTexts.paused('faults', false),
    ],
    [
      'На запись листов не хватило времени: обновление продолжится само через несколько минут.',
      refreshTexts.paused('writing', false),
    ],
    [
      'Не удалось несколько раз подряд: повтор только по расписанию или вручную. Портал не отвечает.',
      refreshTexts.gaveUp('Портал не отвечает.'),
    ],
  ])('says «%s»', (sentence, said) => {
    expect(said.replaceAll('\u00a0', ' ')).toBe(sentence);
  });
});

describe('a text that does not fit its cell', () => {
  it('is named by its cell', () => {
    expect(writerTexts.textTooLong('Краткий', 'D7')).toBe(
      'Текст для ячейки D7 листа «Краткий» длиннее 50\u00a0000 знаков. Сократите его в Bitrix24 и обновите отчёт.',
    );
  });
});
