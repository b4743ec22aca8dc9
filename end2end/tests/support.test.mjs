// The tools of the browser tests notice what they are there to notice.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible } from '../support/accessibility.mjs';
import { closeBrowser, newContext } from '../support/browser.mjs';
import { assertValidHtml } from '../support/html.mjs';
import { journalOf } from '../support/journal.mjs';

after(closeBrowser);

const document = (body) =>
  `<!DOCTYPE html><html lang="en"><head><title>Page</title></head><body><main><h1>Page</h1>${body}</main></body></html>`;

for (const javaScript of [true, false]) {
  test(`axe notices a picture without words, scripts ${javaScript ? 'on' : 'off'}`, async () => {
    const context = await newContext({ javaScript });
    const page = await context.newPage();
    await page.setContent(document('<p>Words.</p>'));
    await assertAccessible(page);
    await page.setContent(document('<img src="data:,">'));
    await assert.rejects(assertAccessible(page), /image-alt/);
    await context.close();
  });
}

test('the validator takes an island and refuses a block inside a paragraph', async () => {
  const island = '<leptos-island data-component="X_1"><p>One<!>two</p></leptos-island>';
  await assertValidHtml(document(island));
  await assert.rejects(assertValidHtml(document('<p><div>block</div></p>')));
  await assert.rejects(assertValidHtml(document('<p id="a">1</p><p id="a">2</p>')), /no-dup-id/);
});

test('the journal notices script errors and strangers', async () => {
  const context = await newContext();
  const page = await context.newPage();
  const journal = journalOf(page, 'http://127.0.0.1:1');
  await page.route('**', (route) => route.fulfill({ body: '', contentType: 'text/css' }));
  await page.setContent(
    document('<link rel="stylesheet" href="https://stranger.example/a.css"><script>lost()</script>'),
    { waitUntil: 'load' },
  );
  assert.throws(() => journal.assertClean());
  assert.equal(journal.entries.length, 2, journal.entries.join('\n'));
  await context.close();
});
