/** The sentences that a person may be told where something broke: the project's own, never the platform's. */
import { errorTexts } from '../src/texts/error-texts';
import { refreshTexts } from '../src/texts/refresh-texts';
import { settingsTexts } from '../src/texts/settings-texts';

const plain = [...Object.values(refreshTexts), ...Object.values(errorTexts)]
  .filter((text) => text.length === 0)
  .map((text) => (text as () => string)());
const SENTENCES = new Set<string>([...plain, ...Object.values(settingsTexts)]);

export const isCatalogued = (message: string): boolean => SENTENCES.has(message);
