/** `npx tsx cli/pictures.ts`: the pictures of docs/guide.ru.md, all anew. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openBrowser } from './browser/open-browser';
import { runCommand } from './CommandError';
import { smallerPng } from './pictures/smaller-png';
import { takePictures } from './pictures/take-pictures';

const FOLDER = path.join('docs', 'images', 'guide');
/** Of the states that are played some are there for tests alone. */
const GUIDE = readFileSync(path.join('docs', 'guide.ru.md'), 'utf8');

runCommand(async () => {
  const browser = await openBrowser();
  const pictures = new Map<string, Uint8Array>();
  try {
    await takePictures(browser, (name, picture) => {
      if (GUIDE.includes(`/${name}.png`)) pictures.set(name, smallerPng(picture));
    });
  } finally {
    await browser.close();
  }
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  for (const [name, picture] of pictures) writeFileSync(path.join(FOLDER, `${name}.png`), picture);
  const bytes = [...pictures.values()].reduce((sum, { length }) => sum + length, 0);
  console.log(`${FOLDER}: ${pictures.size} PNG, ${Math.round(bytes / 1024)}\u00a0КБ`);
});
