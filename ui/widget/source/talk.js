// The conversation in a panel: asks, and shows what is asked and said.

import { paragraphs, unmarked } from "./answer.js";
import { Chips } from "./chips.js";
import { h } from "./dom.js";
import { unmark } from "./place.js";
import { ask } from "./stream.js";
import { sending } from "./view.js";

/** A connection that breaks is tried once more, after a moment (milliseconds). */
const MOMENT = 1_000;
const BROKEN = ["gone", "offline"];

const moment = (signal) =>
  new Promise((resolve, reject) => {
    setTimeout(resolve, MOMENT);
    signal.addEventListener("abort", reject);
  });

export class Talk {
  #view;
  #t;
  #memory;
  #address;
  #asking;
  #nodes = new WeakMap();

  /** `aside` makes way for words on the page, and says what still covers it. */
  constructor(view, t, memory, address, aside) {
    [this.#view, this.#t, this.#memory, this.#address] = [view, t, memory, address];
    this.chips = new Chips(view, t, memory, aside);
    const { form, input, clear } = view;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#asking) this.stop(true);
      else this.#send();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.#send();
    });
    input.addEventListener("input", () => this.#draft());
    clear.addEventListener("click", () => this.#clear());
  }

  /** Show what is remembered. */
  render() {
    const { log, input } = this.#view;
    log.replaceChildren(...this.#memory.turns.map((turn) => this.#turn(turn)));
    input.value = this.#memory.draft;
    this.#settle();
  }

  ask(question) {
    if (this.#asking) return;
    const turn = { question };
    this.#memory.turns.push(turn);
    this.#view.log.append(this.#turn(turn));
    this.#get(turn);
  }

  /** Take up the question that was under way when the page or the panel was left. */
  goOn() {
    const turn = this.#memory.turns.at(-1);
    if (turn && !turn.answer && !turn.failure) this.#again(turn);
    this.#reveal();
  }

  /** The connection is back. */
  online() {
    const turn = this.#memory.turns.at(-1);
    if (BROKEN.includes(turn?.failure?.kind) && !this.#view.panel.hidden) this.#again(turn);
  }

  /** End the answer that is under way; one that the visitor stops is marked so. */
  stop(byVisitor = false) {
    if (!this.#asking) return;
    this.#asking.abort();
    this.#asking = undefined;
    if (byVisitor) this.#fail(this.#memory.turns.at(-1), { kind: "stopped" });
    this.#settle();
  }

  #send() {
    const { input } = this.#view;
    const question = input.value.trim();
    if (!question || this.#asking) return;
    input.value = "";
    this.#draft();
    this.ask(question);
  }

  #draft() {
    const { input } = this.#view;
    // As high as its lines; the style sheet bounds it.
    input.style.height = "auto";
    input.style.height = `${input.scrollHeight}px`;
    this.#memory.draft = input.value;
    this.#memory.save();
  }

  #clear() {
    this.stop();
    unmark();
    this.#memory.clear();
    this.render();
    this.#draft();
    this.#view.input.focus();
  }

  #again(turn) {
    if (this.#asking) return;
    const { turns } = this.#memory;
    turns.splice(turns.indexOf(turn), 1);
    this.#nodes.get(turn).remove();
    this.ask(turn.question);
  }

  async #get(turn) {
    const asking = (this.#asking = new AbortController());
    this.#settle();
    this.#wait("thinking");
    try {
      turn.answer = await this.#tried(turn.question, asking.signal);
      this.#nodes.get(turn).append(...this.#answer(turn.answer));
    } catch (error) {
      if (asking.signal.aborted) return;
      this.#fail(turn, error);
    }
    this.#asking = undefined;
    this.#settle();
    this.#reveal();
  }

  async #tried(question, signal) {
    const { live } = this.#view;
    const on = {
      text: (said) => {
        live.replaceChildren(...paragraphs(unmarked(said), []));
        this.#reveal();
      },
      state: () => this.#wait("waiting"),
    };
    const once = () => ask(this.#address, question, this.#memory.history(), signal, on);
    try {
      return await once();
    } catch (error) {
      if (error.kind !== "gone") throw error;
      await moment(signal);
      this.#wait("thinking");
      return once();
    }
  }

  /** Say what is waited for: the answer, or, with the server's word for it, a turn to be answered. */
  #wait(state) {
    const { live, status } = this.#view;
    status.textContent = this.#t(state);
    live.replaceChildren(h("p", { class: "waiting" }, this.#t(state)));
    this.#reveal();
  }

  /** Bring what stands around the turns in line with them, and remember all. */
  #settle() {
    const { live, status, starters, clear } = this.#view;
    const begun = this.#memory.turns.length > 0;
    live.hidden = !this.#asking;
    status.textContent = "";
    starters.hidden = begun;
    clear.hidden = !begun;
    sending(this.#view, this.#t, Boolean(this.#asking));
    this.chips.hush();
    this.#memory.save();
  }

  /** Bring the last turn into view, from its beginning on. */
  #reveal() {
    const { scroll, log } = this.#view;
    scroll.scrollTop = (log.lastChild?.offsetTop ?? 0) - 16;
  }

  #turn(turn) {
    const asked = h("p", { class: "asked" }, h("span", { class: "sr" }, `${this.#t("you")} `), turn.question);
    const node = h("div", { class: "turn" }, asked);
    if (turn.answer) node.append(...this.#answer(turn.answer));
    if (turn.failure) node.append(this.#failure(turn));
    this.#nodes.set(turn, node);
    return node;
  }

  #answer({ status, answer, citations }) {
    const node = h("div", { class: `answer ${status}` });
    node.append(...paragraphs(answer, citations, (citation) => this.chips.chip(citation, node)));
    return [node];
  }

  #fail(turn, { kind = "failed", about, detail }) {
    turn.failure = { kind, about, detail };
    this.#nodes.get(turn).append(this.#failure(turn));
  }

  #failure(turn) {
    const { kind, about, detail } = turn.failure;
    const again = h("button", { type: "button", click: () => this.#again(turn) }, this.#t("retry"));
    return h("p", { class: "failure" }, detail || this.#t(kind, about), again);
  }
}
