// Following links: which kinds of page there are, and whether every link leads somewhere.

import assert from 'node:assert/strict';

/** Segments after which a path names one of many. */
const many =
  /\/(events|courses|teach|registrations|sessions|agenda|runs|certificates|verify|v|issue|nominate|admin\/mail)\/(?!(?:new|issue)\b)[^/]+/g;

/** The kind of page at a path: the path, with a star for what names one of many. */
export const kindOf = (path) => path.replaceAll(many, '/$1/*');

/**
 * Visits these addresses, and one page of each other kind that is reached from them.
 *
 * @param {import('playwright-core').Page} page
 * @param {string[]} starts paths to begin with
 * @param {(kind: string) => boolean} wanted whether to visit pages of a kind
 * @param {(kind: string) => Promise<void>} look called with each page open
 * @returns {Promise<{ kinds: string[], links: string[] }>} what was visited, and all addresses
 *   on this host that were linked to
 */
export async function crawl(page, starts, wanted, look) {
  const waiting = [...starts];
  const visited = new Set();
  const kinds = new Set();
  const links = new Set();
  while (waiting.length > 0) {
    const address = waiting.shift();
    const kind = kindOf(new URL(address, 'http://x').pathname);
    if (visited.has(address) || (kinds.has(kind) && !starts.includes(address))) continue;
    visited.add(address);
    kinds.add(kind);
    const answer = await page.goto(address);
    assert.ok(answer.ok(), `${address} answers ${answer.status()}`);
    for (const link of await linksOf(page)) {
      links.add(link);
      const { pathname } = new URL(link, 'http://x');
      const isPage = /^\/(en|ru|fa|tr)(\/|$)/.test(pathname) && !/\.\w+$/.test(pathname);
      const ours = pathname.startsWith(`/${starts[0].split('/')[1]}`);
      if (isPage && ours && wanted(kindOf(pathname))) waiting.push(link);
    }
    await look(kind);
  }
  return { kinds: [...kinds], links: [...links] };
}

/** The addresses on this host that a page links to, and the parts of itself it points to. */
async function linksOf(page) {
  const found = await page.evaluate(() => {
    const ids = [...document.querySelectorAll('a[href^="#"]')]
      .map((link) => decodeURIComponent(link.hash.slice(1)))
      .filter((id) => id && !document.getElementById(id));
    const own = [...document.querySelectorAll('a[href]')]
      .map((link) => new URL(link.href))
      .filter((url) => url.origin === location.origin)
      .map((url) => url.pathname + url.search);
    return { missing: ids, own };
  });
  assert.deepEqual(found.missing, [], `${page.url()} points to parts that it has not`);
  return new Set(found.own);
}

/** Fails with a list where an address answers with an error; of one kind, a few are asked. */
export async function assertReaches(page, links, perKind = 4) {
  const asked = new Map();
  const broken = [];
  for (const link of links) {
    const { pathname } = new URL(link, 'http://x');
    const kind = kindOf(pathname);
    const count = asked.get(kind) ?? 0;
    if (count >= perKind) continue;
    asked.set(kind, count + 1);
    const status = await statusOf(page, link);
    if (status >= 400) broken.push(`${status} for ${link}`);
  }
  assert.deepEqual(broken, [], 'links that lead nowhere');
}

async function statusOf(page, link) {
  const answer = await page.request.get(link, { headers: { accept: 'text/html' } });
  const status = answer.status();
  await answer.dispose();
  return status;
}
