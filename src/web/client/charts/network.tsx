import { useMemo, useState } from "preact/hooks";
import type { Maps } from "../../../model/index.js";
import { useDesk } from "../context.js";
import { Select } from "../parts/select.js";
import { type Column, Table } from "../parts/table.js";
import { counted, number } from "../parts/words.js";
import { Chart } from "./chart.js";
import { placeLabels } from "./labels.js";
import { layOut } from "./lay-out.js";

const [WIDTH, HEIGHT] = [980, 620];

/** Which codes stand in one sentence: a node a code, a tie as thick as sentences hold both. */
export function NetworkChart({ maps }: { maps: Maps }) {
  const { concept } = useDesk();
  const [most, setMost] = useState("60");
  const [focus, setFocus] = useState("");
  const ties = useMemo(
    () =>
      maps.together
        .filter(({ a, b }) => focus === "" || a === focus || b === focus)
        .slice(0, Number(most))
        .map(({ a, b, sentences, sessions }) => ({ a, b, weight: sentences, sessions })),
    [maps, most, focus],
  );
  const sizes = useMemo(() => new Map(maps.codes.map(({ code, mentions }) => [code, mentions])), [maps]);
  const laid = useMemo(() => {
    const tied = new Set(ties.flatMap(({ a, b }) => [a, b]));
    return layOut(
      maps.codes.map(({ code }) => code).filter((code) => tied.has(code)),
      ties,
      { width: WIDTH, height: HEIGHT },
    );
  }, [maps, ties]);
  const radiusOf = (id: string): number => 4 + 12 * Math.sqrt((sizes.get(id) ?? 0) / Math.max(1, ...sizes.values()));
  const labels = useMemo(
    () => placeLabels(laid.map((node) => ({ ...node, name: concept(node.id).label, radius: radiusOf(node.id) }))),
    [laid],
  );
  const at = new Map(laid.map((node) => [node.id, node]));
  const heaviest = Math.max(1, ...ties.map(({ weight }) => weight));
  const columns: Column<Maps["together"][number]>[] = [
    { head: "Code", value: (row) => concept(row.a).label },
    { head: "And", value: (row) => concept(row.b).label },
    { head: "Sentences", number: true, value: (row) => row.sentences },
    { head: "Sessions", number: true, value: (row) => row.sessions },
  ];
  return (
    <>
      <div class="choices">
        <Select
          label="Ties of"
          value={focus}
          onChoose={setFocus}
          options={[
            { value: "", words: "all codes" },
            ...maps.codes.map(({ code }) => ({ value: code, words: concept(code).label })),
          ]}
        />
        <Select
          label="Show"
          value={most}
          onChoose={setMost}
          options={["30", "60", "120", "300"].map((value) => ({ value, words: `the ${value} strongest ties` }))}
        />
      </div>
      <Chart
        title="Codes that stand in one sentence"
        file="codes-together"
        rows={() => [
          ["a", "b", "sentences", "sessions"],
          ...maps.together.map(({ a, b, sentences, sessions }) => [a, b, sentences, sessions]),
        ]}
        draw={(ref) => (
          <svg
            ref={ref}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            role="img"
            aria-label={`${counted(laid.length, "code")} and ${counted(ties.length, "tie")} between them; the table below holds all`}
          >
            {ties.map(({ a, b, weight, sessions }) => (
              <line
                class="tie"
                key={`${a} ${b}`}
                x1={at.get(a)?.x}
                y1={at.get(a)?.y}
                x2={at.get(b)?.x}
                y2={at.get(b)?.y}
                stroke-width={0.8 + (7 * weight) / heaviest}
              >
                <title>{`${concept(a).label} and ${concept(b).label}: ${counted(weight, "sentence")} in ${counted(sessions, "session")}`}</title>
              </line>
            ))}
            {laid.map(({ id, x, y }) => {
              const [radius, label] = [radiusOf(id), labels.get(id)];
              return (
                <g key={id}>
                  <circle class={`node theme-${concept(id).theme}`} cx={x} cy={y} r={radius}>
                    <title>{`${concept(id).label}: ${counted(sizes.get(id) ?? 0, "mention")}`}</title>
                  </circle>
                  <text class="node-label" x={label?.x} y={label?.y} text-anchor={label?.anchor}>
                    {concept(id).label}
                  </text>
                </g>
              );
            })}
          </svg>
        )}
      >
        <Table
          caption={`${number(maps.together.length)} pairs of codes`}
          hideCaption
          columns={columns}
          rows={maps.together}
          keyOf={(row) => `${row.a} ${row.b}`}
        />
      </Chart>
    </>
  );
}
