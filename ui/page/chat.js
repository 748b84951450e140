// The conversation: asks, shows what comes, remembers. States are in `data-state` of each turn.

import { button, node, still } from "./dom.js";
import { Memory } from "./memory.js";
import { ask, Trouble } from "./stream.js";
import { Tip } from "./tip.js";
import { TroubleNode } from "./trouble.js";
import { answerNode, partialNode, questionNode } from "./turn.js";

const WAITS = {
  thinking: "Reading the resume",
  warming: "One moment, the assistant is getting ready",
  queued: "One moment, others are being answered",
};
const COUNT_FROM = 0.8; // of the longest question
const STOPPED = "stopped by the visitor"; // who then has the question back

// Characters as the server counts them, not halves of pairs.
const lengthOf = (text) => [...text.trim()].length;

const counted = (number) => number.toLocaleString("en");

class ResumeChat extends HTMLElement {
  #running = null; // the AbortController of the question under way
  #trouble = null;
  #following = false; // whether what comes is scrolled into view

  connectedCallback() {
    if (this.memory) return;
    const part = (css) => this.querySelector(css);
    this.form = part("form");
    this.field = part("textarea");
    this.send = part(".send");
    this.counter = part("#counter");
    this.turns = part(".turns");
    this.welcome = part(".welcome");
    this.log = part(".log");
    this.pending = part(".pending");
    this.status = part("[role=status]");
    this.anew = part(".anew");
    this.limit = Number(this.dataset.limit);
    this.tip = new Tip(this);
    this.memory = new Memory(this.dataset);
    this.#offer();
    this.#listen();
    this.#restore();
  }

  // The questions that this very resume answers.
  #offer() {
    const data = document.getElementById("starters")?.textContent ?? "[]";
    for (const question of JSON.parse(data)) {
      const offer = button("", question, () => this.#running || this.#ask(question));
      this.querySelector(".starters").append(node("li", "", offer));
    }
  }

  #listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.#running) this.#stop();
      else this.#submit();
    });
    this.field.addEventListener("keydown", (event) => {
      // Enter also ends the composition of Chinese, Japanese or Korean words.
      if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      if (!this.#running) this.#submit();
    });
    this.field.addEventListener("input", () => this.#typed());
    new ResizeObserver(() => this.#fit()).observe(this.form);
    this.anew.addEventListener("click", () => this.#startAnew());
    for (const moved of ["wheel", "touchmove"]) {
      addEventListener(moved, () => (this.#following = false), { passive: true });
    }
  }

  #restore() {
    for (const { question, answer } of this.memory.turns) this.#append(question, answer);
    this.field.value = this.memory.draft;
    this.#typed();
    this.#settle();
  }

  // What is typed

  #typed() {
    const { value } = this.field;
    const length = lengthOf(value);
    const over = length > this.limit;
    const near = length >= this.limit * COUNT_FROM;
    const said = over
      ? `${counted(length - this.limit)} character${length - this.limit === 1 ? "" : "s"} too many`
      : `${counted(length)} of ${counted(this.limit)}`;
    this.counter.textContent = near ? said : "";
    this.counter.classList.toggle("over", over);
    this.field.ariaInvalid = String(over);
    this.memory.keepDraft(value);
    this.#fit();
  }

  // As high as its lines, once it is shown.
  #fit() {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${this.field.scrollHeight}px`;
  }

  #type(text) {
    this.field.value = text;
    this.#typed();
  }

  #submit() {
    const question = this.field.value.trim();
    if (!question) return;
    if (lengthOf(question) > this.limit) {
      this.#say(`The question is too long: ${this.counter.textContent}.`);
      return;
    }
    this.#type("");
    this.#ask(question);
  }

  // Asking

  async #ask(question) {
    this.#trouble?.end();
    const turn = this.#openTurn(question);
    const running = (this.#running = new AbortController());
    this.#settle();
    this.#following = true;
    this.#scrollToEnd();
    try {
      const answer = await this.#receive(question, turn, running.signal);
      this.#append(question, answer);
      this.memory.add(question, answer);
      this.pending.replaceChildren();
    } catch (error) {
      if (running.signal.aborted) this.#stopped(question, running.signal.reason);
      else this.#failed(question, turn, error);
    } finally {
      this.#running = null;
      this.#settle();
      this.#scrollToEnd();
    }
  }

  #openTurn(question) {
    const state = node("div", "answer");
    this.pending.replaceChildren(questionNode(question), state);
    this.#wait(state, "thinking");
    return state;
  }

  #wait(turn, reason) {
    if (turn.dataset.state === reason) return; // it is told again and again
    turn.dataset.state = reason;
    turn.replaceChildren(node("p", "waiting", WAITS[reason]));
    this.#say(WAITS[reason]);
  }

  async #receive(question, turn, signal) {
    let said = "";
    for await (const { event, data } of ask(question, this.memory.history(), signal)) {
      if (event === "state" && data.state in WAITS) this.#wait(turn, data.state);
      if (event === "text") {
        said += data.text;
        turn.dataset.state = "streaming";
        turn.replaceChildren(partialNode(said));
        this.#scrollToEnd();
      }
      if (event === "answer") return data;
    }
    throw new Trouble("unreachable");
  }

  // The turn as it stays. It goes into the log whole, so that it is announced once.
  #append(question, answer) {
    const cite = (chip, citation) => {
      this.tip.watch(chip, citation);
      chip.addEventListener("click", () => this.#show(chip, citation));
    };
    this.log.append(node("article", "turn", questionNode(question), answerNode(answer, cite)));
    this.#say("");
  }

  #show(chip, citation) {
    this.tip.hide();
    const current = (is) => chip.classList.toggle("current", is);
    current(true);
    document.querySelector("resume-panel").show(citation, {
      end: () => current(false),
      back: () => this.#backTo(chip),
    });
  }

  #backTo(chip) {
    chip.focus({ preventScroll: true });
    chip.scrollIntoView({ block: "center", behavior: still() ? "instant" : "smooth" });
  }

  #failed(question, turn, error) {
    if (!(error instanceof Trouble)) console.error(error);
    const trouble = error instanceof Trouble ? error : new Trouble("failed");
    this.#trouble = new TroubleNode(trouble, () => this.#ask(question));
    turn.dataset.state = trouble.kind;
    turn.replaceChildren(this.#trouble.root);
    this.#say(this.#trouble.words.textContent);
    if (trouble.kind === "refused" && !this.field.value) this.#type(question);
  }

  #stop() {
    this.#running.abort(STOPPED);
  }

  #stopped(question, reason) {
    this.pending.replaceChildren();
    if (reason !== STOPPED) return;
    if (!this.field.value) this.#type(question);
    this.#say("Stopped");
  }

  #startAnew() {
    this.#running?.abort();
    this.#trouble?.end();
    this.memory.clear();
    this.log.replaceChildren();
    this.pending.replaceChildren();
    document.querySelector("resume-panel").clear();
    this.#settle();
    this.#say("New conversation");
    this.field.focus();
  }

  // What goes with the state

  #settle() {
    const begun = this.log.hasChildNodes() || this.pending.hasChildNodes();
    this.welcome.hidden = begun;
    this.anew.hidden = !begun;
    this.send.textContent = this.#running ? "Stop" : "Ask";
    this.send.classList.toggle("stop", Boolean(this.#running));
  }

  #say(words) {
    this.status.textContent = words;
  }

  // The newest words into view, unless the visitor went to look elsewhere: in a window of their own
  // on wide screens, else on the page.
  #scrollToEnd() {
    if (!this.#following) return;
    const inside = this.turns.scrollHeight > this.turns.clientHeight + 1;
    if (inside) this.turns.scrollTop = this.turns.scrollHeight;
    else if (this.getBoundingClientRect().bottom > innerHeight) {
      this.scrollIntoView({ block: "end" });
    }
  }
}

customElements.define("resume-chat", ResumeChat);
