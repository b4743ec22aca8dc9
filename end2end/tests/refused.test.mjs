// What cannot be accepted comes back whole, with the error at its field and nothing stored.

import assert from 'node:assert/strict';

import { atMoment } from '../support/clock.mjs';
import { inspect } from '../support/inspect.mjs';
import { scenario } from '../support/scenario.mjs';

const open = 'border-cooperation-webinar';
const full = 'interviewing-mashhad';
const kept = { institution: 'اداره مرزبانی', 'job-title': 'Inspector <b>', email: 'not an address' };

for (const javaScript of [true, false]) {
  const scripts = javaScript ? 'with JavaScript' : 'without JavaScript';

  scenario(`a form without a name and with a wrong address comes back, ${scripts}`, { javaScript }, async ({ page }) => {
    await page.goto(`/en/events/${open}/register`);
    // Browsers that check before sending are told not to, so that the server has to.
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
    for (const [name, value] of Object.entries(kept)) await page.fill(`#${name}`, value);
    await page.selectOption('#country', 'TJ');
    const answered = page.waitForResponse((r) => r.request().method() === 'POST');
    await page.locator('main form button[type=submit]').click();
    assert.equal((await answered).status(), 422);
    await page.locator('#errors').waitFor();
    for (const [name, value] of Object.entries(kept)) {
      assert.equal(await page.inputValue(`#${name}`), value, `${name} was lost`);
    }
    assert.equal(await page.inputValue('#country'), 'TJ');
    for (const name of ['name', 'email', 'consent']) {
      const described = await page.getAttribute(`#${name}`, 'aria-describedby');
      assert.match(described ?? '', new RegExp(`${name}-error`), `${name} does not name its error`);
      assert.ok((await page.locator(`#${name}-error`).innerText()).length > 5);
      assert.equal(await page.locator(`#errors a[href="#${name}"]`).count(), 1);
    }
    await inspect(page, { fetched: false });
  });
}

scenario('a full event says so and takes nobody', { javaScript: false }, async ({ page }) => {
  await page.goto(`/en/events/${full}/register`);
  await inspect(page);
  const form = { name: 'Late Comer', email: 'late.comer@example.org', country: 'TJ', institution: 'Service', 'job-title': 'Officer', consent: 'yes' };
  const refused = await page.request.post(`/en/events/${full}/register`, { form, maxRedirects: 0 });
  assert.equal(refused.status(), 422);
  await page.goto('/dev/mail?to=late.comer@example.org');
  assert.equal(await page.locator('article[data-to]').count(), 0, 'something was promised by mail');
});

scenario('a closed event says so and takes nobody', { javaScript: false }, async ({ page }) => {
  await atMoment(page, open, 'closes', async () => {
    await page.goto(`/en/events/${open}/register`);
    await inspect(page);
    const form = { name: 'Too Late', email: 'too.late@example.org', country: 'TJ', institution: 'Service', 'job-title': 'Officer', consent: 'yes' };
    const refused = await page.request.post(`/en/events/${open}/register`, { form, maxRedirects: 0 });
    assert.equal(refused.status(), 422);
  });
});
