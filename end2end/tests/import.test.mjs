// A coordinator imports a list of participants: one mistake is named, the mended list is added.

import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { statusAfter } from '../support/forms.mjs';
import { inspect } from '../support/inspect.mjs';
import { openMail } from '../support/mail.mjs';
import { signIn } from '../support/people.mjs';
import { picture, scenario } from '../support/scenario.mjs';

const event = 'diaspora-istanbul';

const journeys = [
  { language: 'en', javaScript: true, added: '2 people were added and are offered a seat.' },
  { language: 'fa', javaScript: false, added: 'نفر افزوده شدند و به آنان جا پیشنهاد شده است.' },
];

/** A list as a ministry sends it, with a day that there is not, or without. */
const list = (one, other, day) =>
  Buffer.from(
    `ФИО;Почта;Страна;Учреждение;Должность;Дата подачи\r\n` +
      `Aziza Karimova;${one};Узбекистан;Пограничная служба;Инспектор;01.10.2026\r\n` +
      `"Bek ""B."" Aliyev";${other};Казахстан;=HYPERLINK(1);Советник;${day}\r\n`,
  );

for (const { language, javaScript, added } of journeys) {
  const scripts = javaScript ? 'with JavaScript' : 'without JavaScript';

  scenario(`a list is imported, in ${language} ${scripts}`, { javaScript }, async ({ page }) => {
    const mark = `${language}.${Date.now().toString(36)}`;
    const [one, other] = [`aziza.${mark}@example.org`, `bek.${mark}@example.org`];
    const see = async (name) => {
      await inspect(page);
      await picture(page, `import ${language} ${name}`);
    };
    const upload = async (file) => {
      const chosen = typeof file === 'string' ? file : { name: 'people.csv', mimeType: 'text/csv', buffer: file };
      await page.setInputFiles('#file', chosen);
      return statusAfter(page, page.locator('form:has(#file) button[type=submit]'));
    };
    const check = async (look) => {
      await page.waitForURL(/\/import\/[0-9a-f-]{36}\/columns$/);
      assert.equal(await page.inputValue('#column-name'), '0');
      assert.equal(await page.inputValue('#column-email'), '1');
      assert.equal(await page.inputValue('#outcome'), 'offer');
      await look();
      await page.locator('form:has(#column-name) button[type=submit]').click();
      await page.waitForURL(/\/import\/[0-9a-f-]{36}$/);
    };

    await signIn(page, language, 'coordinator.eco', 'maktab-demo-eco');
    await page.goto(`/${language}/manage/events/${event}/registrations`);
    await page.locator('main a[href$="/import"]').click();
    await page.waitForURL(/\/import$/);
    await see('file');

    // What is no list is refused where the file is chosen.
    assert.equal(await upload(Buffer.from('%PDF-1.7\n')), 422);
    await page.locator('#errors').waitFor();
    assert.match((await page.getAttribute('#file', 'aria-describedby')) ?? '', /file-error/);
    assert.match(await page.innerText('#file-error'), /PDF/);
    await inspect(page, { fetched: false });

    // What is larger than can be read, likewise: a page, and not a broken connection.
    const large = join(await mkdtemp(join(tmpdir(), 'maktab-')), 'large.csv');
    await writeFile(large, Buffer.alloc(40 * 1024 * 1024, 'a;b\n'));
    assert.equal(await upload(large), 413);
    await page.locator('#errors').waitFor();
    await rm(dirname(large), { recursive: true });

    assert.equal(await upload(list(one, other, '31.02.2026')), 200);
    await check(() => see('columns'));
    const problem = page.locator('.problems tbody tr');
    assert.equal(await problem.count(), 1);
    assert.match(await problem.innerText(), /Дата подачи/);
    assert.match(await problem.innerText(), /31\.02\.2026/);
    assert.equal(await page.locator('button[value=confirm]').count(), 0);
    await see('problems');

    await page.locator('main a[href$="/import"]').last().click();
    await page.waitForURL(/\/import$/);
    assert.equal(await upload(list(one, other, '02.10.2026')), 200);
    await check(async () => {});
    await see('check');
    // Going back and forth loses nothing.
    await page.goBack();
    await page.goForward();
    await page.locator('button[value=confirm]').click();
    await page.getByText(added).waitFor();
    await see('done');

    await page.goto(`/${language}/manage/events/${event}/registrations?q=${encodeURIComponent(mark)}`);
    for (const name of ['Aziza Karimova', 'Bek "B." Aliyev']) {
      await page.locator('main table').getByText(name).waitFor();
    }
    await openMail(page, one, { kind: 'offered' });
  });
}
