/** `npm run demo [-- --odd]`: the main job on a demo portal that runs in a process of its own. */
import { mkdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { startDemoPortal } from './demo/start-demo-portal';
import { CommandError, runCommand } from './CommandError';
import { makeReport } from './report/make-report';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../portal/data/a-portal';

const OUT = 'out/report.xlsx';
/** However young the quarter is, there is something to see. */
const PERIOD = { preset: 'last90Days', from: null, to: null };

/** As a financial director would have them. */
const FURTHER_SHEETS = {
  summarySheet: true,
  debtsSheet: 'all',
  vatSheet: true,
  checksSheet: true,
  changesSheet: true,
};

/** What the portal is told of them. */
function readArguments(): readonly string[] {
  try {
    const { odd } = parseArgs({ options: { odd: { type: 'boolean', default: false } } }).values;
    return odd ? ['--odd'] : [];
  } catch {
    throw new CommandError('Команда: npm run demo [-- --odd]. Проверьте параметры.');
  }
}

runCommand(async () => {
  const portalArguments = readArguments();
  mkdirSync('out', { recursive: true });
  const portal = await startDemoPortal(portalArguments);
  try {
    const settings = {
      webhookUrl: portal.webhookUrl,
      period: PERIOD,
      shipmentDateField: SHIPMENT_DATE,
      paymentDateField: PAYMENT_DATE,
      ...FURTHER_SHEETS,
    };
    await makeReport({ settings, out: OUT, briefOnly: false });
  } finally {
    portal.stop();
  }
});
