/** What an open sidebar shows of refreshes of any size, replayed look by look against what came of them. */
import { makeSizedData } from '../../portal/data/sized-data';
import type { Generation } from '../../portal/generation';
import { Course, FIRST_MILLISECONDS, SHORTEST_LOOK_MILLISECONDS } from '../../src/pages/Course';
import { refreshView, type RefreshView } from '../../src/pages/refresh-view';
import { NOTHING_WATCHED, RUNNING_POLL_MILLISECONDS } from '../../src/pages/RefreshWatch';
import type { Progress } from '../../src/state/run';
import { aWorld } from '../../world/a-world';
import { connect } from '../../world/make-world';

const GENERATIONS: readonly Generation[] = ['old', 'mid', 'new'];
const LATENCY = 300;
/** On a new portal the rows of each invoice are a request, however many they are. */
const ROWS_PER_INVOICE: Readonly<Record<Generation, number>> = { old: 2, mid: 2, new: 1 };
const BUYERS = 60;
const TODAY = '2026-05-20';

interface Look extends Pick<RefreshView, 'headline' | 'bar' | 'counts'> {
  readonly progress: Progress;
  /** Milliseconds since the start. */
  readonly at: number;
}

/** The owner's sidebar looks every two seconds, and goes on where the refresh is paused. */
function looksAt(invoices: number, generation: Generation): { looks: readonly Look[]; endedAt: number } {
  const rows = invoices * ROWS_PER_INVOICE[generation];
  const size = { invoices, rows, requisites: Math.min(invoices, BUYERS) };
  const world = aWorld((clock) => makeSizedData(size, clock, TODAY), {
    latency: LATENCY,
    portal: { generation },
  });
  connect(world);
  const { simulator, clock } = world;
  const page = simulator.page();
  const course = new Course();
  const looks: Look[] = [];
  const startedAt = clock.now();
  let lookedAt = 0;
  const look = (): Progress => {
    lookedAt = clock.now();
    const progress = page.call('getProgress') as Progress;
    const watched = { ...NOTHING_WATCHED, progress, ...course.after(progress, lookedAt) };
    const viewer = {
      isConnected: true,
      isOwner: true,
      portal: null,
      waiting: null,
      refusal: null,
      runs: [],
      stopped: null,
    };
    const { headline, bar, counts } = refreshView(watched, { ...viewer, now: new Date(lookedAt) });
    if (progress.startedAt !== null && progress.state !== 'done')
      looks.push({ progress, at: lookedAt - startedAt, headline, bar, counts });
    return progress;
  };
  simulator.hooks = {
    after: ({ function: name }) => {
      const isDue = name === 'startRefresh' && clock.now() - lookedAt >= RUNNING_POLL_MILLISECONDS;
      if (isDue) look();
    },
  };
  let wish: object = { briefOnly: false };
  for (;;) {
    simulator.run({ function: 'startRefresh', args: [wish], via: 'page' });
    const { state, message, startedAt: resume } = look();
    if (state === 'done') return { looks, endedAt: clock.now() - startedAt };
    if (state !== 'paused') throw new Error(`${state}: ${message}`);
    wish = { resume };
    clock.advance(RUNNING_POLL_MILLISECONDS);
  }
}

const ABOUT = /^Осталось около\s(?=\d)(?:(\d+)\sч)?\s?(?:(\d+(?:,5)?)\sмин)?$/;

/** Seconds that are said to be left, null where nothing is said. */
function saidLeft({ counts }: Look): { atLeast: number; atMost: number } | null {
  const said = counts.find((line) => line.startsWith('Осталось'));
  if (said === undefined) return null;
  if (/^Осталось меньше\sминуты$/.test(said)) return { atLeast: 0, atMost: 60 };
  const found = ABOUT.exec(said);
  if (found === null) throw new Error(`says something else: ${said}`);
  const [, hours = '0', minutes = '0'] = found;
  const seconds = Number(hours) * 3_600 + Number(minutes.replace(',', '.')) * 60;
  return { atLeast: seconds, atMost: seconds };
}

/** Old portals tell rows as the middle ones do: once more at the largest size would show nothing new. */
const SIZES = [100, 1_000, 10_000].flatMap((invoices) =>
  GENERATIONS.filter((generation) => invoices < 10_000 || generation !== 'old').map((generation) => ({
    invoices,
    generation,
  })),
);

describe.each(SIZES)('A refresh of $invoices invoices of a portal of the $generation generation', (size) => {
  let seen: ReturnType<typeof looksAt>;
  beforeAll(() => {
    seen = looksAt(size.invoices, size.generation);
  });

  it('has a bar that never goes back', () => {
    const shares = seen.looks.map(({ bar }) => (typeof bar === 'number' ? bar : 0));
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(seen.looks.slice(1).filter(({ bar }) => bar === null)).toEqual([]);
  });

  it('says of a list that is still read how many were found, and nothing of how many there are', () => {
    const reading = seen.looks.filter(({ progress }) => progress.phase === 'list' && progress.total > 0);
    for (const { counts, bar } of reading)
      expect([counts, bar]).toEqual([[expect.stringMatching(/^Найдено/)], 'unknown']);
  });

  it('says how long it takes as soon as its first minute is over and its rows were looked at', () => {
    const rowsAt = seen.looks.find(({ progress }) => progress.phase === 'rows')?.at ?? Infinity;
    const from = Math.max(FIRST_MILLISECONDS, rowsAt + SHORTEST_LOOK_MILLISECONDS) + 10_000;
    for (const look of seen.looks) {
      const isRows = look.progress.phase === 'rows' && look.progress.done < look.progress.total;
      if (look.at < FIRST_MILLISECONDS) expect(saidLeft(look)).toBeNull();
      else if (look.at >= from && isRows) expect(saidLeft(look)).not.toBeNull();
    }
  });

  it('says so rightly within a third, pauses included', () => {
    for (const look of seen.looks) {
      const said = saidLeft(look);
      if (said === null) continue;
      const left = (seen.endedAt - look.at) / 1_000;
      expect(said.atLeast).toBeLessThanOrEqual((left * 4) / 3);
      expect(said.atMost).toBeGreaterThanOrEqual((left * 2) / 3);
    }
  });

  it('is begun once, and then gone on with', () => {
    const headlines = seen.looks.slice(1).map(({ headline }) => headline);
    const begun = headlines.lastIndexOf('Запускаем обновление');
    expect(seen.looks.slice(0, begun + 1).filter(({ progress }) => progress.requests > 0)).toEqual([]);
  });
});
