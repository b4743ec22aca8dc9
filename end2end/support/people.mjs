// Who signs in, and how: by password as staff do, by a link as trainees do.

import { followLink, openMail } from './mail.mjs';

const domain = 'example.org';

/** Signs a page in with one of the demonstration's accounts. */
export async function signIn(page, language, name, password) {
  await page.goto(`/${language}/sign-in`);
  await page.fill('#login', `${name}@${domain}`);
  await page.fill('#password', password);
  await page.locator('form:has(#password) button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}

/**
 * Signs a page in by the link that is sent to an address; `see` looks at each page on the way, and
 * is told where an address answers only once.
 */
export async function signInByLink(page, language, email, see = async () => {}) {
  await page.context().clearCookies();
  await page.goto(`/${language}/sign-in`);
  await see(page, 'sign in');
  await page.fill('#email', email);
  await page.locator('form:has(#email) button[type=submit]').click();
  await page.waitForURL(/\/sign-in\/sent/);
  await see(page, 'link sent');
  await followLink(await openMail(page, email, { kind: 'sign-in' }));
  await see(page, 'signing in');
  await page.locator('main form button[type=submit]').click();
  await page.waitForURL((url) => !url.pathname.includes('/sign-in'));
}
