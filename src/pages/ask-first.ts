/** A question before something that cannot be taken back: what will happen, and two buttons. */
import { button, element } from './dom';

export interface Question {
  readonly text: string;
  readonly yes: string;
  readonly no: string;
}

/**
 * Puts the question into `place`, the focus on "no", which Escape answers too; resolves with the answer, and the place is
 * empty again. Whoever asks gives the focus back.
 */
export function askFirst(place: HTMLElement, { text, yes, no }: Question): Promise<boolean> {
  return new Promise((resolve) => {
    const answer = (isYes: boolean): void => {
      place.replaceChildren();
      resolve(isYes);
    };
    const refuse = button(no, 'secondary', () => answer(false));
    const actions = element(
      'div',
      { class: 'actions' },
      button(yes, 'plain', () => answer(true)),
      refuse,
    );
    const question = element(
      'div',
      { class: 'question', role: 'alertdialog', 'aria-label': text },
      element('p', {}, text),
      actions,
    );
    question.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') answer(false);
    });
    place.replaceChildren(question);
    refuse.focus();
  });
}
