/**
 * `npm run deploy`: builds the add-on and pushes it to the spreadsheet's script. The first time it makes a
 * spreadsheet (`-- --create`, with `--title`) or attaches a script (`-- --script ID`); `-- --force` replaces the manifest.
 */
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { buildDistribution, writeDistribution } from '../bundler/distribution';
import { runCommand } from './CommandError';
import { claspIn } from './deploy/clasp';
import { deploy } from './deploy/deploy';
import { deployTexts } from './deploy/texts';

runCommand(async () => {
  const { values } = parseArgs({
    options: {
      create: { type: 'boolean', default: false },
      title: { type: 'string', default: deployTexts.proposedTitle() },
      script: { type: 'string' },
      force: { type: 'boolean', default: false },
    },
  });
  const root = process.cwd();
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout })
    : null;
  try {
    await deploy(
      { create: values.create ? values.title : null, script: values.script ?? null, force: values.force },
      {
        root,
        clasp: claspIn(root),
        build: async () => {
          writeDistribution('dist', await buildDistribution(root, { published: false }));
        },
        ask: terminal && ((question) => terminal.question(question)),
        say: (text) => {
          console.log(text);
        },
      },
    );
  } finally {
    terminal?.close();
  }
});
