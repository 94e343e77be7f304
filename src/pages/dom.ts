/** Building and changing elements. Texts become text nodes, so nothing from the CRM can become markup. */

import { tied } from '../texts/russian';

export type Child = Node | string;
type Attributes = Readonly<Record<string, string>>;

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.map((child) => (typeof child === 'string' ? tied(child) : child)));
  return made;
}

/** `look`: class of the button, `primary` for the page's main action. */
export function button(
  text: string,
  look: 'primary' | 'secondary' | 'plain',
  onClick: () => void,
): HTMLButtonElement {
  const made = element('button', { type: 'button', class: look }, text);
  made.addEventListener('click', onClick);
  return made;
}

/** A live region is read out at every change, so an unchanged text must not be set again. */
export function setText(target: HTMLElement, text: string): void {
  const shown = tied(text);
  if (target.textContent !== shown) target.textContent = shown;
  target.hidden = text === '';
}

export const paragraphs = (texts: readonly string[], look = ''): HTMLElement[] =>
  texts.map((text) => element('p', look === '' ? {} : { class: look }, text));

export const list = (tag: 'ol' | 'ul', texts: readonly string[]): HTMLElement =>
  element(tag, { class: 'list' }, ...texts.map((text) => element('li', {}, text)));

interface Control extends HTMLElement {
  disabled: boolean;
}

/** Keeps controls disabled during a call; gives the focus back to the one that lost it by that. */
export async function whileDisabled<T>(controls: readonly Control[], call: () => Promise<T>): Promise<T> {
  const focused = controls.find((control) => control === document.activeElement);
  for (const control of controls) control.disabled = true;
  try {
    return await call();
  } finally {
    for (const control of controls) control.disabled = false;
    if (document.activeElement === document.body) focused?.focus();
  }
}

/** One of the numbered steps of a page. */
export function step(number: number, title: string, ...children: readonly Node[]): HTMLElement {
  const badge = element('span', { class: 'step' }, String(number));
  return element('section', {}, element('h2', {}, badge, title), ...children);
}

/** Name and value side by side. */
export function factList(facts: readonly { readonly name: string; readonly value: string }[]): HTMLElement {
  const rows = facts.map(({ name, value }) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value)),
  );
  return element('dl', { class: 'facts' }, ...rows);
}
