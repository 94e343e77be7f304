/** Above a page, from a call that lacked the person's consent until it gets through: how to give it. */
import { consentTexts } from '../texts/consent-texts';
import { element, paragraphs } from './dom';
import type { Failure } from './failure';
import type { CallListener } from './Server';

export class ConsentBar implements CallListener {
  readonly root = element('div', { class: 'consent', role: 'alert', hidden: '' });
  /** The calls that lacked it. */
  private readonly refused = new Set<string>();

  failed(name: string, { consent }: Failure): void {
    if (consent === null) return;
    this.refused.add(name);
    const { address } = consent;
    if (this.root.dataset['address'] === String(address) && !this.root.hidden) return;
    this.root.dataset['address'] = String(address);
    this.root.replaceChildren(...(address === null ? paragraphs([consentTexts.byMenu]) : byLink(address)));
    this.root.hidden = false;
    this.root.scrollIntoView({ block: 'nearest' });
  }

  answered(name: string): void {
    this.refused.delete(name);
    if (this.refused.size === 0) this.root.hidden = true;
  }
}

const byLink = (address: string): HTMLElement[] => [
  ...paragraphs([consentTexts.byLink]),
  element('a', { href: address, target: '_blank', rel: 'noopener' }, consentTexts.link),
];
