/** `HtmlService` (Google, HtmlService reference). */
import { makeService, type Gate } from '../service';
import { asText, methodsOf } from '../signature';
import type { Pages } from './Pages';

export function makeHtmlService(gate: Gate, pages: Pages) {
  const method = methodsOf('HtmlService');
  return makeService('HtmlService', gate, {
    createHtmlOutput: method('createHtmlOutput', ['text?'], (content?: unknown) =>
      pages.make(content === undefined || content === null ? '' : asText(content)),
    ),
    createHtmlOutputFromFile: method('createHtmlOutputFromFile', ['text'], (name: string) =>
      pages.make(pages.load(name)),
    ),
  });
}
