// Weighs and times public pages in Chromium; the last line it prints is the figures as JSON.

import { baseUrl, closeBrowser, newContext } from '../support/browser.mjs';

/**
 * A slow mobile line: 150 ms there and back, 1.6 Mbit/s down. The browser delays whole requests and
 * no handshakes, so both are adjusted by the factors of Lighthouse's “applied slow 4G” (3.75 and
 * 0.9; Lighthouse, docs/throttling.md and core/config/constants.js).
 */
const slowLine = {
  offline: false,
  latency: 150 * 3.75,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};

/** The catalogue, and the first event that it lists. */
async function addresses() {
  const context = await newContext({ javaScript: false });
  const page = await context.newPage();
  await page.goto('/en/events');
  const links = await page.locator('main a[href^="/en/events/"]').evaluateAll((anchors) =>
    anchors.map((anchor) => new URL(anchor.href).pathname),
  );
  await context.close();
  const event = links.find((path) => /^\/en\/events\/[^/]+$/.test(path));
  if (!event) throw new Error('the catalogue lists no event');
  return ['/en/events', event];
}

/** Counts the bytes that cross the wire for a page, headers included, by kind. */
async function listen(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const requests = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
    requests.set(requestId, { url: request.url, type, bytes: 0 });
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  return { session, requests };
}

const kindOf = ({ url, type }) => {
  if (url.endsWith('.wasm')) return 'WebAssembly';
  return type;
};

const sum = (requests, ...kinds) =>
  [...requests.values()]
    .filter((request) => kinds.length === 0 || kinds.includes(kindOf(request)))
    .reduce((total, { bytes }) => total + bytes, 0);

async function weigh(path) {
  const context = await newContext();
  const page = await context.newPage();
  const { requests } = await listen(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  const scripts = sum(requests, 'Script', 'WebAssembly');
  const figures = {
    html_and_css: sum(requests, 'Document', 'Stylesheet'),
    // Scripts and WebAssembly come when the page is readable and usable already.
    first_load: sum(requests) - scripts,
    wasm_and_loader: scripts,
  };
  await page.goto('about:blank');
  requests.clear();
  await page.goto(path, { waitUntil: 'networkidle' });
  figures.repeat_visit = sum(requests);
  await context.close();
  return figures;
}

/** Of three visits the one that the machine disturbed least; a shift in any of them counts. */
async function paint(path) {
  const visits = [await paintOnce(path), await paintOnce(path), await paintOnce(path)];
  visits.sort((one, other) => one.paint / one.paint_floor - other.paint / other.paint_floor);
  return { ...visits[0], layout_shift: Math.max(...visits.map((visit) => visit.layout_shift)) };
}

/** Paint and layout shift on the slow line, on a phone. */
async function paintOnce(path) {
  const context = await newContext({ width: 360 });
  const page = await context.newPage();
  const { session } = await listen(page);
  await session.send('Network.emulateNetworkConditions', slowLine);
  await page.addInitScript(() => {
    window.figures = { paint: 0, layout_shift: 0 };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.figures.paint = entry.startTime;
    }).observe({ type: 'largest-contentful-paint', buffered: true });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.hadRecentInput) window.figures.layout_shift += entry.value;
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  await page.waitForTimeout(500);
  const figures = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation');
    const sheets = performance
      .getEntriesByType('resource')
      .filter(({ initiatorType, name }) => initiatorType === 'link' && name.endsWith('.css'));
    const last = Math.max(navigation.responseEnd, ...sheets.map((sheet) => sheet.responseEnd));
    return { ...window.figures, paint_floor: last };
  });
  await context.close();
  if (figures.paint === 0) throw new Error(`${path} paints nothing`);
  return figures;
}

/** The slowest answer to a key or a click, with the islands awake. */
async function interaction(path) {
  const context = await newContext();
  const page = await context.newPage();
  await page.addInitScript(() => {
    window.slowest = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (entry.interactionId) window.slowest = Math.max(window.slowest, entry.duration);
      }
    }).observe({ type: 'event', durationThreshold: 16, buffered: true });
  });
  await page.goto(path, { waitUntil: 'networkidle' });
  for (let stop = 0; stop < 5; stop += 1) await page.keyboard.press('Tab');
  const field = page.locator('main input:visible').first();
  if ((await field.count()) > 0) {
    await field.click();
    await page.keyboard.type('border', { delay: 60 });
  }
  const summary = page.locator('main summary:visible').first();
  if ((await summary.count()) > 0) await summary.click();
  await page.waitForTimeout(300);
  const slowest = await page.evaluate(() => window.slowest);
  await context.close();
  return { interaction: slowest };
}

const pages = [];
for (const path of await addresses()) {
  const name = path === '/en/events' ? path : '/en/events/{slug}';
  console.error(`${baseUrl}${path}`);
  pages.push({
    path: name,
    ...(await weigh(path)),
    ...(await paint(path)),
    ...(await interaction(path)),
  });
}
await closeBrowser();
console.log(JSON.stringify(pages));
