// The conversation, kept for this tab while the visitor moves between the site's pages.

/** As the server limits it: turns, and bytes of all of them as JSON, with room for the frame. */
const TURNS = 20;
const BYTES = 15_000;
/** Characters kept in the browser at most; the oldest turns go first. */
const ROOM = 200_000;

/**
 * What is remembered: `turns` of {question, answer, failure}, the `draft` that is being typed, whether the
 * panel is `open`, what the server said `about` the resume, and what is to be marked on the `next` page.
 */
export class Memory {
  constructor(key) {
    this.key = key;
    this.load();
  }

  /** Read anew what another page of the site wrote. */
  load() {
    const kept = this.#read();
    this.turns = (Array.isArray(kept.turns) ? kept.turns : []).filter(isTurn);
    this.draft = `${kept.draft ?? ""}`;
    this.open = kept.open;
    this.about = kept.about;
    this.next = kept.next;
  }

  save() {
    const { turns, draft, open, about, next } = this;
    try {
      while (JSON.stringify(turns).length > ROOM) turns.shift();
      sessionStorage.setItem(this.key, JSON.stringify({ turns, draft, open, about, next }));
    } catch {
      // Storage may be full or forbidden: then the conversation lasts as long as the page.
    }
  }

  clear() {
    this.turns = [];
    this.draft = "";
    this.save();
  }

  /** What was said before the last question, as the server takes it. */
  history() {
    const said = this.turns
      .slice(0, -1)
      .filter((turn) => turn.answer)
      .flatMap(({ question, answer }) => [
        { role: "user", content: question },
        { role: "assistant", content: answer.answer },
      ])
      .slice(-TURNS);
    while (new TextEncoder().encode(JSON.stringify(said)).length > BYTES) said.splice(0, 2);
    return said;
  }

  #read() {
    try {
      return JSON.parse(sessionStorage.getItem(this.key)) ?? {};
    } catch {
      return {};
    }
  }
}

const isTurn = (turn) =>
  typeof turn?.question === "string" && (!turn.answer || (typeof turn.answer.answer === "string" && Array.isArray(turn.answer.citations)));
