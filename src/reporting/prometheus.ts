import type { RunRecord } from "../model/index.js";

/** How the last attempt at a run ended. */
export interface Attempt {
  pipeline: string;
  /** Exit code, 0 when all went well. */
  exitCode: number;
  ended: Date;
  /** The last good run, tonight's or an earlier one; undefined where there is none. */
  record: RunRecord | undefined;
}

type Sample = readonly [labels: Readonly<Record<string, string>>, value: number];

/** Metrics of a night in Prometheus' text format (version 0.0.4): counts and times, never a name or a text. */
export function prometheus({ pipeline, exitCode, ended, record }: Attempt): string {
  const lines: string[] = [];
  const gauge = (name: string, help: string, samples: readonly Sample[]): void => {
    if (samples.length === 0) return;
    lines.push(`# HELP triangulum_${name} ${help}`, `# TYPE triangulum_${name} gauge`);
    for (const [labels, value] of samples)
      lines.push(`triangulum_${name}{${labelled({ pipeline, ...labels })}} ${value}`);
  };
  gauge("last_attempt_exit_code", "Exit code of the last attempt at a run; 0 is good.", [[{}, exitCode]]);
  gauge("last_attempt_timestamp_seconds", "When the last attempt ended.", [[{}, seconds(ended)]]);
  if (record) {
    const { counts, documents, reviews, stages, started, finished } = record;
    const took = seconds(new Date(finished)) - seconds(new Date(started));
    gauge("last_success_timestamp_seconds", "When the last good run was finished.", [
      [{}, seconds(new Date(finished))],
    ]);
    gauge("run_seconds", "How long the last good run took.", [[{}, Math.round(took * 1000) / 1000]]);
    gauge("documents", "Documents of the last good run.", tally(documents, ["coded", "reused", "problem"]));
    gauge("reviews", "Reviews of the last good run.", tally(reviews, ["made", "reused"]));
    for (const name of ["sessions", "mentions", "evidence", "findings"])
      gauge(name, `Number of ${name} in the last good run.`, [[{}, counts[name] ?? 0]]);
    gauge(
      "problems",
      "Problems of the last good run.",
      [
        ["error", "errors"],
        ["warning", "warnings"],
        ["info", "notes"],
      ].map(([severity = "", name = ""]): Sample => [{ severity }, counts[name] ?? 0]),
    );
    gauge(
      "stage_seconds",
      "What the stages of the last good run took; code/… are summed over workers.",
      stages.map(({ stage, seconds: spent }): Sample => [{ stage }, spent]),
    );
  }
  return `${lines.join("\n")}\n`;
}

function tally(rows: readonly { status: string }[], statuses: readonly string[]): Sample[] {
  return statuses.map((status) => [{ status }, rows.filter((row) => row.status === status).length]);
}

function seconds(moment: Date): number {
  return moment.getTime() / 1000;
}

function labelled(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value.replace(/\\/g, "\\\\").replace(/"/g, '\\"').replace(/\n/g, "\\n")}"`)
    .join(",");
}
