/** `npm run build:contract`: makes dist-contract/, the check of the simulator's claims for a spreadsheet on Google. */
import { buildContract } from '../bundler/contract';
import { writeDistribution } from '../bundler/distribution';

const folder = 'dist-contract';

try {
  const files = await buildContract(process.cwd());
  writeDistribution(folder, files);
  for (const [name, content] of files)
    console.log(`${folder}/${name}  ${String(Buffer.byteLength(content))} bytes`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
