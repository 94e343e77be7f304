/**
 * `npm run build [-- --form addon|contract]`: makes dist/, exactly what clasp pushes; the form of a published add-on, in
 * dist-addon/; or the check of the simulator's claims for a spreadsheet on Google, in dist-contract/.
 */
import { parseArgs } from 'node:util';
import { buildContract } from '../bundler/contract';
import { buildDistribution, writeDistribution, type Distribution } from '../bundler/distribution';

const root = process.cwd();
const FORMS: Readonly<Record<string, readonly [folder: string, build: () => Promise<Distribution>]>> = {
  bound: ['dist', () => buildDistribution(root, { published: false })],
  addon: ['dist-addon', () => buildDistribution(root, { published: true })],
  contract: ['dist-contract', () => buildContract(root)],
};
const { values } = parseArgs({ options: { form: { type: 'string', default: 'bound' } } });

try {
  const form = FORMS[values.form];
  if (form === undefined) throw new Error(`--form takes one of: ${Object.keys(FORMS).join(', ')}`);
  const [folder, build] = form;
  const files = await build();
  writeDistribution(folder, files);
  for (const [name, content] of files)
    console.log(`${folder}/${name}  ${String(Buffer.byteLength(content))} bytes`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
