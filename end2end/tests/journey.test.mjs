// The main job, end to end: find a workshop, register, attend, hold a certificate that verifies.

import assert from 'node:assert/strict';

import { baseUrl } from '../support/browser.mjs';
import { examineCertificate } from '../support/certificate.mjs';
import { atMoment } from '../support/clock.mjs';
import { verifyCredential } from '../support/credential.mjs';
import { inspect, withoutRefresh } from '../support/inspect.mjs';
import { followLink, openMail } from '../support/mail.mjs';
import { signIn, signInByLink } from '../support/people.mjs';
import { picture, scenario } from '../support/scenario.mjs';

const journeys = [
  {
    name: 'in English with JavaScript',
    settings: { javaScript: true, locale: 'en-GB' },
    language: 'en',
    words: 'border management',
    slug: 'border-management-almaty',
    trainer: ['trainer', 'maktab-demo-trainer'],
    person: { name: 'Gülnar Abdiqyzy', native: 'Гүлнар Әбдіқызы', script: 'kk', country: 'KZ' },
  },
  {
    name: 'in English without JavaScript',
    settings: { javaScript: false, locale: 'en-GB' },
    language: 'en',
    words: 'border management',
    slug: 'border-cooperation-webinar',
    trainer: ['trainer', 'maktab-demo-trainer'],
    person: { name: 'Safiya Rahimi', native: 'صفیه رحیمی', script: 'prs', country: 'AF' },
  },
  {
    name: 'in Persian, right to left',
    settings: { javaScript: true, locale: 'fa-IR' },
    language: 'fa',
    words: 'مديريت مرز',
    slug: 'travel-documents-stamps-to-chips',
    trainer: ['trainer.fa', 'maktab-demo-trainer-fa'],
    person: { name: 'Leyla Rostami', native: 'لیلا رستمی', script: 'fa', country: 'IR' },
  },
];

for (const journey of journeys) {
  scenario(`the main job, ${journey.name}`, journey.settings, async ({ page, visitor }) => {
    const { language, slug, person } = journey;
    // A new address each time, so that the tests can run again on the same server.
    const email = `journey.${language}.${Date.now().toString(36)}@example.org`;
    const see = async (at, name, how) => {
      await inspect(at, how);
      await picture(at, `${journey.name} ${name}`);
    };

    await find(page, journey, see);
    await register(page, journey, email, see);
    await confirm(page, journey, email, see);

    await atMoment(page, slug, 'ends', async () => {
      const trainer = await visitor();
      await signIn(trainer, language, ...journey.trainer);
      await attend(trainer, journey, see);
      const coordinator = await visitor();
      await signIn(coordinator, language, 'coordinator.eco', 'maktab-demo-eco');
      await issue(coordinator, journey, see);

      await signInByLink(page, language, email, see);
      const { number, address } = await download(page, journey, see);
      const verifier = await visitor();
      await verifier.goto(address);
      await assertStanding(verifier, 'valid', person, number);
      await see(verifier, 'verified');

      await revoke(coordinator, language, number, see);
      await verifier.goto(address);
      await assertStanding(verifier, 'revoked', person, number);
      await see(verifier, 'revoked');
    });
  });
}

async function find(page, { language, words, slug }, see) {
  await page.goto('/');
  await page.waitForURL(new RegExp(`/${language}$`));
  await see(page, 'home');
  await page.fill('main form input[type=search]', words);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/events\?.*q=/);
  await see(page, 'catalogue');
  await page.locator(`main a[href$="/events/${slug}"]`).first().click();
  await page.waitForURL(new RegExp(`/events/${slug}$`));
  await see(page, 'event');
}

async function register(page, { language, person }, email, see) {
  await page.locator('main a[href$="/register"]').first().click();
  await page.waitForURL(/\/register$/);
  await see(page, 'register');
  await page.fill('#name', person.name);
  await page.fill('#native-name', person.native);
  await page.selectOption('#native-language', person.script);
  await page.fill('#email', email);
  await page.selectOption('#country', person.country);
  await page.fill('#institution', 'Border service');
  await page.fill('#job-title', 'Inspector');
  await page.check('#consent');
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL(new RegExp(`/${language}/.*/register/sent`));
  await page.locator('main').getByText(email).waitFor();
  await see(page, 'sent');
}

async function confirm(page, { language, slug }, email, see) {
  const message = await openMail(page, email);
  await see(page, 'mail');
  await followLink(message);
  await page.waitForURL(/\/confirm\//);
  await see(page, 'confirm', { fetched: false });
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/confirm/'));
  await page.goto(`/${language}/my`);
  await page.locator(`main a[href*="/events/${slug}"]`).first().waitFor();
  await see(page, 'my registrations');
}

async function attend(page, { language, slug, person }, see) {
  await page.goto(`/${language}/teach`);
  await see(page, 'teach');
  await page.locator(`main a[href$="/teach/${slug}"]`).first().click();
  await page.waitForURL(new RegExp(`/teach/${slug}$`));
  await see(page, 'roster');
  const links = page.locator('main a[href*="/sessions/"]');
  const sheets = await links.evaluateAll((all) => [...new Set(all.map((a) => a.getAttribute('href')))]);
  assert.ok(sheets.length > 0, 'the event has no session');
  for (const [place, sheet] of sheets.entries()) {
    await page.goto(sheet);
    const row = page.locator('main li, main tr, main fieldset').filter({ hasText: person.name });
    const present = row.locator('input[type=radio][value=present]').first();
    if (!(await present.count())) continue; // an opening or a break has no attendance
    await present.check({ force: true });
    if (place === 0) await see(page, 'attendance');
    await page.locator('#sheet button[type=submit]').first().click();
    await page.locator('#saved, #sheet-last:not(:empty)').first().waitFor();
    await page.goto(sheet);
    assert.ok(await present.isChecked(), `the mark in ${sheet} was not kept`);
  }
}

async function issue(page, { language, slug, person }, see) {
  await page.goto(`/${language}/manage/events/${slug}`);
  await see(page, 'manage event');
  await page.goto(`/${language}/manage/events/${slug}/registrations`);
  await see(page, 'registrations');
  await page.goto(`/${language}/manage/events/${slug}/certificates`);
  await see(page, 'eligible');
  await page.locator('main a[href$="/certificates/issue"]').first().click();
  await page.waitForURL(/\/certificates\/issue$/);
  await see(page, 'issue');
  const letGo = await withoutRefresh(page, /\/runs\/[^/]+$/);
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL(/\/runs\//);
  // Where a redirect led, nothing is held back.
  await page.goto(page.url());
  await see(page, 'progress');
  await letGo();
  await page.reload();
  await page.locator('#run[data-ended=yes]').waitFor({ timeout: 60_000 });
  await page.goto(`/${language}/manage/events/${slug}/certificates?show=issued`);
  assert.match(await page.locator('main').innerText(), new RegExp(person.name));
}

async function download(page, { language, person }, see) {
  await page.goto(`/${language}/my`);
  await see(page, 'my certificate');
  const link = page.locator('main a[href^="/certificates/"][href$=".pdf"]').first();
  const pdf = await page.request.get(await link.getAttribute('href'));
  assert.equal(pdf.status(), 200);
  const { qr, fonts, metadata, attachment } = await examineCertificate(await pdf.body());
  for (const font of fonts) assert.match(font, /\byes\s+(yes|no)\s+yes\b/, `not embedded: ${font}`);
  assert.match(metadata, /<pdfaid:part>3<\/pdfaid:part>/);
  assert.match(metadata, /<pdfaid:conformance>A<\/pdfaid:conformance>/);
  const address = new URL(qr);
  assert.equal(address.origin, new URL(baseUrl).origin);
  const number = address.pathname.replace('/v/', '');

  const file = await page.request.get(`/certificates/${number}.json`);
  const text = await file.text();
  assert.deepEqual(JSON.parse(attachment), JSON.parse(text));
  const keys = await (await page.request.get('/.well-known/did.json')).json();
  const now = new Date(Date.parse(JSON.parse(text).validFrom) + 1000);
  const whole = await verifyCredential(JSON.parse(text), keys, now);
  assert.ok(whole.verified, whole.reason);
  const forged = JSON.parse(text.replaceAll(person.name, `${person.name}x`));
  const altered = await verifyCredential(forged, keys, now);
  assert.equal(altered.verified, false, 'a changed letter has to break the signature');
  return { number, address: qr };
}

async function assertStanding(page, standing, person, number) {
  const main = page.locator('main');
  await page.locator(`main .verdict.${standing}`).first().waitFor();
  const text = (await main.innerText()).replaceAll(/[\u2066-\u2069]/g, '');
  for (const printed of [person.name, person.native, number]) {
    assert.ok(text.includes(printed), `${printed} is not on the page:\n${text}`);
  }
}

async function revoke(page, language, number, see) {
  await page.goto(`/${language}/manage/certificates/${number}/revoke`);
  await see(page, 'revoke');
  await page.fill('#reason', 'Issued to the wrong person.');
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('/revoke'));
}
