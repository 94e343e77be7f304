/** `npm run build`: makes dist/, exactly what clasp pushes; with `--addon` the published form, in dist-addon/. */
import { parseArgs } from 'node:util';
import { buildDistribution, writeDistribution } from '../bundler/distribution';

const { values } = parseArgs({ options: { addon: { type: 'boolean', default: false } } });
const folder = values.addon ? 'dist-addon' : 'dist';

try {
  const files = await buildDistribution(process.cwd(), { published: values.addon });
  writeDistribution(folder, files);
  for (const [name, content] of files)
    console.log(`${folder}/${name}  ${String(Buffer.byteLength(content))} bytes`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
