/** Refreshes that Google ends on the way. */
import type { World } from '../../../world/make-world';
import { refreshed, startOnce } from '../../../world/scenario';

const CHANGES = /^(Spreadsheet|Sheet|Range|RangeList|DeveloperMetadata)\.(set|insert|add)|\.flush$/;

/** A world in which a refresh was killed after so many changes of the spreadsheet, and another one has followed. */
export interface Survived {
  readonly kills: number;
  readonly world: World;
}

/** @param arrange makes a world whose next refresh changes something; one after every so many changes is tried */
export function* survived(every: number, arrange: () => World): Generator<Survived, void> {
  for (let kills = 0; ; kills += every) {
    const world = arrange();
    let changes = 0;
    world.simulator.hooks = {
      before: (call) => {
        if (CHANGES.test(call.member) && (changes += 1) > kills) call.kill();
      },
    };
    const { outcome } = startOnce(world);
    world.simulator.hooks = {};
    if (outcome !== 'killed') return;
    refreshed(world);
    yield { kills, world };
  }
}
