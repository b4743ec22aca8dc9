// What cannot be accepted comes back whole, with the error at its field and nothing stored.

import assert from 'node:assert/strict';

import { atMoment } from '../support/clock.mjs';
import { statusAfter } from '../support/forms.mjs';
import { inspect } from '../support/inspect.mjs';
import { followLink, openMail } from '../support/mail.mjs';
import { fillPerson, newPerson, signIn } from '../support/people.mjs';
import { scenario } from '../support/scenario.mjs';

const open = 'border-cooperation-webinar';
const full = 'interviewing-mashhad';
const kept = { institution: 'اداره مرزبانی', 'job-title': 'Inspector <b>', email: 'not an address' };

scenario('a press on the button counts, whatever is wrong with the field that it leaves', { width: 360 }, async ({ page }) => {
  await page.goto(`/en/events/${open}/register`);
  await fillPerson(page, newPerson());
  const email = await page.inputValue('#email');
  // The page says at once what is wrong: what does so has started.
  await page.fill('#email', 'nobody');
  await page.locator('#name').focus();
  await page.locator('#email-error').waitFor();
  await page.fill('#email', email);
  await page.fill('#job-title', ' ');
  assert.equal(await statusAfter(page, page.locator('#registration button[type=submit]')), 422);
  await page.locator('#job-title-error').waitFor();
});

for (const javaScript of [true, false]) {
  const scripts = javaScript ? 'with JavaScript' : 'without JavaScript';

  scenario(`a form without a name and with a wrong address comes back, ${scripts}`, { javaScript }, async ({ page }) => {
    await page.goto(`/en/events/${open}/register`);
    // Browsers that check before sending are told not to, so that the server has to.
    await page.locator('main form').evaluate((form) => form.setAttribute('novalidate', ''));
    for (const [name, value] of Object.entries(kept)) await page.fill(`#${name}`, value);
    await page.selectOption('#country', 'TJ');
    assert.equal(await statusAfter(page, page.locator('main form button[type=submit]')), 422);
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

const comer = (name, email) => ({
  name, email, country: 'TJ', institution: 'Service', 'job-title': 'Officer', consent: 'yes',
});

/** Sets, as an administrator, whether people can wait for a seat of the full event. */
async function setWaitingList(page, open) {
  await signIn(page, 'en', 'admin', 'maktab-demo-admin');
  await page.goto(`/en/manage/events/${full}/seats`);
  await inspect(page);
  await page.locator('#waiting-list').setChecked(open);
  await page.locator('form:has(#waiting-list) button[type=submit]').click();
  await page.locator('.note.good[role=status]').waitFor();
  await page.context().clearCookies();
}

scenario('a full event lets people wait, or says so and takes nobody', { javaScript: false }, async ({ page }) => {
  await page.goto(`/en/events/${full}/register`);
  await inspect(page);
  const path = `/en/events/${full}/register`;
  const waiting = comer('Patient Waiter', 'patient.waiter@example.org');
  const taken = await page.request.post(path, { form: waiting, maxRedirects: 0 });
  assert.equal(taken.status(), 303);
  await followLink(await openMail(page, waiting.email, { kind: 'confirm-registration' }));
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(/\/my/);
  assert.match(await page.locator('main').innerText(), /number \d+ of \d+ on the waiting list/);
  await inspect(page);
  await page.context().clearCookies();

  await setWaitingList(page, false);
  await page.goto(path);
  await inspect(page);
  const late = comer('Late Comer', 'late.comer@example.org');
  const refused = await page.request.post(path, { form: late, maxRedirects: 0 });
  assert.equal(refused.status(), 422);
  await page.goto('/dev/mail?to=late.comer@example.org');
  assert.equal(await page.locator('article[data-to]').count(), 0, 'something was promised by mail');
  await setWaitingList(page, true);
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
