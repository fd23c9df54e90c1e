import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Command, InvalidArgumentError } from "commander";
import type { Io } from "./io.js";

const PACKAGE = new URL("../../package.json", import.meta.url);
/** The main job's definition, as shipped. */
const PIPELINE = fileURLToPath(new URL("../../pipelines/locality-review.yaml", import.meta.url));

/** Formats of other programs' dictionaries, for the help. */
const DICTIONARIES = "skos-turtle, skos-jsonld, liwc, wordstat, yoshikoder, lexicoder, quanteda or csv";

/** Reads a whole number of at least `least` from the command line. */
function whole(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (!Number.isSafeInteger(number) || number < least)
      throw new InvalidArgumentError(`Expected a whole number of at least ${least}.`);
    return number;
  };
}

/**
 * The command line: every command with its options. What a command does is imported when it is called, so that `--help` opens nothing.
 *
 * @returns what parses arguments (without node and script) and does the command; it gives the exit code, or throws Stop or CommanderError.
 */
export function buildProgram(io: Io): (args: readonly string[]) => Promise<number> {
  let exitCode = 0;
  // What commander hands over is checked by the options' own readers, not by types.
  const action =
    (call: (...given: never[]) => Promise<number>) =>
    async (...given: unknown[]): Promise<void> => {
      exitCode = await call(...(given as never[]));
    };
  const program = new Command("triangulum")
    .description("Turns an archive of locality-review transcripts into a themes matrix and candidate findings.")
    .version((JSON.parse(readFileSync(PACKAGE, "utf8")) as { version: string }).version)
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err })
    .showHelpAfterError("(triangulum --help lists the commands)");
  const command = (parent: Command, name: string, description: string): Command =>
    parent.command(name).description(description).option("--pipeline <file>", "pipeline definition", PIPELINE);
  const withOut = (made: Command): Command => made.option("--out <dir>", "output folder (default: the pipeline's)");
  const withArchive = (made: Command): Command =>
    made.option("--archive <dir>", "archive folder (default: the pipeline's)");

  withOut(withArchive(command(program, "run", "code what changed, triangulate, report and publish")))
    .option("--workers <n>", "worker threads; 0 works in the main thread", whole(0))
    .option("--full", "code everything again, whatever the cache holds")
    .option("--strict", "exit 1 when a document had an error")
    .option("--accept-loss", "publish although nothing was coded or too many documents are gone")
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./run.js")).runCommand(options, io)));

  withArchive(command(program, "init", "draft review.yaml and sessions.csv from what can be guessed, ready to correct"))
    .option("--review <id>", "this review only")
    .option("--force", "replace metadata that is there")
    .action(action(async (options) => (await import("./init.js")).initCommand(options, io)));

  withOut(
    withArchive(
      command(
        program,
        "check",
        "hold pipeline, lexicon, rules and metadata against each other before a night is spent",
      ),
    ),
  )
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./check.js")).checkCommand(options, io)));

  withOut(command(program, "report", "make reports again from a saved run, into another folder"))
    .argument("[run]", "id, `latest` or folder of a run", "latest")
    .requiredOption("--to <dir>", "folder to write into")
    .option("--format <name...>", "only these formats (default: all)")
    .option("--region <name...>", "national summary of these regions only")
    .option("--since <date>", "national summary of reviews from this date on: 2019, 2019-04 or 2019-04-01")
    .option("--until <date>", "national summary of reviews up to this date")
    .option("--compare <file>", "summary.json of an earlier national summary to compare with")
    .action(action(async (run: string, options) => (await import("./report.js")).reportCommand(run, options, io)));

  withOut(command(program, "serve", "open the analyst's pages over a saved run, on this machine alone"))
    .option("--run <run>", "id, `latest` or folder of a run", "latest")
    .option("--port <n>", "port to listen at; 0 takes any that is free (default: 4747)", whole(0))
    .option("--host <address>", "address to listen at (default: 127.0.0.1)")
    .option("--tls-cert <file>", "certificate, to serve others on the network over TLS")
    .option("--tls-key <file>", "key of the certificate")
    .option("--behind-proxy", "a reverse proxy ends TLS and alone can reach this server; needs --address")
    .option("--address <url>", "address that browsers use, where it is not host and port")
    .option("--name <name...>", "who may decide; each gets an address of their own (default: you)")
    .action(action(async (options) => (await import("./serve.js")).serveCommand(options, io)));

  withOut(command(program, "explain", "why a mention or a finding is what it is"))
    .argument("<id>", "id of a mention or a finding, or its first digits")
    .option("--run <run>", "id, `latest` or folder of a run", "latest")
    .action(action(async (id: string, options) => (await import("./explain.js")).explainCommand(id, options, io)));

  const lexicon = program.command("lexicon").description("look after the lexicon");
  command(lexicon, "lint", "find terms that clash, repeat or can never match")
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./lexicon.js")).lintCommand(options, io)));
  withOut(command(lexicon, "stats", "count codes, terms and cues; and say how the terms did in a saved run"))
    .option("--run <run>", "id, `latest` or folder of a run: its terms without a mention, codes carried by one term")
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./lexicon.js")).statsCommand(options, io)));
  withOut(command(lexicon, "preview", "what an edited lexicon gains and loses on a saved run, before a run adopts it"))
    .option("--lexicon <dir>", "edited copy of the lexicon")
    .option("--overlay <dir...>", "local lexicons, or proposals of the pages, to be laid over it")
    .option("--run <run>", "id, `latest` or folder of a run", "latest")
    .option("--examples <n>", "quotes shown of each kind and review", whole(0), 3)
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./lexicon-preview.js")).previewCommand(options, io)));
  withOut(
    command(lexicon, "suggest", "uncoded words beside each code, and near-misses of its terms, in a saved run, as CSV"),
  )
    .option("--run <run>", "id, `latest` or folder of a run", "latest")
    .option("--code <code>", "this code only")
    .option("--top <n>", "most suggestions of each kind and code", whole(1), 10)
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./lexicon-suggest.js")).suggestCommand(options, io)));
  command(lexicon, "export", "write the codebook for another program, and say what its format cannot hold")
    .requiredOption("--to <file>", "file to write")
    .option("--format <name>", `${DICTIONARIES} (default: told by the file's name)`)
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./lexicon-exchange.js")).exportCommand(options, io)));
  command(lexicon, "import", "draft an overlay from another program's dictionary or codebook (.qdc, .qdpx)")
    .argument("<file>", "dictionary to read")
    .requiredOption("--to <dir>", "new folder for the draft")
    .option("--format <name>", `${DICTIONARIES.replace(" or ", ", ")} or refi-qda (default: told by the file's name)`)
    .option("--theme <theme>", "theme of codes that stand under none of ours", "settings")
    .option("--json", "print one JSON object")
    .action(
      action(async (file: string, options) => (await import("./lexicon-exchange.js")).importCommand(file, options, io)),
    );

  withOut(command(program, "agree", "hold the machine's coding against a person's"))
    .argument("[run]", "a run, or the path of one document, which is then coded now", "latest")
    .option(
      "--human <file>",
      "what was coded by hand: CSV of session,line,sentence,code,trigger and facets, or a .qdpx project",
    )
    .option("--sentences <file>", "CSV of all sentences that were read: session,line,sentence")
    .option("--document <path>", "review/path of the document in the run that was coded by hand")
    .option("--sheet <n>", "print a blank coding sheet of n sentences of the run instead", whole(1))
    .option("--qdpx <file>", "write the sheet also as a new project without codings, for NVivo and others")
    .option("--seed <n>", "draws the sheet; the same seed draws the same", whole(0), 1)
    .option(
      "--disagreements <file>",
      "write where both differ, and what decided, as CSV with a blank column for a reader",
    )
    .option("--keep", "keep the figures beside the runs: the pages then say which codes are in doubt")
    .option("--json", "print one JSON object")
    .action(action(async (run: string, options) => (await import("./agree.js")).agreeCommand(run, options, io)));

  withOut(command(program, "diff", "what changed between two runs, and because of what"))
    .argument("<before>", "id or folder of a run")
    .argument("[after]", "id, `latest` or folder of a run", "latest")
    .option("--all", "print every mention and stance, not the first of each cause")
    .option("--json", "print one JSON object")
    .action(
      action(async (before: string, after: string, options) =>
        (await import("./diff.js")).diffCommand(before, after, options, io),
      ),
    );

  const runs = program.command("runs").description("look after saved runs");
  withOut(command(runs, "list", "list the saved runs, oldest first"))
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./runs.js")).listCommand(options, io)));
  withOut(
    command(
      runs,
      "prune",
      "remove old runs but the latest and those with decisions, and cache entries that no run used for a month",
    ),
  )
    .option("--keep <n>", "so many of the newest runs stay", whole(1))
    .option("--keep-days <n>", "runs of the last n days stay", whole(1))
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./runs.js")).pruneCommand(options, io)));

  withOut(
    command(
      program,
      "forget",
      "take a document, a session or one speaker of a session out of every kept run, the logs and the cache",
    ),
  )
    .requiredOption("--review <id>", "review that holds it")
    .option("--document <path>", "path of the document, as the run has it")
    .option("--session <id>", "id of the session")
    .option("--speaker <label>", "of the session only this speaker's turns; the label as the run has it: [PERSON-003]")
    .option("--dry-run", "only say what would go, and where it went")
    .option("--json", "print one JSON object")
    .action(action(async (options) => (await import("./forget.js")).forgetCommand(options, io)));

  withOut(command(program, "query", "read-only SQL on the tables of a saved run"))
    .argument(
      "<sql>",
      "one SELECT; tables: documents, sessions, turns, sentences, mentions, stances, verdicts, findings, lines, …",
    )
    .option("--run <run>", "id, `latest` or folder of a run", "latest")
    .option("--json", "print one JSON object")
    .action(action(async (sql: string, options) => (await import("./query.js")).queryCommand(sql, options, io)));

  const corrections = program.command("corrections").description("use what analysts said of the coding");
  withOut(command(corrections, "export", "print corrected sentences as a coding sheet, as `agree --human` reads it"))
    .option("--run <run>", "id, `latest` or folder of a run", "latest")
    .action(action(async (options) => (await import("./corrections.js")).exportCommand(options, io)));
  withOut(command(corrections, "import", "take what was corrected in report.html, as its page hands it out"))
    .argument("<file>", "corrections.jsonl of the corrections page")
    .option("--run <run>", "id, `latest` or folder of the run that it was made of", "latest")
    .action(
      action(async (file: string, options) => (await import("./corrections.js")).importCommand(file, options, io)),
    );

  const key = program
    .command("key")
    .description("what placeholders stand for: written when asked, encrypted, kept apart");
  withOut(withArchive(command(key, "export", "read the archive again and write the key of a run, encrypted")))
    .argument("[run]", "id, `latest` or folder of a run", "latest")
    .requiredOption("--to <file>", "new file to write, outside the output folder and the archive")
    .option("--recipient <key...>", "public keys of age (age1…) that can open it")
    .option("--passphrase-file <file>", "file whose first line is the passphrase that opens it")
    .action(action(async (run: string, options) => (await import("./key.js")).exportCommand(run, options, io)));
  key
    .command("open")
    .description("decrypt an exported key to the terminal, as JSON lines")
    .argument("<file>", "file that `key export` wrote")
    .option("--identity <file>", "file with a secret key of age")
    .option("--passphrase-file <file>", "file whose first line is the passphrase")
    .action(action(async (file: string, options) => (await import("./key.js")).openCommand(file, options, io)));

  const decisions = program.command("decisions").description("carry analysts' decisions between machines");
  withOut(command(decisions, "export", "print the decisions as JSON lines")).action(
    action(async (options) => (await import("./decisions.js")).exportCommand(options, io)),
  );
  withOut(
    command(
      decisions,
      "import",
      "add decisions from JSON lines or a matrix.xlsx; those that are known are passed over",
    ),
  )
    .argument("<file>", "file of JSON lines, or a matrix.xlsx with changed statuses and notes")
    .option("--by <name>", "who decided, for a matrix.xlsx")
    .action(action(async (file: string, options) => (await import("./decisions.js")).importCommand(file, options, io)));

  return async (args) => {
    await program.parseAsync([...args], { from: "user" });
    return exitCode;
  };
}
