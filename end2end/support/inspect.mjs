// A page looked at in every way that it has to hold: widths, colour schemes, the HTML as sent.

import assert from 'node:assert/strict';

import { assertAccessible } from './accessibility.mjs';
import { looks } from './browser.mjs';
import { assertServesValidHtml } from './html.mjs';

/**
 * Fails where axe, the validator or a sideways scrollbar finds fault with the page as it stands,
 * at both widths and in both colour schemes. Leaves the page as wide and as bright as it was.
 *
 * @param {import('playwright-core').Page} page
 * @param {{ fetched?: boolean }} [how] `fetched: false` where the address answers only once
 */
export async function inspect(page, { fetched = true } = {}) {
  const before = page.viewportSize();
  for (const { width, scheme } of looks) {
    await page.setViewportSize({ width, height: before.height });
    await page.emulateMedia({ colorScheme: scheme });
    await assertAccessible(page);
    await assertNoSpill(page);
  }
  await page.setViewportSize(before);
  await page.emulateMedia({ colorScheme: null });
  if (fetched) await assertServesValidHtml(page);
}

/** Fails where the page has to be scrolled sideways. */
export async function assertNoSpill(page) {
  const spill = await page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
  const { width } = page.viewportSize();
  assert.ok(spill <= 0, `${page.url()} spills ${spill} px sideways at ${width} px`);
}

/**
 * Keeps pages at these addresses from reloading themselves, so that they can be looked at in
 * peace. Answers with what lets them reload again from their next visit on.
 *
 * @param {import('playwright-core').Page} page
 * @param {RegExp} address
 * @returns {Promise<() => Promise<void>>}
 */
export async function withoutRefresh(page, address) {
  // Whoever lets go of the route while it is being answered would have it answered twice.
  const answering = new Set();
  const answer = async (route) => {
    const response = await route.fetch();
    const { refresh, ...headers } = response.headers();
    await route.fulfill({ response, headers });
  };
  const hold = (route) => {
    const answered = answer(route).finally(() => answering.delete(answered));
    answering.add(answered);
    return answered;
  };
  await page.route(address, hold);
  return async () => {
    await Promise.allSettled(answering);
    await page.unroute(address, hold);
  };
}
