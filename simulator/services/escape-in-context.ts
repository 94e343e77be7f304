/** What `<?= ?>` makes of a value, by the place in the page where it stands (Google, "HTML service: templated HTML"). */
import { NotSimulatedError } from '../service';

/** Where in a page a scriptlet stands. */
export type Place = 'text' | 'attribute' | 'address' | 'script' | 'script text' | 'style';

const ADDRESSES = /^(href|src|action|formaction|cite|data|poster)$/i;

/** `before`: the page up to the scriptlet, other scriptlets left out. */
export function placeAfter(before: string): Place {
  const script = before.search(/<script\b[^>]*>(?![\s\S]*<\/script)/i);
  if (script >= 0) return isInsideText(before.slice(script)) ? 'script text' : 'script';
  if (/<style\b[^>]*>(?![\s\S]*<\/style)/i.test(before)) return 'style';
  const attribute = /<[a-z][^<>]*?\s([\w-]+)\s*=\s*(?:"[^"]*|'[^']*|[^\s"'>]*)$/i.exec(before);
  if (!attribute) return 'text';
  if (/^style$/i.test(attribute[1] ?? '')) return 'style';
  if (/^on/i.test(attribute[1] ?? '')) throw new NotSimulatedError('A scriptlet in an event attribute');
  // Only the beginning of an address can make it a script.
  return ADDRESSES.test(attribute[1] ?? '') && /=\s*["']?$/.test(before) ? 'address' : 'attribute';
}

function isInsideText(script: string): boolean {
  const withoutEscapes = script.slice(script.indexOf('>') + 1).replace(/\\./g, '');
  let open: string | null = null;
  for (const character of withoutEscapes) {
    if (open === null && /["'`]/.test(character)) open = character;
    else if (character === open) open = null;
  }
  return open !== null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&#34;',
  "'": '&#39;',
};
const asMarkup = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
/** Nothing that could end the text or the script element stays as it is. */
const asScriptText = (text: string): string =>
  text.replace(
    /[\\"'`<>&\u0000-\u001f\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** What a scriptlet prints of a value; nothing of null and undefined. */
export const asOutput = (value: unknown): string => [value].join('');

export function escapeIn(place: Place, value: unknown): string {
  const text = asOutput(value);
  switch (place) {
    case 'text':
    case 'attribute':
      return asMarkup(text);
    case 'address':
      // Any other scheme could run as a script.
      return asMarkup(/^(https?:|mailto:|[^:]*$|[^:]*[/?#])/i.test(text) ? text : '#');
    case 'script text':
      return asScriptText(text);
    case 'script':
      return typeof value === 'string' ? `'${asScriptText(value)}'` : asJson(value);
    case 'style':
      throw new NotSimulatedError('A scriptlet in a style');
  }
}

const asJson = (value: unknown): string =>
  (JSON.stringify(value) as string | undefined)?.replace(/[<>\u2028\u2029]/g, asScriptText) ?? 'null';
