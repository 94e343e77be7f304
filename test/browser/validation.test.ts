import type { PersonTab } from '../../cli/browser/PersonTab';
import { openSettings, pasteWebhook } from '../../cli/browser/steps';
import { formTexts } from '../../src/texts/form-texts';
import { settingsTexts } from '../../src/texts/settings-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const world = new AStage();

/** Waits for the problem that stands in the field of that control, and for the control to be marked. */
async function readsBeside(tab: PersonTab, id: string, sentence: string): Promise<void> {
  const field = tab.sidebar.locator('.field').filter({ has: tab.page.locator(`#${id}`) });
  await field.locator('.problem').getByText(sentence).waitFor();
  expect(await field.locator(`#${id}`).getAttribute('aria-invalid')).toBe('true');
}

const WEBHOOKS: readonly (readonly [typed: string, sentence: string])[] = [
  [`https://portal.bitrix24.ru/${'x'.repeat(3_000)}`, settingsTexts.webhookTooLong],
  ['https://portal.bitrix24.ru/rest/1/a bc/', settingsTexts.webhookCharacters],
  ['https://пoртал.рф/rest/1/abc/', settingsTexts.webhookMixedHost],
  ['portal.bitrix24.ru/rest/1/abc/', settingsTexts.webhookScheme],
  ['http://portal.bitrix24.ru/rest/1/abc/', settingsTexts.webhookPlainHttp],
  ['https://me@portal.bitrix24.ru/rest/1/abc/', settingsTexts.webhookUserInfo],
  ['https://portal.bitrix24.ru/rest/1/abc/?x=1', settingsTexts.webhookQuery],
  ['https://-portal-/rest/1/abc/', settingsTexts.webhookHost],
  ['https://portal.bitrix24.ru:99999/rest/1/abc/', settingsTexts.webhookPort],
  ['https://portal.bitrix24.ru/rest/1/********/', settingsTexts.webhookMask],
  ['https://portal.bitrix24.ru/company/', settingsTexts.webhookPath],
];

describe('What cannot be saved', () => {
  it('is said of a webhook beside its field, whatever is wrong with it', async () => {
    const tab = await world.tab();
    await openSettings(tab);
    await tab.press(setupTexts.test);
    await readsBeside(tab, 'webhookUrl', setupTexts.enterWebhook);
    for (const [typed, sentence] of WEBHOOKS) {
      await tab.paste(tab.sidebar.getByLabel(setupTexts.webhook), typed);
      await readsBeside(tab, 'webhookUrl', sentence);
    }
  });

  it('is said of a webhook that the portal refuses beside its field', async () => {
    const tab = await world.tab();
    await openSettings(tab);
    await world.stage.control({ fault: 'revoked' });
    await tab.paste(tab.sidebar.getByLabel(setupTexts.webhook), (await world.stage.state()).webhookUrl);
    await readsBeside(tab, 'webhookUrl', 'Портал не принял вебхук');
  });

  it('is said of a period and of the time to keep answers beside each, and nothing is saved', async () => {
    const tab = await world.tab();
    await openSettings(tab);
    await pasteWebhook(world.stage, tab);
    await tab.select(formTexts.period, formTexts.presets.custom);
    await tab.press(formTexts.save);
    await readsBeside(tab, 'period', formTexts.bothDates);
    await tab.sidebar.getByLabel(formTexts.from, { exact: true }).fill('2026-05-02');
    await tab.sidebar.getByLabel(formTexts.to, { exact: true }).fill('2026-05-01');
    await tab.click(tab.sidebar.getByText(formTexts.advanced));
    const ttl = tab.sidebar.getByLabel(formTexts.cacheTtlSeconds);
    await tab.paste(ttl, 'пять');
    await tab.press(formTexts.save);
    await readsBeside(tab, 'period', formTexts.customOrder);
    await readsBeside(tab, 'cacheTtlSeconds', formTexts.cacheTtlProblem);
    await tab.sidebar.getByLabel(formTexts.to, { exact: true }).fill('2026-05-03');
    await tab.paste(ttl, '21601');
    await tab.press(formTexts.save);
    await readsBeside(tab, 'cacheTtlSeconds', settingsTexts.cacheTtlSeconds);
    await tab.reads(formTexts.notSaved);
    expect(await tab.sidebar.locator('#period-problem').isHidden()).toBe(true);
    expect((await world.stage.state()).triggers).toEqual([]);
  });
});
