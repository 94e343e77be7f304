/** The simulator, with every execution written down while it runs. */
import { OWNER, Simulator, type Execution, type RunRequest, type SimulatorOptions } from '../../simulator';
import type { ExecutionLog } from './ExecutionLog';

export class LiveSimulator extends Simulator {
  constructor(
    options: SimulatorOptions,
    private readonly log: ExecutionLog,
  ) {
    super(options);
  }

  override run(request: RunRequest): Execution {
    const { clock } = this.options;
    this.log.begin(request, request.user ?? OWNER, clock.now());
    try {
      const execution = super.run(request);
      this.log.finish(execution);
      return execution;
    } catch (error) {
      const { name, message, stack = message } = error as Error;
      this.log.finish({
        outcome: 'threw',
        error: { name, message, stack },
        log: [],
        finishedAt: clock.now(),
      });
      throw error;
    }
  }
}
