/** What settings may come of actions that save, whichever way they were interleaved: those of some order. */
import { perform, type Action, type Office } from './actions';
import { settingsIn } from './one-schedule';

export class SerialOrders {
  private readonly known = new Map<string, readonly string[]>();

  constructor(private readonly office: Office) {}

  of(actions: readonly Action[]): readonly string[] {
    const key = actions
      .map(({ name }) => name)
      .sort()
      .join();
    const found = this.known.get(key) ?? [
      ...new Set(ordersOf(actions).map((order) => this.outcomeOf(order))),
    ];
    this.known.set(key, found);
    return found;
  }

  private outcomeOf(actions: readonly Action[]): string {
    const world = this.office.begin();
    for (const action of actions) perform(world, action);
    return settingsIn(world);
  }
}

const ordersOf = (actions: readonly Action[]): readonly (readonly Action[])[] =>
  actions.length === 0
    ? [[]]
    : actions.flatMap((first, index) =>
        ordersOf(actions.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
      );
