/**
 * `.clasp.local.json`, which names the script that belongs to this checkout: `.clasp.json` with the script's id. It is
 * nobody else's and not committed.
 */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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
export const LOCAL_FILE = '.clasp.local.json';
/** What clasp pushes; so the committed `.clasp.json` says too. */
const PUSHED = { rootDir: 'dist' };

/** Null where the checkout has no script yet. Throws CommandError where the file is of no use. */
export function readLocalProject(folder: string): LocalProject | null {
  const file = path.join(folder, LOCAL_FILE);
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
  write(folder, { scriptId, ...parent, ...PUSHED });
  return { scriptId, ...(spreadsheetId === undefined ? {} : { spreadsheetId }) };
}

/** For clasp, which writes the id of a script that it makes into a file that has to be there; gone where it made none. */
export async function whileScriptIsMade<T extends { readonly succeeded: boolean }>(
  folder: string,
  make: () => Promise<T>,
): Promise<T> {
  write(folder, PUSHED);
  const made = await make();
  if (!made.succeeded) rmSync(path.join(folder, LOCAL_FILE));
  return made;
}

function write(folder: string, content: object): void {
  writeFileSync(path.join(folder, LOCAL_FILE), `${JSON.stringify(content, null, 2)}\n`);
}
