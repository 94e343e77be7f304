/** Looks of cells as CSS: one class for each look of the sheet. */
import type { CellLook, EdgeLook, FontLook } from '../sheet-protocol';

const VERTICAL: Readonly<Record<CellLook['vertical'], string>> = {
  top: 'flex-start',
  middle: 'center',
  bottom: 'flex-end',
};

const EDGES: Readonly<Record<EdgeLook['style'], string>> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

/** Rules for the classes `look-0`, `look-1`, … under that element. */
export const styleSheetOf = (looks: readonly CellLook[]): string =>
  looks.map((look, place) => `.look-${place}{${cssOf(look)}}`).join('\n');

function cssOf({ font, background, align, vertical, wrap, bottom, right }: CellLook): string {
  return [
    fontCss(font),
    background === null ? '' : `background:${background}`,
    `text-align:${align}`,
    `align-items:${VERTICAL[vertical]}`,
    wrap === 'WRAP' ? 'white-space:pre-wrap;overflow-wrap:anywhere' : 'white-space:pre',
    wrap === 'OVERFLOW' ? '' : 'overflow:hidden',
    ...edgeCss('bottom', bottom),
    ...edgeCss('right', right),
  ].join(';');
}

function edgeCss(side: 'bottom' | 'right', edge: EdgeLook | null): string[] {
  return edge === null ? [] : [`border-${side}:${EDGES[edge.style]} ${edge.color}`];
}

/** Of a cell or of a stretch of its text. */
export function fontCss({
  bold,
  italic,
  underline,
  strikethrough,
  fontSize,
  color,
  fontFamily,
}: FontLook): string {
  const lines = [underline ? 'underline' : '', strikethrough ? 'line-through' : ''].filter(Boolean).join(' ');
  return [
    `font-weight:${bold ? 'bold' : 'normal'}`,
    `font-style:${italic ? 'italic' : 'normal'}`,
    `text-decoration:${lines === '' ? 'none' : lines}`,
    `font-size:${fontSize}pt`,
    `color:${color}`,
    ...(fontFamily === null ? [] : [`font-family:${JSON.stringify(fontFamily)}`]),
  ].join(';');
}
