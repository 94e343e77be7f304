import fc from 'fast-check';
import { supportText } from '../../../src/pages/support-text';
import { errorTexts } from '../../../src/texts/error-texts';
import { refreshTexts } from '../../../src/texts/refresh-texts';
import { writerTexts } from '../../../src/texts/writer-texts';
import { aProgress, aRun, aStatus } from './records';

const now = new Date('2026-11-22T12:00:00.000Z');
const failure = (message: string): string =>
  supportText(aStatus({ runs: [aRun({ state: 'failed', message })] }), aProgress(), now);

describe('the text for support', () => {
  it('holds version, generation, states, times and counts', () => {
    const status = aStatus({
      owner: 'Иванова Мария',
      isOwner: true,
      generation: 'refused',
      lastSuccess: '2026-11-22T10:01:12.000Z',
      runs: [aRun()],
    });
    const text = supportText(status, aProgress({ state: 'done', requests: 34, cacheHits: 1208 }), now);
    expect(text.split('\n')).toEqual([
      'Счета Bitrix24 1.2.3',
      'Составлено: 2026-11-22 12:00:00 UTC',
      'Подключение: своё',
      'Товары многих счетов одним запросом: нет',
      'Обновлён: 2026-11-22 10:01:12 UTC',
      'Запускался: нет',
      'Следующее обновление: нет',
      'Запрос коллеги: нет',
      'Сейчас: готово, 0 из 0 счетов, 34 запроса, 1\u00a0208 ответов из кэша',
      'Последние обновления:',
      '2026-11-22 10:00:00 UTC – 2026-11-22 10:01:12 UTC, по расписанию, готово, 120 счетов, 480 строк, 34 запроса, 1\u00a0208 ответов из кэша',
    ]);
  });

  it('is Russian but for the product, the zone and what failures name', () => {
    const runs = (['done', 'failed', 'cancelled'] as const).map((state) => aRun({ state, message: 'Нет.' }));
    const waiting = { briefOnly: false, at: '2026-11-22T11:00:00.000Z', by: 'Петров Пётр' };
    for (const phase of ['list', 'links', 'requisites', 'rows', 'write', null] as const) {
      const text = supportText(aStatus({ waiting, runs }), aProgress({ state: 'running', phase }), now);
      expect(new Set(text.match(/[A-Za-z]\w*/g))).toEqual(new Set(['Bitrix24', 'UTC']));
    }
  });

  it('says how a report was read, and how the comparison with the portal goes', () => {
    const reconcile = { at: '2026-11-22T11:00:00.000Z', rounds: 3, differences: 2 };
    const runs = [aRun({ message: 'Готово: 2 счёта. Полное чтение: раз в неделю.\nПервое.' })];
    const text = supportText(aStatus({ reconcile, runs }), aProgress(), now);
    expect(text).toMatch(/^Сверка: 2026-11-22 11:00:00 UTC, расхождений\u00a02$/m);
    expect(text).toMatch(/, 1\u00a0208 ответов из кэша, полное чтение: раз в неделю$/m);
  });

  it('names nobody', () => {
    const waiting = { briefOnly: false, at: '2026-11-22T11:00:00.000Z', by: 'Петров Пётр' };
    const status = aStatus({ owner: 'Иванова Мария', waiting, runs: [aRun({ by: 'Сидоров' })] });
    expect(supportText(status, aProgress(), now)).not.toMatch(/Иванов|Петров|Сидоров/);
  });

  it('quotes no message but that of a failure', () => {
    const runs = [aRun({ message: 'Готово. Счёт № 17 (id 5): Ромашка.' })];
    expect(supportText(aStatus({ runs }), aProgress({ message: 'Ромашка.' }), now)).not.toContain('Ромашка');
  });

  it('keeps the sentence of a failure, with methods and error codes', () => {
    expect(failure(errorTexts.argument('ERROR_CORE', 'crm.item.list'))).toContain(
      'Портал отклонил параметры метода crm.item.list (ошибка ERROR_CORE).',
    );
    expect(failure(errorTexts.credentials())).toContain(errorTexts.credentials());
    expect(failure(errorTexts.methodNotFound('crm.status.list'))).toContain('нет метода crm.status.list.');
  });

  it('has the failure under way too', () => {
    const progress = aProgress({ state: 'failed', message: errorTexts.timeout() });
    expect(supportText(aStatus(), progress, now)).toContain(errorTexts.timeout());
  });

  it('leaves out the address that a redirect names, whatever it looks like', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.tuple(fc.domain(), fc.nat(65_535)).map(([name, port]) => `${name}:${port}`),
      fc.stringMatching(/^[a-z]{2,10}:\d{2,5}$/),
      fc.constantFrom('localhost', '[::1]', 'crm.company.ru', 'Portal.Example'),
    );
    fc.assert(
      fc.property(host, (name) => {
        const line = failure(errorTexts.redirect(name)).split('\n').at(-1) ?? '';
        expect(line).toBe(
          '  Портал направляет запросы на …. Если он переехал, сохраните в настройках вебхук с новым адресом.',
        );
      }),
    );
  });

  it('leaves out names of sheets and whatever else is quoted, also where the message was cut', () => {
    expect(failure(writerTexts.foreignSheet('Зарплаты'))).not.toContain('Зарплаты');
    expect(failure('Лист «Зарплаты отдела про')).not.toContain('Зарплаты');
  });

  it('leaves out every name that a failure of the sheets or of a field quotes, whatever it is made of', () => {
    const marks = fc.constantFrom('«', '»', '„', '“', '"', ' ', '.', 'х', '№', '(id 1)');
    const name = fc.tuple(fc.string({ unit: marks }), fc.string({ unit: marks }));
    fc.assert(
      fc.property(name, ([before, after]) => {
        const told = `${before}Зарплаты${after}`;
        for (const sentence of [
          ...Object.values(writerTexts).map((text) => text(told, 'C5' as never, 7 as never, 57)),
          errorTexts.fieldNotDate(told),
        ]) {
          expect(failure(sentence)).not.toContain('Зарплаты');
          expect(failure(refreshTexts.gaveUp(sentence))).not.toContain('Зарплаты');
        }
      }),
    );
  });

  it('leaves out the number of an invoice but not its id', () => {
    expect(failure('Строки счёта № Ромашка-17 (id 5) недоступны.')).toContain(
      'Строки счёта (id 5) недоступны.',
    );
  });
});
