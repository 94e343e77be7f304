/** `Ui` of the open spreadsheet (Google, Ui reference): menus, questions, sidebar and dialogs. */
import { Enum } from '../Enum';
import type { Answer, ButtonName, MenuEntry, Question, Screen } from '../Screen';
import { PlatformException, type Gate } from '../service';
import { makeService, ServiceClass } from '../service-objects';
import { takes, takesOn, text, textLike } from '../signature';
import type { Pages } from './Pages';
import { servedPage } from './served-page';

export interface UiOptions {
  readonly screen: Screen;
  readonly user: string;
  readonly pages: Pages;
  /** What the add-on's own menu is called. */
  readonly addOnName: string;
  /** The person's answer; while the person thinks the script holds no locks. */
  readonly ask: (question: Question) => Answer;
}

type Ui = GoogleAppsScript.Base.Ui;
type Menu = GoogleAppsScript.Base.Menu;

const BUTTON = new Enum<ButtonName>('Ui.Button', ['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const BUTTON_SET = new Enum('Ui.ButtonSet', ['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export function makeUi(gate: Gate, options: UiOptions): Ui {
  const { screen, pages, addOnName } = options;
  const menus = makeMenus(gate, screen);
  const alert = (title: string, message: string, buttons: string): object => {
    const question: Question = { title, text: message, buttons, user: options.user };
    screen.questions.push(question);
    return BUTTON.constant(options.ask(question).button);
  };
  return makeService<Ui>(
    'Ui',
    gate,
    {
      createMenu: takes(textLike).gives((caption) => menus.wrap({ caption, function: null, items: [] })),
      createAddonMenu: takes().gives(() => menus.wrap({ caption: addOnName, function: null, items: [] })),
      alert: [
        takes(textLike).gives((message) => alert('', message, 'OK')),
        takes(textLike, BUTTON_SET.kind).gives((message, buttons) => alert('', message, buttons)),
        takes(textLike, textLike, BUTTON_SET.kind).gives(alert),
      ],
      showSidebar: takes(pages.kind).gives(({ title, content }) => {
        screen.sidebar = { title, content: servedPage(content) };
      }),
      showModalDialog: takes(pages.kind, textLike).gives(({ content }, title) => {
        screen.dialog = { title, content: servedPage(content) };
      }),
    },
    { Button: BUTTON.holder(gate), ButtonSet: BUTTON_SET.holder(gate) },
  );
}

interface MenuDraft extends MenuEntry {
  readonly items: MenuEntry[];
}

const onMenu = takesOn<MenuDraft>();

function makeMenus(gate: Gate, screen: Screen): ServiceClass<Menu, MenuDraft> {
  const menus: ServiceClass<Menu, MenuDraft> = new ServiceClass<Menu, MenuDraft>('Menu', gate, () => ({
    addItem: onMenu(textLike, text).chains(({ items }, caption, name) => {
      items.push({ caption, function: name, items: [] });
    }),
    addSeparator: onMenu().chains(({ items }) => {
      items.push({ caption: '', function: null, items: [] });
    }),
    addSubMenu: onMenu(menus.kind).chains(({ items }, submenu) => {
      items.push(submenu);
    }),
    addToUi: onMenu().gives(({ caption, items }) => {
      if (items.length === 0) throw new PlatformException('Menu must have at least one item.');
      screen.menus.set(caption, items);
    }),
  }));
  return menus;
}
