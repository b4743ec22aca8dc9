// What scripts add where they run: marking by keys and by touch, losing nothing without a network
// or a session, refining the catalogue while typing.

import assert from 'node:assert/strict';

import { atMoment } from '../support/clock.mjs';
import { signIn } from '../support/people.mjs';
import { scenario } from '../support/scenario.mjs';

/** An event with more than thirty people, and its trainer. */
const slug = 'victim-protection-mashhad';
const trainer = ['trainer', 'maktab-demo-trainer'];
const minute = 60_000;

/** Opens the sheet of a session, counted from the first, once its island is at work. */
async function openSheet(page, language, place) {
  await signIn(page, language, ...trainer);
  await page.goto(`/${language}/teach/${slug}`);
  const links = page.locator('main a[href*="/sessions/"]');
  const sheets = await links.evaluateAll((all) => [...new Set(all.map((a) => a.pathname))]);
  let found = -1;
  for (const sheet of sheets) {
    await page.goto(sheet);
    if ((await page.locator('#sheet').count()) > 0) found += 1;
    if (found === place) break;
  }
  assert.equal(found, place, 'so many sessions have a sheet');
  // The button is hidden by the island.
  await page.locator('#sheet-rest').waitFor({ state: 'hidden' });
}

const people = (page) => page.locator('#sheet [data-person]');
const count = (page, status) => page.locator(`#sheet [data-count=${status}]`).first().innerText();
/** Waits until the sheet says that everything is stored. */
const saved = (page) => page.locator('#sheet-message.good').waitFor();
const save = (page) => page.locator('#sheet button[type=submit]').first().click();

scenario('a class is marked with one key a person, corrected, and its past kept', {}, async ({
  page,
}) => {
  await atMoment(page, slug, 'ends', async () => {
    await openSheet(page, 'en', 0);
    const all = await people(page).count();
    assert.ok(all >= 30, `only ${all} people`);
    const began = Date.now();
    await people(page).first().locator('input[type=radio]').first().focus();
    for (let place = 0; place < all; place += 1) await page.keyboard.press(place === 2 ? 'l' : 'p');
    assert.equal(await count(page, 'present'), String(all - 1));
    assert.equal(await count(page, 'late'), '1');
    assert.equal(await count(page, 'none'), '0');
    await save(page);
    await saved(page);
    assert.ok(Date.now() - began < minute, 'it takes less than a minute');
    await page.reload();
    await page.locator('#sheet-rest').waitFor({ state: 'hidden' });
    assert.equal(await count(page, 'present'), String(all - 1), 'it is stored');

    // Away from what is stored and back again: there is nothing to save.
    await people(page).first().locator('input:checked').focus();
    await page.keyboard.press('a');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('p');
    assert.equal(await count(page, 'absent'), '0');
    assert.equal(await count(page, 'present'), String(all - 1));
    await page.locator('main').getByText('Not saved yet', { exact: false }).waitFor({ state: 'hidden' });

    const third = people(page).nth(2);
    await third.locator('input:checked').focus();
    await page.keyboard.press('e');
    await page.locator('main').getByText('Not saved yet', { exact: false }).waitFor();
    // Whoever clicks twice reads what the first click has done.
    await page.locator('#sheet button[type=submit]').first().dblclick();
    await saved(page);
    await page.waitForLoadState('networkidle');
    const bar = page.locator('.sheet-bar');
    assert.equal(await bar.getByRole('status').innerText(), 'Saved: 1 mark.');
    await page.reload();
    assert.ok(await third.locator('input[type=radio][value=excused]').isChecked());
    assert.match(await third.locator('.past').textContent(), /Late/, 'what it was before is kept');
  });
});

scenario('a class is marked by touch on a phone, in Persian', { width: 360 }, async ({ page }) => {
  await atMoment(page, slug, 'ends', async () => {
    await openSheet(page, 'fa', 1);
    const all = await people(page).count();
    const began = Date.now();
    for (let place = 0; place < 30; place += 1) {
      const choice = people(page).nth(place).locator('label').filter({
        has: page.locator('input[value=present]'),
      });
      await choice.tap();
    }
    await save(page);
    await saved(page);
    assert.ok(Date.now() - began < minute, 'it takes less than a minute');
    await page.reload();
    const stored = await page.locator('#sheet input[type=radio][value=present]:checked').count();
    assert.equal(stored, 30, `of ${all}`);
  });
});

scenario('nothing is lost without a network, nor signed out', {}, async ({ page, context }) => {
  await atMoment(page, slug, 'ends', async () => {
    await openSheet(page, 'en', 2);
    await people(page).first().locator('input[type=radio]').first().focus();
    await page.keyboard.press('a');
    await context.setOffline(true);
    await save(page);
    await page.locator('main').getByText('cannot be reached', { exact: false }).waitFor();
    await context.setOffline(false);
    const cookies = await context.cookies();
    await context.clearCookies();
    await save(page);
    await page.locator('main').getByText('signed out', { exact: false }).waitFor();
    assert.ok(await people(page).first().locator('input[type=radio][value=absent]').isChecked());
    await context.addCookies(cookies);
    await save(page);
    await saved(page);
    await page.reload();
    assert.ok(await people(page).first().locator('input[type=radio][value=absent]').isChecked());
  });
});

scenario('nothing moves on the sheet when its script comes', { width: 360 }, async ({ page }) => {
  await atMoment(page, slug, 'ends', async () => {
    await openSheet(page, 'en', 0);
    let release;
    const released = new Promise((resolve) => {
      release = resolve;
    });
    await page.route('**/*.wasm', async (route) => {
      await released;
      await route.continue();
    });
    const places = () =>
      people(page).evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
    await page.reload({ waitUntil: 'domcontentloaded' });
    await page.evaluate(() => document.fonts.ready);
    assert.ok(await page.locator('#sheet-rest').isVisible(), 'the script is still on its way');
    const before = await places();
    release();
    await page.locator('#sheet-rest').waitFor({ state: 'hidden' });
    assert.deepEqual(await places(), before);
  });
});

scenario('the catalogue is refined while one types', {}, async ({ page }) => {
  await page.goto('/en/events');
  const before = await page.locator('#results').innerText();
  await page.evaluate(() => {
    document.documentElement.dataset.same = 'page';
  });
  await page.locator('#q').pressSequentially('tuberculosis');
  await page.waitForURL(/[?&]q=tuberculosis/);
  await page.locator('#results').getByText('tuberculosis', { exact: false }).first().waitFor();
  assert.notEqual(await page.locator('#results').innerText(), before);
  const same = await page.locator('html').getAttribute('data-same');
  assert.equal(same, 'page', 'the page was not loaded anew');
  const other = await page.locator('.languages a[href*="/fa"]').first().getAttribute('href');
  assert.match(decodeURIComponent(other), /q=tuberculosis/, 'other languages show the same');
  await page.locator('#q').fill('no such thing anywhere');
  await page.locator('#results').getByText('No event matches', { exact: false }).first().waitFor();
});
