// Every kind of page that a role reaches by following links, held to axe, the HTML standard and
// the width of a phone; and every link on them, which has to lead somewhere.

import assert from 'node:assert/strict';

import { assertReaches, crawl } from '../support/crawl.mjs';
import { inspect } from '../support/inspect.mjs';
import { signIn } from '../support/people.mjs';
import { picture, scenario } from '../support/scenario.mjs';

const password = (name) => `maktab-demo-${name}`;

/** Who looks, where she begins, and a page that she must have come by. */
const roles = [
  { role: 'a visitor', from: ['', '/events/border-management-almaty'], sees: '/events/*/register' },
  {
    role: 'a trainee',
    account: ['trainee', password('trainee')],
    from: ['/my'],
    sees: '/my/registrations/*/cancel',
  },
  {
    role: 'a trainer',
    account: ['trainer', password('trainer')],
    from: ['/teach'],
    sees: '/teach/*/sessions/*',
  },
  {
    role: 'a coordinator',
    account: ['coordinator.eco', password('eco')],
    // What is being written, what is over without certificates, and what has them.
    from: [
      '/manage',
      '/manage/events/border-management-islamabad',
      '/manage/events/border-management-dushanbe/certificates',
      '/manage/events/border-health-webinar/certificates',
    ],
    sees: '/manage/certificates/*/revoke',
  },
  {
    role: 'a focal point',
    account: ['focal.tj', password('tj')],
    from: ['/nominate'],
    sees: '/nominate/*',
  },
  {
    role: 'an administrator',
    account: ['admin', password('admin')],
    // What was put aside is another list at the same address.
    from: ['/admin', '/admin/undelivered?state=discarded', '/admin/undelivered?tick=all'],
    sees: '/admin/mail/*',
  },
];

for (const language of ['en', 'fa']) {
  for (const { role, account, from, sees } of roles) {
    scenario(`all pages of ${role}, in ${language}`, {}, async ({ page }) => {
      if (account) await signIn(page, language, ...account);
      const starts = from.map((path) => `/${language}${path}`);
      // What everybody sees is looked at as a visitor sees it.
      const wanted = (kind) => !account || /\/(my|teach|manage|nominate|admin)\b/.test(kind);
      // All that is wrong is told at once: one fault does not hide the next page.
      const faults = [];
      let count = 0;
      const { kinds, links } = await crawl(page, starts, wanted, async (kind) => {
        await picture(page, `page ${language} ${role} ${(count += 1)} ${kind}`);
        await inspect(page).catch((fault) => faults.push(fault.message));
      });
      assert.deepEqual(faults, []);
      assert.ok(kinds.includes(`/${language}${sees}`), `only ${kinds.join(' ')}`);
      await assertReaches(page, links);
    });
  }

  scenario(`pages that are not there, or not for her, in ${language}`, {}, async ({ page }) => {
    const missing = await page.goto(`/${language}/events/no-such-event`);
    assert.equal(missing.status(), 404);
    await inspect(page);
    await picture(page, `page ${language} missing`);
    await page.goto(`/${language}/manage`);
    assert.match(page.url(), /\/sign-in/, 'somebody unknown is asked to sign in');
    await signIn(page, language, 'trainee', password('trainee'));
    const foreign = await page.goto(`/${language}/manage`);
    assert.ok([403, 404].includes(foreign.status()), `${foreign.status()}`);
    await inspect(page);
    await picture(page, `page ${language} not for her`);
  });
}
