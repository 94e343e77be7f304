/** Companies and contacts that were deleted or merged into others. */
import { found } from './Directories';
import type { ClientType, Company, Contact } from './records';

export interface FormerClient {
  readonly type: ClientType;
  readonly id: number;
  readonly client: Company | Contact;
  readonly invoices: readonly number[];
  /** Whom it became when it was restored or merged; 0 while it lies in the recycle bin. */
  readonly successor: number;
}

export class FormerClients {
  private readonly byTypeAndId = new Map<string, FormerClient>();

  set(former: FormerClient): void {
    this.byTypeAndId.set(keyOf(former.type, former.id), former);
  }

  deleted(type: ClientType, id: number): FormerClient {
    const former = found(this.byTypeAndId.get(keyOf(type, id)), 'deleted client', id);
    if (former.successor !== 0) throw new Error(`Client ${id} is not in the recycle bin`);
    return former;
  }

  inBin(): { readonly type: ClientType; readonly id: number }[] {
    return [...this.byTypeAndId.values()].filter(({ successor }) => successor === 0);
  }

  /** Whom an invoice that comes back from the recycle bin finds in its client's place; 0: nobody. */
  present(type: ClientType, id: number | null): number | null {
    const former = id === null ? undefined : this.byTypeAndId.get(keyOf(type, id));
    return former ? this.present(type, former.successor) : id;
  }
}

const keyOf = (type: ClientType, id: number): string => `${type}:${id}`;
