// Registering in the window: the form, the link of the mail, one's own page.

import { followLink, openMail } from './mail.mjs';
import { fillPerson } from './people.mjs';

/** Presses the button of the page's one form. */
export const press = (page, name = 'button[type=submit]') =>
  page.locator(`main form ${name}`).first().click();

/** Fills in and sends the form of an event, as somebody who is not signed in. */
export async function sendForm(page, language, slug, person) {
  await page.goto(`/${language}/events/${slug}/register`);
  await fillPerson(page, person);
  await press(page);
  await page.waitForURL(/\/register\/sent$/);
}

/** Confirms by the link of the mail; answers where the registration then stands. */
export async function confirmByMail(page, { email }) {
  await followLink(await openMail(page, email, { kind: 'confirm-registration' }));
  await page.waitForURL(/\/confirm\//);
  await press(page);
  return doneAtHome(page);
}

/** Registers somebody in the window; answers where the registration stands. */
export async function register(page, language, slug, person) {
  await sendForm(page, language, slug, person);
  return confirmByMail(page, person);
}

/** Waits for one's own page after something was done; answers what it says was done. */
export async function doneAtHome(page) {
  await page.waitForURL(/\/my\?done=/);
  await page.locator('main .note[role=status]').waitFor();
  return new URL(page.url()).searchParams.get('done');
}

/** What one's own page shows of an event: a card, or a row once it is over. */
export async function own(page, language, slug) {
  await page.goto(`/${language}/my`);
  const link = page.locator(`a[href$="/events/${slug}"]`);
  return page.locator('main li.box, main tbody tr').filter({ has: link });
}

/** Opens the page of an offer by the link of its mail. */
export async function openOffer(page, { email }) {
  await followLink(await openMail(page, email, { kind: 'offered' }));
  await page.waitForURL(/\/offer\//);
}

/** Answers the offer on the open page. */
export const answer = (page, word) => press(page, `button[name=answer][value=${word}]`);

/** Gives up one's own registration. */
export async function giveUp(page, language, slug) {
  const card = await own(page, language, slug);
  await card.locator('a[href$="/cancel"]').click();
  await page.waitForURL(/\/cancel$/);
  await press(page, 'button.danger');
  return doneAtHome(page);
}
