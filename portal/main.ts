/** The demo portal as a command: serves until it is interrupted and prints the webhook's address. */
import { parseArgs } from 'node:util';
import type { Clock } from './clock';
import { makeDemoData } from './data/demo-data';
import { makeOddData } from './data/odd-data';
import type { PortalData } from './data/PortalData';
import { makeSizedData } from './data/sized-data';
import { taxPrecisionOf, type Generation } from './generation';
import { Portal } from './Portal';
import { serve } from './server';

const USAGE = `Usage: tsx portal/main.ts [--port 8024] [--generation old|mid|new] [--today YYYY-MM-DD]
  [--odd]  every odd case instead of everyday data
  [--invoices 1000 --rows 5000 --requisites 300]  benchmark data instead
  [--zone +03:00] [--latency 0] [--limits standard|off] [--non-admin]`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '8024' },
    generation: { type: 'string', default: 'mid' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    invoices: { type: 'string' },
    rows: { type: 'string' },
    requisites: { type: 'string', default: '60' },
    odd: { type: 'boolean', default: false },
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
  const { generation, zone } = values;
  const clock = { now: () => Date.now() };
  const data = dataOf(generation, clock);
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

function dataOf(generation: Generation, clock: Clock): PortalData {
  const { today, odd } = values;
  const invoices = Number(values.invoices ?? 0);
  const size = { invoices, rows: Number(values.rows ?? invoices * 5), requisites: Number(values.requisites) };
  if (invoices > 0) return makeSizedData(size, clock, today);
  const options = { clock, today, taxPrecision: taxPrecisionOf(generation) };
  return odd ? makeOddData(options).data : makeDemoData(options);
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
