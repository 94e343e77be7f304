/** What a page asks of `startRefresh`: a refresh of one or both sheets, or to go on with a certain paused one. */
import { SentenceError } from '../domain/SentenceError';
import { ownEntries } from '../settings/plain-object';
import { refreshTexts } from '../texts/refresh-texts';

/** `resume`: the start of the paused run as `getProgress` tells it, which no two runs of a spreadsheet share. */
export type Wish = { readonly briefOnly: boolean } | { readonly resume: string };

/** @throws SentenceError for anything but `{ briefOnly }`, which may be left out, and `{ resume }` */
export function wishOf(options: unknown): Wish {
  const entries = ownEntries(options);
  if (entries === null || entries.size > 1) throw badRequest();
  const [[key, value] = ['briefOnly', false]] = entries;
  if (key === 'briefOnly' && typeof (value ?? false) === 'boolean') return { briefOnly: value === true };
  if (key === 'resume' && typeof value === 'string') return { resume: value };
  throw badRequest();
}

const badRequest = (): SentenceError => new SentenceError(refreshTexts.badRequest());
