/** The archive of a release: the files for Google, how to install them, the guide, the licence and the changes. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Distribution } from '../../bundler/distribution';

/** ZIP knows no time before 1980; a fixed one keeps equal releases equal. */
const TIME = new Date(1980, 0, 1);
const DOCUMENTS = [
  'LICENSE',
  'CHANGELOG.md',
  'docs/guide.ru.md',
  'docs/analysts.ru.md',
  'SECURITY.ru.md',
  'SECURITY.md',
];
const PICTURES = 'docs/images/guide';
/** Three steps with pictures, which a browser shows; it lies on top, where its addresses lead to the pictures. */
const INSTALLING = { file: 'cli/release/install.ru.html', name: 'УСТАНОВКА.html' };

/** `root`: the project's folder. */
export function releaseName(root: string): string {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    name: string;
    version: string;
  };
  return `${name}-${version}.zip`;
}

export function releaseArchive(root: string, distribution: Distribution): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of distribution) files[`dist/${name}`] = strToU8(content);
  const pictures = readdirSync(path.join(root, PICTURES)).map((name) => `${PICTURES}/${name}`);
  for (const name of [...DOCUMENTS, ...pictures]) files[name] = readFileSync(path.join(root, name));
  files[INSTALLING.name] = readFileSync(path.join(root, INSTALLING.file));
  return zipSync(files, { level: 9, mtime: TIME });
}
