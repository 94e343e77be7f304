/** What is done with changed settings: two buttons, the question they may raise, and how saving went. */
import { formTexts } from '../texts/form-texts';
import { askFirst, type Question } from './ask-first';
import { button, element, setText, whileDisabled } from './dom';
import type { Timer } from './timer';

const SHOWN_MILLISECONDS = 5_000;

export class SaveBar {
  readonly root: HTMLElement;
  private readonly saveAndRefresh: HTMLButtonElement;
  private readonly saveOnly: HTMLButtonElement;
  private readonly buttons: HTMLElement;
  private readonly question = element('div');
  private readonly outcome = element('p', { class: 'outcome', role: 'status', hidden: '' });

  private callOff: () => void = () => undefined;

  constructor(
    private readonly timer: Pick<Timer, 'after'>,
    onSave: (thenRefresh: boolean) => void,
  ) {
    this.saveAndRefresh = button(formTexts.saveAndRefresh, 'primary', () => onSave(true));
    this.saveOnly = button(formTexts.save, 'secondary', () => onSave(false));
    this.buttons = element('div', { class: 'actions' }, this.saveAndRefresh, this.saveOnly);
    this.root = element('div', { class: 'save' }, this.question, this.outcome, this.buttons);
    this.setChanged(false);
  }

  /** Only changed settings can be saved; what was said of saving earlier ones is forgotten. */
  setChanged(isChanged: boolean): void {
    const wasHidden = this.root.hidden;
    this.buttons.hidden = !isChanged;
    if (isChanged) setText(this.outcome, '');
    this.root.hidden = !isChanged && this.outcome.hidden;
    // What has just been changed may stand where the bar now is.
    if (wasHidden && isChanged) document.activeElement?.scrollIntoView({ block: 'nearest' });
  }

  /** What went well is not read twice: it leaves by itself. */
  tell(sentence: string, tone: 'quiet' | 'good' | 'bad'): void {
    this.callOff();
    this.outcome.dataset['tone'] = tone;
    setText(this.outcome, sentence);
    this.root.hidden = this.buttons.hidden && sentence === '';
    if (tone === 'good') this.callOff = this.timer.after(SHOWN_MILLISECONDS, () => this.tell('', 'quiet'));
  }

  /** Within `whileSaving`, which gives the focus back to the button that raised the question. */
  async ask(question: Question): Promise<boolean> {
    this.buttons.hidden = true;
    const isSure = await askFirst(this.question, question);
    this.buttons.hidden = false;
    return isSure;
  }

  whileSaving(save: () => Promise<void>): Promise<void> {
    return whileDisabled([this.saveAndRefresh, this.saveOnly], save);
  }
}
