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
let launched;

/** The one browser of this process; `closeBrowser` must end it. */
export function browser() {
  launched ??= chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
  return launched;
}

/** Ends the browser, without which the process would not end. */
export async function closeBrowser() {
  if (launched) await (await launched).close();
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
 */
export async function newContext(settings = {}) {
  const {
    javaScript = true,
    scheme = 'light',
    width = 1280,
    locale = 'en-GB',
    timeZone = 'UTC',
  } = settings;
  const context = await (await browser()).newContext({
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
