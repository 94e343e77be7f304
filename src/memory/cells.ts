/**
 * The memory as text for the cells of one column: a head, and slices each of which is sealed by itself. A slice is
 * sealed anew only where it changed, so that an unchanged memory costs nothing but its writing.
 */
import { CELL_LENGTH, sealed, unsealed, type Seal } from '../cache/seal';
import { canonical } from '../hash/canonical';
import { sha256Hex } from '../hash/sha256';
import type { InvoiceId } from '../domain/ids';
import type { InvoiceRecord } from '../domain/records';
import type { Codec } from '../platform/platform';
import { invoiceOfKey, type Memory } from './Memory';

/** Whose the memory is: it is of use to no copy of the file and no other connection. */
export interface MemoryOwner {
  readonly spreadsheetId: string;
  readonly connection: string;
}

export interface WrittenMemory {
  readonly memory: Memory;
  /** Which of two was written later. */
  readonly serial: number;
  /** Sealed slices by their content's hash. */
  readonly slices: ReadonlyMap<string, string>;
}

type Label = Omit<Memory, 'invoices' | 'newcomers' | 'answers'> & {
  readonly owner: MemoryOwner;
  readonly serial: number;
};

/** With the moment since when it is listed, where that is not long. */
type ListedInvoice = readonly [InvoiceId, InvoiceRecord, number?];

interface Slice {
  readonly invoices: readonly ListedInvoice[];
  readonly answers: readonly (readonly [string, unknown])[];
}

const INVOICES_A_SLICE = 250;
const ANSWERS_A_SLICE = 500;

/**
 * @param known slices sealed before
 * @throws what the codec throws
 */
export function memoryCells(
  memory: Memory,
  owner: MemoryOwner,
  serial: number,
  known: ReadonlyMap<string, string>,
  codec: Codec,
): readonly string[] {
  const { invoices, newcomers, answers, ...rest } = memory;
  const slices = slicesOf({ invoices, newcomers, answers }).flatMap((slice) =>
    sliceCells(slice, known, codec),
  );
  const label: Label = { ...rest, owner, serial };
  const sums = slices.map((cell) => sha256Hex(cell));
  const { head, body } = sealed(label, JSON.stringify(sums), codec);
  return [JSON.stringify({ head, body }), ...slices];
}

function sliceCells(slice: Slice, known: ReadonlyMap<string, string>, codec: Codec): readonly string[] {
  const content = JSON.stringify(slice);
  const hash = sha256Hex(content);
  const { head, body } = known.has(hash) ? { head: null, body: '' } : sealed({ hash }, content, codec);
  const cell = known.get(hash) ?? JSON.stringify({ head, body });
  if (cell.length <= CELL_LENGTH) return [cell];
  return inHalves(slice).flatMap((half) => sliceCells(half, known, codec));
}

function inHalves({ invoices, answers }: Slice): readonly Slice[] {
  const [i, a] = [Math.ceil(invoices.length / 2), Math.ceil(answers.length / 2)];
  return [
    { invoices: invoices.slice(0, i), answers: answers.slice(0, a) },
    { invoices: invoices.slice(i), answers: answers.slice(a) },
  ];
}

/** What belongs to an invoice lies with it, and what belongs to buyers apart. */
function slicesOf({
  invoices,
  newcomers,
  answers,
}: Pick<Memory, 'invoices' | 'newcomers' | 'answers'>): readonly Slice[] {
  const ofInvoice = new Map<InvoiceId, [string, unknown][]>();
  const ofBuyers: [string, unknown][] = [];
  for (const entry of [...answers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = invoiceOfKey(entry[0]);
    if (id === null) ofBuyers.push(entry);
    else ofInvoice.set(id, [...(ofInvoice.get(id) ?? []), entry]);
  }
  const inOrder = [...invoices]
    .sort(([a], [b]) => a - b)
    .map(([id, invoice]): ListedInvoice => {
      const since = newcomers.get(id);
      return since === undefined ? [id, invoice] : [id, invoice, since];
    });
  const slices: Slice[] = [];
  for (let at = 0; at < inOrder.length; at += INVOICES_A_SLICE) {
    const some = inOrder.slice(at, at + INVOICES_A_SLICE);
    slices.push({ invoices: some, answers: some.flatMap(([id]) => ofInvoice.get(id) ?? []) });
  }
  for (let at = 0; at < ofBuyers.length; at += ANSWERS_A_SLICE) {
    slices.push({ invoices: [], answers: ofBuyers.slice(at, at + ANSWERS_A_SLICE) });
  }
  return slices;
}

/** null for anything but a whole, undamaged memory of this owner, as this version of the add-on writes it. */
export function readMemory(
  cells: readonly unknown[],
  owner: MemoryOwner,
  codec: Codec,
): WrittenMemory | null {
  try {
    const [first, ...rest] = cells.map(String).filter((cell) => cell !== '');
    const { head, body } = JSON.parse(first ?? '') as { head: Label & Seal; body: string };
    const sums = unsealed(head, body, codec) as readonly string[];
    if (canonical(head.owner) !== canonical(owner)) return null;
    if (canonical(sums) !== canonical(rest.map((cell) => sha256Hex(cell)))) return null;
    const { epoch, scope, list, mode, stages, fullAt, toldAt, shiftedAt, buyersAt, serial } = head;
    const slices = new Map<string, string>();
    const invoices = new Map<InvoiceId, InvoiceRecord>();
    const newcomers = new Map<InvoiceId, number>();
    const answers = new Map<string, unknown>();
    for (const cell of rest) {
      const slice = JSON.parse(cell) as { head: { hash: string } & Seal; body: string };
      const content = unsealed(slice.head, slice.body, codec) as Slice;
      slices.set(slice.head.hash, cell);
      for (const [id, invoice, since] of content.invoices) {
        invoices.set(id, invoice);
        if (since !== undefined) newcomers.set(id, since);
      }
      for (const [key, answer] of content.answers) answers.set(key, answer);
    }
    return {
      memory: {
        ...{ epoch, scope, list, mode, stages, fullAt, toldAt, shiftedAt, buyersAt },
        ...{ invoices, newcomers, answers },
      },
      serial,
      slices,
    };
  } catch {
    return null;
  }
}

/** What a column says of itself, believed only once it is read; 0 where it says nothing. */
export function serialOf([first]: readonly unknown[]): number {
  try {
    const { serial } = (JSON.parse(String(first)) as { head: Partial<Label> }).head;
    return serial ?? 0;
  } catch {
    return 0;
  }
}
