// axe-core on the page as it stands.

import assert from 'node:assert/strict';
import axe from 'axe-core';

import { newContext, runsScripts } from './browser.mjs';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Fails with a readable list when axe finds anything on the page, its state included.
 *
 * @param {import('playwright-core').Page} page
 */
export async function assertAccessible(page) {
  if (runsScripts(page)) return examine(page);
  const twin = await scriptedTwin(page);
  try {
    await examine(twin);
  } finally {
    await twin.context().close();
  }
}

async function examine(page) {
  // Evaluated by the debugger, so that the page's own policy does not hinder it.
  await page.evaluate(`${axe.source}; void 0`);
  const { violations, passes } = await page.evaluate(async (tags) => {
    // What a bar that stays in the window covers is a matter of scrolling, not too small a target.
    const staying = [...document.querySelectorAll('body *')].filter(
      (element) => getComputedStyle(element).position === 'sticky',
    );
    for (const element of staying) element.style.position = 'static';
    const found = await window.axe.run(document, {
      runOnly: { type: 'tag', values: tags },
      resultTypes: ['violations'],
    });
    for (const element of staying) element.style.removeProperty('position');
    return found;
  }, standards);
  assert.ok(passes.length > 0, 'axe did not look at anything');
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} (${help}) at ${target}\n${failureSummary}`),
  );
  assert.deepEqual(found, [], `axe on ${page.url()}`);
}

/**
 * Where scripts are off, axe cannot run either. It looks at a twin then: the same document at the
 * same address, in a window of the same kind, with the page's styles but none of its scripts.
 */
async function scriptedTwin(page) {
  const { width } = page.viewportSize();
  const scheme = await page.evaluate(() =>
    window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light',
  );
  const context = await newContext({ width, scheme });
  await context.addCookies(await page.context().cookies());
  const twin = await context.newPage();
  const html = await page.content();
  await twin.route('**', (route) => {
    const request = route.request();
    if (request.isNavigationRequest()) return route.fulfill({ body: html, contentType: 'text/html' });
    return request.resourceType() === 'script' ? route.abort() : route.continue();
  });
  if (page.url() === 'about:blank') await twin.setContent(html);
  else await twin.goto(page.url());
  return twin;
}
