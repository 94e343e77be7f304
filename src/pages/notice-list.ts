/** Notices as a page shows them, whatever the number: one a line, their invoices linked. */
import { progressTexts } from '../texts/progress-texts';
import { element, type Child } from './dom';
import type { Part } from './message-parts';

export type Notice = readonly Part[];

export const noticeList = (notices: readonly Notice[]): HTMLElement =>
  element('ul', {}, ...notices.map((parts) => element('li', {}, ...parts.map(partNode))));

/** All of them behind one line, where they would be too many to read at a glance. */
export const noticeFold = (notices: readonly Notice[]): HTMLElement =>
  element(
    'details',
    {},
    element('summary', {}, progressTexts.allNotices(notices.length)),
    noticeList(notices),
  );

const partNode = (part: Part): Child =>
  typeof part === 'string'
    ? part
    : element('a', { href: part.href, target: '_blank', rel: 'noopener' }, part.text);
