// The mail that the server would have sent: in demo mode it can be read under `/dev/mail`, where
// each message is an `<article data-to="address" data-kind="kind">`, the newest first.

import assert from 'node:assert/strict';

const patience = 10_000;
const pause = 200;

/**
 * Opens the mail to an address in the page and answers the newest message. Mail is written behind
 * the request that caused it, so this waits a while for it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} to
 * @param {{ kind?: string, about?: string | RegExp }} [wanted] the kind of letter, and words that
 *   must stand in it
 */
export async function openMail(page, to, { kind, about } = {}) {
  const ofKind = kind ? `[data-kind="${kind}"]` : '';
  for (const start = Date.now(); Date.now() - start < patience; ) {
    await page.goto(`/dev/mail?to=${encodeURIComponent(to)}`);
    let messages = page.locator(`article[data-to]${ofKind}`);
    if (about) messages = messages.filter({ hasText: about });
    if ((await messages.count()) > 0) return messages.first();
    await page.waitForTimeout(pause);
  }
  return assert.fail(`no ${kind ?? 'mail'} to ${to}${about ? ` about ${about}` : ''}`);
}

/** Follows the first link in the text of a message, as its reader would. */
export async function followLink(message) {
  await message.locator('pre a').first().click();
}
