/**
 * The portal's second limit: each method may work 480 s in any ten minutes. Every answer says how much is used
 * and when the oldest part is forgiven (Bitrix24 REST documentation, limits.md; portals without the limit are silent).
 */
import type { AnswerTime } from './envelope';
import {
  OPERATING_GRACE_MILLISECONDS,
  OPERATING_LIMIT_SECONDS,
  OPERATING_WINDOW_MILLISECONDS,
} from './limits';
import type { Method } from './methods';

/** From this share on, each request of the method waits a little; near the end it waits for forgiveness. */
const SLOW_SHARE = 0.8;
const STOP_SHARE = 0.98;
/** In the slow range a request waits this share of the time until forgiveness: six seconds at most. */
const SLOW_WAIT_SHARE = 0.01;

interface Use {
  readonly seconds: number;
  /** By the add-on's clock, a whole millisecond. */
  readonly forgivenAt: number;
}

export class OperatingBudget {
  private readonly uses = new Map<Method, Use>();

  /** `time` of an answer that arrived at `now`. The portal's clock is its own: only the difference counts. */
  note(method: Method, time: AnswerTime, now: number): void {
    const { operating, operatingResetAt, startedAt } = time;
    if (operating === null) return;
    const opensIn = operatingResetAt === null || startedAt === null ? 0 : operatingResetAt * 1000 - startedAt;
    this.uses.set(method, {
      seconds: operating,
      forgivenAt: now + Math.min(Math.max(Math.ceil(opensIn), 0), OPERATING_WINDOW_MILLISECONDS),
    });
  }

  /** Whole milliseconds, as Google sleeps, to wait at `now` before the method is called again. */
  wait(method: Method, now: number): number {
    const use = this.uses.get(method);
    if (use === undefined || use.forgivenAt <= now) return 0;
    const share = use.seconds / OPERATING_LIMIT_SECONDS;
    const opensIn = use.forgivenAt - now;
    if (share >= STOP_SHARE) return opensIn + OPERATING_GRACE_MILLISECONDS;
    return share >= SLOW_SHARE ? Math.ceil(opensIn * SLOW_WAIT_SHARE) : 0;
  }

  /** Milliseconds until the method's budget opens, null where the portal never said. */
  opensIn(method: Method, now: number): number | null {
    const use = this.uses.get(method);
    return use === undefined || use.forgivenAt <= now ? null : use.forgivenAt - now;
  }
}
