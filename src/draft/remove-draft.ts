/** Takes the draft away for good. */
import type { Platform } from '../platform/platform';
import { DraftSheet } from './DraftSheet';

/** @throws where Google refuses, at once or when it comes to it: a run has a draft as long as one lies there */
export function removeDraft(platform: Pick<Platform, 'workbook' | 'spreadsheets'>): void {
  new DraftSheet(platform.workbook()).remove();
  platform.spreadsheets.flush();
}
