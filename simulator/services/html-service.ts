/** `HtmlService` (Google, HtmlService reference). */
import type { Gate } from '../service';
import { makeService } from '../service-objects';
import { takes, text } from '../signature';
import type { Pages } from './Pages';

export const makeHtmlService = (gate: Gate, pages: Pages) =>
  makeService<GoogleAppsScript.HTML.HtmlService>('HtmlService', gate, {
    createHtmlOutputFromFile: takes(text).gives((name) => pages.fromFile(name)),
  });
