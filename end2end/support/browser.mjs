// A real Chromium and its contexts: with and without scripts, light and dark, narrow and wide.

import { chromium } from 'playwright-core';

/** Where the server under test is. */
export const baseUrl = process.env.BASE_URL ?? 'http://127.0.0.1:3000';

const patience = 15_000;

/** The widths that every page has to look right at: a small phone and a desk. */
export const widths = [360, 1280];

/** What a page has to look right in, one entry per combination. */
export const looks = widths.flatMap((width) =>
  ['light', 'dark'].map((scheme) => ({ width, scheme })),
);

const withoutScripts = new WeakSet();
const launched = new Map();

/**
 * A browser of this process; `closeBrowser` must end it. There are two kinds: the usual one, and
 * one that keeps pages in memory to go back to, which Playwright forbids where it is not told.
 */
export function browser(keepsPages = false) {
  if (!launched.has(keepsPages)) launched.set(keepsPages, launch(keepsPages));
  return launched.get(keepsPages);
}

function launch(keepsPages) {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    ignoreDefaultArgs: keepsPages ? ['--disable-back-forward-cache'] : [],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

/** Ends the browsers, without which the process would not end. */
export async function closeBrowser() {
  for (const each of launched.values()) await (await each).close();
}

/**
 * A context of its own: nobody is signed in, nothing is cached.
 *
 * @param {object} settings
 * @param {boolean} [settings.javaScript] whether scripts run; by default they do
 * @param {'light' | 'dark'} [settings.scheme] the reader's colour scheme
 * @param {number} [settings.width] the width of the window, in CSS pixels
 * @param {string} [settings.locale] the browser's language, `en-GB` by default
 * @param {string} [settings.timeZone] the reader's time zone, `UTC` by default
 * @param {boolean} [settings.keepsPages] whether going back shows a page as it was left, as people's
 *   browsers do: `goBack({ waitUntil: 'commit' })` then, because nothing is loaded
 */
export async function newContext(settings = {}) {
  const {
    javaScript = true,
    scheme = 'light',
    width = 1280,
    locale = 'en-GB',
    timeZone = 'UTC',
    keepsPages = false,
  } = settings;
  const context = await (await browser(keepsPages)).newContext({
    baseURL: baseUrl,
    javaScriptEnabled: javaScript,
    colorScheme: scheme,
    viewport: { width, height: width < 600 ? 780 : 900 },
    hasTouch: width < 600,
    locale,
    timezoneId: timeZone,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  if (!javaScript) withoutScripts.add(context);
  return context;
}

/** Whether scripts run in this page. */
export function runsScripts(page) {
  return !withoutScripts.has(page.context());
}
