/** A webhook as the add-on has it: the one way to it is to parse its address. */
import type { Webhook } from '../../src/domain/Webhook';
import { parseWebhook } from '../../src/settings/parse-webhook';

export function webhookAt(address: string): Webhook {
  const parsed = parseWebhook(address);
  if (!parsed.ok) throw new Error(parsed.problem);
  return parsed.webhook;
}
