/** The customers of the demo company, the best first, with how soon each pays. */
import { companyInn, personInn } from './inn';
import type { PortalData } from './PortalData';
import type { Random } from './Random';
import { COMPANY, CONTACT, type Requisite } from './records';

/** `prompt` within the term, `usual` now and then late, `slow` often late and sometimes never. */
export type Habit = 'prompt' | 'usual' | 'slow';

interface Known {
  readonly name: string;
  /** Days from the invoice to its due date; up to 5 is prepayment. */
  readonly term: number;
  readonly habit: Habit;
  /** Percent off the price list. */
  readonly discount?: number;
  /** Pays once its budget is there, within the term as a rule: no invoice says when. */
  readonly isUndated?: true;
  /** Whose support is paid for on the first working day of each month. */
  readonly workplaces?: number;
}

type Entry = Known &
  (
    | { readonly kind: 'ООО' | 'АО'; readonly region: string }
    | { readonly kind: 'ИП' | 'самозанятый'; readonly region: string }
    /** Its name says what it is. */
    | { readonly kind: 'учреждение'; readonly region: string }
    | { readonly kind: 'ТОО'; readonly bin: string }
    /** Without INN; a company card that nobody has filled. */
    | { readonly kind: 'физлицо' | 'без реквизитов' }
  );

export interface DemoBuyer extends Required<Omit<Known, 'name' | 'isUndated'>> {
  readonly isUndated: boolean;
  readonly companyId: number;
  readonly contactId: number;
  /** 0: none. */
  readonly requisiteId: number;
  /** Sold to abroad, at a rate of 0 %. */
  readonly isForeign: boolean;
  /** Buys little, for himself. */
  readonly isPerson: boolean;
  /** `''` for who buys without one. */
  readonly contract: string;
}

const CUSTOMERS: readonly Entry[] = [
  { kind: 'ООО', name: 'СтройИнвест-М', region: '77', term: 10, habit: 'usual', discount: 5 },
  { kind: 'АО', name: 'Смоленский картонный завод', region: '67', term: 30, habit: 'usual', discount: 5 },
  { kind: 'ООО', name: 'Вектор-Логистика', region: '50', term: 14, habit: 'prompt', workplaces: 26 },
  { kind: 'ООО', name: 'Медтехсервис', region: '77', term: 5, habit: 'prompt' },
  { kind: 'ООО', name: 'Балтийский берег', region: '78', term: 10, habit: 'prompt', discount: 3 },
  { kind: 'ООО', name: 'УК Парковая', region: '50', term: 14, habit: 'slow', workplaces: 14 },
  { kind: 'ИП', name: 'Кравцова Анна Дмитриевна', region: '77', term: 5, habit: 'prompt' },
  { kind: 'ООО', name: 'Инженерные сети', region: '33', term: 10, habit: 'usual' },
  { kind: 'АО', name: 'Хлебозавод № 5', region: '71', term: 14, habit: 'prompt', workplaces: 38 },
  { kind: 'учреждение', name: 'МБОУ «Лицей № 41»', region: '33', term: 30, habit: 'usual', isUndated: true },
  { kind: 'ООО', name: 'Гранд-Отель', region: '77', term: 10, habit: 'prompt', workplaces: 19 },
  { kind: 'ООО', name: 'Агрокомплекс Заречный', region: '36', term: 30, habit: 'slow', discount: 3 },
  { kind: 'ООО', name: 'Юридическая фирма Лекс', region: '77', term: 5, habit: 'prompt', workplaces: 9 },
  { kind: 'ТОО', name: 'Алатау Сервис', bin: '190340012576', term: 5, habit: 'prompt' },
  { kind: 'ООО', name: 'Полимер-Пак', region: '40', term: 10, habit: 'usual' },
  { kind: 'ИП', name: 'Мельников Олег Игоревич', region: '50', term: 5, habit: 'usual' },
  { kind: 'ООО', name: 'Дентал Клиник', region: '77', term: 5, habit: 'prompt', workplaces: 6 },
  { kind: 'ООО', name: 'Транс-Экспресс', region: '52', term: 14, habit: 'slow' },
  {
    kind: 'учреждение',
    name: 'ГБУЗ «Районная больница»',
    region: '67',
    term: 30,
    habit: 'usual',
    isUndated: true,
  },
  { kind: 'ООО', name: 'Типография Оттиск', region: '77', term: 5, habit: 'prompt' },
  { kind: 'ООО', name: 'Окна Поволжья', region: '63', term: 10, habit: 'usual' },
  { kind: 'АО', name: 'Теплоэнергоремонт', region: '54', term: 14, habit: 'slow' },
  { kind: 'ИП', name: 'Сафин Ринат Маратович', region: '16', term: 5, habit: 'prompt' },
  { kind: 'ООО', name: 'Автоцентр Запад', region: '77', term: 10, habit: 'prompt' },
  { kind: 'ООО', name: 'Ладога Фуд', region: '78', term: 10, habit: 'usual' },
  { kind: 'ООО', name: 'Фитнес-Парк', region: '50', term: 5, habit: 'usual' },
  { kind: 'самозанятый', name: 'Белова Дарья Алексеевна', region: '77', term: 5, habit: 'prompt' },
  { kind: 'ООО', name: 'Сибирские печи', region: '54', term: 5, habit: 'prompt' },
  { kind: 'ИП', name: 'Жукова Екатерина Павловна', region: '78', term: 5, habit: 'usual' },
  { kind: 'ООО', name: 'Аптека Здравница', region: '69', term: 10, habit: 'prompt' },
  { kind: 'физлицо', name: 'Ершов Виктор Павлович', term: 5, habit: 'prompt' },
  { kind: 'без реквизитов', name: 'Мастерская «Лён»', term: 5, habit: 'usual' },
  { kind: 'самозанятый', name: 'Громов Никита Андреевич', region: '16', term: 5, habit: 'usual' },
];

const FULL_FORMS = { ООО: 'Общество с ограниченной ответственностью', АО: 'Акционерное общество' } as const;

/** Adds them all, best first. */
export const addDemoBuyers = (data: PortalData, random: Random): readonly DemoBuyer[] =>
  CUSTOMERS.map((entry) => {
    const { term, habit, discount = 0, workplaces = 0, isUndated = false, kind } = entry;
    const contract = term > 5 ? `${random.int(11, 480)}-П/${random.int(23, 25)}` : '';
    const ids = addCard(data, random, entry);
    const isPerson = kind === 'самозанятый' || kind === 'физлицо';
    const terms = { term, habit, isUndated, discount, workplaces, contract };
    return { ...ids, ...terms, isPerson, isForeign: kind === 'ТОО' };
  });

type Card = Pick<DemoBuyer, 'companyId' | 'contactId' | 'requisiteId'>;

function addCard(data: PortalData, random: Random, entry: Entry): Card {
  const { name } = entry;
  switch (entry.kind) {
    case 'ООО':
    case 'АО':
      return companyCard(data, `${entry.kind} «${name}»`, {
        ...organisation(companyInn(random, entry.region)),
        RQ_COMPANY_FULL_NAME: `${FULL_FORMS[entry.kind]} «${name}»`,
      });
    case 'учреждение':
      return companyCard(data, name, organisation(companyInn(random, entry.region)));
    case 'ТОО':
      return companyCard(data, `ТОО «${name}»`, { RQ_BIN: entry.bin });
    case 'без реквизитов':
      return { companyId: data.addCompany({ TITLE: name }), contactId: 0, requisiteId: 0 };
    case 'ИП':
      return companyCard(data, shortName(name), {
        ...{ PRESET_ID: 2, NAME: 'ИП', RQ_NAME: name, RQ_COMPANY_NAME: null },
        ...{ RQ_INN: personInn(random, entry.region), RQ_OGRNIP: `3${random.digits(14)}` },
      });
    case 'самозанятый':
      return personCard(data, name, { NAME: 'Самозанятый', RQ_INN: personInn(random, entry.region) });
    case 'физлицо':
      return personCard(data, name, { NAME: 'Физ. лицо' });
  }
}

/** KPP of the head office: the tax office that gave the INN, and reason 01. */
const organisation = (inn: string): Partial<Requisite> => ({
  RQ_INN: inn,
  RQ_KPP: `${inn.slice(0, 4)}01001`,
  RQ_VAT_PAYER: 'Y',
});

function companyCard(data: PortalData, title: string, given: Partial<Requisite>): Card {
  const companyId = data.addCompany({ TITLE: title });
  const owner = { ENTITY_TYPE_ID: COMPANY, ENTITY_ID: companyId };
  return {
    companyId,
    contactId: 0,
    requisiteId: data.addRequisite({ ...owner, RQ_COMPANY_NAME: title, ...given }),
  };
}

function personCard(data: PortalData, name: string, given: Partial<Requisite>): Card {
  const [LAST_NAME = '', NAME = '', SECOND_NAME = ''] = name.split(' ');
  const contactId = data.addContact({ LAST_NAME, NAME, SECOND_NAME });
  const owner = { ENTITY_TYPE_ID: CONTACT, ENTITY_ID: contactId, PRESET_ID: 3 };
  const parts = { RQ_LAST_NAME: LAST_NAME, RQ_FIRST_NAME: NAME, RQ_SECOND_NAME: SECOND_NAME };
  return { companyId: 0, contactId, requisiteId: data.addRequisite({ ...owner, ...parts, ...given }) };
}

/** «ИП Кравцова А. Д.» */
function shortName(name: string): string {
  const [last = '', ...others] = name.split(' ');
  return `ИП ${last} ${others.map((part) => `${part.charAt(0)}.`).join(' ')}`;
}
