/** Building elements. Texts become text nodes, so nothing from the CRM can become markup. */

type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** `testId`: how tests find it, whatever it says. */
export function button(text: string, testId: string, onClick: () => void, look = ''): HTMLButtonElement {
  const made = element('button', { type: 'button', 'data-testid': testId, class: look }, text);
  made.addEventListener('click', onClick);
  return made;
}

export interface Option {
  readonly value: string;
  readonly text: string;
}

/** A value that is not among the options becomes one, so that what is so is always said. */
export function select(
  label: string,
  testId: string,
  options: readonly Option[],
  onChange: (value: string) => void,
): { readonly root: HTMLLabelElement; set(value: string): void } {
  const made = element(
    'select',
    { 'data-testid': testId },
    ...options.map(({ value, text }) => element('option', { value }, text)),
  );
  made.addEventListener('change', () => onChange(made.value));
  const set = (value: string): void => {
    made.value = value;
    if (made.value !== value) made.append(element('option', { value, selected: '' }, value));
  };
  return { root: element('label', {}, label, made), set };
}
