// The conversation of this tab: kept while the tab is, shown again after a reload, sent nowhere but
// with the visitor's next question.

const KEY = "resume-assistant";
const TURNS_KEPT = 50;

const size = (text) => new TextEncoder().encode(text).length;

export class Memory {
  // `resume` names the resume: what was said of another is not shown. `turns` and `bytes` is how
  // much of a conversation the server takes with a question.
  constructor({ resume, turns, bytes }) {
    this.resume = resume;
    this.limits = { turns: Number(turns), bytes: Number(bytes) };
    const kept = this.#read();
    this.turns = kept.resume === resume ? kept.turns : [];
    this.draft = kept.draft ?? "";
  }

  add(question, answer) {
    this.turns = [...this.turns, { question, answer }].slice(-TURNS_KEPT);
    this.#write();
  }

  keepDraft(text) {
    this.draft = text;
    this.#write();
  }

  clear() {
    this.turns = [];
    this.#write();
  }

  // The last turns as role and content, as many as the server takes.
  history() {
    const messages = [];
    let bytes = 0;
    for (const { question, answer } of this.turns.toReversed()) {
      bytes += size(question) + size(answer.answer);
      if (messages.length + 2 > this.limits.turns || bytes > this.limits.bytes) break;
      messages.unshift(
        { role: "user", content: question },
        { role: "assistant", content: answer.answer },
      );
    }
    return messages;
  }

  #read() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY)) ?? {};
    } catch {
      return {}; // storage is off, or holds something else
    }
  }

  #write() {
    const { resume, turns, draft } = this;
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ resume, turns, draft }));
    } catch {
      // Off or full: the conversation lasts as long as the page.
    }
  }
}
