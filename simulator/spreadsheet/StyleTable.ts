/** The look of cells. Styles are immutable and shared, so that a table of half a million cells stays small. */

export type BorderStyleName = 'DOTTED' | 'DASHED' | 'SOLID' | 'SOLID_MEDIUM' | 'SOLID_THICK' | 'DOUBLE';
export type WrapName = 'OVERFLOW' | 'WRAP' | 'CLIP';

export interface Edge {
  readonly style: BorderStyleName;
  /** `#rrggbb`. */
  readonly color: string;
}

export interface CellStyle {
  /** A US-style pattern; null is "Automatic". */
  readonly numberFormat: string | null;
  /** `#rrggbb`; null is no fill. */
  readonly background: string | null;
  readonly fontColor: string | null;
  readonly fontFamily: string | null;
  /** Points; null is the default. */
  readonly fontSize: number | null;
  readonly fontWeight: 'normal' | 'bold';
  readonly fontStyle: 'normal' | 'italic';
  readonly fontLine: 'none' | 'underline' | 'line-through';
  /** null follows the value: text left, numbers right. */
  readonly horizontalAlignment: 'left' | 'center' | 'right' | 'normal' | null;
  readonly verticalAlignment: 'top' | 'middle' | 'bottom';
  readonly wrap: WrapName;
  /** The line under the cell, which is also the line over the cell below. */
  readonly bottom: Edge | null;
  /** The line right of the cell, which is also the line left of its neighbour. */
  readonly right: Edge | null;
}

export const plainStyle: CellStyle = Object.freeze({
  numberFormat: null,
  background: null,
  fontColor: null,
  fontFamily: null,
  fontSize: null,
  fontWeight: 'normal',
  fontStyle: 'normal',
  fontLine: 'none',
  horizontalAlignment: null,
  verticalAlignment: 'bottom',
  wrap: 'OVERFLOW',
  bottom: null,
  right: null,
});

export class StyleTable {
  private readonly edges = new Map<string, Edge>();
  private readonly styles = new Map<string, CellStyle>([[JSON.stringify(plainStyle), plainStyle]]);
  private readonly changes = new Map<CellStyle, Map<keyof CellStyle, Map<unknown, CellStyle>>>();

  /** The same style with one property changed; equal styles are the same object. */
  with<K extends keyof CellStyle>(style: CellStyle, property: K, value: CellStyle[K]): CellStyle {
    if (style[property] === value) return style;
    const ofStyle = upsert(this.changes, style, () => new Map<keyof CellStyle, Map<unknown, CellStyle>>());
    const ofProperty = upsert(ofStyle, property, () => new Map<unknown, CellStyle>());
    return upsert(ofProperty, value, () => {
      const changed = Object.freeze({ ...style, [property]: value });
      return upsert(this.styles, JSON.stringify(changed), () => changed);
    });
  }

  edge(style: BorderStyleName, color: string): Edge {
    return upsert(this.edges, `${style} ${color}`, () => Object.freeze({ style, color }));
  }
}

function upsert<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
