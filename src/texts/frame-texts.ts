/** What every tab says: the way to the others, loading, a call that failed, days and durations. */

export const frameTexts = {
  navigation: 'Разделы',
  loading: 'Загрузка…',
  callFailed: 'Google не ответил. Проверьте интернет и попробуйте ещё раз.',
  retry: 'Повторить',
} as const;

export const momentTexts = {
  months: [
    'января',
    'февраля',
    'марта',
    'апреля',
    'мая',
    'июня',
    'июля',
    'августа',
    'сентября',
    'октября',
    'ноября',
    'декабря',
  ],
  yesterday: 'вчера',
  today: 'сегодня',
  tomorrow: 'завтра',
  at: (day: string, time: string) => `${day} в ${time}`,
  seconds: (seconds: number) => `${seconds}\u00a0с`,
  minutes: (minutes: number, seconds: number) =>
    seconds === 0 ? `${minutes}\u00a0мин` : `${minutes}\u00a0мин ${seconds}\u00a0с`,
  halfMinutes: (minutes: number) => `${minutes},5\u00a0мин`,
  hours: (hours: number, minutes: number) =>
    minutes === 0 ? `${hours}\u00a0ч` : `${hours}\u00a0ч ${minutes}\u00a0мин`,
} as const;
