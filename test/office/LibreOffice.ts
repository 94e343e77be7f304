/** LibreOffice as another reader of our workbooks: opens a file and saves what it understood. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { CommandError } from '../../cli/CommandError';

/** Milliseconds; its first start makes a profile. */
const PATIENCE = 300_000;

export class LibreOffice {
  /** @param folder for its profile, so that it meets no other instance, and for what it saves */
  constructor(private readonly folder: string) {}

  static isInstalled(): boolean {
    return spawnSync('soffice', ['--version'], { timeout: PATIENCE }).error === undefined;
  }

  /** The file as LibreOffice saves it again. @throws CommandError where it does not open the file */
  savedAgain(file: string): string {
    const folder = path.join(this.folder, 'saved');
    const profile = pathToFileURL(path.join(this.folder, 'profile')).href;
    const command = [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'xlsx',
      '--outdir',
      folder,
      file,
    ];
    spawnSync('soffice', command, { timeout: PATIENCE });
    const saved = path.join(folder, `${path.parse(file).name}.xlsx`);
    if (!existsSync(saved)) throw new CommandError(`LibreOffice не открыл файл ${path.basename(file)}.`);
    return saved;
  }
}
