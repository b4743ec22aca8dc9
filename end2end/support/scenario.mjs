// Scenarios: tests with a page. Each gets a fresh context of the wanted kind, and leaves a picture,
// the page's HTML and a trace behind when it fails.

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { baseUrl, closeBrowser, newContext } from './browser.mjs';
import { journalOf } from './journal.mjs';

const results = process.env.RESULTS ?? 'target/end2end';
const patience = 180_000;

after(closeBrowser);

/**
 * A test with a page. It fails when its body does, and also when the page met a script error, a
 * broken request, a request to another host or a breach of the content security policy.
 *
 * @param {string} name a sentence
 * @param {Parameters<typeof newContext>[0]} settings the kind of context
 * @param {(tools: { page: import('playwright-core').Page,
 *   context: import('playwright-core').BrowserContext,
 *   journal: ReturnType<typeof journalOf>,
 *   visitor: (settings?: object) => Promise<import('playwright-core').Page> }) => Promise<void>} body
 *   `visitor` opens a page for somebody else, in a context of its own
 */
export function scenario(name, settings, body) {
  test(name, { timeout: patience }, async () => {
    const opened = [];
    const visitor = async (theirs = {}) => {
      const context = await newContext({ ...settings, ...theirs });
      await context.tracing.start({ screenshots: true, snapshots: true });
      const page = await context.newPage();
      opened.push({ context, page, journal: journalOf(page, baseUrl) });
      return page;
    };
    const page = await visitor();
    const [{ context, journal }] = opened;
    try {
      await body({ page, context, journal, visitor });
      for (const each of opened) each.journal.assertClean();
    } catch (error) {
      await Promise.all(opened.map((each, index) => keep(each, name, index)));
      throw error;
    } finally {
      await Promise.all(opened.map((each) => each.context.close()));
    }
  });
}

/** Saves a picture of the whole page under `target/end2end/pictures`. */
export async function picture(page, name) {
  const folder = join(results, 'pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${fileName(name)}.png`), fullPage: true });
}

async function keep({ context, page }, name, index) {
  const folder = join(results, 'failures', fileName(index ? `${name} ${index + 1}` : name));
  await mkdir(folder, { recursive: true });
  // What the failure left of the page may refuse any of these; the failure itself counts.
  await Promise.allSettled([
    page.screenshot({ path: join(folder, 'page.png'), fullPage: true, timeout: 5_000 }),
    page.content().then((html) => writeFile(join(folder, 'page.html'), html)),
    writeFile(join(folder, 'address.txt'), `${page.url()}\n`),
  ]);
  await context.tracing.stop({ path: join(folder, 'trace.zip') }).catch(() => {});
}

function fileName(name) {
  return name.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 100);
}
