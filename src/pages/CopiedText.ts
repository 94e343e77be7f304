/** A text for somebody else: put into the clipboard, or selected to be taken from here. */
import { statusTexts } from '../texts/status-texts';
import { element, setText } from './dom';

export class CopiedText {
  readonly root: HTMLElement;
  private readonly outcome = element('p', { class: 'outcome', role: 'status', hidden: '' });
  private readonly text: HTMLTextAreaElement;

  constructor(label: string) {
    this.text = element('textarea', { readonly: '', hidden: '', rows: '6', 'aria-label': label });
    this.root = element('div', {}, this.outcome, this.text);
  }

  tell(sentence: string): void {
    setText(this.outcome, sentence);
  }

  async copy(text: string): Promise<void> {
    this.text.value = text;
    this.text.hidden = false;
    this.text.select();
    try {
      await navigator.clipboard.writeText(text);
      this.tell(statusTexts.copied);
    } catch {
      // The frame around the page may forbid the clipboard.
      this.tell(statusTexts.copyByHand);
    }
  }

  clear(): void {
    this.text.hidden = true;
    this.tell('');
  }
}
