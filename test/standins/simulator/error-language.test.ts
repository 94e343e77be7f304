import { inRussian } from '../../../simulator';
import { aSimulator, thrownBy } from '../../support/a-simulator';

test('exceptions can speak another language, addresses stay', () => {
  const thrown = (source: string) => thrownBy(source, { translate: inRussian });

  expect(thrown("CacheService.getUserCache().get('')")).toBe('Exception: Недопустимый аргумент: key');
  expect(thrown("UrlFetchApp.fetch('https://a.example/secret')")).toBe(
    'Exception: Ошибка DNS: https://a.example/secret',
  );
});

test('a text that is not in the list loses every English word', () => {
  expect(inRussian('Something about "Лист 1" failed at https://a.example/x')).toBe(
    'Ошибка службы "Лист 1" https://a.example/x',
  );
});

test('what the platform itself reports speaks that language too: missing functions, passed time, missing consent', () => {
  const simulator = aSimulator('function main() { Utilities.sleep(300000); Utilities.sleep(300000); }', {
    translate: inRussian,
    people: { boris: { grantedScopes: [] } },
  });
  const messageOf = (name: string, via: 'menu' | 'timeTrigger', user = 'anna') =>
    simulator.run({ function: name, user, via }).error?.message;

  expect(messageOf('gone', 'menu')).toBe('Функция скрипта не найдена: gone');
  expect(messageOf('gone.method', 'menu')).toBe('Функция скрипта не найдена: gone.method');
  expect(messageOf('main', 'menu')).toBe('Превышено максимальное время выполнения');
  expect(messageOf('main', 'timeTrigger', 'boris')).toMatch(
    /^Для выполнения этого действия нужна авторизация/,
  );
});
