/** `Ui` of the open spreadsheet (Google, Ui reference): menus, questions, sidebar and dialogs. */
import type { Answer, Question, Screen, MenuEntry } from '../Screen';
import { makeEnum, makeService, PlatformException, type EnumValue, type Gate } from '../service';
import { asText, methodsOf, signatureMismatch } from '../signature';
import type { Pages } from './Pages';
import { servedPage } from './served-page';

export interface UiOptions {
  readonly screen: Screen;
  readonly user: string;
  readonly pages: Pages;
  /** What the add-on's own menu is called. */
  readonly addOnName: string;
  /** The person's answer; while it is awaited the script holds no locks. */
  readonly ask: (question: Question) => Answer;
}

const Button = makeEnum(['CLOSE', 'OK', 'CANCEL', 'YES', 'NO']);
const ButtonSet = makeEnum(['OK', 'OK_CANCEL', 'YES_NO', 'YES_NO_CANCEL']);

export function makeUi(gate: Gate, options: UiOptions): object {
  const { screen, pages, addOnName } = options;
  const menus = new WeakMap<object, MenuEntry>();
  const method = methodsOf('Ui');
  const shown = (member: string, page: unknown, title: unknown) => {
    const output = pages.read(page);
    if (!output) throw signatureMismatch(`Ui.${member}`, [page]);
    return {
      title: typeof title === 'string' ? title : (output.title ?? ''),
      content: servedPage(output.content),
    };
  };
  const showDialog = (name: string) =>
    method(name, ['object', 'text'], (page: unknown, title: unknown) => {
      screen.dialog = shown(name, page, title);
      return null;
    });
  const ask = (kind: Question['kind'], args: readonly unknown[]): Answer => {
    const question: Question = { kind, ...readQuestion(kind, args), user: options.user };
    screen.questions.push(question);
    return options.ask(question);
  };
  return makeService('Ui', gate, {
    Button,
    ButtonSet,
    createMenu: method('createMenu', ['text'], (caption: string) => makeMenu(gate, screen, caption, menus)),
    createAddonMenu: method('createAddonMenu', [], () => makeMenu(gate, screen, addOnName, menus)),
    alert: method(
      'alert',
      ['any', 'any?', 'any?'],
      (...args: unknown[]) => Button[ask('alert', args).button],
    ),
    prompt: method('prompt', ['any', 'any?', 'any?'], (...args: unknown[]) => {
      const { button, text = '' } = ask('prompt', args);
      return makeService('PromptResponse', gate, {
        getSelectedButton: () => Button[button],
        getResponseText: () => text,
      });
    }),
    showSidebar: method('showSidebar', ['object'], (page: unknown) => {
      screen.sidebar = shown('showSidebar', page, null);
      return null;
    }),
    showModalDialog: showDialog('showModalDialog'),
    showModelessDialog: showDialog('showModelessDialog'),
  });
}

/** (text), (text, buttons) or (title, text, buttons). */
function readQuestion(member: string, args: readonly unknown[]) {
  const last = args.at(-1) as EnumValue | string;
  const hasButtons = typeof last === 'object' && args.length > 1;
  const texts = hasButtons ? args.slice(0, -1) : args;
  if (!hasButtons && args.length > 1) throw signatureMismatch(`Ui.${member}`, args);
  const [first, second] = texts.map(asText);
  const buttons = hasButtons ? last.toString() : 'OK';
  return second === undefined
    ? { title: '', text: first ?? '', buttons }
    : { title: first ?? '', text: second, buttons };
}

/** `made` knows the entries behind every menu of the execution. */
function makeMenu(gate: Gate, screen: Screen, caption: string, made: WeakMap<object, MenuEntry>): object {
  const items: MenuEntry[] = [];
  const method = methodsOf('Menu');
  const menu: object = makeService('Menu', gate, {
    addItem: method('addItem', ['text', 'any'], (label: string, name: unknown) => {
      if (typeof name !== 'string') throw signatureMismatch('Menu.addItem', [label, name]);
      items.push({ caption: label, function: name, items: [] });
      return menu;
    }),
    addSeparator: method('addSeparator', [], () => menu),
    addSubMenu: method('addSubMenu', ['object'], (submenu: object) => {
      const entries = made.get(submenu);
      if (!entries) throw signatureMismatch('Menu.addSubMenu', [submenu]);
      items.push(entries);
      return menu;
    }),
    addToUi: method('addToUi', [], () => {
      if (items.length === 0) throw new PlatformException('Menu must have at least one item.');
      screen.menus.set(caption, items);
      return null;
    }),
  });
  made.set(menu, { caption, function: null, items });
  return menu;
}
