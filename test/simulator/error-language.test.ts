import { inRussian } from '../../simulator';
import { thrownBy } from './a-simulator';

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
