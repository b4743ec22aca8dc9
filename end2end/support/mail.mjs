// The mail that the server would have sent: in demo mode it can be read under `/dev/mail`, where
// each message is an `<article data-to="address">`, the newest first.

import assert from 'node:assert/strict';

const patience = 10_000;
const pause = 200;

/**
 * Opens `/dev/mail` in the page and answers the newest message to an address. Mail is delivered
 * behind the request that caused it, so this waits a while for it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} to
 * @param {{ about?: string | RegExp }} [wanted] words that the message must contain
 */
export async function openMail(page, to, { about } = {}) {
  const address = to.toLowerCase();
  for (const start = Date.now(); Date.now() - start < patience; ) {
    await page.goto('/dev/mail');
    let messages = page.locator(`article[data-to="${address}"]`);
    if (about) messages = messages.filter({ hasText: about });
    if ((await messages.count()) > 0) return messages.first();
    await page.waitForTimeout(pause);
  }
  return assert.fail(`no mail to ${to}${about ? ` about ${about}` : ''}`);
}

/** Follows the first link of a message that leads into the site, as a reader would. */
export async function followLink(page, message) {
  const link = message.locator('a[href*="://"], a[href^="/"]').first();
  await Promise.all([page.waitForLoadState(), link.click()]);
}
