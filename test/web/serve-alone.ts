import { loadDefinition } from "../../src/run/index.js";
import { servePages } from "../../src/web/index.js";

// The server in a process of its own, to be killed: `serve-alone.ts OUT PIPELINE CLIENT` prints its entrances as JSON and serves until then.
const [out, pipeline, client] = process.argv.slice(2) as [string, string, string];
const definition = await loadDefinition(pipeline);
const { entrances } = await servePages(
  { out, run: "latest", definition, client, names: ["Alex"], port: 0 },
  (where) => void process.stderr.write(`${where}\n`),
);
process.stdout.write(`${JSON.stringify(entrances)}\n`);
