/** `npm run check -- boundaries`: checks the direction of imports, and that every source was really looked at. */
import { readdirSync } from 'node:fs';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import extractOptions from 'dependency-cruiser/config-utl/extract-depcruise-options';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

// Every folder with sources: a new one is not to go unseen.
const NO_SOURCES = /^(\.|node_modules$|dist|out$|coverage$|docs$)/;
const folders = readdirSync('.', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !NO_SOURCES.test(entry.name))
  .map(({ name }) => name);
const options = await extractOptions('./.dependency-cruiser.cjs');
const cruised = await cruise(folders, options, {}, { tsConfig: extractTSConfig('./tsconfig.node.json') });
const { modules, summary } = cruised.output as ICruiseResult;

// dependency-cruiser finds no module and is content when it cannot load the TypeScript compiler.
const seen = new Set(modules.map(({ source }) => source));
const problems = [
  ...sources()
    .filter((file) => !seen.has(file))
    .map((file) => `${file} was not looked at`),
  ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
];
for (const problem of problems) console.error(problem);
console.log(`${String(seen.size)} modules, ${String(problems.length)} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;

function sources(): string[] {
  return folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .map((file) => `${folder}/${file}`),
  );
}
