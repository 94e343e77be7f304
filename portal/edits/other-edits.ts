/** Rights of the webhook's owner, stages, and what others write into the database. */
import type { Access } from '../rights';
import { anyOf, ofInvoice, type Edit, type Scene } from './edit';

type Kind = 'invoices' | 'companies';

const hiddenOf = (access: Access): readonly number[] => (typeof access === 'string' ? [] : access.except);

function setHidden({ portal }: Scene, kind: Kind, ids: readonly number[]): void {
  portal.change({ user: { [kind]: { except: ids } } });
}

/** An administrator sees everything: only rights of others can be taken away. */
function hide(scene: Scene, kind: Kind): string | null {
  const { data, portal, random } = scene;
  const hidden = hiddenOf(portal.user[kind]);
  const id = portal.user.admin
    ? null
    : anyOf(
        random,
        [...data[kind].keys()].filter((each) => !hidden.includes(each)),
      );
  if (id !== null) setHidden(scene, kind, [...hidden, id]);
  return id === null ? null : `${kind} ${id} hidden`;
}

function show(scene: Scene, kind: Kind): string | null {
  const hidden = hiddenOf(scene.portal.user[kind]);
  const id = anyOf(scene.random, hidden);
  if (id !== null) {
    const left = hidden.filter((each) => each !== id);
    setHidden(scene, kind, left);
  }
  return id === null ? null : `${kind} ${id} shown`;
}

export const OTHER_EDITS = {
  'an invoice is hidden': { shows: 'at the next refresh', make: (scene) => hide(scene, 'invoices') },
  'an invoice is shown': { shows: 'at the next refresh', make: (scene) => show(scene, 'invoices') },
  'as many invoices are shown as hidden': {
    shows: 'by the reconcile',
    make: (scene) => {
      const shown = show(scene, 'invoices');
      return shown && `${shown}, ${hide(scene, 'invoices') ?? ''}`;
    },
  },
  'a company is hidden': { shows: 'by the reconcile', make: (scene) => hide(scene, 'companies') },
  'a company is shown': { shows: 'by the reconcile', make: (scene) => show(scene, 'companies') },
  'a stage is renamed': {
    shows: 'after the TTL',
    make: ({ data, random }) => {
      const stage = anyOf(random, data.stages);
      if (stage) data.renameStage(stage.STATUS_ID, `Стадия ${random.digits(3)}`);
      return stage && `stage ${stage.STATUS_ID} renamed`;
    },
  },
  'a stage gets another meaning': {
    shows: 'after the TTL',
    make: ({ data, random }) => {
      const stage = anyOf(random, data.stages);
      const SEMANTICS = random.pick(['S', 'F', null]);
      if (stage) data.changeStage(stage.STATUS_ID, { SEMANTICS });
      return stage && `stage ${stage.STATUS_ID} means ${SEMANTICS ?? 'nothing'}`;
    },
  },
  'an invoice is written past the CRM': {
    shows: 'by the reconcile',
    make: ofInvoice(({ data, random }, { ID }) => {
      data.writePast(ID, { OPPORTUNITY: random.int(1, 9_999_999) / 100, IS_MANUAL_OPPORTUNITY: true });
      return 'sum by SQL';
    }),
  },
} satisfies Record<string, Edit>;
