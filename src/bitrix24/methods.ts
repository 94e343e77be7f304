/** The fixed allow-list: every method the add-on may call, all of them reads. `batch` is not among them. */
export const METHODS = [
  'profile',
  'scope',
  'server.time',
  'crm.category.list',
  'crm.item.fields',
  'crm.item.list',
  'crm.item.productrow.list',
  'crm.requisite.link.list',
  'crm.requisite.list',
  'crm.status.list',
] as const;

export type Method = (typeof METHODS)[number];

export type Params = Readonly<Record<string, unknown>>;

/** One request to be sent. */
export interface Call {
  readonly method: Method;
  readonly params: Params;
  /** Milliseconds that it rests before it is sent for the first time. */
  readonly rest?: number;
  /** Whether it may be more than the portal takes: what fails is not sent again, since something smaller will do. */
  readonly isTrial?: boolean;
}
