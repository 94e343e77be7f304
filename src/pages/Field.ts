/** One setting of a form: label, control, hint, and the problem that was found with it. */
import { element, setText } from './dom';

export type Control = HTMLInputElement | HTMLSelectElement;

export class Field<C extends Control = Control> {
  readonly root: HTMLElement;
  private readonly hint: HTMLElement;
  private readonly problem: HTMLElement;

  /** `id` is unique on the page. Further controls belong to the same setting, such as the days of a period. */
  constructor(
    id: string,
    label: string,
    readonly control: C,
    private readonly further: readonly Control[] = [],
    between: readonly HTMLElement[] = [],
  ) {
    control.id = id;
    this.hint = element('p', { class: 'hint', id: `${id}-hint`, hidden: '' });
    this.problem = element('p', { class: 'problem', id: `${id}-problem`, role: 'alert', hidden: '' });
    for (const own of [control, ...further]) own.setAttribute('aria-describedby', `${id}-problem ${id}-hint`);
    const name = element('label', { for: id }, label);
    const isCheckbox = control.type === 'checkbox';
    const line = isCheckbox ? [element('div', { class: 'check' }, control, name)] : [name, control];
    this.root = element('div', { class: 'field' }, ...line, ...between, this.problem, this.hint);
  }

  setHint(text: string, isMarked = false): void {
    setText(this.hint, text);
    this.hint.classList.toggle('marked', isMarked);
  }

  /** Goes to the control that most likely has to be changed. */
  focus(): void {
    (this.further.find(({ offsetParent }) => offsetParent !== null) ?? this.control).focus();
  }

  /** `''` takes the problem away. */
  setProblem(text: string): void {
    setText(this.problem, text);
    for (const control of [this.control, ...this.further]) {
      if (text === '') control.removeAttribute('aria-invalid');
      else control.setAttribute('aria-invalid', 'true');
    }
  }
}

export const checkbox = () => element('input', { type: 'checkbox' });
export const numberInput = () =>
  element('input', { type: 'text', inputmode: 'numeric', autocomplete: 'off' });

/** Of texts by value. */
export const choicesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }));

export function select(
  choices: readonly { readonly value: string; readonly label: string }[],
): HTMLSelectElement {
  const made = element('select');
  setChoices(made, choices);
  return made;
}

export function setChoices(
  target: HTMLSelectElement,
  choices: readonly { readonly value: string; readonly label: string }[],
): void {
  target.replaceChildren(...choices.map(({ value, label }) => element('option', { value }, label)));
}
