/** Which Chromium the browser tests and the pictures use: the project brings none of its own. */
import { existsSync } from 'node:fs';

/** Where Debian, Ubuntu, Fedora and macOS put it. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const NO_BROWSER =
  'Браузер не найден: установите Chromium или укажите путь к нему в переменной CHROMIUM_PATH.';

/** `chosen`: CHROMIUM_PATH; where it is set, nothing else will do. Null where there is none. */
export function findBrowser(chosen: string | undefined, exists = existsSync): string | null {
  const places = chosen === undefined || chosen === '' ? USUAL_PLACES : [chosen];
  return places.find((place) => exists(place)) ?? null;
}
