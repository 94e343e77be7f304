/** Holds one world against the promises, and notes those that are broken. */
import type { World } from '../../../world/make-world';
import { documentProperty, progressOf, refresh } from '../../../world/scenario';
import { picture, REPORT_SHEETS } from '../../../world/sheets';
import { isCatalogued } from '../catalogue';
import { facesOf, hasWholeMemory, leftoversIn, ownerOf, valuesOf } from '../left-behind';

/** What an unharmed world shows. */
export interface Expected {
  /** Values of each sheet. */
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** What stands over each table before. */
  readonly faces: readonly string[];
  /** All that a person sees of the new report. */
  readonly picture: string;
  /** The charts of the new report. */
  readonly charts: string;
  /** The sheets of the old one are wholly written: no mark says otherwise. */
  readonly isWholeBefore: boolean;
  /** «Краткий» alone is made, and may be newer than the others. */
  readonly isBriefOnly: boolean;
  /** There is a memory before. */
  readonly isRemembered: boolean;
}

/** Everything on all sheets but notes and times. */
export const picturesOf = (world: World): string => JSON.stringify(picture(world, REPORT_SHEETS));

/** Of each chart what it shows, where and how. */
export const chartsOf = ({ spreadsheet }: World): string =>
  JSON.stringify(
    REPORT_SHEETS.map((name) => spreadsheet.sheetNamed(name)?.charts.map((chart) => ({ ...chart, id: 0 }))),
  );

/** Whether something says that sheets are being written. */
export const isMarked = ({ simulator }: World): boolean =>
  simulator.stored().some(({ store, key }) => store === 'document' && key === 'writing');

const UNCHANGED = 'листы не изменились';

export class Judge {
  readonly broken: string[] = [];
  private readonly disclosed: number;
  /** «Краткий» alone was made, so that it may be newer than the others. */
  private isBriefApart: boolean;

  constructor(
    private readonly world: World,
    private readonly expected: Expected,
  ) {
    this.isBriefApart = expected.isBriefOnly;
    this.disclosed = world.simulator.disclosures.length;
  }

  /** No line over a table says that it was brought up to date where the table is not as it was then. */
  private linesAreTrue(when: string): void {
    const { before, after, faces } = this.expected;
    valuesOf(this.world).forEach((values, sheet) => {
      const face = facesOf(this.world)[sheet] ?? '';
      if (!face.includes('обновлено')) return;
      if (values !== (face === faces[sheet] ? before : after)[sheet])
        this.broken.push(`sheet ${sheet} is not what its line says ${when}: ${face}`);
    });
  }

  /** The values of each sheet are wholly old or wholly new. */
  sheetsAreWhole(when: string): void {
    const { before, after } = this.expected;
    valuesOf(this.world).forEach((values, sheet) => {
      if (values !== before[sheet] && values !== after[sheet])
        this.broken.push(`sheet ${sheet} is neither old nor new ${when}: ${values}`);
    });
    this.linesAreTrue(when);
    this.sheetsAreOfOneRefresh(when);
  }

  /** Once no mark stands, no sheet is of another refresh than the others. */
  private sheetsAreOfOneRefresh(when: string): void {
    if (isMarked(this.world)) return;
    const { before, after, isWholeBefore } = this.expected;
    const possible = isWholeBefore ? [before, after] : [after];
    const [brief = ''] = after;
    if (this.isBriefApart) possible.push([brief, ...before.slice(1)]);
    const values = valuesOf(this.world).join();
    if (!possible.some((sheets) => sheets.join() === values))
      this.broken.push(`the sheets are of different refreshes ${when}, and no mark says so`);
  }

  /** The person refreshes «Краткий» next: alone, or with all that was cut short. */
  briefIsRefreshed(): void {
    const { world } = this;
    const wasCutShort = isMarked(world);
    this.isBriefApart = true;
    const { state, message } = refresh(world, true).progress;
    if (state !== 'done') this.broken.push(`the next «Краткий» is ${state}: ${message}`);
    this.sheetsAreWhole('after «Краткий»');
    if (isMarked(world)) this.broken.push('sheets are marked after «Краткий» was made');
    if (wasCutShort && !this.expected.isBriefOnly && picturesOf(world) !== this.expected.picture)
      this.broken.push('sheets that were cut short are not made right with «Краткий»');
  }

  /** Of the two generations of the memory one is whole at any moment, unless it was taken away. */
  memoryIsWhole(): void {
    if (this.expected.isRemembered && hasWholeMemory(this.world) === false)
      this.broken.push('no memory is whole');
  }

  /** What a person is told is the project's own sentence, and true. */
  isTold(failure: string | null): void {
    const messages = this.world.simulator.disclosures
      .slice(this.disclosed)
      .filter(({ channel }) => channel === 'alert' || channel === 'failure mail')
      .map(({ text }) => text);
    if (failure !== null) messages.push(failure);
    for (const message of messages) if (!isCatalogued(message)) this.broken.push(`told: ${message}`);
    messages.push(progressOf(this.world).message);
    const isChanged = valuesOf(this.world).join() !== this.expected.before.join();
    if (isChanged && messages.some((message) => message.includes(UNCHANGED)))
      this.broken.push('told that the sheets have not changed, but they have');
  }

  /** The ticks have brought the report, or it is said that they will not. */
  isCarriedOn(): void {
    if (valuesOf(this.world).join() === this.expected.after.join()) return;
    const { state } = progressOf(this.world);
    if (state !== 'failed') this.broken.push(`not carried on, and told as ${state}`);
  }

  isNotSaidToRun(): void {
    const { state, message } = progressOf(this.world);
    if (state === 'running') this.broken.push('still said to be running');
    if (state === 'failed' && !isCatalogued(message)) this.broken.push(`failed: ${message}`);
  }

  isOwnedBy(owner: string | null): void {
    const actual = ownerOf(this.world);
    if (actual !== owner) this.broken.push(`owned by ${actual ?? 'nobody'}`);
  }

  /** Its owner's, who may have to go on with a paused one first. */
  nextRefreshSucceeds(): void {
    const owner = ownerOf(this.world);
    if (owner === null) return;
    // A wish to cancel that was cut short is granted to the refresh that it was about.
    const first = refresh(this.world, false, owner).progress;
    const { state, message } =
      first.state === 'cancelled' ? refresh(this.world, false, owner).progress : first;
    if (state !== 'done') this.broken.push(`the next refresh is ${state}: ${message}`);
    if (picturesOf(this.world) !== this.expected.picture)
      this.broken.push(`not the new report: ${valuesOf(this.world).join()}`);
    const charts = chartsOf(this.world);
    if (charts !== this.expected.charts) this.broken.push(`not its charts: ${charts}`);
  }

  /** It waits, or a run of it has begun: the next refresh of the owner would hide that it was lost. */
  requestIsKept(): void {
    if (ownerOf(this.world) === null) return;
    const { runs, waiting } = this.world.simulator.page().call('getStatus') as {
      runs: readonly { how: string }[];
      waiting: unknown;
    };
    const begun = [...runs, documentProperty(this.world, 'run') as { how: string } | null];
    if (waiting === null && !begun.some((run) => run?.how === 'request'))
      this.broken.push('the request is lost');
  }

  nothingIsLeft(): void {
    this.broken.push(...leftoversIn(this.world, ownerOf(this.world)));
  }
}
