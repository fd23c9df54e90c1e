/** A labelled choice from a list. */
export function Select({
  label,
  value,
  options,
  onChoose,
}: {
  label: string;
  value: string;
  /** Value and words; a group's heading has its options in `of`. */
  options: readonly Option[];
  onChoose: (value: string) => void;
}) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(event.currentTarget.value)}>
        {options.map((option) =>
          "of" in option ? (
            <optgroup label={option.group} key={option.group}>
              {option.of.map((one) => (
                <option value={one.value} key={one.value} selected={one.value === value}>
                  {one.words}
                </option>
              ))}
            </optgroup>
          ) : (
            <option value={option.value} key={option.value} selected={option.value === value}>
              {option.words}
            </option>
          ),
        )}
      </select>
    </label>
  );
}

interface Choice {
  readonly value: string;
  readonly words: string;
}
export type Option = Choice | { readonly group: string; readonly of: readonly Choice[] };
