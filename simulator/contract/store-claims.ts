/** Caches, properties, locks and triggers. */
import type { Claims } from './Claim';
import { refusal } from './refusal';

const KEY = 'platform-check';

export const storeClaims: Claims = {
  'null в кэше': ({ cache }) => {
    const untyped = cache as unknown as { put(key: string, value: unknown): void };
    untyped.put(KEY, null);
    return cache.get(KEY);
  },
  'ключи, которых нет в кэше': ({ cache }) => cache.getAll([`${KEY}-none`, `${KEY}-nothing`]),
  'нет в кэше': ({ cache }) => cache.get(`${KEY}-none`),
  'ключ кэша из 250 знаков': ({ cache }) => refusal(() => cache.put('k'.repeat(250), 'x', 60)),
  'ключ кэша из 251 знака': ({ cache }) => refusal(() => cache.put('k'.repeat(251), 'x', 60)),
  'пустой ключ кэша': ({ cache }) => refusal(() => cache.get('')),
  '102 400 байт в кэше': ({ cache }) => refusal(() => cache.put(KEY, 'x'.repeat(102_400), 60)),
  '102 401 байт в кэше': ({ cache }) => refusal(() => cache.put(KEY, 'x'.repeat(102_401), 60)),
  '51 201 русская буква в кэше': ({ cache }) => refusal(() => cache.put(KEY, 'я'.repeat(51_201), 60)),
  'числа и логические значения в свойствах': ({ properties }) => {
    const store = properties as unknown as { setProperty(key: string, value: unknown): unknown };
    const read = [5, true].map((value) => {
      store.setProperty(KEY, value);
      return properties.getProperty(KEY);
    });
    properties.deleteProperty(KEY);
    return read;
  },
  'нет в свойствах': ({ properties }) => properties.getProperty(`${KEY}-none`),
  'повторный захват блокировки': ({ lock }) => {
    const [one, other] = [lock(), lock()];
    const taken = [one.tryLock(0), one.tryLock(0), other.tryLock(0), other.hasLock()];
    one.releaseLock();
    const left = other.hasLock();
    other.releaseLock();
    return [...taken, left];
  },
  'блокировка до захвата': ({ lock }) => lock().hasLock(),
  'everyMinutes(7)': ({ scripts }) =>
    refusal(() => scripts.newTrigger('checkInTrigger').timeBased().everyMinutes(7)),
};
