import { useState } from "preact/hooks";
import { useDraft } from "../data/drafts.js";
import { download } from "./download.js";

/**
 * Takes away what was drafted in a file, signed with the name of whoever did it: `name`.jsonl, one row a line,
 * for the command that imports it. Asks for the name where none was given. `did` is what the person did: "decided".
 */
export function SignedDownload({ name, did, rows }: { name: string; did: string; rows: readonly object[] }) {
  const drafts = useDraft();
  const [asked, setAsked] = useState(false);
  const by = drafts.by.trim();
  const unsigned = asked && by === "";
  const save = () => {
    setAsked(true);
    if (by === "") return;
    const lines = rows.map((row) => `${JSON.stringify({ ...row, by })}\n`);
    download(`${name}.jsonl`, "application/jsonl", lines.join(""));
  };
  return (
    <>
      <label>
        Your name{" "}
        <input value={drafts.by} aria-invalid={unsigned} onInput={(event) => drafts.name(event.currentTarget.value)} />
      </label>{" "}
      <button type="button" onClick={save}>
        Download {name}
      </button>
      {unsigned && <span role="alert"> Say first who {did}.</span>}
    </>
  );
}
