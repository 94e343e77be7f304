/** Totals that newer portals keep for a while (Bitrix24 source, crm/lib/Service/ItemList/CountCache.php). */
import type { Totals } from '../call';
import type { Clock } from '../clock';

const TTL_MILLISECONDS = 5_000;

export class CountCache implements Totals {
  private readonly counted = new Map<string, { readonly total: number; readonly at: number }>();

  constructor(private readonly clock: Clock) {}

  /** A look does not make it younger. */
  get(key: string): number | undefined {
    const entry = this.counted.get(key);
    return entry && this.clock.now() < entry.at + TTL_MILLISECONDS ? entry.total : undefined;
  }

  set(key: string, total: number): void {
    this.counted.set(key, { total, at: this.clock.now() });
  }
}
