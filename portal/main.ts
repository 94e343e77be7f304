/** The demo portal as a command: serves until it is interrupted and prints the webhook's address. */
import { parseArgs } from 'node:util';
import { makeDemoData } from './data/demo-data';
import { makeSizedData } from './data/sized-data';
import type { Generation } from './generation';
import { Portal } from './Portal';
import { serve } from './server';

const USAGE = `Usage: tsx portal/main.ts [--port 8024] [--generation old|mid|new] [--today YYYY-MM-DD]
  [--invoices 1000 --rows 5000 --requisites 300]  benchmark data instead of the demo data
  [--zone +03:00] [--latency 0] [--limits standard|off] [--non-admin]`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8024' },
    generation: { type: 'string', default: 'mid' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    invoices: { type: 'string' },
    rows: { type: 'string' },
    requisites: { type: 'string', default: '60' },
    zone: { type: 'string', default: '+03:00' },
    latency: { type: 'string', default: '0' },
    limits: { type: 'string', default: 'standard' },
    'non-admin': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const isGeneration = (text: string): text is Generation => ['old', 'mid', 'new'].includes(text);

async function run(): Promise<void> {
  if (values.help || !isGeneration(values.generation)) {
    console.log(USAGE);
    return;
  }
  const { generation, today, zone } = values;
  const clock = { now: () => Date.now() };
  const taxPrecision = generation === 'old' ? 2 : 8;
  const invoices = Number(values.invoices ?? 0);
  const size = { invoices, rows: Number(values.rows ?? invoices * 5), requisites: Number(values.requisites) };
  const data =
    invoices > 0 ? makeSizedData(size, clock, today) : makeDemoData({ clock, today, taxPrecision }).data;
  const portal = new Portal({
    data,
    clock,
    generation,
    zone,
    user: { admin: !values['non-admin'] },
    ...(values.limits === 'off' ? { limits: 'off' } : {}),
  });
  const { webhookUrl } = await serve(portal, {
    port: Number(values.port),
    latencyMilliseconds: Number(values.latency),
  });
  console.log(`${data.invoices.size} invoices, generation ${generation}. Webhook:\n${webhookUrl}`);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
