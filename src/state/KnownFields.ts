/**
 * How the portal in use calls the fields that the settings may name: kept with them, so that any editor can choose a
 * field by its title, and the owner before his connection is tried again.
 */
import { fieldType, isDateType, isFieldType, type FieldType } from '../domain/field-types';
import type { FieldName } from '../domain/ids';
import type { FieldRecord } from '../domain/records';
import type { Webhook } from '../domain/Webhook';
import { PROPERTY_VALUE_MAX_BYTES } from '../platform/limits';
import type { Codec } from '../platform/platform';
import type { People } from '../settings/owner';
import { isUserFieldName } from '../settings/setting-checks';
import { cutAtWord } from '../texts/russian';
import type { DocumentState } from './DocumentState';

export interface KnownField {
  readonly name: FieldName;
  readonly title: string;
  readonly type: FieldType;
}

interface PortalFields {
  /** The portal's host, with its port if it has one. */
  readonly portal: string;
  readonly fields: readonly KnownField[];
}

/** UTF-16 units; a select shows no more. */
const LONGEST_TITLE = 200;
/** Letters of the packed list, all of them ASCII; the rest is for the quotes, and to spare. */
const MOST_LETTERS = PROPERTY_VALUE_MAX_BYTES - 1_000;

export class KnownFields {
  constructor(
    private readonly state: Pick<DocumentState, 'dateFields'>,
    private readonly codec: Codec,
    private readonly people: Pick<People, 'note'>,
  ) {}

  /** Dates first, each kind in the portal's order; empty where it was not asked yet. */
  fields(): readonly KnownField[] {
    return this.stored()?.fields ?? [];
  }

  /**
   * Does nothing unless the webhook is this person's and the one in use. Where there are too many fields, the last ones are
   * left out.
   * @param told all fields of the portal; none where it was not asked
   */
  note(told: readonly FieldRecord[], webhook: Webhook): void {
    if (told.length === 0) return;
    const fields = told
      .filter(({ name, title }) => isUserFieldName(name) && !webhook.isToldBy(`${name} ${title}`, 'foreign'))
      .flatMap(({ name, title, ...field }) => {
        const type = fieldType(field);
        return type === null ? [] : [{ name, title: cutAtWord(title, LONGEST_TITLE), type }];
      })
      .sort((one, other) => Number(isDateType(other.type)) - Number(isDateType(one.type)));
    const packed = this.packed({ portal: webhook.host, fields });
    if (packed === this.state.dateFields.get()) return;
    this.people.note('the fields', webhook, () => this.state.dateFields.set(packed));
  }

  /** Forgets them where they are another portal's. */
  keepOnlyOf({ host }: Webhook): void {
    if (this.stored()?.portal !== host) this.state.dateFields.clear();
  }

  private packed({ portal, fields }: PortalFields): string {
    const packed = this.codec.compress(JSON.stringify({ portal, fields }));
    return packed.length <= MOST_LETTERS
      ? packed
      : this.packed({ portal, fields: fields.slice(0, Math.floor(fields.length * 0.9)) });
  }

  /** Others may write document properties: what is no such list is none. */
  private stored(): PortalFields | null {
    try {
      const stored: unknown = JSON.parse(this.codec.expand(this.state.dateFields.get() ?? ''));
      return isPortalFields(stored) ? stored : null;
    } catch {
      return null;
    }
  }
}

function isPortalFields(value: unknown): value is PortalFields {
  const { portal, fields } = (value ?? {}) as Partial<PortalFields>;
  return typeof portal === 'string' && Array.isArray(fields) && fields.every(isKnownField);
}

function isKnownField(value: unknown): value is KnownField {
  const { name, title, type } = (value ?? {}) as Partial<Record<keyof KnownField, unknown>>;
  return (
    isFieldType(type) && isUserFieldName(name) && typeof title === 'string' && title.length <= LONGEST_TITLE
  );
}
