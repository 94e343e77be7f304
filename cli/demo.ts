/** `npm run demo`: the main job on a demo portal that runs in a process of its own. */
import { mkdirSync } from 'node:fs';
import { startDemoPortal } from './demo/start-demo-portal';
import { runCommand } from './CommandError';
import { makeReport } from './report/make-report';
import { PAYMENT_DATE, SHIPMENT_DATE } from '../portal/data/a-portal';

const OUT = 'out/report.xlsx';

runCommand(async () => {
  mkdirSync('out', { recursive: true });
  const portal = await startDemoPortal();
  try {
    const settings = {
      webhookUrl: portal.webhookUrl,
      shipmentDateField: SHIPMENT_DATE,
      paymentDateField: PAYMENT_DATE,
    };
    await makeReport({ settings, out: OUT, briefOnly: false });
  } finally {
    portal.stop();
  }
});
