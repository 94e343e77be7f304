/**
 * The thread in which the scripts run. They run to their end as on the platform; what others want meanwhile is
 * read from the port while they wait, and carried out in between, as Google does it side by side.
 */
import { parentPort, receiveMessageOnPort, workerData, type MessagePort } from 'node:worker_threads';
import type { Letter, Reply, ThreadOptions } from '../protocol';
import { Preview } from './Preview';
import { RestingTime } from './RestingTime';

/** Real milliseconds between two moves of the clock while nothing runs. */
const IDLE_TICK = 100;
/** Real milliseconds between two states told while a script runs. */
const STATE_PAUSE = 100;

class Thread {
  private readonly preview: Preview;
  private readonly postponed: Letter[] = [];
  private readonly resting: RestingTime;
  private toldAt = -Infinity;
  private told = '';

  constructor(
    private readonly port: MessagePort,
    options: ThreadOptions,
  ) {
    this.preview = new Preview(options, () => this.meanwhile());
    this.resting = new RestingTime(
      () => performance.now(),
      () => (options.restsWhenIdle ? 0 : this.preview.speed),
    );
  }

  start(): void {
    this.port.on('message', (letter: Letter) => this.whileNothingRuns(() => this.handle(letter)));
    setInterval(() => this.whileNothingRuns(() => undefined), IDLE_TICK);
  }

  /** First the time is made up for that went by since something ran last. */
  private whileNothingRuns(act: () => void): void {
    this.preview.passTime(this.resting.passed());
    act();
    for (let next = this.postponed.shift(); next; next = this.postponed.shift()) this.handle(next);
    this.resting.beginAnew();
    this.tell();
  }

  private meanwhile(): void {
    for (let post = receiveMessageOnPort(this.port); post; post = receiveMessageOnPort(this.port)) {
      const letter = post.message as Letter;
      if (this.preview.mustWait(letter.ask)) {
        this.postponed.push(letter);
        this.preview.makeWayFor(letter.ask);
      } else this.handle(letter);
    }
    this.preview.passTime(0);
    if (performance.now() - this.toldAt >= STATE_PAUSE) this.tell();
  }

  private handle({ id, ask }: Letter): void {
    try {
      this.send({ kind: 'answer', id, value: this.preview.answer(ask) });
    } catch (error) {
      this.send({ kind: 'refusal', id, message: error instanceof Error ? error.message : String(error) });
    }
  }

  /** Tells the state where more than the time has changed. */
  private tell(): void {
    const { state } = this.preview;
    const text = JSON.stringify({ ...state, now: 0 });
    this.toldAt = performance.now();
    if (text === this.told && !this.preview.isRunning) return;
    this.told = text;
    this.send({ kind: 'state', state });
  }

  private send(reply: Reply): void {
    this.port.postMessage(reply);
  }
}

if (parentPort) new Thread(parentPort, workerData as ThreadOptions).start();
