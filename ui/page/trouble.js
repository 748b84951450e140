// What is said, and offered, when a question could not be answered.

import { button, node } from "./dom.js";
import { isUp } from "./stream.js";

const AGAIN = [2, 4, 8, 15, 30]; // seconds between looks whether the server is back

// The state of a turn that failed; calls `retry` by a button, and by itself once a lost connection
// is back. `end` stops that.
export class TroubleNode {
  #ended = new AbortController();
  #timer = 0;

  constructor(trouble, retry) {
    this.retry = () => {
      this.end();
      retry();
    };
    this.again = button("again", "Try again", this.retry);
    this.words = node("p", "said");
    this.root = node("div", "trouble", this.words);
    this.root.dataset.state = trouble.kind;
    if (trouble.kind !== "refused") this.root.append(node("p", "tools", this.again));
    this[trouble.kind](trouble);
  }

  end() {
    this.#ended.abort();
    clearTimeout(this.#timer);
  }

  limited({ detail, retryAfter }) {
    this.words.textContent = detail || "These were many questions in a short time.";
    this.#countDown(Date.now() + retryAfter * 1000);
  }

  busy({ detail, retryAfter }) {
    this.words.textContent = detail || "Many people are asking just now.";
    this.#countDown(Date.now() + retryAfter * 1000);
  }

  refused({ detail }) {
    this.words.textContent = detail || "This question cannot be taken.";
  }

  failed({ detail }) {
    this.words.textContent =
      detail || "Something went wrong here, and it was not your question. Please try again.";
  }

  unreachable() {
    const off = !navigator.onLine;
    this.words.textContent = off
      ? "You are offline. Your question is kept and asked as soon as you are back."
      : "The assistant cannot be reached. Your question is kept and asked as soon as it is back.";
    addEventListener("online", this.retry, { once: true, signal: this.#ended.signal });
    this.#lookAgain(0);
  }

  #lookAgain(count) {
    const wait = AGAIN[Math.min(count, AGAIN.length - 1)] * 1000;
    this.#timer = setTimeout(async () => {
      const up = await isUp();
      if (this.#ended.signal.aborted) return;
      if (up) this.retry();
      else this.#lookAgain(count + 1);
    }, wait);
  }

  // The button says when, and waits until then.
  #countDown(end) {
    const left = Math.ceil((end - Date.now()) / 1000);
    this.again.disabled = left > 0;
    this.again.textContent = left > 0 ? `Try again in ${duration(left)}` : "Try again";
    if (left > 0) this.#timer = setTimeout(() => this.#countDown(end), 1000);
  }
}

function duration(seconds) {
  return seconds < 90 ? `${seconds} s` : `${Math.ceil(seconds / 60)} min`;
}
