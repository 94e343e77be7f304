/** `npx tsx cli/decode.ts FOLDER`: tries the product's decoders on every recorded answer (`*.json`) of a folder. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readAnswer } from './decode/read-answer';
import { answersIn, methodOf } from './decode/recorded-answer';

const [folder = ''] = process.argv.slice(2);
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
  : [];
let unreadable = 0;
for (const file of files) {
  const method = methodOf(file);
  const findings = answersIn(readFileSync(path.join(folder, file), 'utf8')).map((answer) =>
    readAnswer(method, answer),
  );
  if (!findings.every(({ readable }) => readable)) unreadable += 1;
  const texts = findings.map(({ readable, text }) => (readable ? text : `UNREADABLE, ${text}`));
  console.log(`${file}  ${method}  ${texts.join('; ') || 'an empty batch'}`);
}
console.log(`${String(files.length)} files, ${String(unreadable)} unreadable`);
process.exitCode = files.length === 0 || unreadable > 0 ? 1 : 0;
