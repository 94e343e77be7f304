/** The drawing of where a portal keeps its webhooks: lines in panel.html, words in the catalogue. */
import { pictureTexts } from '../texts/setup-texts';

const words: Readonly<Record<string, string>> = pictureTexts;

export function webhookPicture(): Element {
  const { content } = document.querySelector('template') as HTMLTemplateElement;
  const picture = (content.firstElementChild as Element).cloneNode(true) as Element;
  picture.setAttribute('aria-label', pictureTexts.description);
  for (const place of picture.querySelectorAll('[data-text]')) {
    place.textContent = words[place.getAttribute('data-text') ?? ''] ?? '';
  }
  return picture;
}
