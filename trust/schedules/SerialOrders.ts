/** What settings may come of actions that save, whichever way they were interleaved: those of some order. */
import { aConnectedWorld, perform, type Action } from './actions';
import { settingsIn } from './one-schedule';

export class SerialOrders {
  private readonly known = new Map<string, readonly string[]>();

  of(actions: readonly Action[]): readonly string[] {
    const key = actions
      .map(({ name }) => name)
      .sort()
      .join();
    const found = this.known.get(key) ?? [...new Set(ordersOf(actions).map(outcomeOf))];
    this.known.set(key, found);
    return found;
  }
}

function outcomeOf(actions: readonly Action[]): string {
  const world = aConnectedWorld();
  for (const action of actions) perform(world, action);
  return settingsIn(world);
}

const ordersOf = (actions: readonly Action[]): readonly (readonly Action[])[] =>
  actions.length === 0
    ? [[]]
    : actions.flatMap((first, index) =>
        ordersOf(actions.filter((_, other) => other !== index)).map((rest) => [first, ...rest]),
      );
