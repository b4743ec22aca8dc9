// People who register without a window: over HTTP, with the cookies and the keys of the forms that
// a browser would send, each from a network of their own. Many come at once this way.

import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import http from 'node:http';

import { baseUrl } from './browser.mjs';
import { newPerson } from './people.mjs';
import { numbersIn } from './text.mjs';

const patience = 10_000;

/** An address of this machine that no other caller has: what is counted per network is not shared. */
const ownAddress = () => `127.${randomInt(1, 255)}.${randomInt(0, 255)}.${randomInt(1, 255)}`;

/** The key of the form that `marker` begins, as the server put it into the page. */
function keyIn(html, marker) {
  const form = html.slice(Math.max(html.indexOf(marker), 0));
  const [, key] = form.match(/name="request-key" value="([^"]+)"/) ?? [];
  assert.ok(key, `no form ${marker}`);
  return key;
}

/** Somebody who registers over HTTP. */
export class Caller {
  #address = ownAddress();
  #cookies = new Map();
  #language;
  #key = '';

  /** @param {string} language @param {ReturnType<typeof newPerson>} person */
  constructor(language, person) {
    this.#language = language;
    this.person = person;
  }

  /** Asks for a path and answers what comes, without following it anywhere. */
  async ask(path, form) {
    const body = form && new URLSearchParams(form).toString();
    const headers = { accept: 'text/html' };
    if (this.#cookies.size) {
      headers.cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    }
    if (form) headers['content-type'] = 'application/x-www-form-urlencoded';
    const options = { method: form ? 'POST' : 'GET', headers, localAddress: this.#address };
    return new Promise((resolve, reject) => {
      const request = http.request(new URL(path, baseUrl), options, (response) => {
        for (const cookie of response.headers['set-cookie'] ?? []) {
          const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
          this.#cookies.set(name, value);
        }
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode,
            location: response.headers.location ?? '',
            html: Buffer.concat(pieces).toString('utf8'),
          }),
        );
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** Opens the form of an event, so that only sending it is left. */
  async open(slug) {
    this.path = `/${this.#language}/events/${slug}/register`;
    const { status, html } = await this.ask(this.path);
    assert.equal(status, 200);
    this.#key = keyIn(html, 'id="registration"');
  }

  /** Sends the form that is open. */
  async send() {
    const { name, email, country, institution, job } = this.person;
    const { status, location } = await this.ask(this.path, {
      name, email, country, institution, 'job-title': job, consent: 'yes', 'request-key': this.#key,
    });
    assert.equal(status, 303, `${name} was answered ${status}`);
    assert.match(location, /\/register\/sent$/);
  }

  /** Opens the link of the mail, so that only pressing its button is left. */
  async followMail() {
    const pause = () => new Promise((done) => setTimeout(done, 100));
    for (const start = Date.now(); !this.link; await pause()) {
      assert.ok(Date.now() - start < patience, `no mail to ${this.person.email}`);
      const { html } = await this.ask(`/dev/mail?to=${encodeURIComponent(this.person.email)}`);
      [, this.link] = html.match(/href="([^"]*\/confirm\/[^"]+)"/) ?? [];
    }
    const { status, html } = await this.ask(this.link);
    assert.equal(status, 200);
    this.#key = keyIn(html, `action="${new URL(this.link, baseUrl).pathname}"`);
  }

  /** Presses the button of the link; answers where the registration then stands. */
  async confirm() {
    const { status, location } = await this.ask(this.link, { 'request-key': this.#key });
    assert.equal(status, 303);
    const [, state] = location.match(/\/my\?done=(\w+)$/) ?? [];
    assert.ok(state, `the link led to ${location}`);
    return state;
  }

  /** Does all of it, one after the other. */
  async register(slug) {
    await this.open(slug);
    await this.send();
    await this.followMail();
    return this.confirm();
  }

  /** The place on the waiting list that the person's own page names, and how long the list is. */
  async ownPlace(slug) {
    const { html } = await this.ask(`/${this.#language}/my`);
    const card = html.slice(html.indexOf(`/events/${slug}"`));
    const [, text] = card.match(/<p class="queue-place">([^<]*)</) ?? [];
    assert.ok(text, `${this.person.name} has no place on the waiting list`);
    const [place, length] = numbersIn(text);
    return { place, length };
  }
}

/** So many callers, each a person of their own. */
export const callers = (count, language) =>
  Array.from({ length: count }, () => new Caller(language, newPerson()));
