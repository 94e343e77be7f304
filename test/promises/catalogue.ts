/** The sentences that a person may be told where something broke: the project's own, never the platform's. */
import { errorTexts } from '../../src/texts/error-texts';
import { failureTexts, savingTexts } from '../../src/texts/failure-texts';
import { refreshTexts } from '../../src/texts/refresh-texts';
import { settingsTexts } from '../../src/texts/settings-texts';

const plain = [...Object.values(refreshTexts), ...Object.values(errorTexts), ...Object.values(failureTexts)]
  .filter((text) => text.length === 0)
  .map((text) => (text as () => string)());
const SENTENCES = new Set<string>([...plain, ...Object.values(settingsTexts), ...Object.values(savingTexts)]);

export const isCatalogued = (message: string): boolean => SENTENCES.has(message);
