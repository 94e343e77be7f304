/** The world as the page needs it: all but the cells, which are asked for sheet by sheet. */
import type { MenuEntry, Screen, ShownPage } from '../../simulator';
import type {
  FullState,
  MenuItem,
  PersonName,
  PersonView,
  PreviewState,
  ShownView,
  Switches,
} from '../protocol';
import { PEOPLE, personOf, scopesOf } from './people';
import { shownCells } from './sheet-view';
import type { World } from './World';

export interface Shown {
  readonly world: World;
  /** Which one it is, counting from 1. */
  readonly number: number;
  readonly switches: Switches;
}

export function stateView({ world, number, switches }: Shown): PreviewState {
  const { simulator, spreadsheet, executions } = world;
  return {
    world: number,
    revision: world.shownRevision,
    now: simulator.options.clock.now(),
    switches,
    webhookUrl: world.webhookUrl,
    title: spreadsheet.name,
    sheets: spreadsheet.sheets.map(({ id, name, hidden }) => ({ id, name, hidden })),
    people: {
      owner: personView(world, 'owner'),
      colleague: personView(world, 'colleague'),
      viewer: personView(world, 'viewer'),
    },
    toasts: world.toasts,
    alerts: world.alerts,
    executions: executions.shown,
    triggers: simulator.state.triggers.all().map(({ owner, handler, nextAt, disabledBecause }) => ({
      person: personOf(owner),
      function: handler,
      nextAt: disabledBecause === null ? nextAt : null,
    })),
  };
}

export function fullState(shown: Shown): FullState {
  const { spreadsheet } = shown.world;
  const sheets = spreadsheet.sheets.map((sheet) => ({
    ...{ id: sheet.id, name: sheet.name, hidden: sheet.hidden },
    cells: shownCells(spreadsheet, sheet),
  }));
  return { ...stateView(shown), sheets };
}

function personView(world: World, name: PersonName): PersonView {
  const { email, mayEdit } = PEOPLE[name];
  const screen: Screen = world.simulator.screen(email);
  const missing = world.simulator.consents.missing(email);
  const view = (page: ShownPage | null): ShownView | null =>
    page && { id: world.idOf(page), title: page.title };
  return {
    email,
    mayEdit,
    hasConsent: missing.length === 0,
    missingScopes: scopesOf(missing),
    consentPrompt: screen.consentPrompt && scopesOf(screen.consentPrompt),
    menus: [...screen.menus].map(([caption, items]) => ({ caption, items: items.map(menuItem) })),
    sidebar: view(screen.sidebar),
    dialog: view(screen.dialog),
    activated: world.activatedFor(name),
    isBusy: world.executions.isRunning('menu', email),
  };
}

const menuItem = ({ caption, items }: MenuEntry): MenuItem => ({ caption, items: items.map(menuItem) });
