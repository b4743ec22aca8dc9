// The mail that the server would have sent: in demo mode it can be read under `/dev/mail`, where
// each message is an `<article data-to="address" data-kind="kind" data-sent="yes|no">`, the newest
// first.

import assert from 'node:assert/strict';

const patience = 10_000;
const pause = 200;

/**
 * Opens the mail to an address in the page and answers the newest message. Mail is written behind
 * the request that caused it, so this waits a while for it.
 *
 * @param {import('playwright-core').Page} page
 * @param {string} to
 * @param {{ kind?: string, about?: string | RegExp, sent?: boolean }} [wanted] the kind of letter,
 *   words that must stand in it, and whether it must have left
 */
export async function openMail(page, to, { kind, about, sent = false } = {}) {
  const ofKind = kind ? `[data-kind="${kind}"]` : '';
  const gone = sent ? '[data-sent=yes]' : '';
  for (const start = Date.now(); Date.now() - start < patience; ) {
    await page.goto(`/dev/mail?to=${encodeURIComponent(to)}`);
    let messages = page.locator(`article[data-to]${ofKind}${gone}`);
    if (about) messages = messages.filter({ hasText: about });
    if ((await messages.count()) > 0) return messages.first();
    await page.waitForTimeout(pause);
  }
  return assert.fail(`no ${kind ?? 'mail'} to ${to}${about ? ` about ${about}` : ''}`);
}

/** The mails of a kind that were written to a person by now, and whether they have left. */
export async function mailsTo(page, { email }, kind) {
  await page.goto(`/dev/mail?to=${encodeURIComponent(email)}`);
  const messages = await page.locator(`article[data-to][data-kind="${kind}"]`).all();
  const sent = messages.map(async (one) => ({ sent: (await one.getAttribute('data-sent')) === 'yes' }));
  return Promise.all(sent);
}

/** Follows a link in the text of a message, as its reader would: the first, or the first to a kind
 * of page. */
export async function followLink(message, kind = '/') {
  await message.locator(`pre a[href*="${kind}"]`).first().click();
}
