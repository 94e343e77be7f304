import { connect, openSettings, openStatus } from '../../cli/browser/steps';
import { HOSTILE_TEXT } from '../../preview/thread/hostile-data';
import { formTexts } from '../../src/texts/form-texts';
import { progressTexts } from '../../src/texts/progress-texts';
import { setupTexts } from '../../src/texts/setup-texts';
import { AStage } from './support/AStage';

const world = new AStage({ invoices: 'hostile' });

describe('Texts of the CRM that are scripts', () => {
  it('are shown as texts on every page and in the sheets', async () => {
    const tab = await connect(world.stage);
    await openSettings(tab);
    await tab.reads(setupTexts.works);
    await tab.reads(`${HOSTILE_TEXT} ${HOSTILE_TEXT}`);
    await tab.reads(formTexts.failedStages(['Не оплачен', HOSTILE_TEXT]));
    await tab.press(progressTexts.start);
    await tab.reads(/^Обновлено /);
    await tab.sidebar
      .getByRole('link', { name: `№ ${HOSTILE_TEXT}` })
      .first()
      .waitFor();
    expect(await tab.sidebar.locator('option', { hasText: HOSTILE_TEXT }).count()).toBeGreaterThan(0);
    await openStatus(tab);
    await tab.reads(HOSTILE_TEXT);
    const colleague = await world.tab('colleague');
    await openSettings(colleague);
    await colleague.reads(setupTexts.ownedByOther(`${HOSTILE_TEXT} ${HOSTILE_TEXT}`));
    const brief = await world.stage.cells('Краткий');
    expect(brief).toMatchObject({ B3: HOSTILE_TEXT, D3: HOSTILE_TEXT });
    for (const { sidebar, page } of [tab, colleague]) {
      expect(await sidebar.locator('img').count()).toBe(0);
      expect(await page.locator('img').count()).toBe(0);
    }
  });
});
