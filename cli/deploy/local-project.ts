/** `.clasp.json`, which names the script that belongs to this checkout. It is nobody else's and not committed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { CommandError } from '../CommandError';
import { deployTexts } from './texts';

export interface LocalProject {
  readonly scriptId: string;
  /** The spreadsheet that was created with the script; absent where the script was there before. */
  readonly spreadsheetId?: string;
}

/** Script ids are letters, digits, `-` and `_`, 57 of them today (Google, Apps Script API reference). */
const SCRIPT_ID = /^[A-Za-z0-9_-]{20,100}$/;
const FILE = '.clasp.json';

/** Null where the checkout has no script yet. Throws CommandError where the file is of no use. */
export function readLocalProject(folder: string): LocalProject | null {
  const file = path.join(folder, FILE);
  if (!existsSync(file)) return null;
  try {
    const { scriptId, parentId } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    if (typeof scriptId === 'string' && SCRIPT_ID.test(scriptId))
      return { scriptId, ...(typeof parentId === 'string' ? { spreadsheetId: parentId } : {}) };
  } catch {
    // A file that is no JSON is as useless as one without a script id.
  }
  throw new CommandError(deployTexts.brokenProjectFile());
}

/** `scriptId` may be pasted as the address of the script's editor. Throws CommandError where it is neither. */
export function writeLocalProject(
  folder: string,
  { scriptId: pasted, spreadsheetId }: LocalProject,
): LocalProject {
  const scriptId = /\/(?:projects|d)\/([\w-]+)/.exec(pasted)?.[1] ?? pasted.trim();
  if (!SCRIPT_ID.test(scriptId)) throw new CommandError(deployTexts.noScriptId());
  const parent = spreadsheetId === undefined ? {} : { parentId: spreadsheetId };
  const content = { scriptId, ...parent, rootDir: 'dist' };
  writeFileSync(path.join(folder, FILE), `${JSON.stringify(content, null, 2)}\n`);
  return { scriptId, ...(spreadsheetId === undefined ? {} : { spreadsheetId }) };
}
