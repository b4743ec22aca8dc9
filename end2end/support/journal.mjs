// What went wrong in a page without anybody looking: script errors, broken requests, strangers.

import assert from 'node:assert/strict';

/** Starts listening to a page. */
export function journalOf(page, baseUrl) {
  const entries = [];
  const host = new URL(baseUrl).host;
  page.on('pageerror', (error) => entries.push(`script error: ${error.message}`));
  page.on('console', (message) => {
    // Chromium repeats refused requests here; those are judged below by what they asked for.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      entries.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/.test(url.protocol) && url.host !== host) {
      entries.push(`a request to another host: ${url.href}`);
    }
  });
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    // A page may well answer 404 or 422; what it is made of may not, and nothing answers 5xx.
    if (response.status() >= (isPage ? 500 : 400)) {
      entries.push(`${response.status()} for ${response.url()}`);
    }
  });
  return {
    entries,
    /** Fails with the list of what went wrong, if anything did. */
    assertClean() {
      assert.deepEqual(entries, [], 'the page was not clean');
    },
  };
}
