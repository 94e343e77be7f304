/** `HtmlService` (Google, HtmlService reference). */
import { makeService, type Gate } from '../service';
import { asText, methodsOf } from '../signature';
import { makeTemplate, type TemplateOptions } from './html-template';

export function makeHtmlService(gate: Gate, options: TemplateOptions) {
  const { pages } = options;
  const method = methodsOf('HtmlService');
  return makeService('HtmlService', gate, {
    createHtmlOutput: method('createHtmlOutput', ['text?'], (content?: unknown) =>
      pages.make(content === undefined || content === null ? '' : asText(content)),
    ),
    createHtmlOutputFromFile: method('createHtmlOutputFromFile', ['text'], (name: string) =>
      pages.make(pages.load(name)),
    ),
    createTemplate: method('createTemplate', ['text'], (source: unknown) =>
      makeTemplate(gate, asText(source), options),
    ),
    createTemplateFromFile: method('createTemplateFromFile', ['text'], (name: string) =>
      makeTemplate(gate, pages.load(name), options),
    ),
  });
}
