// A seat for whoever comes, and a seat by a coordinator's decision: each walked by everybody who has
// a part in it. Each journey makes its own event.

import assert from 'node:assert/strict';

import { callers } from '../support/callers.mjs';
import { later } from '../support/clock.mjs';
import { listed, managePath, newTitle, publishEvent, seatsOf } from '../support/events.mjs';
import { mailsTo, openMail } from '../support/mail.mjs';
import { newPerson } from '../support/people.mjs';
import {
  answer, doneAtHome, giveUp, openOffer, own, press, register,
} from '../support/registering.mjs';
import { numbersIn } from '../support/text.mjs';
import { journeys } from '../support/ways.mjs';

const open = [
  { javaScript: true, language: 'en', width: 1280 },
  { javaScript: false, language: 'fa', width: 360 },
];
const approval = [
  { javaScript: true, language: 'fa', width: 360 },
  { javaScript: false, language: 'en', width: 1280 },
];

/** The place on a waiting list and its length, as one's own page says. */
async function placeOf(page, language, slug) {
  const card = await own(page, language, slug);
  return numbersIn(await card.locator('.queue-place').innerText());
}

journeys('a full event: who waits, who is offered the seat, who gets it', open, async ({ page, visitor, language, see, examine }) => {
  const title = newTitle('Passports under the lamp');
  const slug = await publishEvent(page, language, { title, admission: 'open', capacity: 2 });
  const [first, second, third] = await Promise.all([visitor(), visitor(), visitor()]);
  const [holder, accepting, declining, next] = [1, 2, 3, 4].map(() => newPerson());
  const seats = () => seatsOf(page, language, slug);

  assert.equal(await register(first, language, slug, holder), 'confirmed');
  const [other] = callers(1, language);
  assert.equal(await other.register(slug), 'confirmed');
  assert.deepEqual(await seats(), { taken: 2, capacity: 2 });

  // Everybody who comes now waits, and is told at which place.
  assert.equal(await register(second, language, slug, accepting), 'waitlisted');
  assert.equal(await register(third, language, slug, declining), 'waitlisted');
  const last = await visitor();
  assert.equal(await register(last, language, slug, next), 'waitlisted');
  const place = (at) => placeOf(at, language, slug);
  assert.deepEqual(await place(second), [1, 3]);
  assert.deepEqual(await place(third), [2, 3]);
  assert.deepEqual(await place(last), [3, 3]);
  await see(last, 'waiting');
  const waiting = (state = 'waitlisted') => listed(page, language, slug, `state=${state}&sort=place`);
  assert.deepEqual(await waiting(), [accepting.name, declining.name, next.name]);

  // Somebody gives up: the seat is held for the first, who accepts by the link of the mail.
  assert.equal(await giveUp(first, language, slug), 'cancelled');
  assert.deepEqual(await seats(), { taken: 2, capacity: 2 }, 'the seat is held, not free');
  await see(page, 'seats');
  assert.deepEqual(await waiting('offered'), [accepting.name]);
  assert.deepEqual(await waiting(), [declining.name, next.name]);
  assert.deepEqual(await place(third), [1, 2]);
  await second.context().clearCookies();
  await openOffer(second, accepting);
  await examine(second, 'offer');
  await answer(second, 'accept');
  assert.equal(await doneAtHome(second), 'accepted');
  assert.equal(await (await own(second, language, slug)).locator('.state.good').count(), 1);
  await openOffer(second, accepting);
  assert.equal(await second.locator('main form').count(), 0, 'it cannot be answered twice');

  // The coordinator takes the other seat back; it goes to the next, who declines, and to the last.
  await page.goto(managePath(language, slug, '/registrations?state=confirmed'));
  await page.getByRole('link', { name: other.person.name }).click();
  await page.fill('#reason', 'The service has sent somebody else.');
  await press(page, 'button.danger');
  await page.waitForURL(/done=cancelled/);
  await openMail(page, other.person.email, { kind: 'withdrawn', about: 'sent somebody else' });
  await openOffer(third, declining);
  await answer(third, 'decline');
  await third.waitForURL(/done=declined/);
  await openOffer(third, declining);
  assert.equal(await third.locator('main form').count(), 0, 'it is not offered twice');
  assert.deepEqual(await waiting('offered'), [next.name]);
  await openMail(last, next.email, { kind: 'offered' });
  const card = await own(last, language, slug);
  await examine(last, 'offered');
  await card.locator('button[name=answer][value=accept]').click();
  assert.equal(await doneAtHome(last), 'accepted');

  assert.deepEqual(await seats(), { taken: 2, capacity: 2 });
  const confirmed = await listed(page, language, slug, 'state=confirmed');
  assert.deepEqual(confirmed.toSorted(), [accepting.name, next.name].toSorted());
  const gone = await listed(page, language, slug, 'state=cancelled');
  assert.deepEqual(gone.toSorted(), [holder.name, other.person.name, declining.name].toSorted());
});

journeys('people apply, the coordinator decides on many, undoes, and mails go out', approval, async ({ page, visitor, language, see, examine }) => {
  const title = newTitle('Second line checks');
  const slug = await publishEvent(page, language, { title, admission: 'approval', capacity: 2 });
  const applicants = [1, 2, 3].map(() => newPerson());
  const [taken, refused, waits] = applicants;
  const windows = [];
  for (const person of applicants) {
    const window = await visitor();
    windows.push(window);
    assert.equal(await register(window, language, slug, person), 'submitted');
  }
  const [hasty, late] = callers(2, language);
  assert.equal(await hasty.register(slug), 'submitted');
  assert.equal(await late.register(slug), 'submitted');
  assert.deepEqual(await seatsOf(page, language, slug), { taken: 0, capacity: 2 }, 'to apply takes no seat');

  const list = managePath(language, slug, '/registrations?sort=oldest');
  const tick = async (...people) => {
    await page.goto(list);
    for (const { name } of people) {
      await page.locator('tr').filter({ hasText: name }).locator('input[name^=chosen]').check();
    }
  };
  const decide = async (action, outcome) => {
    await press(page, `button[name=action][value=${action}]`);
    await page.waitForURL(new RegExp(`[?&]${outcome}=`));
    return new URL(page.url()).searchParams;
  };
  /** Declining is folded away, because it needs a reason. */
  const unfold = () => page.locator('#registrations details summary').click();

  // Declined too hastily, and taken back before the mail has left.
  await tick(hasty.person);
  await unfold();
  await press(page, 'button[name=action][value=decline]');
  await page.locator('#errors').waitFor();
  await examine(page, 'a reason is needed', { fetched: false });
  await page.fill('#reason', 'Not the right service.');
  assert.equal((await decide('decline', 'declined')).get('declined'), '1');
  const [waitingMail] = await mailsTo(page, hasty.person, 'declined');
  assert.equal(waitingMail.sent, false, 'the mail waits');
  await page.goto(list);
  await examine(page, 'undo');
  await page.locator('.note.undo button').click();
  await page.waitForURL(/[?&]undone=1/);
  assert.deepEqual(await mailsTo(page, hasty.person, 'declined'), [], 'its mail is taken back');

  await tick(taken, hasty.person, late.person);
  const approved = await decide('approve', 'approved');
  assert.equal(approved.get('approved'), '2');
  assert.equal(approved.get('no-seat'), '1', 'there is no third seat');
  await tick(waits, late.person);
  assert.equal((await decide('wait', 'waiting')).get('waiting'), '2');
  await tick(refused);
  await unfold();
  await page.fill('#reason', 'This workshop is for the second line.');
  assert.equal((await decide('decline', 'declined')).get('declined'), '1');
  await see(page, 'decided');
  assert.deepEqual(await seatsOf(page, language, slug), { taken: 2, capacity: 2 });
  const states = (state) => listed(page, language, slug, `state=${state}&sort=place`);
  assert.deepEqual((await states('confirmed')).toSorted(), [taken.name, hasty.person.name].toSorted());
  assert.deepEqual(await states('waitlisted'), [waits.name, late.person.name]);
  assert.deepEqual(await states('declined'), [refused.name]);
  assert.deepEqual(await states('submitted'), []);

  const stale = await page.context().newPage();
  await stale.goto(list);
  for (const [person, kind] of [[taken, 'approved'], [waits, 'waitlisted'], [refused, 'declined']]) {
    const [mail] = await mailsTo(page, person, kind);
    assert.equal(mail.sent, false, `the mail ${kind} waits`);
  }
  await later(page, 6, 'minutes', async () => {
    await openMail(page, taken.email, { kind: 'approved', sent: true });
    await openMail(page, waits.email, { kind: 'waitlisted', sent: true });
    await openMail(page, refused.email, { kind: 'declined', sent: true, about: 'for the second line' });
    // A page that was open since before still shows the button; it is too late.
    await stale.locator('.note.undo button').first().click();
    await stale.waitForURL(/[?&]too-late=1/);
    await stale.close();
    assert.deepEqual(await states('declined'), [refused.name]);
    await page.goto(list);
    assert.equal(await page.locator('.note.undo button').count(), 0, 'nothing is left to undo');
  });

  const [yes, no, perhaps] = windows;
  assert.equal(await (await own(yes, language, slug)).locator('.state.good').count(), 1);
  await (await own(no, language, slug)).locator('.state.quiet').waitFor();
  assert.deepEqual(await placeOf(perhaps, language, slug), [1, 2]);
  await see(no, 'declined');
});
