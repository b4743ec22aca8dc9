// A seat for whom a government proposes, and a seat for whom the organisers invite: each walked by
// everybody who has a part in it. Each journey makes its own event.

import assert from 'node:assert/strict';

import { later } from '../support/clock.mjs';
import { listed, managePath, newTitle, publishEvent, seatsOf } from '../support/events.mjs';
import { statusAfter } from '../support/forms.mjs';
import { followLink, mailsTo, openMail } from '../support/mail.mjs';
import { fillPerson, newPerson, signIn } from '../support/people.mjs';
import { answer, confirmByMail, doneAtHome, openOffer, own, press } from '../support/registering.mjs';
import { numbersIn } from '../support/text.mjs';
import { journeys } from '../support/ways.mjs';

const nominated = [
  { javaScript: true, language: 'ru', width: 1280 },
  { javaScript: false, language: 'en', width: 360 },
];
const invited = [
  { javaScript: true, language: 'en', width: 360 },
  { javaScript: false, language: 'tr', width: 1280 },
];

journeys('a focal point nominates, the coordinator chooses, the person agrees', nominated, async ({ page, visitor, language, see, examine }) => {
  const title = newTitle('Children at the border');
  const slug = await publishEvent(page, language, { title, admission: 'nominated', capacity: 4 });
  await page.goto(managePath(language, slug, '/seats'));
  await page.selectOption('#whom', 'country:TJ');
  await page.fill('#seats', '2');
  await page.locator('form:has(#whom) button[type=submit]').click();
  await page.waitForURL(/done=added/);
  await examine(page, 'quota');

  // Nobody comes without being nominated.
  const stranger = await visitor();
  await stranger.goto(`/${language}/events/${slug}`);
  assert.equal(await stranger.locator('main a[href$="/register"]').count(), 0);
  await stranger.goto(`/${language}/events/${slug}/register`);
  assert.equal(await stranger.locator('#not-possible').getAttribute('data-gate'), 'by-nomination');
  assert.equal(await stranger.locator('#registration').count(), 0);

  const focal = await visitor();
  await signIn(focal, language, 'focal.tj', 'maktab-demo-tj');
  await focal.goto(`/${language}/nominate`);
  await focal.locator(`main a[href*="/nominate/${slug}"]`).click();
  await focal.waitForURL(new RegExp(`/nominate/${slug}`));
  const country = focal.url();
  const people = [1, 2, 3, 4].map(() => newPerson());
  const [first, second, third, mistake] = people;
  for (const person of people) {
    await fillPerson(focal, person);
    await focal.locator('form:has(#note) button[type=submit]').click();
    await focal.waitForURL(/done=nominated/);
    await openMail(focal, person.email, { kind: 'nominated', about: person.name });
    await focal.goto(country);
  }
  const order = () => focal.locator('ol.nominations > li h3 .name').allInnerTexts();
  const item = ({ name }) => focal.locator('.nominations > li').filter({ hasText: name });
  assert.deepEqual(await order(), people.map(({ name }) => name));
  await item(third).locator('button[value=earlier]').click();
  await focal.waitForURL(/moved=/);
  assert.deepEqual(await order(), [first, third, second, mistake].map(({ name }) => name));
  await item(mistake).locator('a[href$="/withdraw"]').click();
  await focal.waitForURL(/\/withdraw$/);
  await examine(focal, 'withdraw');
  await press(focal, 'button.danger');
  await focal.waitForURL(/done=withdrawn/);
  await openMail(focal, mistake.email, { kind: 'nomination-withdrawn' });
  await focal.goto(country);
  assert.deepEqual(await order(), [first, third, second].map(({ name }) => name));
  await see(focal, 'nominated');

  // The coordinator sees the order of the country, and gets no further than its quota.
  const row = ({ name }) => page.locator('tbody tr').filter({ hasText: name });
  const byCountry = await listed(page, language, slug, 'state=submitted&sort=country');
  assert.deepEqual(byCountry, [first, third, second].map(({ name }) => name));
  for (const [place, person] of [first, third, second].entries()) {
    const [shown] = numbersIn(await row(person).locator('small').innerText());
    assert.equal(shown, place + 1, `${person.name} is nominated as number ${shown}`);
  }
  await see(page, 'to choose from');
  for (const person of [first, third]) await row(person).locator('input[name^=chosen]').check();
  await press(page, 'button[name=action][value=approve]');
  await page.waitForURL(/[?&]approved=2/);
  await page.goto(managePath(language, slug, '/registrations?state=submitted'));
  await row(second).locator('input[name^=chosen]').check();
  await press(page, 'button[name=action][value=approve]');
  await page.waitForURL(/[?&]no-seat=1/);
  await page.goto(managePath(language, slug, '/registrations?state=submitted'));
  await row(second).locator('input[name^=chosen]').check();
  await press(page, 'button[name=action][value=wait]');
  await page.waitForURL(/[?&]waiting=1/);
  assert.deepEqual(await seatsOf(page, language, slug), { taken: 2, capacity: 4 });
  const quota = await page.locator('tbody tr').first().locator('td').first().innerText();
  assert.deepEqual(numbersIn(quota), [2, 2], 'the quota is used up');

  await later(page, 6, 'minutes', async () => {
    // The first agrees, and only by that has a place.
    const chosen = await visitor();
    await openMail(chosen, first.email, { kind: 'offered', sent: true });
    await openOffer(chosen, first);
    await chosen.locator('main a[href$="/privacy"]').first().waitFor();
    await examine(chosen, 'chosen');
    await answer(chosen, 'accept');
    assert.equal(await doneAtHome(chosen), 'accepted');
    assert.equal(await (await own(chosen, language, slug)).locator('.state.good').count(), 1);
    // The third declines: the seat of the quota goes to the one who waits, at once.
    const unwilling = await visitor();
    await openOffer(unwilling, third);
    await answer(unwilling, 'decline');
    await unwilling.waitForURL(/done=declined/);
    await openMail(page, second.email, { kind: 'offered', sent: true });
    await focal.goto(country);
    await item(first).locator('.state.good').waitFor();
    await item(third).locator('.state.quiet').waitFor();
    await item(second).locator('.state.warn').waitFor();
    assert.equal(await item(first).locator('a[href$="/withdraw"]').count(), 0, 'who has a place keeps it');
    await examine(focal, 'states');
    assert.deepEqual(await listed(page, language, slug, 'state=offered'), [second.name]);
    // An offer that is withdrawn leads nowhere.
    await item(second).locator('a[href$="/withdraw"]').click();
    await press(focal, 'button.danger');
    await focal.waitForURL(/done=withdrawn/);
    const withdrawn = await visitor();
    await openOffer(withdrawn, second);
    assert.equal(await withdrawn.locator('main form').count(), 0);
    await see(withdrawn, 'over');
  });
  assert.deepEqual(await seatsOf(page, language, slug), { taken: 1, capacity: 4 });
  assert.deepEqual(await listed(page, language, slug, 'state=confirmed'), [first.name]);
});

journeys('personal invitations: used once, declined, passed on, run out, taken back', invited, async ({ page, visitor, language, see, examine }) => {
  const title = newTitle('Meeting of the heads of border services');
  const slug = await publishEvent(page, language, { title, admission: 'invited', capacity: 6 });
  const invitations = managePath(language, slug, '/invitations');
  const people = [1, 2, 3, 4, 5].map(() => newPerson());
  const [guest, busy, uninvited, slow, delegation] = people;
  const colleagues = [1, 2, 3].map(() => newPerson());
  const invite = async (addresses, { days, uses } = {}) => {
    await page.goto(invitations);
    await page.fill('#addresses', addresses.join('\n'));
    if (days) await page.fill('#days', String(days));
    if (uses) {
      await page.check('#forwarding');
      await page.fill('#uses', String(uses));
    }
    await press(page, 'button[type=submit]:not([name])');
    await page.waitForURL(/[?&]sent=/);
    return Number(new URL(page.url()).searchParams.get('sent'));
  };
  const row = ({ email }) => page.locator('tbody tr').filter({ hasText: email });
  const state = async (person) => {
    await page.goto(invitations);
    return row(person).locator('.state').getAttribute('class');
  };
  const open = async (window, { email }) => {
    await followLink(await openMail(window, email, { kind: 'invited' }), '/invitation/');
    await window.waitForURL(/\/invitation\//);
  };
  const isOver = async (window) => {
    const answered = await window.reload();
    assert.equal(answered.status(), 410);
    assert.equal(await window.locator('main form').count(), 0);
    assert.ok((await window.locator('main p a').count()) > 0, 'it does not say where to go');
  };

  const named = `${guest.name} <${guest.email}>`;
  assert.equal(await invite([named, busy.email, uninvited.email]), 3);
  assert.equal(await invite([guest.email, slow.email], { days: 1 }), 1, 'who is invited is not invited again');
  assert.equal(await invite([delegation.email], { uses: 2 }), 1);
  await examine(page, 'invited');

  // One's own link: the address is known, and once it is used it is used.
  const own1 = await visitor();
  await open(own1, guest);
  assert.equal(await own1.locator('#email').count(), 0, 'the address is the invited one');
  assert.equal(await own1.inputValue('#name'), guest.name);
  await examine(own1, 'invitation');
  await fillPerson(own1, guest);
  await press(own1);
  assert.equal(await doneAtHome(own1), 'confirmed');
  assert.equal(await (await own(own1, language, slug)).locator('.state.good').count(), 1);
  const second = await visitor();
  await open(second, guest);
  await isOver(second);
  await examine(second, 'used', { fetched: false });
  assert.match(await state(guest), /good/);

  // Declined with one button.
  const declining = await visitor();
  await open(declining, busy);
  await press(declining, 'button[value=decline]');
  await declining.waitForURL(/done=declined/);
  await declining.goto(declining.url().replace(/\?.*/, ''));
  await isOver(declining);
  assert.match(await state(busy), /quiet/);

  // Taken back while the form is open: what is sent then is refused.
  const late = await visitor();
  await open(late, uninvited);
  await fillPerson(late, uninvited);
  await page.goto(invitations);
  await row(uninvited).locator('button[value=revoke]').click();
  await page.waitForURL(/[?&]revoked=/);
  assert.equal(await statusAfter(late, late.locator('main form button[type=submit]').first()), 410);
  await isOver(late);

  // Passed on: two colleagues come by it, each with an address that a mail proves; no third.
  for (const [place, colleague] of colleagues.entries()) {
    const window = await visitor();
    await open(window, delegation);
    if (place === 2) {
      await isOver(window);
      continue;
    }
    if (place === 0) await see(window, 'passed on');
    await fillPerson(window, colleague);
    await press(window);
    await window.waitForURL(/done=sent/);
    assert.equal(await confirmByMail(window, colleague), 'confirmed');
  }
  await page.goto(invitations);
  assert.deepEqual(numbersIn(await row(delegation).locator('td').nth(4).innerText()), [2, 2]);

  // Run out: the page says what to do, and a new link is one button away.
  await later(page, 25, 'hours', async () => {
    const after = await visitor();
    await open(after, slow);
    await isOver(after);
    await see(after, 'run out');
    assert.match(await state(slow), /quiet/);
    await row(slow).locator('button[value=again]').click();
    await page.waitForURL(/[?&]again=/);
    await see(page, 'sent again');
    assert.equal((await mailsTo(page, slow, 'invited')).length, 2);
    await open(after, slow);
    await fillPerson(after, slow);
    await press(after);
    assert.equal(await doneAtHome(after), 'confirmed');
  });
  assert.deepEqual(await seatsOf(page, language, slug), { taken: 4, capacity: 6 });
  const names = await listed(page, language, slug, 'state=confirmed');
  const expected = [guest, colleagues[0], colleagues[1], slow].map(({ name }) => name);
  assert.deepEqual(names.toSorted(), expected.toSorted());
});
