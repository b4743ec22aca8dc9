// Who signs in, and how: by password as staff do, by a link as trainees do. And people whom nobody
// knows yet.

import { followLink, openMail } from './mail.mjs';

const domain = 'example.org';

const given = ['Aziza', 'Bahrom', 'Dilnoza', 'Farrukh', 'Gulnora', 'Jamshed', 'Leyla', 'Murod', 'Nigora', 'Rustam'];
const family = ['Alieva', 'Davlatov', 'Hakimova', 'Ismailov', 'Karimova', 'Nazarov', 'Rahimova', 'Saidov', 'Umarova', 'Yusupov'];
let met = 0;

/** Somebody new: neither the name nor the address has been here before, on this server or earlier. */
export function newPerson({ country = 'TJ' } = {}) {
  const first = given[met % given.length];
  const last = family[Math.floor(met / given.length) % family.length];
  const mark = `${Date.now().toString(36)}${(met += 1).toString(36)}`;
  // A third name tells people apart who share the first two, as patronymics do.
  const third = mark.replaceAll(/\d/g, (digit) => String.fromCodePoint(103 + Number(digit)));
  return {
    name: `${first} ${third[0].toUpperCase()}${third.slice(1)} ${last}`,
    email: `${first}.${mark}@${domain}`.toLowerCase(),
    country,
    institution: 'State border service',
    job: 'Inspector',
  };
}

/** Fills in the fields of a person that the open form has. */
export async function fillPerson(page, { name, email, country, institution, job }) {
  await page.fill('#name', name);
  if (await page.locator('#email').count()) await page.fill('#email', email);
  if (await page.locator('#country').count()) await page.selectOption('#country', country);
  await page.fill('#institution', institution);
  await page.fill('#job-title', job);
  if (await page.locator('#consent').count()) await page.check('#consent');
}

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
