/** The help. */
import { formTexts } from '../texts/form-texts';
import { helpTexts } from '../texts/help-texts';
import { element, list, paragraphs } from './dom';

const article = (title: string, ...children: readonly HTMLElement[]): HTMLElement =>
  element('section', {}, element('h2', {}, title), ...children);

const { summarySheet, debtsSheet, vatSheet, checksSheet, changesSheet } = formTexts;
const FURTHER = [summarySheet, debtsSheet, vatSheet, checksSheet, changesSheet];

/** `look` of the swatch is a class of the stylesheet. */
const color = (look: string, meaning: string): HTMLElement =>
  element('li', {}, element('span', { class: `swatch ${look}`, 'aria-hidden': 'true' }), meaning);

export function helpTab(): HTMLElement {
  const answers = helpTexts.answers.map(([problem, answer]) =>
    element('details', {}, element('summary', {}, problem), ...paragraphs([answer])),
  );
  return element(
    'div',
    { class: 'help' },
    article(helpTexts.first, list('ol', helpTexts.firstSteps)),
    article(
      helpTexts.contents,
      ...paragraphs([helpTexts.brief, helpTexts.detail, helpTexts.further]),
      list('ul', FURTHER),
      ...paragraphs([
        ...[helpTexts.face, helpTexts.columns, helpTexts.notes, helpTexts.notNotes],
        helpTexts.yours,
      ]),
    ),
    article(
      helpTexts.colors,
      element(
        'ul',
        { class: 'colors' },
        color('unpaid', helpTexts.unpaid),
        color('without-vat', helpTexts.withoutVat),
        color('plain', helpTexts.plain),
        color('zebra', helpTexts.zebra),
      ),
    ),
    article(
      helpTexts.refresh,
      ...paragraphs([
        helpTexts.refreshHow,
        helpTexts.refreshLong,
        helpTexts.refreshColleague,
        helpTexts.refreshOwner,
      ]),
    ),
    article(helpTexts.problems, ...answers),
    article(helpTexts.questions, ...paragraphs([helpTexts.questionsWhere])),
    article(helpTexts.secrecy, ...paragraphs([helpTexts.secrecyText])),
  );
}
