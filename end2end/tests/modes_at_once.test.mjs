// What comes at once: many for the last seats, and the same form twice.

import assert from 'node:assert/strict';

import { callers } from '../support/callers.mjs';
import { listed, managePath, newTitle, publishEvent, shownSeats } from '../support/events.mjs';
import { statusAfter } from '../support/forms.mjs';
import { mailsTo } from '../support/mail.mjs';
import { fillPerson, newPerson } from '../support/people.mjs';
import { confirmByMail, own, press } from '../support/registering.mjs';
import { journeys } from '../support/ways.mjs';

const ways = [
  { javaScript: true, language: 'en', width: 1280 },
  { javaScript: false, language: 'fa', width: 360 },
];
const twice = [
  { javaScript: true, language: 'fa', width: 360 },
  { javaScript: false, language: 'en', width: 1280 },
];

const capacity = 6;
const crowdSize = 44;
/** Who presses the button of the mail together; the next come when all of them were answered. */
const waveSize = 11;

const namesOf = (people) => people.map(({ person }) => person.name);

journeys('a rush at the last seats, watched by the coordinator', ways, async ({ page, language, see }) => {
  const title = newTitle('Forged stamps');
  const slug = await publishEvent(page, language, { title, admission: 'open', capacity });
  const early = callers(2, language);
  for (const caller of early) assert.equal(await caller.register(slug), 'confirmed');
  const crowd = callers(crowdSize, language);
  await Promise.all(crowd.map((caller) => caller.open(slug)));

  /** Reloads the page of seats for as long as something goes on; answers every number it showed. */
  const watching = async (rush) => {
    let goesOn = true;
    const end = rush.finally(() => (goesOn = false));
    const seen = [];
    while (goesOn) {
      await page.reload();
      seen.push(await shownSeats(page));
    }
    await end;
    await page.reload();
    seen.push(await shownSeats(page));
    return seen;
  };
  const assertNeverTooMany = (seen) => {
    for (const [place, { taken, capacity: all }] of seen.entries()) {
      assert.equal(all, capacity);
      assert.ok(taken <= capacity, `${taken} of ${capacity} seats were taken`);
      assert.ok(place === 0 || taken >= seen[place - 1].taken, 'a taken seat became free');
    }
    assert.equal(seen.at(-1).taken, capacity);
  };

  await page.goto(managePath(language, slug, '/seats'));
  assert.deepEqual(await shownSeats(page), { taken: early.length, capacity });
  assertNeverTooMany(await watching(Promise.all(crowd.map((caller) => caller.send()))));
  await see(page, 'held');
  await Promise.all(crowd.map((caller) => caller.followMail()));

  const waves = [];
  const answers = new Map();
  const rush = async () => {
    for (let from = 0; from < crowd.length; from += waveSize) {
      const wave = crowd.slice(from, from + waveSize);
      waves.push(wave);
      await Promise.all(wave.map(async (caller) => answers.set(caller, await caller.confirm())));
    }
  };
  await page.goto(managePath(language, slug, '/seats'));
  assertNeverTooMany(await watching(rush()));
  await see(page, 'full');

  // What everybody was answered is what the coordinator's page shows, name by name.
  const answered = (state) => crowd.filter((caller) => answers.get(caller) === state);
  const [seated, waiting] = [answered('confirmed'), answered('waitlisted')];
  assert.equal(seated.length, capacity - early.length);
  assert.equal(waiting.length, crowdSize - seated.length);
  const confirmed = await listed(page, language, slug, 'state=confirmed');
  assert.deepEqual(confirmed.toSorted(), namesOf([...early, ...seated]).toSorted());
  const queue = await listed(page, language, slug, 'state=waitlisted&sort=place');
  const places = new Map();
  for (const caller of waiting) places.set(caller, await caller.ownPlace(slug));
  const inOrder = waiting.toSorted((a, b) => places.get(a).place - places.get(b).place);
  assert.deepEqual(queue, namesOf(inOrder), 'everybody is told the place that the list has');
  assert.deepEqual(
    inOrder.map((caller) => places.get(caller)),
    inOrder.map((_, index) => ({ place: index + 1, length: waiting.length })),
  );
  const waveOf = (caller) => waves.findIndex((wave) => wave.includes(caller));
  const waveOrder = inOrder.map(waveOf);
  assert.deepEqual(waveOrder, waveOrder.toSorted((a, b) => a - b), 'who came before waits before');
});

journeys('the same form twice is carried out once; another one is asked back about', twice, async ({ page, visitor, language, examine }) => {
  const title = newTitle('Reading machine readable zones');
  // The coordinator's hand shakes as well.
  const slug = await publishEvent(page, language, {
    title, admission: 'open', capacity: 5, create: (button) => button.dblclick(),
  });
  await page.goto(`/${language}/manage?q=${encodeURIComponent(title)}`);
  assert.equal(await page.locator('main table.managed tbody tr').count(), 1, 'one event was made');

  const person = newPerson();
  const window = await visitor({ keepsPages: true });
  const path = `/${language}/events/${slug}/register`;
  const button = window.locator('#registration button[type=submit]');
  await window.goto(path);
  await fillPerson(window, person);
  await button.dblclick();
  await window.waitForURL(/\/register\/sent$/);
  const mails = async () => (await mailsTo(page, person, 'confirm-registration')).length;
  assert.equal(await mails(), 1, 'one registration, one mail');

  // Back, and sent again as it is: the same answer, and nothing more is done.
  const back = async () => {
    await window.goBack({ waitUntil: 'commit' });
    await button.waitFor();
  };
  await back();
  assert.equal(await window.inputValue('#name'), person.name, 'what was typed is lost');
  await button.click();
  await window.waitForURL(/\/register\/sent$/);
  assert.equal(await mails(), 1, 'nothing was done again');

  // Back, and sent with another entry: the page asks, and keeps everything that was typed.
  await back();
  await window.fill('#job-title', 'Head of shift');
  assert.equal(await statusAfter(window, button), 409);
  await window.locator('#again').waitFor();
  await examine(window, 'sent already', { fetched: false });
  assert.equal(await mails(), 1, 'nothing is done before the answer');
  await press(window);
  await window.waitForURL(/\/register\/sent$/);
  assert.equal(await mails(), 2, 'the new entries have a mail of their own');
  assert.equal(await confirmByMail(window, person), 'confirmed');
  await (await own(window, language, slug)).locator('.state.good').waitFor();

  // One form, five times in the same moment, as an impatient network repeats it.
  const [repeated] = callers(1, language);
  await repeated.open(slug);
  await Promise.all(Array.from({ length: 5 }, () => repeated.send()));
  assert.equal((await mailsTo(page, repeated.person, 'confirm-registration')).length, 1);

  const all = await listed(page, language, slug, 'sort=oldest');
  assert.deepEqual(all, [person.name, repeated.person.name]);
  await page.locator('main table.registrations tbody th a').first().click();
  await page.getByText('Head of shift').waitFor();
});
