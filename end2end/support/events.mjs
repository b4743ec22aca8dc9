// Events of a journey's own, made as coordinators make them: the form, the agenda, publishing.

import assert from 'node:assert/strict';



const day = 86_400_000;

/** So many days from now, as a field of date and time takes it. */
const inDays = (days) => new Date(Date.now() + days * day).toISOString().slice(0, 16);

/** A title that no event has had before. */
export const newTitle = (words) => `${words} ${Date.now().toString(36)}`;

/**
 * Makes and publishes a workshop of two hours in a month, with registration open since yesterday.
 *
 * @param {import('playwright-core').Page} page signed in as a coordinator
 * @param {string} language
 * @param {{ title: string, admission: 'open' | 'approval' | 'nominated' | 'invited',
 *   capacity: number, create?: (button: import('playwright-core').Locator) => Promise<void> }} event
 *   `create` presses the button that creates it; by default once
 * @returns {Promise<string>} its part of the address
 */
export async function publishEvent(page, language, event) {
  const { title, admission, capacity, create = (button) => button.click() } = event;
  await page.goto(`/${language}/manage/events/new`);
  const typed = {
    'title-en': title,
    'summary-en': 'A workshop for officers who look at travel documents.',
    'city-en': 'Tashkent',
    'time-zone': 'Asia/Tashkent',
    starts: inDays(30),
    ends: inDays(31),
    capacity: String(capacity),
    'registration-opens': inDays(-1),
    'registration-closes': inDays(25),
    hours: '2',
  };
  for (const [name, value] of Object.entries(typed)) await page.fill(`#${name}`, value);
  await page.selectOption('#kind', 'workshop');
  await page.selectOption('#country', 'UZ');
  await page.selectOption('#registration-mode', admission);
  await page.locator('input[name=areas]').first().check();
  await page.locator('input[name=languages]').first().check();
  await create(page.locator('form.event-form button[type=submit]'));
  await page.waitForURL(/\/agenda$/);
  const slug = page.url().match(/\/events\/([^/]+)\/agenda$/)[1];

  await page.fill('#title-en', 'Opening and first exercise');
  await page.locator('form.event-form button[type=submit]').click();
  await page.waitForURL(/added=1/);
  await page.goto(`/${language}/manage/events/${slug}/publish`);
  await page.locator('form.step button[type=submit]').click();
  await page.waitForURL(/published=1/);
  return slug;
}

/** The path of a coordinator's page about an event. */
export const managePath = (language, slug, rest = '') => `/${language}/manage/events/${slug}${rest}`;

/** The seats of an event as its coordinator's page of seats says: taken, and in all. */
export async function seatsOf(page, language, slug) {
  await page.goto(managePath(language, slug, '/seats'));
  return shownSeats(page);
}

/** The seats that the open page of seats shows. */
export async function shownSeats(page) {
  const meter = page.locator('main .seats-now meter');
  const of = async (name) => Number(await meter.getAttribute(name));
  const [taken, capacity] = [await of('value'), await of('max')];
  assert.ok(Number.isInteger(taken) && Number.isInteger(capacity), 'no seats on the page');
  return { taken, capacity };
}

/** The names on a coordinator's list of registrations, in its order. */
export async function listed(page, language, slug, query) {
  await page.goto(managePath(language, slug, `/registrations?${query}`));
  const names = await page.locator('main table.registrations tbody th a').allInnerTexts();
  return names.map((name) => name.trim());
}
