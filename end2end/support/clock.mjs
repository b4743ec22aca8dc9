// The clock of the demonstration, which travels through the life of an event (`/dev/clock`). It is
// one for the whole server: whoever travels goes back, and test files run one after the other.

import assert from 'node:assert/strict';

/**
 * Runs `during` with the server's clock at a moment of an event, and brings it back afterwards.
 *
 * @param {import('playwright-core').Page} page any page of the scenario
 * @param {string} slug the event
 * @param {'opens' | 'starts' | 'last-session' | 'ends' | 'closes'} moment
 * @param {() => Promise<void>} during
 */
export async function atMoment(page, slug, moment, during) {
  await travel(page, { way: 'to', event: slug, moment });
  try {
    await during();
  } finally {
    await travel(page, { way: 'back' });
  }
}

/**
 * Runs `during` with the server's clock so much later, and brings it back afterwards.
 *
 * @param {import('playwright-core').Page} page any page of the scenario
 * @param {number} amount
 * @param {'minutes' | 'hours' | 'days'} unit
 * @param {() => Promise<void>} during
 */
export async function later(page, amount, unit, during) {
  await travel(page, { way: 'by', amount: String(amount), unit });
  try {
    await during();
  } finally {
    await travel(page, { way: 'back' });
  }
}

async function travel(page, form) {
  const response = await page.request.post('/dev/clock', { form, maxRedirects: 0 });
  assert.equal(response.status(), 303, `the clock does not travel: ${JSON.stringify(form)}`);
}
