// One question to POST /api/chat, and what comes back: Server-Sent Events, or why not.

// What went wrong, as a page shows it: `kind` is limited, busy, unreachable, refused or failed;
// `detail` is the server's sentence, `retryAfter` the seconds that it asks to wait.
export class Trouble extends Error {
  constructor(kind, detail = "", retryAfter = 0) {
    super(detail);
    this.kind = kind;
    this.detail = detail;
    this.retryAfter = retryAfter;
  }
}

const KINDS = { 429: "limited", 503: "busy", 502: "unreachable", 504: "unreachable" };

// Yields {event: "state" | "text" | "answer", data}; ends after the answer. Throws `Trouble`, or
// AbortError if `signal` says so.
export async function* ask(question, history, signal) {
  const response = await reach("api/chat", {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "text/event-stream" },
    body: JSON.stringify({ question, history }),
    signal,
  });
  if (!response.ok) throw await troubleOf(response);
  for await (const { event, data } of events(response.body, signal)) {
    if (event === "error") throw trouble(data.status, data);
    yield { event, data };
    if (event === "answer") return;
  }
  throw new Trouble("unreachable");
}

// Whether the server answers at all.
export async function isUp() {
  try {
    return (await fetch("healthz", { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

async function reach(address, options) {
  try {
    return await fetch(address, options);
  } catch (error) {
    if (options.signal.aborted) throw error;
    throw new Trouble("unreachable");
  }
}

async function* events(body, signal) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  try {
    for (;;) {
      const { value, done } = await reader.read();
      if (done) return;
      const blocks = (rest + value).split(/\r\n\r\n|\n\n|\r\r/);
      rest = blocks.pop();
      for (const block of blocks) {
        const parsed = parse(block);
        if (parsed) yield parsed;
      }
    }
  } catch (error) {
    if (signal.aborted || error instanceof Trouble) throw error;
    throw new Trouble("unreachable"); // the connection broke off
  } finally {
    reader.cancel().catch(() => {});
  }
}

function parse(block) {
  let event = "message";
  const data = [];
  for (const line of block.split(/\r\n|\n|\r/)) {
    const [, field, value] = line.match(/^([^:]*):? ?(.*)$/);
    if (field === "event") event = value;
    if (field === "data") data.push(value);
  }
  return data.length ? { event, data: JSON.parse(data.join("\n")) } : null; // else a comment
}

async function troubleOf(response) {
  let problem = {};
  try {
    problem = await response.json();
  } catch {
    // Not ours: a proxy that answers for a server that is gone.
  }
  const wait = Number(response.headers.get("Retry-After"));
  return trouble(response.status, { retry_after: wait || 0, ...problem });
}

function trouble(status, problem) {
  const kind = KINDS[status] ?? (status >= 400 && status < 500 ? "refused" : "failed");
  return new Trouble(kind, problem.detail ?? "", Number(problem.retry_after) || 0);
}
