/**
 * The mark that stands while sheets are being written. A run that was killed leaves it behind, with the sheets
 * that it had not finished; which rows it may have taken over, the sheets' anchors say.
 */
import { SHEET_KINDS, type SheetKind } from '../domain/sheet-kind';
import type { PropertyStore } from '../platform/platform';

export class WriteMark {
  constructor(
    private readonly properties: PropertyStore,
    private readonly key: string,
  ) {}

  unfinished(): ReadonlySet<SheetKind> {
    // Older versions put rows behind the names.
    const names = (this.properties.getProperty(this.key) ?? '')
      .split(',')
      .map((entry) => entry.split(':')[0]);
    return new Set(SHEET_KINDS.filter((kind) => names.includes(kind)));
  }

  /** A mark without sheets is taken away. */
  put(unfinished: ReadonlySet<SheetKind>): void {
    if (unfinished.size === 0) this.properties.deleteProperty(this.key);
    else this.properties.setProperty(this.key, [...unfinished].join(','));
  }
}
