// Asks the server, and reads its answer while it is being written.

/** Why a question has no answer: `kind` names a label, `about` fills its gap, `detail` replaces it. */
export class Failure extends Error {
  constructor(kind, about = "", detail = "") {
    super(kind);
    Object.assign(this, { kind, about, detail });
  }
}

/** Nothing may be silent for longer (milliseconds); the server gives a sign of life far sooner. */
const SILENCE = 60_000;

/**
 * The answer to a question; `on.text` gets all that was said so far, `on.state` is told that it waits its turn.
 *
 * Raises `Failure`; or an AbortError where `signal` ended it.
 */
export const ask = async (address, question, history, signal, on) => {
  const silence = new AbortController();
  const stop = () => silence.abort();
  signal.addEventListener("abort", stop);
  let timer;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(stop, SILENCE);
  };
  alive();
  try {
    const response = await post(address, { question, history }, silence.signal);
    if (!response.ok) throw refusal(response.status, await problem(response));
    if (!/event-stream/.test(response.headers.get("content-type"))) return checked(await response.json());
    return await read(response.body, on, alive);
  } catch (error) {
    if (signal.aborted) throw new DOMException("", "AbortError");
    if (error instanceof Failure) throw error;
    throw new Failure(navigator.onLine ? "gone" : "offline");
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
};

const post = async (address, body, signal) => {
  try {
    return await fetch(address, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "text/event-stream" },
      body: JSON.stringify(body),
      credentials: "omit",
      signal,
    });
  } catch (error) {
    // A browser does not tell a server that is gone from one that does not allow this site.
    throw signal.aborted ? error : new Failure(navigator.onLine ? "gone" : "offline");
  }
};

const read = async (body, on, alive) => {
  let said = "";
  for await (const { type, data } of events(body, alive)) {
    if (type === "text") on.text((said += JSON.parse(data).text));
    else if (type === "state") on.state();
    else if (type === "answer") return checked(JSON.parse(data));
    else if (type === "error") throw refusal(JSON.parse(data).status, JSON.parse(data));
  }
  throw new Failure("gone");
};

/** Server-Sent Events of a body, however it is cut: https://html.spec.whatwg.org/#parsing-an-event-stream */
async function* events(body, alive) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let halved = false;
  let type = "message";
  let data = [];
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      alive();
      // A CR that ended the last piece may have been half of a CRLF.
      const piece = halved ? value.replace(/^\n/, "") : value;
      halved = value.endsWith("\r");
      const lines = (rest + piece).split(/\r\n|\r|\n/);
      rest = lines.pop();
      for (const line of lines) {
        const [, field, text] = /^(.*?)(?:: ?(.*))?$/s.exec(line);
        if (!line) {
          if (data.length) yield { type, data: data.join("\n") };
          type = "message";
          data = [];
        } else if (field === "event") type = text;
        else if (field === "data") data.push(text ?? "");
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** RFC 9457 where the server wrote it; a proxy before it may have answered in its place. */
const problem = async (response) => {
  try {
    return await response.json();
  } catch {
    return {};
  }
};

const refusal = (status, { retry_after: seconds, detail } = {}) => {
  if (status === 429) return new Failure("rate", seconds ?? 60);
  if (status === 503 && seconds) return new Failure("busy", seconds);
  if (status > 501) return new Failure("gone");
  if (status === 413) return new Failure("long");
  return new Failure("failed", "", status === 400 || status === 422 ? detail : "");
};

/** An Answer as far as it is shown; what else the server sent is left out. */
export const checked = (answer) => {
  if (typeof answer?.answer !== "string") throw new Failure("failed");
  const { status, answer: text, citations = [] } = answer;
  return {
    status,
    answer: text,
    citations: citations.map(({ number, text, section, url }) => ({ number, text, section, url })),
  };
};
