/** What the script has put into the page at its opening. */
import type { PageFacts } from '../state/page-facts';

const NOTHING: PageFacts = {
  tab: 'settings',
  isRefreshing: false,
  zone: '',
  fields: [],
  changes: [],
  refusal: null,
  notesOutside: 0,
  taken: {},
};

/** It stands at the page's end, so not before the whole page is read. */
export function pageFacts(): PageFacts {
  const text = document.querySelector('script[type="application/json"]')?.textContent ?? '';
  return text === '' ? NOTHING : (JSON.parse(text) as PageFacts);
}
