/** Entering a webhook: how to make one, the field for its address, and the way back where one is in use. */
import { setupTexts } from '../texts/setup-texts';
import { button, element, list } from './dom';
import { Field } from './Field';
import { webhookPicture } from './webhook-picture';

interface EntryEvents {
  /** Asks for a test of what stands in the field. */
  readonly onSubmit: () => void;
  readonly onTyped: () => void;
  readonly onKeep: () => void;
}

/** How an address comes into the field in one step, so that it is whole (W3C, Input Events). */
const WHOLE_ENTRIES: readonly string[] = ['insertFromPaste', 'insertFromDrop', 'insertReplacementText'];

export class WebhookEntry {
  readonly root: HTMLElement;
  readonly testButton: HTMLButtonElement;
  readonly keepButton: HTMLButtonElement;
  readonly input = element('input', {
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: setupTexts.webhookExample,
  });
  private readonly field = new Field('webhookUrl', setupTexts.webhook, this.input);
  private readonly guide = element('div', {}, list('ol', setupTexts.guide), webhookPicture());

  constructor(events: EntryEvents) {
    this.testButton = button(setupTexts.test, 'secondary', events.onSubmit);
    this.keepButton = button(setupTexts.keep, 'plain', events.onKeep);
    this.input.addEventListener('input', (event) => {
      this.setProblem('');
      events.onTyped();
      const isWhole = 'inputType' in event && WHOLE_ENTRIES.some((type) => type === event.inputType);
      if (isWhole && this.typed !== null) events.onSubmit();
    });
    this.root = element(
      'form',
      { novalidate: '' },
      this.guide,
      this.field.root,
      element('div', { class: 'actions' }, this.testButton, this.keepButton),
    );
    this.root.addEventListener('submit', (event) => {
      event.preventDefault();
      events.onSubmit();
    });
  }

  /** The address without spaces around it; null while nothing is being entered. */
  get typed(): string | null {
    const typed = this.input.value.trim();
    return this.root.hidden || typed === '' ? null : typed;
  }

  /** `canKeep`: something is in use that need not be replaced. */
  open(canKeep: boolean, hint: string): void {
    this.root.hidden = false;
    this.guide.hidden = false;
    this.keepButton.hidden = !canKeep;
    this.field.setHint(hint);
  }

  close(): void {
    this.root.hidden = true;
    this.input.value = '';
    this.setProblem('');
  }

  setProblem(sentence: string): void {
    this.field.setProblem(sentence);
  }

  /** Who has an address that works needs no guide to one. */
  hideGuide(): void {
    this.guide.hidden = true;
  }

  focus(): void {
    this.input.focus();
  }
}
